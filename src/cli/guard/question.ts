import type { GuardContext, Origin } from '../../domain/guard.ts';
import type { Conversation } from '../../guard/conversation.ts';
import type { Guard } from '../../guard/guard.ts';
import { type Consent, consentOf } from '../../guard/transcripts/consent.ts';
import { type Transcript, transcriptIn } from '../../guard/transcripts/transcript.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { keysWithin, scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { suggest } from '../../kernel/nearest.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import { CONTEXT_FIELDS, contextIn } from './context.ts';
import type { Headers } from './setup.ts';
import { type PseudonymsOfLine, pseudonymsIn, VAULT_FIELDS, type Vaults } from './vaults.ts';

/** The guards that a question may name, by their policy's name, and what holds when it names nothing. */
export interface Guards {
  readonly byPolicy: ReadonlyMap<string, Guard>;
  readonly policy: string;
  readonly origin: Origin;
  readonly clock: () => number;
  /** Opens vaults of pseudonyms, where a key was given. */
  readonly vaults?: Vaults;
}

/** A line that is UTF-8; null for one that is not. */
export function textOfLine(line: Uint8Array): string | null {
  try {
    return UTF_8.decode(line);
  } catch {
    return null;
  }
}

export const NO_JSON = 'this is not JSON in UTF-8';

export interface TextLine {
  readonly kind: 'text';
  readonly guard: Guard;
  readonly text: string;
  readonly context: GuardContext;
  readonly conversation: Conversation;
  /** What the text was asked to be. */
  readonly schema: Json | undefined;
  readonly pseudonyms: PseudonymsOfLine | null;
}

export interface TranscriptLine {
  readonly kind: 'transcript';
  readonly guard: Guard;
  readonly transcript: Transcript;
  readonly consent: Consent;
  readonly context: GuardContext;
}

export type Question = TextLine | TranscriptLine;

/** The object in a line, or what is wrong with it. */
export function objectIn(line: string): JsonObject | string {
  const value = parsed(line);
  if (value === undefined) return /\S/.test(line) ? NO_JSON : 'this line is blank';
  if (!isJsonObject(value)) return 'this is not a JSON object';
  if (!mayRepeat(line, value)) return value;
  const keys = keysIn(line);
  if (keys === null) return `it nests deeper than ${LIMITS.jsonDepth} levels`;
  return keysWithin(value) === keys ? value : 'a key stands twice, of which others may read the other one';
}

const TEXT_FIELDS = ['text', ...CONTEXT_FIELDS, 'policy', 'context', 'schema', ...VAULT_FIELDS, 'id'];
const TRANSCRIPT_FIELDS = [
  'transcript',
  'headers',
  ...CONTEXT_FIELDS.filter((name) => name !== 'origin'),
  'policy',
  'id',
];

/** The question that an object asks, or what is wrong with it. */
export function questionIn(value: JsonObject, guards: Guards, asked: Headers = {}): Question | string {
  const said = member(value, 'transcript');
  const unknown = unknownIn(value, said === undefined ? TEXT_FIELDS : TRANSCRIPT_FIELDS);
  if (unknown !== null) return unknown;
  const [id = '', policy = guards.policy] = [member(value, 'id'), member(value, 'policy')];
  if (typeof id !== 'string' && typeof id !== 'number') return 'id must be a text or a number';
  const guard = typeof policy === 'string' ? guards.byPolicy.get(policy) : undefined;
  if (guard === undefined) {
    const known = [...guards.byPolicy.keys()];
    if (typeof policy !== 'string') return 'policy must be the name of one';
    const named = policy.slice(0, LONGEST_NAME);
    return printable(`there is no policy ${named}${suggest(named, known)}; give its file with --policy`);
  }
  return said === undefined ? textQuestion(guard, value, guards) : transcriptQuestion(guard, { said, asked }, value);
}

/** Longer ones are no policy's. */
const LONGEST_NAME = 100;

/** A slip in a name would guard the text by other rules than were meant. */
function unknownIn(value: JsonObject, known: readonly string[]): string | null {
  const name = Object.keys(value).find((key) => !known.includes(key));
  return name === undefined
    ? null
    : `there is no field ${printable(middleCut(name, LIMITS.quotation))} here: there are ${known.join(', ')}`;
}

function textQuestion(guard: Guard, value: JsonObject, { origin: fallback, vaults }: Guards): TextLine | string {
  const text = member(value, 'text');
  if (typeof text !== 'string') return 'text is missing, or is no text';
  const context = contextIn(value, fallback);
  if (typeof context === 'string') return context;
  const conversation = conversationIn(member(value, 'context') ?? {});
  if (conversation === null)
    return 'context must be {"earlier": [texts], "canaries": [words of at least 8 characters]}';
  const pseudonyms = pseudonymsIn(value, guard, vaults);
  if (typeof pseudonyms === 'string') return pseudonyms;
  return { kind: 'text', guard, text, context, conversation, schema: member(value, 'schema'), pseudonyms };
}

const CONVERSATION_FIELDS = ['earlier', 'canaries'];

/** Short words would be found everywhere. */
const SHORTEST_CANARY = 8;

function conversationIn(value: unknown): Conversation | null {
  if (!isJsonObject(value) || unknownIn(value, CONVERSATION_FIELDS) !== null) return null;
  const [earlier, canaries] = [member(value, 'earlier') ?? [], member(value, 'canaries') ?? []];
  return areTexts(earlier) && areTexts(canaries) && canaries.every(isCanary) ? { earlier, canaries } : null;
}

/** Half a character is in no text that goes out. */
function isCanary(word: string): boolean {
  return word.length >= SHORTEST_CANARY && word.isWellFormed();
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

interface Said {
  readonly said: unknown;
  /** By the headers of the request itself. */
  readonly asked: Headers;
}

function transcriptQuestion(guard: Guard, { said, asked }: Said, value: JsonObject): TranscriptLine | string {
  const transcript = transcriptIn(said);
  if (typeof transcript === 'string') return transcript;
  const context = contextIn(value, 'transcript');
  if (typeof context === 'string') return context;
  const headers = member(value, 'headers') ?? {};
  if (!isJsonObject(headers)) return 'headers must be an object of texts';
  // What is no text is no consent.
  const texts = Object.entries(headers).map(([name, text]) => [name, typeof text === 'string' ? text : '?'] as const);
  const consent = consentOf([...Object.entries(asked), ...texts]);
  return { kind: 'transcript', guard, transcript, consent, context };
}

/** Whether a key of it stands in the line once more, in an object of it or with escapes: what nearly no line has. */
function mayRepeat(line: string, value: object): boolean {
  if (line.includes('\\u')) return true;
  return Object.entries(value).some(([key, one]: [string, unknown]) => {
    if (typeof one === 'object' && one !== null) return true;
    const quoted = `"${key}"`;
    return line.indexOf(quoted) !== line.lastIndexOf(quoted);
  });
}

/** Of a line that is JSON; null where it is too deep to be counted. */
function keysIn(line: string): number | null {
  try {
    return scanJson(line, LIMITS.jsonDepth, { countOnly: true }).keys;
  } catch {
    return null;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
