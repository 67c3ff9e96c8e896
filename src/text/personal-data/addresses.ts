import type { PersonalData } from './found.ts';

/** Domains that people write without a scheme. */
export const BARE_DOMAINS = [
  '.com',
  '.org',
  '.net',
  '.edu',
  '.gov',
  '.io',
  '.co',
  '.de',
  '.uk',
  '.fr',
  '.it',
  '.es',
  '.nl',
  '.eu',
  '.info',
  '.biz',
  '.dev',
  '.app',
  '.ai',
  '.ch',
  '.at',
  '.ca',
  '.au',
  '.in',
  '.jp',
  '.cn',
  '.br',
  '.ru',
  '.se',
  '.no',
  '.pl',
  '.us',
  '.il',
  '.mx',
  '.nz',
  '.za',
  '.kr',
  '.sg',
  '.tr',
  '.be',
  '.dk',
  '.xyz',
  '.site',
  '.online',
  '.shop',
  '.tech',
];

/** Handles of banks and apps that payments by UPI go to (NPCI: list of members). */
const UPI =
  /@(?:ok(?:axis|hdfcbank|icici|sbi|bizaxis)|ybl|ibl|axl|apl|yapl|rapl|paytm|pt(?:axis|hdfc|sbi|yes)|upi|waicici|wahdfcbank|waaxis|wasbi|axisb|jupiteraxis|freecharge|ikwik|mbk|timecosmos|sbi|icici|hdfcbank|kotak|airtel|postbank|cnrb|idfcbank)(?![\w@-]|\.\w)/iy;

const LONGEST_NAME = 64;

/** An Indian address for payments around an `@`: the name as in a mail address, and no domain behind it. */
export function upiAt(text: string, at: number): PersonalData | null {
  UPI.lastIndex = at;
  const handle = UPI.exec(text);
  if (handle === null) return null;
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && /[\w.-]/.test(text[start - 1] ?? '')) start -= 1;
  if (at - start < 2) return null;
  return { type: 'IN_UPI', start, end: at + handle[0].length, score: 0.7 };
}

/** A domain, an address in digits, or this machine. */
const URL =
  /(?:https?|ftps?|wss?):\/\/(?:[^\s/?#@<>"'`[\](){}]{1,128}@)?(?:(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}[\p{L}\p{N}-]{1,23}|(?:[0-9]{1,3}\.){3}[0-9]{1,3}|\[[0-9A-Fa-f:.]{2,45}\]|localhost)(?::[0-9]{1,5})?(?:[/?#][^\s<>"'`]{0,1500})?/iuy;
const SCHEME = /(?:https?|ftps?|wss?)$/i;

/** The address around a `://`. */
export function urlAt(text: string, at: number): PersonalData | null {
  const scheme = SCHEME.exec(text.slice(Math.max(0, at - 6), at));
  if (scheme === null) return null;
  const start = at - scheme[0].length;
  if (/[A-Za-z0-9]/.test(text[start - 1] ?? '')) return null;
  URL.lastIndex = start;
  const match = URL.exec(text);
  return match === null ? null : { type: 'URL', start, end: start + withoutEnd(match[0]), score: 0.6 };
}

/** Marks that end a sentence belong to it, not to the address. */
function withoutEnd(url: string): number {
  return url.replace(/[.,;:!?)\]}>*]{1,4}$/, '').length;
}

const NAME =
  /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[a-z]{2,5}(?![A-Za-z0-9-])(?:\/[A-Za-z0-9._~%/?&=#-]{0,300})?/y;

/** A domain without a scheme, around its last part. */
export function domainAt(text: string, at: number): PersonalData | null {
  let start = at;
  while (start > 0 && at - start < 120 && /[A-Za-z0-9.-]/.test(text[start - 1] ?? '')) start -= 1;
  if (/[@/\\=_:]/.test(text[start - 1] ?? '') || start === at) return null;
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  if (match === null || start + match[0].length <= at || text[start + match[0].length] === '@') return null;
  const end = start + withoutEnd(match[0]);
  if (!BARE_DOMAINS.some((domain) => text.slice(start, end).split('/')[0]?.endsWith(domain))) return null;
  if (/^[a-z]{1,2}\.[a-z]+$|\.\w{1,4}\(|^(?:self|this)\./.test(text.slice(start, end + 1))) return null;
  return { type: 'URL', start, end, score: 0.5 };
}

const V4 =
  /(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\/(?:[12]?[0-9]|3[0-2]))?(?![0-9A-Za-z]|\.[0-9])/y;

/** Hardware addresses of letters only, behind a word for them. */
export function* macsBehind(text: string, at: number): Iterable<PersonalData> {
  const window = text.slice(at, at + MACS_BEHIND);
  for (const match of window.matchAll(
    /(?<![A-Za-z0-9:-])(?:(?:[A-Fa-f]{2}:){5}[A-Fa-f]{2}|(?:[A-Fa-f]{2}-){5}[A-Fa-f]{2})(?![A-Za-z0-9:-])/g,
  )) {
    const start = at + match.index;
    if (start + match[0].length < at + MACS_BEHIND)
      yield { type: 'MAC_ADDRESS', start, end: start + match[0].length, score: 0.8 };
  }
}

export const MACS_BEHIND = 80;

/** The address of four numbers that begins here. */
export function ipv4At(text: string, at: number): PersonalData | null {
  if (/[0-9A-Za-z_.:-]/.test(text[at - 1] ?? '') && !/[^0-9A-Za-z_.:]:$/.test(text.slice(Math.max(0, at - 2), at)))
    return null;
  V4.lastIndex = at;
  const match = V4.exec(text);
  if (match === null || /^[vV]ersion:? $/.test(text.slice(Math.max(0, at - 9), at))) return null;
  return { type: 'IP_ADDRESS', start: at, end: at + match[0].length, score: 0.9 };
}

/** Digits, `:` and `.`, by the unit of ASCII. */
const V6_CHARACTERS = new Uint8Array(128).fill(1, 48, 59).fill(1, 65, 71).fill(1, 97, 103);
V6_CHARACTERS[46] = 1;
const LONGEST_V6 = 45;

/** The address of groups and colons around this place (RFC 4291). */
export function ipv6Around(text: string, at: number): PersonalData | null {
  let start = at;
  while (start > 0 && at - start < LONGEST_V6 && V6_CHARACTERS[text.charCodeAt(start - 1)] === 1) start -= 1;
  let end = at;
  while (end < text.length && end - start <= LONGEST_V6 && V6_CHARACTERS[text.charCodeAt(end)] === 1) end += 1;
  while (end > start && (text[end - 1] === '.' || (text[end - 1] === ':' && text[end - 2] !== ':'))) end -= 1;
  if (/[0-9A-Za-z_]/.test(text[start - 1] ?? '') || /[A-Za-z_]/.test(text[end] ?? '')) return null;
  // Two colons alone are an operator of many languages.
  if (
    end - start === 2 &&
    !/[=@]$|\b(?:ip|ipv6|address|host|listen|bind|unspecified)\W{1,3}$/i.test(
      text.slice(Math.max(0, start - 12), start),
    )
  )
    return null;
  if (!isV6(text.slice(start, end))) return null;
  const zone = /^%[A-Za-z0-9]{1,16}/.exec(text.slice(end, end + 17))?.[0].length ?? 0;
  const prefix =
    zone > 0 ? 0 : (/^\/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])(?![0-9])/.exec(text.slice(end, end + 5))?.[0].length ?? 0);
  return { type: 'IP_ADDRESS', start, end: end + zone + prefix, score: 0.9 };
}

function isV6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.');
  if (embedded && !/^(?:(?:25[0-5]|2[0-4]\d|1?\d{1,2})\.){3}(?:25[0-5]|2[0-4]\d|1?\d{1,2})$/.test(last)) return false;
  const plain = embedded ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  const count = plain.length + (embedded ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}
