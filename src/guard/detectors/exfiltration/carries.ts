import { decodingsOf, drawnFrom, runsIn } from './decodings.ts';
import { countCommon, isUnspacedSentence } from './joining.ts';
import { hasKey, isStrayToken, isToken, mayHaveKey } from './keys.ts';
import { type Cargo, cargoesBy, type KnownParts, type Piece } from './known-parts.ts';
import { isDrawn, isPublic, withoutSearch } from './readable.ts';
import {
  hasLogin,
  isFileName,
  isForPeople,
  isMailbox,
  isSaid,
  isSaidUnder,
  isSentence,
  isToldOfSomebody,
  isWholeSentence,
  isWordy,
  saidIn,
  speaksOfSomebody,
  tellsInParts,
} from './said.ts';
import { isNumbersOfRow, wordsOfRow } from './structured.ts';

/** How an address is asked. */
interface Asked {
  /** An address that loads by itself needs no click: what looks odd in one is worse. */
  readonly loads: boolean;
  readonly known: KnownParts;
}

export function cargoOf(asWritten: string, asked: Asked, depth = 0): Cargo | null {
  const { loads } = asked;
  const url = asWritten.replace(CONTENT_ID, 'ipfs://content');
  const { host, path, query, user } = partsOf(withoutSearch(url));
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
      `${label} ${before} ${hosted} ${loads}`,
      labels,
      () => (before && !hosted ? wordsInLabel(label, loads) : null) ?? inLabel(label, hosted),
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
  // Nobody is called by a sentence.
  const users = cargoesBy(asked.known, 'user');
  for (const part of user.split(':', 4))
    if (part.length >= LONG_PART) weigh(part, users, () => inPath(part, true, false));
  const form = !loads && FORM.test(path);
  const account = !loads && ACCOUNT.test(`${host}${path}`);
  const signs = SIGNING.test(host);
  const queries = cargoesBy(asked.known, `query ${loads} ${form} ${account} ${signs} ${depth}`);
  for (const part of query)
    weigh(part, queries, () => inQuery(pairOf(part), { ...asked, form, account, signs }, depth));
  if (mayHaveKey(url) && hasKey(`${path}?${query.join('&')}`, host)) return { score: 0.8, how: 'the key of an issuer' };
  return best ?? inPieces(query, asked) ?? inSegments(path);
}

/** By its digest, wherever it lies: no server of anybody's is asked by that name. What is behind it is asked for as of others. */
const CONTENT_ID = /^ipfs:\/\/(?:baf(?:ybei|krei)[a-z2-7]{52}|Qm[1-9A-HJ-NP-Za-km-z]{44})(?=\/|$)/;

interface Parts {
  readonly host: string;
  /** Who logs in there, and a password. */
  readonly user: string;
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
  const [, place = '', path = ''] = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/([^/]{0,2048})(.*)$/is.exec(before) ?? [];
  // Whoever logs in there may be a text too.
  const at = place.lastIndexOf('@');
  const host = withoutRest(place.slice(at + 1, at + 1 + LONGEST_HOST));
  return {
    host,
    path,
    user: at < LONG_PART ? '' : place.slice(0, at),
    // A section of an article stands behind the mark, and is asked of no server.
    query: (path.includes('/wiki/') ? query.replace(/^[A-Z]\w*$/, '') : query.replace(/&amp;/gi, '&')).split(
      /[&;#?]/,
      MOST_PARTS,
    ),
  };
}

const LONGEST_HOST = 255;

/** Without what an address goes on with that this one is a value of: neither ports nor the last part of a name have a `&`. */
function withoutRest(host: string): string {
  const at = host.indexOf('&');
  return at > 0 && (/:\d{1,5}$/.test(host.slice(0, at)) || !host.slice(at).includes('.')) ? host.slice(0, at) : host;
}

function pairOf(part: string): Pair {
  const [name, value] = cutAt(part, /=/);
  // Base64 ends so, and JSON puts a backslash before a quote.
  return value === undefined || /^=?\\?$/.test(value)
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

const MANY_ESCAPES = /(?:%[\da-f]{2}){3}/i;

export function unescaped(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  const once = decodedOnce(spaced);
  // Escapes of escapes, as whoever hands an address on makes them.
  if (!/%20[A-Za-z]|(?:%(?:25)*[\da-f]{2}){3}/i.test(once)) return once;
  const twice = decodedOnce(once);
  return MANY_ESCAPES.test(twice) ? decodedOnce(twice) : twice;
}

/** Where one escape is none of a letter, the others still are. */
function decodedOnce(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value.replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  }
}

/** Shorter labels, and shorter parts of paths, carry nothing. */
const LONG_LABEL = 16;
const RANDOM_LABEL = 24;
export const LONG_PART = 16;

/** Labels before the name of the host that are data: a text cut into pieces, words of one, or a place for one. */
function inHost(host: string): Cargo | null {
  const labels = host.split('.', MOST_PARTS).slice(0, -2);
  if (labels.some((label) => PERSONAL_SLOT.test(label)))
    return { score: 0.75, how: 'a place in the host name for a text to be put in' };
  const pieces = labels.map((label) => label.replace(COUNTED, '')).filter((label) => label.length >= 6);
  // However it was cut, of hexadecimal all together is whole.
  for (const spelling of [/^[0-9a-f]+$/i, /^[a-z2-7]+$/i]) {
    const spelt = pieces.filter((label) => spelling.test(label));
    const whole = spelt.join('');
    if (spelt.length > 0 && whole.length >= SPLIT && decoded(whole) !== null)
      return { score: 0.85, how: 'an encoded text in the host name' };
  }
  const words = labels.length < LEAST_WORDS ? [] : labels.filter((label) => WORD.test(label));
  return words.length >= LEAST_WORDS && isSentence(words.join(' '))
    ? { score: 0.7, how: 'a sentence in the host name' }
    : null;
}

/** What counts pieces. */
const COUNTED = /^[a-z]?\d{1,3}[-_]|[-_]\d{1,3}$/i;

/** Not `{region}` or `<account>`, as manuals have them. */
const PERSONAL_SLOT =
  /^[[{<$%].{0,30}(?:secret|password|token|key|conversation|history|prompt|message|chat|customer|user_?name|email|card|data|history)/i;

/** Names there belong to whoever hosts: nobody who rents one hears of all others. */
const OF_HOSTS =
  /\.(?:vercel\.app|netlify\.app|pages\.dev|workers\.dev|github\.io|gitlab\.io|herokuapp\.com|onrender\.com|azurewebsites\.net|azurestaticapps\.net|azureedge\.net|windows\.net|cloudfront\.net|amazonaws\.com|awsapprunner\.com|amplifyapp\.com|web\.app|firebaseapp\.com|run\.app|appspot\.com|fly\.dev|surge\.sh|hf\.space|streamlit\.app|blogspot\.com|wordpress\.com|tumblr\.com|substack\.com|readthedocs\.io|cloudflarestorage\.com|myshopify\.com)(?::\d{1,5})?$/i;

/** Words between hyphens or underlines before the name of the host: a sentence names no host, but a branch of its page. */
function wordsInLabel(label: string, loads: boolean): Cargo | null {
  if (!/[-_]/.test(label)) return null;
  const words = label.replace(/[-_]/g, ' ');
  return isToldOfSomebody(words) || (loads && words.split(' ').length >= LEAST_WORDS && isSentence(words))
    ? { score: 0.8, how: 'a sentence in the host name' }
    : null;
}

/** A label of a host name that only a machine has spelt: names are looked up even where nothing is loaded. */
function inLabel(label: string, hosted: boolean): Cargo | null {
  if (label.includes('-')) return null;
  const text = decoded(label);
  if (text !== null) return { score: 0.9, how: 'an encoded text in the host name' };
  return !hosted && label.length >= RANDOM_LABEL && digitsIn(label) >= 4 && entropyOf(label) > 3.5
    ? { score: 0.7, how: 'a long random label in the host name' }
    : null;
}

function inPath(part: string, loads: boolean, names = true): Cargo | null {
  const named = part
    .replace(/[}\],.;]+$/, '')
    .replace(/\.(?:png|gif|jpe?g|svg|webp|ico|css|m?js|html?|tgz|tar\.gz|zip|whl)$/i, '');
  // What proxies are asked for is escaped twice.
  const plain = unescaped(named.includes('%25') ? unescaped(named) : named);
  if (UNSEEN.test(plain)) return { score: 0.85, how: 'signs that nobody reads' };
  if (loads && SLOT_OF_PATH.test(plain)) return { score: 0.75, how: 'a place in the path for a text to be put in' };
  const text = decoded(plain.replaceAll(' ', '+'));
  // Proxies of images have the picture's own address there.
  if (text !== null && !/^https?:\/\/[^?#]*$/.test(text) && !(!loads && (isNumbered(text) || isNumbersOfRow(text))))
    return { score: 0.85, how: 'an encoded text in the path' };
  if (loads)
    for (const bytes of drawnFrom(plain))
      if (/\s/.test(textIn(bytes) ?? '')) return { score: 0.75, how: 'a packed text in the path' };
  if (SECRET_IN_PATH.test(plain) || hasLogin(plain)) return { score: 0.75, how: 'personal data in the path' };
  // Most parts are one word.
  const parted = /[\s\u0080-\uffff]/.test(plain);
  if (parted && isWholeSentence(plain)) return { score: 0.65, how: 'a sentence in the path' };
  if (isFileName(plain, part, loads)) return null;
  if (loads && ((plain.match(/\s/g)?.length ?? 0) >= 3 || isUnspacedSentence(plain)))
    return { score: 0.7, how: 'a sentence in the path' };
  if (tellsInParts(plain, { loads, names })) return { score: 0.65, how: 'a sentence in the path' };
  if (parted && (speaksOfSomebody(plain) || isTurned(plain))) return { score: 0.65, how: 'a sentence in the path' };
  return /\s/.test(plain) && (saidIn('', plain) !== null || (isSaid(plain) && plain === part.replace(/%20/g, ' ')))
    ? { score: 0.65, how: 'a sentence in the path' }
    : null;
}

/** A password by its name. */
const SECRET_IN_PATH = /(?<![a-z\d])(?:password|passwd|passphrase|pass|pwd|secret)(?:=|:\s)[^\s/=]{4}/i;

/** What is to be spelt there: not `{user_id}`, as manuals have it. */
const SLOT_OF_PATH = /[{[<$](?:\{|\()?\s?(?:base64|b64|url_?encode\w*|encode\w*|hex|btoa)\w*[ (:|]/i;

/** Cards and accounts of banks have more figures. */
const LONGEST_ID = 12;

/** The number of a row or an account, which says nothing of it. */
function isNumbered(text: string): boolean {
  const digits = digitsIn(text.replace(IS_UUID, ''));
  return digitsIn(text) * 4 >= text.length && digits <= LONGEST_ID && isId(text);
}

/** Pages that show what is to be said, for somebody to send. */
const FORM =
  /\b(?:new|compose|create|share\w*|intent|submit|search|suche|recherche|busca\w{0,2}|ricerca|zoeken|szukaj|hledat|send|ask|dir|mail|render)\/?$/i;

/** Where whoever clicks is known by his own address, which a letter to him has already. */
const ACCOUNT =
  /unsub|opt-?out|preferences|subscri|verif|confirm|invit|reset|sign-?[iu][pn]|log-?in|register|accounts?\b|activat|manage|newsletter|e?mail|join|rsvp|profile|forgot|receipt|invoice|billing|orders?\b|checkout|remove/i;

interface AskedOf extends Asked {
  readonly form: boolean;
  readonly account: boolean;
  /** Whether the host signs all its addresses. */
  readonly signs: boolean;
}

function inQuery({ name, value }: Pair, asked: AskedOf, depth: number): Cargo | null {
  const { loads, form, account } = asked;
  // What says something may be the name, with nothing or a mark behind it.
  if (name.length >= LONG_NAME && value.length <= 2) return inQuery({ name: '', value: name }, asked, depth);
  const text = decoded(value.replaceAll(' ', '+'));
  if (text !== null && depth < 2 && /^https?:\/\//.test(text)) return cargoOf(text, asked, depth + 1);
  const [led] = depth < 2 ? (LED_ON.exec(value) ?? []) : [];
  if (led !== undefined) return cargoOf(Buffer.from(led, 'base64').toString('utf8'), asked, depth + 1);
  if (UNSEEN.test(value)) return { score: 0.85, how: 'signs that nobody reads' };
  if (
    text !== null &&
    !(PROOFS.test(name) && !/\s|\P{ASCII}/u.test(text) && !isSomebodys(text)) &&
    !(!loads && ((IDS.test(name) && isId(text)) || isNumbersOfRow(text))) &&
    !(account && isMailbox(text))
  )
    return { score: 0.9, how: 'an encoded text in the query' };
  if (depth < 2 && /^[a-z]{0,6}:?\/\//i.test(value)) return cargoOf(value, asked, depth + 1);
  // Proxies are asked for an address without its scheme.
  if (depth < 2 && /^(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,12}\//i.test(value))
    return cargoOf(`//${value}`, asked, depth + 1);
  if (name === 'scope' && OF_SIGN_IN.test(value)) return null;
  if (isStrayToken(name, value)) return { score: 0.7, how: 'a signed token under a name of something else' };
  const said = account && isMailbox(value) ? null : saidIn(name, value, !loads);
  if (said === 'personal data') return { score: 0.85, how: 'personal data in the query' };
  if (isSlot(name, value, loads)) return { score: 0.75, how: 'a place in the query for a text to be put in' };
  if (isSpoken(name, value, asked) || isTurned(value)) return { score: 0.75, how: 'a sentence in the query' };
  if (said !== null) return { score: 0.65, how: `${said} in the query` };
  if (!loads && !form && isSaidUnder(name, value)) return { score: 0.65, how: 'a sentence in the query' };
  if (tellsInParts(value, { loads: loads || TELLING.test(name) }) && !(form && isForPeople(name, value)))
    return { score: 0.65, how: 'a sentence in the query' };
  if (PATH_OF_FILE.test(value)) return inPath(value.slice(value.lastIndexOf('/') + 1), loads);
  if (value.length >= 32 && !SIGNED.test(name) && !asked.signs && isRandom(value, loads))
    return { score: loads ? 0.62 : 0.45, how: 'a long random value in the query' };
  return null;
}

/** What whoever signs in may be asked of himself, all of it. (OpenID Connect Core, 5.4 and 11) */
const OF_SIGN_IN = /^(?:(?:openid|profile|email|address|phone|offline_access)(?: |$)){1,6}$/;
/** An address in base64, behind a mark that says what it is. */
const LED_ON = /(?<=^[a-z\d]{1,3})aHR0c(?:HM6Ly|DovL)[\w+/-]{12,}/;
/** Letters that show nothing, of which names have one or two, and pictures that stand for letters. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}{8}|^(?:\p{Extended_Pictographic}\ufe0f?){12}/u;

/** Shorter names are of what their value is. */
const LONG_NAME = 20;

/** What lists are read on from, and what their rows are called: `User:1234`, in base64 so that nobody makes them up. */
const IDS = /cursor|after|before|page_?token|continuation|offset|next|^(?:\w{0,20}_?id|node|start|from|state|p|key)$/;
const IS_ID = /^[\w.-]{1,40}(?:[:|/=,][\w.:-]{1,60}){0,4}$/;

const IS_UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Whether it names a row, and says nothing of what is in it. */
function isId(text: string): boolean {
  if (!IS_ID.test(text)) return false;
  const parts = text.replace(IS_UUID, '').split(/[:|/=,]/);
  // Names of kinds have two words.
  if (parts.some((part) => (part.match(/[a-z](?=[._-][a-z])/gi)?.length ?? 0) > 1)) return false;
  const words = text.replace(/[._-]/g, ' ');
  return !isSomebodys(text) && saidIn('', words) === null && !isSentence(words.replace(/[:|/=,]/g, ' '));
}

/** Whether what was encoded says what is somebody's, or is a key. */
function isSomebodys(text: string): boolean {
  return saidIn('', text) !== null || hasKey(text) || isToken(text) || /\s/.test(decoded(text) ?? '');
}

function isSlot(name: string, value: string, loads: boolean): boolean {
  if (OF_MANUALS.test(value) || (OF_PROGRAMS.test(value) && !(loads && WANTED.test(value))) || /"\s?:/.test(value))
    return false;
  if (SLOT.test(WANTED.test(value) ? value : withoutFormulas(value)))
    return loads || TELLING.test(`${name} ${value}`) || WANTED.test(value);
  return (loads && FORMATTED.test(value)) || (SLOT_OF_WORDS.test(value) && WANTED.test(value));
}

/** Words that are a sentence, by what they are asked for under. */
function isSpoken(name: string, value: string, { loads, form }: AskedOf): boolean {
  const words = value.replace(/\\[A-Za-z]{2,}/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;
  const speaks =
    isUnspacedSentence(value) ||
    (value.length >= 20 && words >= 3 && (/\s/.test(value) || (name !== '' && isWordy(value))));
  if (!speaks || (form && isForPeople(name, value))) return false;
  if (!loads) return TELLING.test(name);
  // A caption has no stop; a title may have one.
  if (CAPTIONS.test(name)) return isWholeSentence(value) && (name !== 'title' || speaksOfSomebody(value));
  return !SEARCHED.test(name) || isSentence(value);
}

const COMMAND_OF_TEX = /\\(?:(?:begin|end)\{(?:[bpvV]?matrix|cases|aligned)\}|[A-Za-z]{2,})/g;
/** As templates and programs have them: whoever calls something by a name has a place for it. */
const NAMED_SLOT = /[A-Za-z]{3}|[A-Za-z]{2}[_.]|[_.][A-Za-z]{2}/;
/** Fractions of roots of powers. */
const DEEPEST = 3;

/** In formulas, braces hold what belongs together: without those that hold letters and figures. */
function withoutFormulas(value: string): string {
  let rest = value.replace(COMMAND_OF_TEX, ' ');
  if (rest === value || /\{\{|\$\{/.test(value)) return value;
  for (let depth = 0; depth < DEEPEST; depth += 1)
    rest = rest.replace(/\{[^{}]{0,40}\}/g, (group) => (NAMED_SLOT.test(group) ? group : ' '));
  return rest;
}

/** Shorter ones may say something by chance, turned. */
const SPELT = 20;

/** Turned around, turned by thirteen places, and by the other end of the alphabet: words stay words, but nobody's. */
const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => Array.from(text).reverse().join(''),
  (text) => text.replace(/[A-Za-z]/g, (letter) => turnedBy(letter, (place) => place + 13)),
  (text) => text.replace(/[A-Za-z]/g, (letter) => turnedBy(letter, (place) => 25 - place)),
  (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(33 + ((sign.charCodeAt(0) - 33 + 47) % 94))),
];

/** Whether words of it are a sentence when they are turned, and none before. */
function isTurned(text: string): boolean {
  return text.length >= SPELT && !says(text) && SPELLINGS.some((spell) => says(spell(text)));
}

function turnedBy(letter: string, turn: (place: number) => number): string {
  const first = letter <= 'Z' ? 65 : 97;
  return String.fromCharCode(first + ((turn(letter.charCodeAt(0) - first) + 26) % 26));
}

/** Words as people write them, but for one or two, and a sentence. */
function says(text: string): boolean {
  const words = text.split(/[-_.,+~*| ]+/);
  const plain = words.filter((word) => /^(?:\p{Lu}?\p{Ll}{1,15}|\p{Lu}|\d{1,6})$/u.test(word));
  const said = plain.join(' ');
  return words.length >= 4 && plain.length * 5 >= words.length * 4 && countCommon(said) >= 2 && isSentence(said);
}

const WORD = /^[A-Za-z][A-Za-z'%,.]{0,15}$/;
const LEAST_WORDS = 5;
const LEAST_PIECES = 3;

/** Words of a sentence, a part of the path each. */
function inSegments(path: string): Cargo | null {
  const parts = path.split('/', MOST_PARTS);
  const words = parts.length < LEAST_WORDS ? [] : parts.filter((part) => WORD.test(part));
  if (words.length >= LEAST_WORDS && isSentence(words.join(' '))) return { score: 0.7, how: 'a sentence in the path' };
  // All of one length but the last, which says how long the text was.
  const pieces = parts.filter((part) => /^[\w+-]{6,}={0,2}$/.test(part));
  const even = pieces.length >= LEAST_PIECES && pieces.slice(0, -1).every(({ length }) => length === pieces[0]?.length);
  return even && pieces.join('').length >= SPLIT && decoded(pieces.join('')) !== null
    ? { score: 0.8, how: 'an encoded text in several parts of the path' }
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
const SPLIT = 20;

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
/** The number of a row, as a program puts it in. */
const OF_PROGRAMS = /^\$?\{{1,2}\s?(?:\w{1,30}\.){0,4}(?:\w{0,30}_)?id\s?\}{1,2}$/i;
/** As templates, shells and manuals mark them; and a word in capitals, if it is one for what is to be told. */
const SLOT_OF_WORDS =
  /^(?:<%.{2,60}%>|\$\(.{2,60}\)|%\(.{2,40}\)s|«.{2,60}»|\{\{.{2,60}\}\}|__[A-Z_]{4,40}__|[A-Z]{2,20}(?:_[A-Z\d]{1,20}){0,4}|[$%@#][A-Z_]{4,40}%?)$/;
const WANTED =
  /conversation|history|chat|prompt|secret|passw|summary|messages?|memory|user_?(?:data|input|mail|email)|id_rsa/i;
const FORMATTED = /^(?:%s|\{\d?\}|\{\w{1,2}\})$/;
/** Stores of pictures in which nobody has a place of his own; they sign under names of theirs. */
const SIGNING =
  /(?:^|\.)(?:fbcdn\.net|cdninstagram\.com|licdn\.com|discordapp\.(?:com|net)|tiktokcdn\.com|twimg\.com|pinimg\.com|gstatic\.com|giphy\.com)$/i;
/** Signatures of storage services, and caches' versions. */
const SIGNED =
  /sig|hmac|hash|digest|expires|policy|credential|key-pair|x-amz|x-goog|^(?:v|ver|version|rev|cb|etag|sha|md5|h|s|st|se|sv|utm_\w+|fbclid|gclid|jwt|token|auth|id|uuid|ixid|nonce|state)$/i;

/** Signatures and challenges: a word may come out of one by chance, or the digest of one in hexadecimal. */
const PROOFS = /^(?:sig|signature|hmac|code_challenge|state|nonce|hash|digest|pwd)$/;

/** What a value or a run within it says, when nothing but its spelling hides it. */
export function decoded(value: string, mayBePacked = true): string | null {
  for (const run of runsIn(value)) {
    for (const bytes of decodingsOf(run, mayBePacked && run.length * 5 >= value.length * 4)) {
      const text = textIn(bytes) ?? (run.length >= ENCODED_TWICE ? hexIn(bytes.toString('latin1')) : null);
      // A part of a value may be the name of something in it.
      if (text !== null && (run.length >= value.length - 8 || /\s/.test(text) || !IS_ID.test(text))) return text;
    }
  }
  return null;
}

/** Twice encoded, a word is as long. */
const ENCODED_TWICE = 32;

/** Figures in base 16 have no two letters in a row, as often as not. */
function hexIn(text: string): string | null {
  return /^(?:[0-9a-f]{2}){12,}$/i.test(text) ? textIn(Buffer.from(text, 'hex')) : null;
}

const DECODER = new TextDecoder('utf-8');

function textIn(bytes: Buffer): string | null {
  const text = DECODER.decode(bytes).replace(/\ufffd{1,3}$/, '');
  if (text.length < 6 || /(?![\t\n\r])[\ufffd\p{Cc}\p{Cn}\p{Co}]/u.test(text)) return null;
  const said = text.replace(/\p{Extended_Pictographic}/gu, '');
  const letters = said.match(/[\p{L}\p{M}\p{N}\s]/gu)?.length ?? 0;
  if (letters >= 0.7 * said.length) return /(?:\p{L}\p{M}*){2}/u.test(text) ? text : null;
  // Rows of data have more marks.
  const row = wordsOfRow(text);
  return row.length > 0 && (isSomebodys(text) || row.some(isSentence)) ? text : null;
}

function isRandom(value: string, loads: boolean): boolean {
  if (DIGEST.test(value) || (!loads && CHALLENGE.test(value))) return false;
  return /^[\w+/=.~-]+$/.test(value) && !UUID.test(value) && digitsIn(value) >= 3 && entropyOf(value) > 3.8;
}

/** Small words and numbers, each by itself, and the ending of a picture. */
const PATH_OF_FILE = /^\/?(?:(?:[a-z]{1,20}|\d{1,8})[/._-]{1,2}){1,16}(?:png|jpe?g|gif|webp|svg|avif|pdf)$/;
/** A digest in base64url, as those who log in have it. A picture is asked for by none. */
const CHALLENGE = /^[\w-]{43}$/;
/** What names a file by what stands in it. */
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
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
