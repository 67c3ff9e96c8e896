import type { PersonalData } from './found.ts';

/** How the `@` of a mail address is written: by itself, as HTML's entities, escaped in an address of the web, in JSON and in programs. */
export const MAIL_SIGNS = ['@', '&#64;', '&#064;', '&#x40;', '&#X40;', '&commat;', '%40', '\\u0040', '\\x40'];

const LOCAL = /[\p{L}\p{M}\p{N}._%+'&-]/u;
/** What RFC 5322 lets stand in a name besides, and hardly anybody has: only between angle brackets, where nothing else stands. */
const ANY_LOCAL = /[\p{L}\p{M}\p{N}._%+'&!#$*/=?^`{|}~-]/u;
const LONGEST_LOCAL = 64;
/** Scripts that set no space between words: what stands before a name in another one is none of it. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Words there that say that the address follows. */
const SAYS = /^.*(?:[是为為はが은는]|คือ)(?=.)/u;

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
/** Ends of domains in scripts without spaces, where the next word may follow at once (IANA: root zone). */
const SPACELESS_ENDS =
  '公司|网络|網絡|中国|中國|香港|台湾|台灣|澳门|新加坡|在线|中文网|网址|网站|手机|移动|政务|公益|商城|网店|集团|组织机构|我爱你|みんな|コム|ストア|한국|닷컴|닷넷|삼성|ไทย|คอม';
const DOMAIN = new RegExp(
  String.raw`(?:${LABEL}\.){1,8}(?:xn--[a-z0-9-]{2,58}(?![\p{L}\p{N}-])|[a-z]{2,24}(?![a-z0-9\u00c0-\u024f\p{M}-])|(?:${SPACELESS_ENDS})|[\p{L}\p{M}]{2,24}(?![\p{L}\p{M}\p{N}-]))`,
  'iuy',
);

/** The mail address around an `@` (RFC 5321, RFC 6531, without quoted local parts), or around what is written for one. */
export function emailAt(text: string, at: number, sign = '@'): PersonalData | null {
  const behind = at + sign.length;
  DOMAIN.lastIndex = behind;
  const domain = DOMAIN.exec(text);
  if (domain === null) return null;
  const end = behind + domain[0].length;
  const start = bracketed(text, at, end) ?? localStart(text, at);
  if (!/[\p{L}\p{N}]/u.test(text.slice(start, at)) || text[at - 1] === '.' || isPassword(text, start)) return null;
  if (OF_A_FILE.test(domain[0]) || isHost(text, { start, at, end })) return null;
  return { type: 'EMAIL_ADDRESS', start, end, score: 0.95 };
}

function localStart(text: string, at: number): number {
  const last = text[at - 1] ?? '';
  const spaceless = SPACELESS.test(last);
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL) {
    const before = text[start - 1] ?? '';
    if (before > '\u007f' && (!LOCAL.test(before) || (!spaceless && SPACELESS.test(before)))) break;
    if (before <= '\u007f' && !ASCII_LOCAL.test(before)) break;
    start -= 1;
  }
  if (spaceless) start += SAYS.exec(text.slice(start, at))?.[0].length ?? 0;
  while (start < at && ".'&-".includes(text[start] ?? '')) start += 1;
  return start;
}

const ASCII_LOCAL = /[A-Za-z0-9._%+'&-]/;

/** Where the name begins between angle brackets: there all of it is one, as in the marks of messages. */
function bracketed(text: string, at: number, end: number): number | null {
  if (text[end] !== '>') return null;
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && ANY_LOCAL.test(text[start - 1] ?? '')) start -= 1;
  return text[start - 1] === '<' && start < at && text[start] !== '/' ? start : null;
}

/** A picture for finer screens, or a file of a package's version. */
const OF_A_FILE =
  /^[0-9][\w.-]{0,20}\.(?:png|jpe?g|webp|gif|svg|avif|ico|pdf|[cm]?[jt]s|css|map|json|tgz|gz|zip|whl)$/i;

interface Written {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** Accounts that are of a program, on the hosts of sources. */
const OF_SOURCES = /^(?:git|hg|svn|gitea|gitlab|forgejo|aur)$/;
/** A host's files behind its name. */
const FILES = /^(?::(?![0-9]{1,5}(?![\w/.-]))[\w~.-]|[:/][\w~/.-])/;
/** Where a shell stands, and its prompt. */
const PROMPT = /^:(?:~|\/)[\w./~-]{0,80}[#$](?:\s|$)/;

/** Whether this is where somebody is logged in, and no address. */
function isHost(text: string, { start, at, end }: Written): boolean {
  const next = text[end];
  if (next !== ':' && next !== '/') return false;
  const behind = text.slice(end, end + 90);
  return (OF_SOURCES.test(text.slice(start, at)) && FILES.test(behind)) || PROMPT.test(behind);
}

/** `://user:` and what a local part cannot hold, before a place: what follows is a password and its host (RFC 3986, 3.2.1). */
const USER = /:\/\/[^\s/@:]{0,40}:[^\s/@]{0,20}$/;
const LONGEST_USER = 64;

function isPassword(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_USER), start);
  return before.includes('://') && USER.test(before);
}
