import { isPlaceholder } from './placeholder.ts';
import { surprise } from './randomness.ts';

/** What of a name stands before the word in it. */
export function nameBefore(before: string): string {
  return /[\w.-]{0,40}$/.exec(before)?.[0] ?? '';
}

/** Words that hold `pass` or `secret` and mean something else. */
const OTHER_NAMES =
  /(?:pass(?:word|wd)?|pwd|secret)[_.-]?(?:regex|pattern|policy|hint|reset|length|format|field|label|prompt|rules?|strength|confirm\w*|error|message|title|type|column|manager|mgr|provider|changed|expir\w*|encryption|protected|arg|args)|last_?used|bypass|compass|passive|passeng|passage|passed|passing|passport|surpass|passes|pass_?through|passthru|pass_?band|secret(?:s|ary|ion|ly|_?name|_?id|_?arn|_?ref|_?path|_?key_?ref)/i;

const PASSWORD_NAME =
  /(?:pass(?:w(?:or)?d|wd|w|phrase|_?code)?|pwd|secret)(?:[_.-]?(?:value|text|plain|[0-9]|default|admin|root|db|key|prod|dev|test))?$/i;
/** `passwordWiki`, where the word of a capital goes on behind the name. */
const PASSWORD_OF =
  /(?:[pP]ass(?:w(?:or)?d|wd|w|phrase)?|[pP]wd|[sS]ecret)[_.-]?[A-Z][a-z]{1,10}$|(?:PASS(?:W(?:OR)?D|WD|PHRASE)?|PWD|SECRET)[_.-]?[A-Z]{2,11}$/;

export function isPasswordName(name: string): boolean {
  return (PASSWORD_NAME.test(name) || PASSWORD_OF.test(name)) && !OTHER_NAMES.test(name);
}

/** Words that stand where a password would, and are none. */
const WORDS =
  /^(?:.{0,3}|pass(?:w(?:or)?d)?\d?|secret\d?|string|none|null|nil|true|false|undefined|required|optional|text|input|hidden|user(?:name)?|test(?:ing)?|test:?test|admin|root|default|empty|value|invalid|valid|wrong|incorrect|missing|foo|bar|baz|qux|foobar|hunter2?|postgres|mysql|redis|guest|demo|sample|xxx+|yyy+|abc|1234?5?6?7?8?9?0?|token|key|error|field|name|email|login|pbkdf2|scrypt|bcrypt|argon2[a-z]*|hmac|sha-?\d{1,3}|md5|base64|utf-?8|latin1|hex|the|your|my|is|for|and|not|must|from|with)$/i;

/** What computes a password, or says where it is, is none. */
const EXPRESSION =
  /\$\{|\{\{|\$\(|%\(|^\$[A-Za-z_]|%[sd]|^%[A-Z_]+%$|\{[a-z_]*\}|<[A-Za-z_ -]*>|process\.env|environ|getenv|^env\b|\bconfig\.|self\.|this\.|^@[a-z]+\/|\.get\(|^\/|^\.\/|:\/\/|^#|\.(?:js|ts|py|json|ya?ml|txt|html|php|rb|go|java|md|pem|key|crt)$|\[[A-Z_]+\]/;

/** Words of settings and of sentences, which are joined in the same way and are no pass phrase. */
const NO_PHRASE =
  /^(?:pass\w*|secrets?|keys?|tokens?|names?|refs?|values?|fields?|your|yours|our|their|here|there|this|that|these|the|and|for|from|with|without|into|not|none|must|should|shall|can|cannot|will|was|has|have|are|least|only|same|see|use|used|using|change\w*|choose|enter|insert|replace|put|set|add|read|get|env\w*|vault|config\w*|settings?|store\w*|file|files|path|user\w*|admin|root|login|account|service|server|client|host|database|prod\w*|dev\w*|stag\w*|test\w*|local|default|example|sample|dummy|fake|placeholder|encrypted|hashed|encoded|plain|text|string|characters?|letters?|digits?|required|optional|missing|invalid|wrong|incorrect|empty|reset|forgot\w*|expired|protected|based|based64|sha|hash|salt|one|two|three|four|may|all|any|new|old|app|api|web|http|https|www|com|org|net)$/i;

/** Four words or more, joined as pass phrases are: `<word>-<word>-<word>-<word>`. */
export function isPassPhrase(value: string): boolean {
  if (!/^[A-Za-z]{3,10}(?:([-_. ])[A-Za-z]{3,10})(?:\1[A-Za-z]{3,10}){2,6}$/.test(value)) return false;
  const words = value.split(/[-_. ]/);
  return new Set(words).size === words.length && !words.some((word) => NO_PHRASE.test(word));
}

export function isWordForPassword(value: string): boolean {
  return WORDS.test(value) || EXPRESSION.test(value);
}

/** Bits a pair of characters (`randomness.ts`) that a name in a list seldom costs. */
const RANDOM_LIST = 4.6;

/** Whether what stands in quotes after this name is a password. */
export function isPassword(value: string, name: string, operator = '='): boolean {
  if (value.length < 4 || / /.test(value.trim()) || WORDS.test(value) || EXPRESSION.test(value)) return false;
  // "Pass `--flag`": a verb.
  if (/^pass$/i.test(name) && /^\s+$/.test(operator)) return false;
  if (isPlaceholder(withoutAngle(value)) || /passw|pwd|secret|username/i.test(value) || /[^\x20-\x7e]{3}/.test(value))
    return false;
  // After a comma stands the next of a list more often than the value of a name.
  if (/^\s*,/.test(operator) && (/\n/.test(operator) || name === 'pwd' || !isNoWord(value))) return false;
  if (!isStrong(value) && !isPassPhrase(value)) return false;
  const isSecret = /secret/i.test(name) && !/pass/i.test(name);
  return !isSecret || (value.length >= 6 && !/^[a-z]+[-_.][a-z0-9-_.]+$/i.test(value));
}

/** An angle bracket within is as good a mark as any, where no other closes it; `<secret>` stands in for one. */
function withoutAngle(value: string): string {
  return /<[^>]*>|[-=]>/.test(value) ? value : value.replace(/(?<=.)[<>](?=.)/g, '');
}

/** Whether no list of names would have it: digits and a mark, or letters in no order. */
function isNoWord(value: string): boolean {
  return surprise(value) >= RANDOM_LIST || (/[0-9]/.test(value) && /[A-Za-z]/.test(value) && /[!@#$%^&*?]/.test(value));
}

/** Letters in an order no name has. */
const UNREADABLE_BITS = 4.8;

/** Letters with digits, or with marks that no name has, or letters in an order no name has. */
export function isStrong(value: string): boolean {
  if (value.length < 5) return false;
  const letters = /[A-Za-z]/.test(value);
  if (letters && /[!@#$%^&*+?~]/.test(value) && !/^[@#%&*+~?$!]?[A-Za-z_]+[?!:*]?$/.test(value)) return true;
  if (letters && /[!@#$%^&*]$/.test(value)) return true;
  if (letters && /[0-9]/.test(value)) return !/^[a-z]+[_-][a-z_-]+[0-9]?$|^[a-z]{1,4}[0-9]$|^v?[0-9.]+$/i.test(value);
  return value.length >= 8 && surprise(value) >= UNREADABLE_BITS;
}

interface Around {
  readonly op: string;
  readonly name: string;
  readonly before: string;
}

const CONNECTION =
  /(?:server|data source|host(?:name)?|user ?(?:id|name)?|uid|database|dsn|provider)["']?\s?=\s?[^\n]{1,100}$/i;

/** Whether what stands without quotes after this name is a password. */
export function isBarePassword(bare: string, { op, name, before }: Around): boolean {
  if (/secret/i.test(name) && !/pass/i.test(name)) return false;
  const value = bare.replace(/[.:]$/, '');
  if (/^(.)\1+$/.test(value)) return false;
  if (WORDS.test(value) || EXPRESSION.test(value) || isPlaceholder(value)) return false;
  // `<password>@host`: the name itself is what is to be put in.
  if (/>/.test(op) && value.startsWith('@')) return false;
  if (isPaired(value, op, before)) return true;
  if (/pass|pwd|secret|token/i.test(value) || /[=:|]/.test(value.slice(0, -1))) return false;
  if (op === '=' && CONNECTION.test(before)) return value.length >= 4;
  if (/^\s+$/.test(op)) return isToldApart(name, before) ? isStrong(value) || OF_MACHINE.test(before) : isSaid(value);
  if (/^\s+is\s+$/.test(op)) return isSaid(value) || isPassPhrase(value);
  if (!/[:=>]/.test(op) || /=>|==|!=/.test(op)) return false;
  if (isPassPhrase(value)) return true;
  return value.length >= 6 && isStrong(value) && /[0-9!@#$%^&*]/.test(value) && !isReference(value);
}

/** Whether the line above gives the user that this is the password of, in a file of settings: any word may be one there. */
function isPaired(value: string, op: string, before: string): boolean {
  if (!/^ {0,3}[=:] {0,3}$/.test(op) || !/^[A-Za-z0-9_!@#%^&*+?~-]{6,64}$/.test(value)) return false;
  const named = /^(?:pass(?:word)?|secret|your|my)[_-]|[_-](?:pass(?:word)?|secret)$|^(?:db|some|the)password$/i;
  return USER_ABOVE.test(before) && !named.test(value) && !/^[A-Z_]+$/.test(value);
}

const USER_ABOVE =
  /(?:^|\n)[ \t]{0,8}(?:[\w.-]{0,30}[_.-])?(?:user(?:[_-]?name)?|login)[ \t]{0,3}[=:][ \t]{0,3}[\w@.\\-]{2,60}[ \t]{0,3}\r?\n(?:[ \t]{0,8}[#;/][^\n]{0,80}\n){0,3}[ \t]{0,8}[\w.-]{0,30}$/i;

/** In a sentence, only what no word looks like: capitals, small letters and digits in no order, or with marks among them. */
function isSaid(value: string): boolean {
  if (value.length < 8 || !/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (!/^[\w!@#$%^&*+?~.-]+$/.test(value) || isReference(value)) return false;
  if (/[!@#$%^&*]/.test(value)) return true;
  const mixed = (/[a-z]/.test(value) && /[A-Z]/.test(value)) || /[0-9][A-Za-z]+[0-9]/.test(value);
  return mixed && surprise(value) >= UNREADABLE_BITS;
}

/** A number in hexadecimal, a member of something, a variable with a number. */
function isReference(value: string): boolean {
  return /^0x|^[A-Za-z_]\w*\.\w|^[A-Za-z_]+[0-9]?$/.test(value);
}

/** The words of a netrc: any word may be a password there. */
const OF_MACHINE = /\b(?:machine\s{1,8}\S{1,100}|default)\s{1,8}login\s{1,8}\S{1,64}\s{1,8}$/;

/** Whether only space parts a password from its name: `--password x`, and the words of a netrc. */
function isToldApart(name: string, before: string): boolean {
  return /^-{1,2}[a-z-]*pass/i.test(name) || /\b(?:machine|login)\s\S+\s{1,8}$/.test(before);
}
