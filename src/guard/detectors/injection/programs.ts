import { LONG_KEY, longRunsIn } from '../../../text/view/long-run.ts';
import { ANGLE, HASH, marksOf, PROGRAM, RARER_MARK, UNUSUAL } from '../../../text/view/marks.ts';
import { NAMES_AGAIN, NAMES_MODEL, NAMES_OWN, namesIn as wordsNamedIn } from './hints.ts';

/** What only looks like an attempt since programs, settings and specifications are made of the same words. */

/** A line that a program is made of: a declaration, an assignment, a call. */
const STATEMENT =
  /^\s*(?:(?:\} else )?if \([\w.!=<>&|"' ]{1,80}\) ?(?:return|throw|\{)|(?:export |async |public |private |static |default ){0,3}(?:function|def|class|const|let|var|return|import|fn|func)\s[\w.$]|[\w.]{1,60}\s?(?:[+|]?=|:=)\s?[^\s=]|[\w.]{1,60}\((?:[\w.,'"/ -]{0,80})\)\s{0,8}(?:;|$|#|\/\/))/;
/** Whether there is a sign of an assignment or a call, or the first letter of what a declaration begins with. */
function mayState(sentence: string): boolean {
  let at = 0;
  while (at < sentence.length && sentence.charCodeAt(at) <= 32) at += 1;
  const first = sentence.charCodeAt(at);
  if (first > 127 || (BEGINS_STATEMENT[first] ?? 0) === 1) return true;
  return (marksOf(sentence).kinds & PROGRAM) !== 0 && (sentence.includes('=') || sentence.includes('('));
}

const BEGINS_STATEMENT = new Uint8Array(128);
for (const letter of 'eapsdfclvri') BEGINS_STATEMENT[letter.charCodeAt(0)] = 1;

/** So many words in a row, with nothing but a blank between, are said to somebody. */
const SAID = /[a-z]{2,24}(?: [a-z]{1,24}){3}/i;
/** What stands behind a statement in its line says what it does. */
const REMARK =
  /[;)}\]"'\w]\s{1,8}(?:#|\/\/) ?(?![^\n]{0,80}\b(?:you|your|ignore|disregard|forget|always|never|must)\b)[^\n]{0,80}$/i;
/** Of a variable that holds a prompt it says nothing what it is. */
const ATTRIBUTE = /\w[.\]]|[=({;]|['"]\)/;

/** A line of a program without what its names would say as words of an order; null for what is none. */
function namesIn(sentence: string): string | null {
  if (!mayState(sentence) || !STATEMENT.test(sentence)) return null;
  const line = sentence.trimEnd().replace(REMARK, '');
  return SAID.test(line) || !ATTRIBUTE.test(line) || ALONE.test(line) ? null : 'x';
}

/** A call is an order where it is all that is written. */
const ALONE = /^\s*\w{1,60}\(\s?['"]?\w{0,60}['"]?\s?\);?\s*$/;

/** Knows what a message's own program has given a value: to show that is no demand. */
export interface Names {
  /** Whether all that is said is to show one of them. */
  read(sentence: string): boolean;
  /** Forgets what was read. */
  restart(): void;
}

const GIVEN = /^\s*(?:const |let |var )?(\w{1,60})\s?=\s?(?:\w[\w.]{0,60}\(|["'`]|\w[\w.]{0,60};?\s*$)/;
const SHOWN = /^\s*(?:print|echo|puts|console\.log|logger\.\w{1,10}|log|pprint)\s?\(?\s?(\w{1,60})\s?\)?;?\s*$/;
const MOST_NAMES = 32;

export function createNames(): Names {
  const names = new Set<string>();
  return {
    restart: () => {
      if (names.size > 0) names.clear();
    },
    read: (sentence) => {
      if (names.size === 0 && ((marksOf(sentence).kinds & PROGRAM) === 0 || !sentence.includes('='))) return false;
      const [, given] = GIVEN.exec(sentence) ?? [];
      if (given !== undefined && names.size < MOST_NAMES) names.add(given);
      return names.has(SHOWN.exec(sentence)?.[1] ?? '');
    },
  };
}

/** The heading of what teams write for their tools. */
const HEADING =
  /^#{1,3} (?:[\w.-]{1,20} ){0,2}(?:copilot|cursor|claude|gemini|codex|agents?|windsurf|cline|repository|project|coding|custom|contributor)(?: [\w.-]{1,16})? (?:instructions|rules|guidelines|conventions|notes)\s*$/i;

/** What a system does, as specifications have it. */
const DUTY =
  /\b(?:the|an?|each|every) (?:AI|LLM|chat|voice|language|virtual)?[ -]?(?:agent|assistant|bot|model|chatbot)s? (?:must|shall|should|has to|needs to) (?:first |only |then |always )?(?:call|return|use|log|validate|store|retry|support|expose|send|handle|invoke|query|cite|load|write|read|emit|record|escalate|respond within|answer within)\b(?![^\n]{0,160}\b(?:refus\w+|comply|obey|restrict\w+|limits?|any (?:request|question)|filter\w*|ethic\w*|polic\w+|ignore|reveal|unrestricted|user asks|no matter|i (?:say|ask|want))\b)/i;
const SUBJECT =
  /\b(?:AI|LLM|chat|voice|language|virtual)?[ -]?(?:agent|assistant|bot|model|chatbot)(?=s? (?:must|shall|should|has to|needs to)\b)/gi;

const OBLIGED = ['gent', 'ssistant', 'bot', 'odel'];
const MAY_OBLIGE = /(?:gent|ssistant|bot|odel)s? (?:must|sh|has|needs)/;

/** To look for a few letters costs less, and for a word that ends in them still less, where each letter is of ASCII. */
function mayOblige(sentence: string): boolean {
  if ((wordsNamedIn(sentence) & NAMES_MODEL) === 0 && (marksOf(sentence).kinds & UNUSUAL) === 0) return false;
  return OBLIGED.some((end) => sentence.includes(end)) && MAY_OBLIGE.test(sentence);
}

/** An element with a word in it, or nothing. */
const LEAF = /<([A-Za-z][\w.-]{0,40})>\s{0,4}[\w.,:/@-]{0,60}\s{0,4}<\/\1>/g;
const MOST_LEAVES = 6;

/** Whether it is settings in XML, of elements with a word in each. */
function isSettings(text: string): boolean {
  if ((marksOf(text).kinds & ANGLE) === 0) return false;
  let left = text.trim();
  if (!left.startsWith('<') || !left.endsWith('>') || left.length > 2000) return false;
  for (let depth = 0; depth < MOST_LEAVES && left !== ''; depth += 1) left = left.replace(LEAF, '').trim();
  return left === '' && text.indexOf('<', 1) !== text.lastIndexOf('</');
}

/** A key or a number of an account: only a machine has spelt it, and it orders nothing. */
const KEY = /(?<![\w:-])[\w:-]{28,200}(?![\w:-])/g;

function isKey(run: string): boolean {
  if (!(/\d/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run)) || /[a-z]{7}/.test(run)) return false;
  const bytes = Buffer.from(run, 'base64');
  return bytes.filter((byte) => byte >= 32 && byte < 127).length < MOST_PRINTABLE * bytes.length;
}

/** What says something in base64 is none; a third of all bytes can be printed. */
const MOST_PRINTABLE = 0.75;

/** All that is asked for is what comes of figures. */
const RESULT_ONLY =
  /^\s{0,3}(?:bitte )?(?:gib|gebt|geben sie) (?:mir )?(?:bitte )?(?:nur|ausschließlich) (?:noch )?(?:die|das|den) (?:summe|anzahl|zahl|differenz|ergebnis|mittelwert|durchschnitt|datum|uhrzeit|betrag|endbetrag|spalte|liste|namen)(?: (?:aus|an|zurück|der \p{L}{2,20}|aller \p{L}{2,20})){0,2}[.!]?\s*$/iu;

/** Whether the first letter is that of one of the words it begins with. */
function mayGive(sentence: string): boolean {
  let at = 0;
  while (at < 3 && sentence.charCodeAt(at) <= 32) at += 1;
  const first = sentence.charCodeAt(at);
  return first > 127 || (first | 32) === 98 || (first | 32) === 103;
}

/** What somebody told others about a thing, taken back by who told it. */
const OWN_WORDS =
  /\b(disregard|ignore|forget)( about)?( all(?: of)?)? my (?:(?:earlier|previous|last|prior|first|former|old) )(?:instructions?|directions|guidance|guidelines|orders?|prompts?|messages?|notes?)(?= (?:about|on|regarding|concerning|for|as to) (?:the|our|your|this|that|next|last|today|tomorrow)\b)(?![^.!?\n]{0,60}\b(?:summary|summaries|answers?|repl(?:y|ies)|responses?|users?|system|safety|prompt|reveal|secret|passwords?|https?)\b)/gi;

/** However many zeros stand before a number. */
const ENTITY = /&(?:#0{0,16}([1-9]\d{0,5})|#x0{0,16}([1-9a-f][\da-f]{0,4})|(lt|gt|amp|quot|apos|nbsp));/gi;
const NAMED = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' }));

/** Letters that a page spells by their numbers, and signs by their names, as they are shown: what spells one is no word. */
export function withoutEntities(sentence: string): string {
  if (!sentence.includes('&')) return sentence;
  return sentence.replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? ' ';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code >= 32 && code < 127 ? String.fromCharCode(code) : ' ';
  });
}

/** What a box on a page shall not do a second time. */
const NOT_AGAIN =
  /\b(?:do not|don['’]?t|never) (?:show|ask|remind|tell|display|warn|notify)(?: (?:me|us|this|these|it|that|the|message|dialog|notice|tip|hint|about)){0,4} again\b/gi;

/** How an element looks: `display` is no verb there. */
const LOOKS = /\sstyle\s?=\s?(?:"\s{0,4}[a-z-]{1,40}\s?:[^"<>]{0,300}"|'\s{0,4}[a-z-]{1,40}\s?:[^'<>]{0,300}')/gi;
/** Values of a style have fewer words in a row. */
const SAID_IN_STYLE = /[a-z]{3,24}(?: [a-z]{1,24}){2}/i;

/** Nobody is told anything by a style, but by words in its place. */
function withoutLooks(text: string): string {
  return text.replace(LOOKS, (style) => (SAID_IN_STYLE.test(style) ? style : ''));
}

/** What a letter or a page says without what its writer takes back of his own, and what is said to nobody. */
export function withoutOwn(whole: string): string {
  const { kinds } = marksOf(whole);
  // Both are words, unless other letters stand beside them.
  const shown = (kinds & RARER_MARK) !== 0 && whole.includes('style') ? withoutLooks(whole) : whole;
  const isAlone = (kinds & UNUSUAL) === 0 && shown === whole;
  const named = isAlone ? wordsNamedIn(whole) : NAMES_OWN | NAMES_AGAIN;
  const sentence = (named & NAMES_AGAIN) !== 0 && shown.includes(' again') ? shown.replace(NOT_AGAIN, 'later') : shown;
  return (named & NAMES_OWN) !== 0 && sentence.includes(' my ')
    ? sentence.replace(OWN_WORDS, 'change my letter')
    : sentence;
}

const ELEMENTS =
  'a|abbr|article|aside|audio|b|blockquote|body|button|canvas|caption|code|col|dd|details|dialog|div|dl|dt|em|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|i|iframe|img|input|kbd|label|legend|li|main|mark|nav|object|ol|optgroup|option|p|path|picture|pre|progress|q|rect|s|section|select|small|source|span|strong|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|tr|u|ul|use|video';
/** A class, what an element is called, a state, an attribute: none with a blank in it. */
const PART =
  '(?:[.#][A-Za-z_-][\\w-]{0,60}|::?[a-z-]{2,30}(?:\\([^()\\s{}]{0,40}\\))?|\\[[\\w-]{1,30}(?:[*^$~|]?=[^\\s\\[\\]{}]{0,40})?\\]|\\*)';
const COMPOUND = `(?:(?:${ELEMENTS})(?![\\w-])${PART}{0,6}|${PART}{1,8})`;
/** What a rule of a stylesheet begins with; names of classes are words, as `list` and `before`. Words that are no element are said. */
const SELECTOR = new RegExp(`^${COMPOUND}(?:(?: {0,2}[>+~,] {0,2}| {1,2})${COMPOUND}){0,16}(?: {0,2}\\{|,)\\s{0,4}$`);

const [DOT, SIGN_OF_NUMBERS] = [46, 35];

/** What a message says without what programs, settings and specifications say. */
export function withoutPrograms(sentence: string): string {
  if ((marksOf(sentence).kinds & HASH) !== 0 && HEADING.test(sentence)) return 'x';
  const first = sentence.charCodeAt(0);
  if ((first === DOT || first === SIGN_OF_NUMBERS) && SELECTOR.test(sentence) && !SAID.test(sentence)) return 'x';
  if ((mayGive(sentence) && RESULT_ONLY.test(sentence)) || isSettings(sentence)) return 'x';
  const named = namesIn(sentence);
  if (named !== null) return named;
  const said = mayOblige(sentence) && DUTY.test(sentence) ? sentence.replace(SUBJECT, 'service') : sentence;
  return withoutOwn((longRunsIn(said) & LONG_KEY) === 0 ? said : said.replace(KEY, (run) => (isKey(run) ? 'x' : run)));
}
