import type { PickleValue } from '../../formats/pickle/facts.ts';
import { ALLOWLIST } from './allowlist.ts';
import { classKind } from './classes/index.ts';
import { USES_OF_KIND } from './classes/uses.ts';
import { deniedBy } from './denied.ts';
import { isPlain } from './plain-names.ts';
import { SHAPES } from './shapes.ts';
import { NO_USE, type Use } from './use.ts';

/** What is known of an allowed name. */
export interface Allowed {
  readonly uses: readonly Use[];
  /** Allowed as a callee only: handed to anything else it would call what the file chooses. */
  readonly neverHandedOn: boolean;
}

/** Classes of a TorchScript archive, which its own interpreter makes; Python has no such module. */
const SCRIPTED = /^__torch__(?:\.\w+)*$/;

const INDEX: ReadonlyMap<string, Allowed> = indexOf(ALLOWLIST);

function indexOf(rows: typeof ALLOWLIST): ReadonlyMap<string, Allowed> {
  const index = new Map<string, Allowed>();
  for (const { modules, names, uses, neverHandedOn = false } of rows) {
    for (const key of modules.flatMap((module) => names.map((name) => `${module}:${name}`))) {
      const known = index.get(key);
      index.set(key, {
        uses: [...(known?.uses ?? []), ...uses],
        neverHandedOn: neverHandedOn || known?.neverHandedOn === true,
      });
    }
  }
  return index;
}

/** What an exact module and name may be used for; undefined when weights do not need it. */
export function allowed(module: string, name: string): Allowed | undefined {
  if (SCRIPTED.test(module)) return { uses: USES_OF_KIND.restored, neverHandedOn: false };
  const row = INDEX.get(`${module}:${name}`);
  const kind = classKind(module, name);
  if (kind === undefined) return row ?? memberOfEnum(module, name) ?? methodOfClass(module, name);
  return { uses: [...(row?.uses ?? []), ...USES_OF_KIND[kind]], neverHandedOn: row?.neverHandedOn === true };
}

/** `Class.MEMBER` of a listed enum: how Python 3.11.0 to 3.11.3 wrote them, by `getattr`. */
function memberOfEnum(module: string, name: string): Allowed | undefined {
  const member = /^([A-Za-z]\w*)\.[A-Z][A-Z0-9_]*$/.exec(name);
  if (member?.[1] === undefined || classKind(module, member[1]) !== 'enums') return undefined;
  return { uses: NO_USE, neverHandedOn: false };
}

/** `Class.method` of a listed class, held to be called when a model is used. What evaluates, reads or writes is not. */
function methodOfClass(module: string, name: string): Allowed | undefined {
  const dot = name.lastIndexOf('.');
  const method = name.slice(dot + 1);
  if (dot < 0 || !isPlain(method) || EVALUATES.test(method) || deniedBy(module, name) !== null) return undefined;
  const kind = classKind(module, name.slice(0, dot));
  return kind === undefined || kind === 'functions' ? undefined : { uses: NO_USE, neverHandedOn: false };
}

const EVALUATES =
  /^(?:query|apply|pipe|map|transform|agg|aggregate|call\w*|to_(?!(?:numpy|list|dict|frame|period|timestamp|series|flat_index|records)$)\w+|from_\w+|set_\w+)$/;

/** Whether one of the uses fits the form and the arguments. */
export function fits(uses: readonly Use[], form: string, values: readonly PickleValue[]): boolean {
  return uses.some((use) => use.forms.includes(form) && values.every((value, index) => takes(use, index, value)));
}

function takes(use: Use, index: number, value: PickleValue): boolean {
  const shape = use.takes[index] ?? use.rest;
  return shape !== undefined && SHAPES[shape](value);
}
