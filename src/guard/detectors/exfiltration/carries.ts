import { type Cargo, cargoesBy, type KnownParts, type Piece } from './known-parts.ts';
import { isDrawn, isPublic, withoutSearch } from './readable.ts';
import { isForPeople, isSentence, isToldOfSomebody, isWordy, saidIn, tellsInParts } from './said.ts';

/** How an address is asked. */
interface Asked {
  /** An address that loads by itself needs no click: what looks odd in one is worse. */
  readonly loads: boolean;
  readonly known: KnownParts;
}

export function cargoOf(url: string, asked: Asked, depth = 0): Cargo | null {
  const { loads } = asked;
  const { host, path, query } = partsOf(withoutSearch(url));
  if (isDrawn(host, url) || isPublic(url)) return null;
  let best: Cargo | null = null;
  const weigh = (part: string, parts: Map<string, Cargo | null>, judge: () => Cargo | null) => {
    let cargo = parts.get(part);
    if (cargo === undefined) {
      cargo = judge();
      parts.set(part, cargo);
    }
    if (cargo !== null && (best === null || cargo.score > best.score)) best = cargo;
  };
  const labels = cargoesBy(asked.known, 'host');
  const [own, hosted] = [host.split('.'), OF_HOSTS.test(host)];
  for (const [place, label] of own.entries()) {
    if (label.length < LONG_LABEL) continue;
    const before = place < own.length - 2;
    weigh(
      `${label} ${before} ${hosted}`,
      labels,
      () => (before && !hosted ? wordsInLabel(label) : null) ?? inLabel(label, hosted),
    );
  }
  weigh(host, cargoesBy(asked.known, 'hosts'), () => inHost(host));
  const paths = cargoesBy(asked.known, `path ${loads}`);
  for (let start = 0; start < path.length; ) {
    const slash = path.indexOf('/', start);
    const end = slash === -1 ? path.length : slash;
    const part = end - start < LONG_PART ? '' : path.slice(start, end);
    if (part !== '') weigh(part, paths, () => inPath(part, loads));
    start = end + 1;
  }
  const form = !loads && FORM.test(path);
  const queries = cargoesBy(asked.known, `query ${loads} ${form} ${depth}`);
  for (const part of query) weigh(part, queries, () => inQuery(pairOf(part), { ...asked, form }, depth));
  return best ?? inPieces(query, asked) ?? inSegments(path);
}

interface Parts {
  readonly host: string;
  readonly path: string;
  readonly query: readonly string[];
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** By hand, since an address of an attacker need not be a valid one. */
function partsOf(url: string): Parts {
  const [before, query = ''] = cutAt(url, /[?#]/);
  const [, place = '', path = ''] = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/([^/]{0,255})(.*)$/is.exec(before) ?? [];
  // Whoever logs in there may be a text too.
  const at = place.lastIndexOf('@');
  const host = place.slice(at + 1);
  return {
    host,
    path: at < LONG_PART ? path : `${path}/${place.slice(0, at).replace(/:[^:]{0,8}$/, '')}`,
    // A section of an article stands behind the mark, and is asked of no server.
    query: (path.includes('/wiki/') ? query.replace(/^[A-Z]\w*$/, '') : query).split(/[&;#?]/, MOST_PARTS),
  };
}

function pairOf(part: string): Pair {
  const [name, value] = cutAt(part, /=/);
  return value === undefined
    ? // A page that draws itself is told its place behind a mark of its own.
      { name: '', value: unescaped(name.replace(/^!?\//, '')) }
    : {
        name: unescaped(name)
          .toLowerCase()
          .replace(/^\w{1,40}\[(\w{1,40})\]$/, '$1'),
        value: unescaped(value),
      };
}

const MOST_PARTS = 64;

function cutAt(text: string, mark: RegExp): readonly [string, string?] {
  const at = text.search(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

export function unescaped(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    const once = decodeURIComponent(spaced);
    // Escapes of escapes, as whoever hands an address on makes them.
    return /%20[A-Za-z]/.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return spaced;
  }
}

/** Shorter labels, and shorter parts of paths, carry nothing. */
const LONG_LABEL = 16;
const RANDOM_LABEL = 24;
export const LONG_PART = 16;

/** Labels before the name of the host that are data: a text cut into pieces, or a place for one. */
function inHost(host: string): Cargo | null {
  const labels = host.split('.').slice(0, -2);
  if (labels.some((label) => PERSONAL_SLOT.test(label)))
    return { score: 0.75, how: 'a place in the host name for a text to be put in' };
  const pieces = labels.filter((label) => label.length >= 8 && /^(?:[0-9a-f]{2})+$/i.test(label)).join('');
  return pieces.length >= 24 && decoded(pieces) !== null
    ? { score: 0.85, how: 'an encoded text in the host name' }
    : null;
}

/** Not `{region}` or `<account>`, as manuals have them. */
const PERSONAL_SLOT =
  /^[[{<$%].{0,30}(?:secret|password|token|key|conversation|history|prompt|message|chat|customer|user_?name|email|card|data|history)/i;

/** Names there belong to whoever hosts: nobody who rents one hears of all others. */
const OF_HOSTS =
  /\.(?:vercel\.app|netlify\.app|pages\.dev|workers\.dev|github\.io|gitlab\.io|herokuapp\.com|onrender\.com|azurewebsites\.net|azurestaticapps\.net|azureedge\.net|windows\.net|cloudfront\.net|amazonaws\.com|awsapprunner\.com|amplifyapp\.com|web\.app|firebaseapp\.com|run\.app|appspot\.com|fly\.dev|surge\.sh|hf\.space|streamlit\.app|blogspot\.com|wordpress\.com|tumblr\.com|substack\.com|readthedocs\.io|cloudflarestorage\.com|myshopify\.com)(?::\d{1,5})?$/i;

/** Words between hyphens or underlines before the name of the host that say of somebody what is his. */
function wordsInLabel(label: string): Cargo | null {
  return /[-_]/.test(label) && isToldOfSomebody(label.replace(/[-_]/g, ' '))
    ? { score: 0.8, how: 'a sentence in the host name' }
    : null;
}

/** A label of a host name that only a machine has spelt: names are looked up even where nothing is loaded. */
function inLabel(label: string, hosted: boolean): Cargo | null {
  if (label.includes('-')) return null;
  // Nobody writes a name of a host in both kinds of letters by chance.
  const long = label.length >= RANDOM_LABEL || (/[a-z]/.test(label) && /[A-Z]/.test(label));
  const text = (long ? decoded(label) : null) ?? inBase32(label);
  if (text !== null) return { score: 0.9, how: 'an encoded text in the host name' };
  return !hosted && label.length >= RANDOM_LABEL && digitsIn(label) >= 4 && entropyOf(label) > 3.5
    ? { score: 0.7, how: 'a long random label in the host name' }
    : null;
}

function inPath(part: string, loads: boolean): Cargo | null {
  const named = part
    .replace(/[}\],.;]+$/, '')
    .replace(/\.(?:png|gif|jpe?g|svg|webp|ico|css|m?js|html?|tgz|tar\.gz|zip|whl)$/i, '');
  // What proxies are asked for is escaped twice.
  const plain = unescaped(named.includes('%25') ? unescaped(named) : named);
  const text = decoded(plain.replaceAll(' ', '+')) ?? inBase32(plain);
  // Proxies of images have the picture's own address there.
  if (text !== null && !/^https?:\/\/[^?#]*$/.test(text)) return { score: 0.85, how: 'an encoded text in the path' };
  if (loads && (plain.match(/\s/g)?.length ?? 0) >= 3) return { score: 0.7, how: 'a sentence in the path' };
  if (tellsInParts(plain, { loads, names: true })) return { score: 0.65, how: 'a sentence in the path' };
  return /\s/.test(plain) && saidIn('', plain) !== null ? { score: 0.65, how: 'a sentence in the path' } : null;
}

/** Pages that show what is to be said, for somebody to send. */
const FORM = /\b(?:new|compose|create|share\w*|intent|submit|search|send|ask|dir|mail|render)\/?$/i;

interface AskedOf extends Asked {
  readonly form: boolean;
}

function inQuery({ name, value }: Pair, asked: AskedOf, depth: number): Cargo | null {
  const { loads, form } = asked;
  const text = decoded(value.replaceAll(' ', '+')) ?? inBase32(value);
  if (text !== null && !(PROOFS.test(name) && !/\s/.test(text)))
    return { score: 0.9, how: 'an encoded text in the query' };
  if (depth < 2 && /^[a-z]{0,6}:?\/\//i.test(value)) return cargoOf(value, asked, depth + 1);
  // Proxies are asked for an address without its scheme.
  if (depth < 2 && /^(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,12}\//i.test(value))
    return cargoOf(`//${value}`, asked, depth + 1);
  const said = saidIn(name, value, !loads);
  if (said === 'personal data') return { score: 0.85, how: 'personal data in the query' };
  if (
    SLOT.test(value) &&
    !OF_MANUALS.test(value) &&
    !/"\s?:/.test(value) &&
    (loads || TELLING.test(`${name} ${value}`))
  )
    return { score: 0.75, how: 'a place in the query for a text to be put in' };
  const words = value.match(/\p{L}{2,}/gu)?.length ?? 0;
  const speaks = value.length >= 20 && words >= 3 && (/\s/.test(value) || (name !== '' && isWordy(value)));
  if (
    speaks &&
    !(form && isForPeople(name, value)) &&
    (loads ? !CAPTIONS.test(name) && (!SEARCHED.test(name) || isSentence(value)) : TELLING.test(name))
  )
    return { score: 0.75, how: 'a sentence in the query' };
  if (said !== null) return { score: 0.65, how: `${said} in the query` };
  if (tellsInParts(value, { loads: loads || TELLING.test(name) }))
    return { score: 0.65, how: 'a sentence in the query' };
  if (value.length >= 32 && !SIGNED.test(name) && isRandom(value))
    return { score: loads ? 0.62 : 0.45, how: 'a long random value in the query' };
  return null;
}

const WORD = /^[A-Za-z][A-Za-z'%,.]{0,15}$/;
const LEAST_WORDS = 5;

/** Words of a sentence, a part of the path each. */
function inSegments(path: string): Cargo | null {
  const parts = path.split('/', MOST_PARTS);
  const words = parts.length < LEAST_WORDS ? [] : parts.filter((part) => WORD.test(part));
  return words.length >= LEAST_WORDS && isSentence(words.join(' '))
    ? { score: 0.7, how: 'a sentence in the path' }
    : null;
}

function pieceOf(part: string, { pieces }: KnownParts): Piece {
  const there = pieces.get(part);
  if (there !== undefined) return there;
  const { value } = pairOf(part);
  const made = { value, isWord: WORD.test(value), isEncoded: /^[A-Za-z0-9/_-]{8,}={0,2}$/.test(value) };
  pieces.set(part, made);
  return made;
}

/** Pieces of one encoded text, a value each, or of a sentence. */
function inPieces(query: readonly string[], { known, loads }: Asked): Cargo | null {
  if (query.length < 2) return null;
  const all = query.map((part) => pieceOf(part, known));
  const words = query.length < LEAST_WORDS ? [] : valuesOf(all.filter(({ isWord }) => isWord));
  if (words.length >= LEAST_WORDS && isSentence(words.join(' ')))
    return { score: 0.75, how: 'a sentence in the query' };
  const pieces = valuesOf(all.filter(({ isEncoded }) => isEncoded));
  const whole = pieces.join('');
  // What says nothing by itself and all together does is no list of words.
  if (pieces.length >= 2 && whole.length >= SPLIT && /[A-Z]/.test(whole) && decoded(whole) !== null)
    return { score: 0.8, how: 'an encoded text in several values of the query' };
  return loads && isSentence(cutUp(query)) ? { score: 0.7, how: 'a sentence in several values of the query' } : null;
}

/** What values say one behind the other whose names only count them; as they were before anything was escaped. */
function cutUp(query: readonly string[]): string {
  const pairs = query.map((part) => cutAt(part, /=/));
  const frames = new Set(pairs.map(([name]) => name.replace(/\d{1,3}$/, '')));
  if (frames.size > 1 && pairs.some(([name]) => name.length > 1)) return '';
  return unescaped(pairs.map(([, value = '']) => value).join('')).replaceAll('_', ' ');
}

function valuesOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ value }) => value);
}

/** Shorter ones may say something by chance. */
const SPLIT = 24;

/** Where a sentence is what an image is made of. */
const CAPTIONS = /^(?:text|title|label|caption|alt|tex|chl|chart|font|family)$/;
/** What badges of a search link to. */
const SEARCHED = /^(?:q|query|search|message)$/;
/** Names for what somebody wants to have. */
const TELLING =
  /\b(?:data|secret|leak|exfil\w*|conversation|history|prompt|summary|message|messages|chat|context|token|password|passwd|pwd|info|content|payload|stolen|dump|log|body|note|user_?data|api_?key|key|credentials?|cookie|session|email|ssn|card)\b/i;
const SLOT =
  /^[[{<](?:[Ii]nsert|INSERT|[Pp]ut|PUT|[Pp]lace|PLACE|[Rr]eplace|[Yy]our|YOUR|ADD|[Cc]onversation|CONVERSATION|SUMMARY|HISTORY|USER)\b|^[{[<$%].{2,60}[}\]>%]$|\{\{?[^{}]{2,40}\}\}?|\[[A-Z_ ]{4,40}\]|<[A-Z_ ]{4,40}>|\b(?:INSERT|REPLACE|YOUR)[_ ][A-Z_ ]{3,}/;
/** What whoever reads a manual puts in is his own. */
const OF_MANUALS = /^[<{[]?YOUR[_ -]?(?:\w{1,20}[_ -])?(?:KEY|ID)[>}\]]?$/i;
/** Signatures of storage services, and caches' versions. */
const SIGNED =
  /sig|hmac|hash|digest|expires|policy|credential|key-pair|x-amz|x-goog|^(?:v|ver|version|rev|cb|etag|sha|md5|h|s|st|se|sv|utm_\w+|fbclid|gclid|jwt|token|auth|id|uuid|ixid|nonce|state)$/i;

/** Signatures and challenges: a word may come out of one by chance, or the digest of one in hexadecimal. */
const PROOFS = /^(?:sig|signature|hmac|code_challenge|state|nonce|hash|digest|pwd)$/;

/** What a run in base64 or hexadecimal says, when it says something. */
export function decoded(run: string): string | null {
  if (run.length < 16) return null;
  const hex = /^(?:[0-9a-f]{2}){8,}$/i.test(run) ? textIn(Buffer.from(run, 'hex')) : null;
  if (hex !== null) return hex;
  const codes = /^(?:\d{2,3}[-,. _]){11,}\d{2,3}$/.test(run) ? (run.match(/\d+/g) ?? []).map(Number) : [];
  if (codes.length > 0 && codes.every((code) => code >= 32 && code < 127)) return textIn(Buffer.from(codes));
  if (/^(?:[01]{8}){8,}$/.test(run))
    return textIn(Buffer.from((run.match(/.{8}/g) ?? []).map((bits) => Number.parseInt(bits, 2))));
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(run)) return null;
  const bytes = Buffer.from(run, 'base64');
  return textIn(bytes) ?? (run.length >= ENCODED_TWICE ? hexIn(bytes.toString('latin1')) : null);
}

/** Twice encoded, a word is as long. */
const ENCODED_TWICE = 32;

/** Figures in base 16 have no two letters in a row, as often as not. */
function hexIn(text: string): string | null {
  return /^(?:[0-9a-f]{2}){12,}$/i.test(text) ? textIn(Buffer.from(text, 'hex')) : null;
}

/** As names of hosts have no capitals. Words have no figures, and hardly a text has none in this base. */
function inBase32(label: string): string | null {
  if (!/^(?:[a-z2-7]{16,600}|[A-Z2-7]{16,600})$/.test(label) || !/\d/.test(label)) return null;
  let [bits, held] = [0, 0];
  const bytes: number[] = [];
  for (const letter of label.toLowerCase()) {
    held = ((held << 5) | 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return textIn(Buffer.from(bytes));
}

const DECODER = new TextDecoder('utf-8');

function textIn(bytes: Buffer): string | null {
  const text = DECODER.decode(bytes).replace(/\ufffd{1,3}$/, '');
  if (text.length < 6 || /(?![\t\n\r])[\ufffd\p{Cc}\p{Cn}\p{Co}]/u.test(text)) return null;
  const letters = text.match(/[\p{L}\p{N}\s]/gu)?.length ?? 0;
  return letters >= 0.7 * text.length && /\p{L}{2}/u.test(text) ? text : null;
}

function isRandom(value: string): boolean {
  return /^[\w+/=.~-]+$/.test(value) && !UUID.test(value) && digitsIn(value) >= 3 && entropyOf(value) > 3.8;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function digitsIn(text: string): number {
  return text.match(/[0-9]/g)?.length ?? 0;
}

/** Shannon's, in bits a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
