import { type GuardContext, ORIGINS, type Origin } from '../../domain/guard.ts';
import { type Json, member } from '../../kernel/json.ts';

/** What a policy's conditions may ask of a text, beside its origin. */
const ASKED = ['channel', 'team', 'key', 'region'] as const;
export const CONTEXT_FIELDS: readonly string[] = ['origin', ...ASKED];

/** How the APIs of models, and people, call the same ones; written small, and parted by hyphens. */
const OTHERWISE: ReadonlyMap<string, Origin> = new Map([
  ['operator', 'system'],
  ['developer', 'system'],
  ['system-prompt', 'system'],
  ['human', 'user'],
  ['tool', 'tool-result'],
  ['tool-output', 'tool-result'],
  ['function', 'tool-result'],
  ['retrieved', 'document'],
  ['retrieved-document', 'document'],
  ['model', 'assistant'],
  ['tool-use', 'tool-call'],
  ['tool-arguments', 'tool-call'],
  ['tool-call-arguments', 'tool-call'],
]);

/** Of the longest such name, in UTF-16 units. */
const LONGEST = 256;

/** Who a line says that its text comes from, and by which way; or what is wrong with it. */
export function contextIn(value: Json, fallback: Origin): GuardContext | string {
  const said = member(value, 'origin');
  const origin = said === undefined ? fallback : originOf(said);
  if (origin === undefined) return `origin must be one of ${ORIGINS.join(', ')}`;
  const names: { -readonly [Name in (typeof ASKED)[number]]?: string } = {};
  for (const name of ASKED) {
    const text = member(value, name);
    if (text === undefined) continue;
    if (typeof text !== 'string' || text.length > LONGEST)
      return `${name} must be a text of ${LONGEST} characters at most`;
    names[name] = text;
  }
  return Object.keys(names).length === 0 ? bare(origin) : { origin, ...names };
}

function originOf(said: Json): Origin | undefined {
  if (typeof said !== 'string' || said.length > LONGEST) return undefined;
  const name = said.toLowerCase().replace(/[ _]/g, '-');
  return ORIGINS.find((one) => one === name) ?? OTHERWISE.get(name);
}

/** The same ones again and again: a guard keeps what it compiled for each. */
const BARE: ReadonlyMap<Origin, GuardContext> = new Map(ORIGINS.map((origin) => [origin, { origin }]));

function bare(origin: Origin): GuardContext {
  return BARE.get(origin) ?? { origin };
}
