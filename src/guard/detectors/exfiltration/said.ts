import { luhn, mod97 } from '../../../text/personal-data/checksums.ts';
import { countJoining, isUnspacedSentence, speaksUnspaced } from './joining.ts';

/** What a value of a query says, once nothing encodes it. */
export type Said = 'personal data' | 'a statement' | 'a sentence' | null;

/** Names under which people search, share and label: a sentence belongs there. */
const ASKED =
  /^(?:q|query|search\w*|such\w*|begriff|recherche|mots?|buscar?|cerca|zoek\w*|szukaj|hledat|s|k|kw|keywords?|term|text|title|label|caption|alt|tex|chl|chart|message|font|family|name|subject|body|quote|summary|description|hashtags|address|location|destination|origin|near|find_\w+|utm_\w+|template|labels|projects|redirect\w*|ref\w*|return\w*|next|continue|jql|kql|srsearch|details|item_name|code|fields|columns|select|order\w*|sort\w*|include|expand)$/;

/** Says of somebody how it is, as no search and no title does. */
const STATEMENT =
  /(?:^|[^\p{L}])(?:my|our|his|her|their|(?:the )?(?:user|customer|patient|client|employee|caller|account|password|api key|launch code|system prompt|secret|merger|salary))(?=[^\p{L}])[^?]{0,60}[^\p{L}](?:is|are|was|were|has|had|will|owes?|owed|asked|said|wants?|needs?|lives?|works?|earns?|closes?|gave|given|told|logged|paid)(?=[^\p{L}]|$)/iu;
const STATES = /^(?:system prompt|user(?: asked| said| wants| is)?|customer|patient|client|employee)(?: \d|[: ])/i;
const ASKS = /^\W{0,3}(?:how|what|why|when|where|who|which|is|are|can|does|do|should|best|list of)\b/i;
/** Accounts of programs, which sign addresses. */
const SERVICE = /^[\w.-]{1,80}@[\w.-]{1,80}\.gserviceaccount\.com(?:\/|$)/;
const MAIL = /[\w.+-]{2,64}@[\w-]{2,63}\.[a-z]{2,}/i;
/** Where mail goes to, and nothing else. */
export function isMailbox(value: string): boolean {
  return /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}$/.test(value);
}

/** What a statement that somebody means to search or to send says nothing of. */
const PRIVATE =
  /(?:^|[^\p{L}])(?:his|her|users?|customers?|patients?|clients?|employees?|callers?|passwords?|passcode|pin|api key|launch code|system prompt|prompt|secrets?|confidential|merger|acquisition|salary|salaries|income|revenue|diagnos\w+|medication|illness|pregnan\w+|ssn|social security|passport|balance|iban|card|credentials?|tokens?|address is|lives? (?:in|at|on)|name is|born)(?=[^\p{L}]|$)|(?:^|[^\d])(?!(?:19|20)\d\d(?:\D|$))\d{4,}|\d{3}[ .,-]\d{3}|[€£$]\s?\d/iu;
/** A word for a secret of which no more is said than what is wrong with it. */
const BROKEN =
  /\b(?:password|secret|api.?key)\s+is\s+(?:not|n't|no longer|never|always|incorrect|wrong|expired|lost|locked|too|required|missing|invalid|being|rejected)\b/i;

const SECRET =
  /\b(?:password|secret|api.?key)\b\s*(?:is|[:=])|(?<![a-z\d])(?:(?:passwd|passphrase|pass|pwd|secret)\s?=|(?:passwd|passphrase|pwd|(?:secret|private)_key)\s?[:=])\s?[^\s&]{4}/i;
/** Who logs in at a service, and with what. */
const LOGIN = /\b[a-z]{3,12}:\/\/[^\s:@/]{1,40}:[^\s@/]{4,60}@/i;

/** Whether a text has a password in it that somebody logs in with. */
export function hasLogin(text: string): boolean {
  return LOGIN.test(text);
}

const SHORTEST_IBAN = 15;
const IBAN = /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Z\d])/;
const CARD = /\b[3-6](?:\d[ -]?){12,18}\b/;
/** Times and numbers of rows have as many digits. */
const COUNTED = /^(?:u?st|ts|t|time\w*|\w{0,12}id|v|cb|qid|date|from|to|since|until|expires)$/;

/** `opened`: by somebody who clicks, and reads what the address asks for. */
export function saidIn(name: string, value: string, opened = false): Said {
  const asked = opened && ASKED.test(name);
  if (
    (MAIL.test(value) && !SERVICE.test(value)) ||
    hasLogin(value) ||
    (SECRET.test(value) && !(asked && BROKEN.test(value)))
  )
    return 'personal data';
  const [iban = ''] = IBAN.exec(value) ?? [];
  const account = iban.replaceAll(' ', '');
  if (account.length >= SHORTEST_IBAN && mod97(account.slice(4) + account.slice(0, 4)) === 1) return 'personal data';
  const card = COUNTED.test(name) ? undefined : CARD.exec(value)?.[0];
  if (card !== undefined && luhn(card.replace(/\D/g, ''))) return 'personal data';
  if (isUnspacedSentence(value)) return ASKED.test(name) || SORTED.test(name) ? null : 'a sentence';
  if (value.length < SHORTEST || !/\s|_/.test(value)) return null;
  const spaced = value.replaceAll('_', ' ');
  if (!ASKS.test(spaced) && (STATEMENT.test(spaced) || STATES.test(spaced)) && countWords(spaced) >= MANY_WORDS)
    return asked && !isPrivate(spaced) ? null : 'a statement';
  return !ASKED.test(name) && isSentence(spaced) ? 'a sentence' : null;
}

/** Whether somebody is meant to read a value of this name and send it on, and it says nothing of anybody. */
export function isForPeople(name: string, value: string): boolean {
  return ASKED.test(name) && !isPrivate(value.replaceAll('_', ' '));
}

export function isPrivate(text: string): boolean {
  return !BROKEN.test(text) && PRIVATE.test(text);
}

/** A sentence that tells what is somebody's, and asks nothing. */
export function isToldOfSomebody(text: string): boolean {
  if (ASKS.test(text) || BROKEN.test(text) || countWords(text) < MANY_WORDS) return false;
  return STATEMENT.test(text) || (PRIVATE.test(text) && TELLS.test(text) && isSentence(text));
}

/**
 * Whether words between hyphens or underlines tell something. Slugs of articles and names of pictures are words, too: they
 * seldom have a verb, and what does and joins its words besides is no name, where an image asks for it.
 */
export function tellsInParts(value: string, asked: { readonly loads: boolean; readonly names?: boolean }): boolean {
  const single = value.length > MOST_PARTED ? value : value.replace(/([-_.,~*|:;/])\1+/g, '$1');
  if (!IN_PARTS.test(single)) return false;
  if (/[~*|;]|:.*:.*:|\/.*\/.*\//.test(single)) return isSentence(single.replace(/[~*|;+:/]/g, ' '));
  // Pages and posts are numbered.
  const spaced = single.replace(/^\d{4,16}-|-\d{4,16}$/g, '').replace(/[-_.,~*|+;]/g, ' ');
  if (asked.loads && isToldOfSomebody(spaced)) return true;
  if (asked.loads && asked.names !== true && !ASKS.test(spaced) && isSentence(spaced))
    return SOMEBODY.test(spaced) || !value.includes('-') || tells(spaced);
  if (asked.loads && value.includes('_') && SUBJECT.test(spaced) && isSentence(spaced)) return true;
  if (asked.loads && (asked.names !== true || value.includes('_'))) return !ASKS.test(spaced) && tells(spaced);
  return isPrivate(spaced) && isToldOfSomebody(spaced);
}

/** Badges have hyphens and underlines, each for something else. */
const IN_PARTS =
  /^[\p{L}\d]{1,20}(?:(?:-[\p{L}\d,.:'$€£]{1,20}){4,40}|(?:_[\p{L}\d,.:'$€£]{1,20}){4,40}|(?:[.][\p{L}\d]{1,20}){4,40}|(?:,[\p{L}\d]{1,20}){4,40}|(?:[~*|+;:/][\p{L}\d]{1,20}){4,40})$/u;
const MOST_PARTED = 1000;
/** Who is spoken of. */
const SOMEBODY =
  /(?:^| )(?:i|we|my|our|he|she|his|her|they|their|him|user|ich|wir|mein|meine|unser|unsere|sie|je|nous|mon|ma|mes|notre|elle|mi|nuestro|nuestra|mio|mia|ho|meu|minha)(?= )/i;

/** Whether a text tells of somebody what is his. */
export function tellsOfSomebody(text: string): boolean {
  return isSentence(text) && (isPrivate(text) || STATEMENT.test(text));
}

/** Of a picture that loads by itself, a title has fewer words. */
const LONG_TITLE = 5;
/** Cameras and programs name pictures by when they were taken. */
const TAKEN = /(?<!\d)(?:19|20)\d{6}(?!\d)|(?<= at )\d{6}(?!\d)/g;

/** What a file is called by whoever named it: a title with an ending, that tells nothing. */
export function isFileName(plain: string, part: string, loads: boolean): boolean {
  if (loads && (countWords(plain) >= LONG_TITLE || isPrivate(plain.replace(TAKEN, '')))) return false;
  return (
    (/^[\p{Lu}\d].*\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?|odt|txt|csv|zip|mp[34])$/su.test(part) &&
      !TELLS.test(plain) &&
      !SOMEBODY.test(plain.replace(/\.\w{2,4}$/, ''))) ||
    (/\.(?:pdf|docx?|xlsx?|pptx?|odt|zip)$/i.test(part) && !TELLS.test(plain) && !isPrivate(plain))
  );
}

/** Whoever does or has something. */
const SUBJECT = /^(?:i|we|he|she|they|ich|wir|je|nous|elle|il) /i;

/** Whether a text speaks of somebody, and is a sentence. */
export function speaksOfSomebody(text: string): boolean {
  if (speaksUnspaced(text)) return true;
  return isSentence(text) && (SOMEBODY.test(text) || isPrivate(text) || STATEMENT.test(text));
}

function tells(text: string): boolean {
  return TELLS.test(text) && isSentence(text);
}

const TELLS = /\b(?:is|are|was|were|has|had|will|owes|said|asked|wants|needs|lives|works|earns|gave|told|paid)\b/i;

/** Words with something that joins them. */
export function isSentence(text: string): boolean {
  return (
    (countWords(text) >= MANY_WORDS &&
      (text.match(/\s+/g)?.length ?? 0) >= MANY_WORDS - 1 &&
      countJoining(text) >= LEAST_JOINING) ||
    isUnspacedSentence(text)
  );
}

function countWords(text: string): number {
  return text.match(/(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}']*(?![\p{L}\p{M}\p{N}])/gu)?.length ?? 0;
}

/** Words that are no title and no list: some more of them, and one that joins. */
export function isSaid(text: string): boolean {
  const words = text.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return (
    isSentence(text) ||
    (countWords(text) >= 5 && small * 2 > words.length && !ASKS.test(text) && countJoining(text) > 0)
  );
}

/** Under which what is sold, shown or filed is looked for. */
const SORTED =
  /^(?:categor\w+|tags?|filters?|genres?|topics?|section|brand|product|items?|colou?r|size|event|entry\S*|file_?name|author|list|group|tab)$/;

/** Whether a value of this name says something, where somebody has to open the address. */
export function isSaidUnder(name: string, value: string): boolean {
  if (!(/\s/.test(value) || isUnspacedSentence(value))) return false;
  if (SORTED.test(name)) return isWholeSentence(value);
  if (!ASKED.test(name)) return isSaid(value) || (!FOR_ANSWERS.test(name) && isAsked(value));
  return !TO_BE_READ.test(name) && isWholeSentence(value);
}

/** Where models and people are asked something. */
const FOR_ANSWERS = /prompt|question|ask|input|topic|faq|issue|msg|thread|heading|h1|chat/;
/** What somebody is shown there may be a whole sentence. What he searches, files and follows is none. */
const TO_BE_READ = /^(?:text|title|message|subject|body|quote|summary|description|details|caption|alt|tex|code)$/;

function isAsked(value: string): boolean {
  return ASKS.test(value) && countWords(value) >= 5 && countJoining(value) > 0;
}

/** With a capital, a stop, and what joins its words, as nobody writes titles and searches. */
export function isWholeSentence(text: string): boolean {
  const written = text.trim();
  if (/[。！]$/.test(written)) return isUnspacedSentence(written);
  if (!/^(?!\p{Ll})\p{L}/u.test(written) || !/(?<!\.)[.!।]$/.test(written) || countWords(written) < 5) return false;
  const words = written.split(/\s+/);
  const small = words.filter((word) => !/^\p{Lu}/u.test(word)).length;
  return countJoining(written) >= (small * 2 > words.length ? 1 : 2);
}

const SHORTEST = 20;
const MANY_WORDS = 4;
const LEAST_JOINING = 2;

/** Whether an underline parts words, and not the random letters of a token. */
export function isWordy(value: string): boolean {
  return (
    /^[a-z]{2,20}(?:[_ ]+[a-z\d,.:'-]{1,20}){2,}$/i.test(value) &&
    (value.match(/\d/g)?.length ?? 0) * 3 < value.length &&
    value.split(/[_ ]+/).filter((piece) => /^[A-Z]?[a-z]+\W?$|^[A-Z]+\W?$/.test(piece)).length >= 3 &&
    !(value.includes('_') && ASKS.test(value.replaceAll('_', ' ')))
  );
}
