import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';

const KINDS = [
  'ran',
  'connected',
  'looked-up',
  'listened',
  'wrote',
  'changed',
  'read',
  'signalled',
  'refused',
] as const;
/** What a loader asked of the kernel. */
export type ActKind = (typeof KINDS)[number];

const OUTCOMES = [
  'loaded',
  'raised',
  'missing',
  'no-start',
  'ended',
  'deadline',
  'record-too-long',
  'stopped',
] as const;

/** One file, loaded once with one library. */
export interface Trial {
  /** Null for the folder as a whole. */
  readonly path: string | null;
  readonly loader: string;
  readonly outcome: (typeof OUTCOMES)[number];
  /** The loader's last words, hostile. */
  readonly said: string;
  readonly acts: readonly { readonly kind: ActKind; readonly what: string }[];
}

/** The trials that evidence of kind `detonation` tells of. Throws a TypeError when it is not of that form. */
export function trialsIn(body: Json): readonly Trial[] {
  return listIn(body, 'runs').map((run) => ({
    path: member(run, 'path') === null ? null : textIn(run, 'path'),
    loader: textIn(run, 'loader'),
    outcome: oneOf(OUTCOMES, textIn(run, 'outcome')),
    said: textIn(run, 'said'),
    acts: listIn(run, 'acts').map((act) => ({ kind: oneOf(KINDS, textIn(act, 'kind')), what: textIn(act, 'what') })),
  }));
}

/** Files that were too many to be tried. */
export function untriedIn(body: Json): readonly string[] {
  return listIn(body, 'untried').map((path) => (typeof path === 'string' ? path : broken('untried')));
}

function listIn(value: Json, name: string): readonly Json[] {
  const list = isJsonObject(value) ? (value as JsonObject)[name] : undefined;
  return Array.isArray(list) ? list : broken(name);
}

function textIn(value: Json, name: string): string {
  const text = member(value, name);
  return typeof text === 'string' ? text : broken(name);
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  return words.find((word) => word === text) ?? broken(text);
}

function broken(what: string): never {
  throw new TypeError(`the evidence of a detonation has no ${what}`);
}
