import type { Chunk } from './chunks.ts';
import { contextOf, namesDigest, promisesSecret, takesBack, textBefore } from './context.ts';
import { fitsAny, indexOfNames, type Mention, type NamedRow } from './named.ts';
import { entropyOf, isPlaceholder } from './placeholder.ts';
import { looksRandom, surprise } from './randomness.ts';
import { NAMED_ROWS } from './rows-named.ts';
import { SERVICE_ROW } from './rows-named-services.ts';

/** A value that its surroundings make a secret. */
export interface ValueMatch {
  readonly start: number;
  readonly end: number;
  /** The issuer named near by, or null when only the name it is assigned to promises a secret. */
  readonly row: NamedRow | null;
}

const ROWS = [...NAMED_ROWS, SERVICE_ROW];
const mentions = indexOfNames(ROWS);
const fits = fitsAny(ROWS);

/** Secrets without a mark of their own in a chunk, by what stands before them. */
export function valuesIn(text: string, chunk: Chunk): readonly ValueMatch[] {
  if (!couldHold(text.slice(chunk.start, chunk.end))) return NONE;
  let found: ValueMatch[] | null = null;
  for (const { start, end } of partsOf(text, chunk)) {
    const match = judge(text, start, end);
    if (match === null) continue;
    found ??= [];
    found.push(match);
  }
  return found ?? NONE;
}

const NONE: readonly ValueMatch[] = [];

/** Most chunks of code and prose are words put together. */
function couldHold(chunk: string): boolean {
  return /[0-9]/.test(chunk) || (chunk.length >= 20 && surprise(chunk) >= 4.8);
}

/** The values of a chunk: `a=b&c=d` has two, `Authorization:x` one. Names on the left of a mark are left out. */
function partsOf(text: string, { start, end }: Chunk): readonly Chunk[] {
  const parts: Chunk[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && PARTS[text.charCodeAt(at)] !== 1) continue;
    const value = afterNames(text, from, at);
    // What a mark parts from the rest is a value only if it has a name: random text with a question mark in it is no key.
    const apart = (from === start && at === end) || value > from;
    if (apart && at - value >= SHORTEST_VALUE) parts.push({ start: value, end: trimmed(text, value, at) });
    from = at + 1;
  }
  return parts;
}

/** What parts the values of a chunk, which has ASCII alone. */
const PARTS = new Uint8Array(128);
for (const mark of '&?|#') PARTS[mark.charCodeAt(0)] = 1;

const SHORTEST_VALUE = 12;

function afterNames(text: string, start: number, end: number): number {
  let from = start;
  for (let names = 0; names < 4; names++) {
    const piece = text.slice(from, Math.min(end, from + 80));
    const name = /^(?:[$@%.-]{0,3}[A-Za-z_][\w.$/-]{0,60}?|-{1,2})?(?:::?:?=|[?.+|]?=>?|=>|:)(?!\/\/)/.exec(piece);
    if (name === null || name[0].length >= end - from || looksLikeValue(name[0])) return from;
    from += name[0].length;
  }
  return from;
}

function looksLikeValue(left: string): boolean {
  const bare = left.replace(/[=:>]+$/, '');
  return bare.length >= 7 && /[0-9]/.test(bare) && looksRandom(bare);
}

function trimmed(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && '.:!-'.includes(text[last - 1] ?? '')) last -= 1;
  return last;
}

/** Public keys (RFC 5280: their algorithm comes first) and signatures (two numbers in DER): everybody may have them. */
const PUBLIC =
  /^(?:MI(?:G[a-f]MA0GCSqG|I[A-Za-z0-9+/]{2}jANBgkqhkiG)|M(?:Fkw|HYw)E[wA]YHKoZI|MCowBQYDK2V|30[46][4-8]02[23][01])/;

/** The type of an argument in C. */
const TYPE = /^[a-z][a-z0-9]{0,11}(?:_[a-z0-9]{1,11}){2,6}_t$/;

/** Letters and marks written as hexadecimal digits: of sixteen random bytes one in millions looks like that. */
function isHexOfText(value: string): boolean {
  return value.length >= 32 && /^(?:[2-7][0-9a-f])+$/i.test(value);
}

/** A key of two parts, each of which would do. */
const OF_TWO_PARTS = /^[A-Za-z0-9-]{12,}:[\w+/=-]{20,}$/;

/** Hexadecimal digits behind words that name their issuer, `acme_live_…`, are no less random for those. */
function withoutMark(value: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9]{0,11}[_-]){1,3}(?<digits>[0-9a-f]{20,})$/.exec(value)?.groups?.digits ?? '';
}

const UUID = /^[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}$/i;

/** What is known to be none is asked last: hardly any value is told. */
function judge(text: string, start: number, end: number): ValueMatch | null {
  const value = text.slice(start, end);
  if (text[end] === '(' || text.startsWith('..', end)) return null;
  if (value.startsWith('//') || value.startsWith('./')) return null;
  const match = matchOf(text, start, end);
  if (match === null || isPlaceholder(value) || PUBLIC.test(value)) return null;
  return isHexOfText(value) || (TYPE.test(value) && !/["'`]/.test(text[start - 1] ?? '')) ? null : match;
}

function matchOf(text: string, start: number, end: number): ValueMatch | null {
  const value = text.slice(start, end);
  const isUuid = UUID.test(value);
  const plain = /^[\w.+/~=-]+$/.test(value) || OF_TWO_PARTS.test(value);
  const random = isUuid || looksRandom(value) || looksRandom(withoutMark(value));
  const digits = /^[0-9]{15,40}$/.test(value);
  if (!random && ((!digits && !isMixed(value)) || !mayBeIssued(text, start, value))) return null;
  const context = contextOf(text, start);
  if (namesDigest(context.name)) return null;
  const row = entropyOf(value) < 2.4 ? null : issuerOf(value, context.before, context);
  if (row !== null) return { start, end, row };
  if (!random || !plain || value.length < SHORTEST_ASSIGNED || entropyOf(value) < 3) return null;
  if (VERSIONED.test(value) || CONSTANT.test(value)) return null;
  if (OF_A_MEMBER.test(value) || (isDotted(value) && !/authorization/i.test(context.name))) return null;
  if (isInTestVector(value, context) || OF_PUBLIC_KEY.test(context.before)) return null;
  const announced = () => !isUuid && value.length >= 20 && isAnnounced(context.before);
  const told = context.operator
    ? promisesSecret(context.name) || (IN_A_SENTENCE.test(context.before) && announced())
    : announced();
  return told && !(isUuid && isLookupKey(context.name)) ? { start, end, row: null } : null;
}

/** Whether an issuer is named before whose keys look like that: of what does not look random all depends on it, and few things have one. */
function mayBeIssued(text: string, start: number, value: string): boolean {
  return fits(value) && mentions(textBefore(text, start)).some(({ row }) => row.pattern.test(value));
}

/** What follows is a key's fingerprint, or the half of it that everybody may have. */
const OF_PUBLIC_KEY = /\b(?:gpg|pgp|public|host)[ _-]?keys?[\s"'`:=(]{1,5}$/i;

/** Whether this is the key of a test vector of a cipher, such as NIST and Wycheproof publish. */
function isInTestVector(value: string, { name, before }: { readonly name: string; readonly before: string }): boolean {
  return /^key$/i.test(name) && /^[0-9a-f]+$/i.test(value) && IN_VECTOR.test(before);
}

const IN_VECTOR =
  /\b(?:tcId|count|i?v|nonce|aad|plain|plaintext|pt|msg|keysize|keylen|cipher|ciphertext|tag|mac)\b["']?\s{0,4}[=:]/i;

/** A package with its version. */
const VERSIONED = /^[a-z][a-z-]{2,}[-@]v?[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}$/;

/** The name of a constant. */
const CONSTANT = /^[A-Z]+[0-9]{0,3}(?:_[A-Z]+[0-9]{0,3})+$/;

/** A member of something in a program. */
const OF_A_MEMBER = /^(?:self|this|cls|super|os|process|settings|config)\.[A-Za-z_]/;

const SHORTEST_ASSIGNED = 14;

/** The value stands behind a colon and words of a sentence: `Use this token to test: `. */
const IN_A_SENTENCE = /[a-z] [a-z]{2,12}: ["'`]?$/;

/** A key that is a UUID is more often one to look things up by. */
function isLookupKey(name: string): boolean {
  return /^key$|^auth$|[Kk]ey$|KEY$/.test(name) && !/api|secret|access|private|license|auth./i.test(name);
}

/** Whether a word for secrets stands a few words before, on the same line, with nothing assigned in between. */
function isAnnounced(before: string): boolean {
  // A heading of its own announces the line below it.
  const line = before.replace(/\s{0,12}$/, ' ').replace(/^[\s\S]*\n/, '');
  return (
    /(?:secret|token|api[ _-]?key|credential|passw(?:or)?d|--?key)\b["'>:]?[^=;]{0,24}$/i.test(line) &&
    !namesDigest(line) &&
    !takesBack(/[\w.-]{1,64}(?=["'`\s:>]{0,4}$)/.exec(line)?.[0] ?? '')
  );
}

/** Several sorts of characters in no order of words, though the dice left them readable. */
function isMixed(value: string): boolean {
  let [runs, letters, digit] = [0, false, false];
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    const isDigit = unit >= 48 && unit <= 57;
    if (isDigit && !digit) runs += 1;
    digit = isDigit;
    letters ||= (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  }
  return letters && runs >= 2;
}

/** Names with dots, such as packages and members, of which each part could be read. */
function isDotted(value: string): boolean {
  const parts = value.split('.');
  return parts.length > 2 && parts.every((part) => part.length < 14);
}

/** Names this short, or this common, tell an issuer only within the name that the value is assigned to. */
const COMMON = new Set(
  'here line close front together stream segment branch box particle drip heap harvest copper customer phrase weather stability abstract guardian monday split pager sauce eyes falcon apollo hunter mend circle buddy drone comet wit cos cf iam s3 fb duo nasa ado oci ovh scw b2 vk iex cmc owm wise token privatekey clientsecret client_secret bootstrap elastic atlas google amazon docker azure github gitlab oracle ibm firebase facebook twitter customerio strava close rapid7 flickr devops server nexus teams polygon'.split(
    ' ',
  ),
);

const SECRET_WORD = /key|token|secret|passw|pwd|auth|cred|api|access|sid|licen[cs]e|login|client|\bid\b/i;

function issuerOf(
  value: string,
  before: string,
  context: { readonly name: string; readonly operator: boolean },
): NamedRow | null {
  if (!context.operator && !SECRET_WORD.test(before)) return null;
  for (const mention of mentions(before).toReversed()) {
    if (mention.row.pattern.test(value) && isTold(mention, value, before, context)) return mention.row;
  }
  return null;
}

const REACH = 60;

function isTold(
  { start, end, row }: Mention,
  value: string,
  before: string,
  { name, operator }: { readonly name: string; readonly operator: boolean },
): boolean {
  const between = before.slice(end);
  if (between.length > REACH) return false;
  const called = row.names.find((known) => before.slice(start, end).toLowerCase().replace(/[_-]/g, '') === known) ?? '';
  const within = between.length <= name.length + 24 && name.toLowerCase().replace(/[_-]/g, '').includes(called);
  // What many things look like (a digest, an identifier) needs a word for secrets too.
  const alike = /^[0-9a-f]+$/i.test(value) || UUID.test(value) || /^[0-9]+$/.test(value);
  const word = SECRET_WORD.test(before.slice(start + called.length)) && !promisesNothing(name);
  if (COMMON.has(called)) return within && operator && word;
  if (alike) return (within && operator) || word;
  return operator ? within || word : word && looksRandom(value);
}

function promisesNothing(name: string): boolean {
  return /url|uri|image|path|file|version|src|href/i.test(name);
}
