/** What the keys of an issuer begin with, that nobody but their owner may know, and where the issuer itself reads them: not where anybody rents. */
interface Issuer {
  readonly key: RegExp;
  readonly home: RegExp;
}

const ISSUERS: readonly Issuer[] = [
  {
    key: /(?<![\w-])sk-(?:[a-z\d]{2,8}-){0,2}[A-Za-z\d_-]{20}/g,
    home: /(?:^|\.)(?:openai\.com|anthropic\.com|openrouter\.ai|deepseek\.com)$/i,
  },
  { key: /(?<![A-Za-z\d])[sr]k_live_[A-Za-z\d]{20}/g, home: /(?:^|\.)stripe\.com$/i },
  {
    key: /(?<![A-Za-z\d])(?:gh[oprsu]_[A-Za-z\d]{30}|github_pat_[A-Za-z\d_]{30})/g,
    home: /(?:^|\.)(?:github\.com|githubusercontent\.com|ghcr\.io)$/i,
  },
  { key: /(?<![A-Za-z\d])gl(?:pat|ptt|rt)-[\w-]{20}/g, home: /(?:^|\.)gitlab\.com$/i },
  { key: /(?<![A-Za-z\d])(?:xox[abeoprs]|xapp)-[\w-]{20}/g, home: /(?:^|\.)slack\.com$/i },
  { key: /(?<![A-Za-z\d])npm_[A-Za-z\d]{30}/g, home: /(?:^|\.)npmjs\.(?:com|org)$/i },
  { key: /(?<![A-Za-z\d])pypi-[\w-]{30}/g, home: /(?:^|\.)pypi\.org$/i },
  { key: /(?<![A-Za-z\d])hf_[A-Za-z\d]{30}/g, home: /(?:^|\.)(?:huggingface|hf)\.co$/i },
  { key: /(?<![A-Za-z\d])do[opr]_v1_[\da-f]{40}/g, home: /(?:^|\.)digitalocean\.com$/i },
  { key: /(?<![A-Za-z\d])shp(?:at|ss|ca)_[\da-f]{30}/g, home: /(?:^|\.)(?:myshopify|shopify)\.com$/i },
  { key: /(?<![A-Za-z\d])SG\.[\w-]{20}\.[\w-]{20}/g, home: /(?:^|\.)sendgrid\.(?:com|net)$/i },
  {
    key: /(?<![A-Za-z\d])ya29\.[\w-]{30}/g,
    home: /^(?:(?:www|oauth2|drive|gmail|people|sheets)\.googleapis|accounts\.google)\.com$/i,
  },
  // An address that is signed for somebody has the name of the key under a name of its own.
  {
    key: /(?<!(?:access_?key(?:_?id)?|credential)(?:=|%3d))(?<![A-Za-z\d])A[KS]IA[A-Z2-7]{16}(?![A-Za-z\d]|\/|%2f)/gi,
    home: /(?:^|\.)aws\.amazon\.com$|^(?:iam|sts)(?:\.[a-z\d-]{4,20})?\.amazonaws\.com$/i,
  },
  { key: /-----BEGIN[ +%\dA-Z]{1,30}PRIVATE/g, home: /^(?!)/ },
];

/** Which one of them each has. */
const BEGINNING =
  /sk-|k_live_|gh[oprsu]_|github_pat|gl(?:pat|ptt|rt)-|xox|xapp-|npm_|pypi-|hf_|_v1_|shp[asc]|SG\.|ya29|A[KS]IA|PRIVATE/;

/** What manuals put for a key. */
const PLACEHOLDER = /x{4}|\*{3}|\.{3}|your|example|placeholder|insert|redacted|0{6}|123456|abcdef/i;

/** Whether a text has what one of them begins with. */
export function mayHaveKey(text: string): boolean {
  return BEGINNING.test(text);
}

/** Whether a text has the key of an issuer in it; where `host` is the issuer's own, of another. */
export function hasKey(text: string, host = ''): boolean {
  if (!mayHaveKey(text)) return false;
  const at = host.replace(/:\d{0,5}$/, '');
  return ISSUERS.some(
    ({ key, home }) => !home.test(at) && [...text.matchAll(key)].some(([found]) => !PLACEHOLDER.test(found)),
  );
}

/** A token that says whom it is for and is signed. (RFC 7519) */
const TOKEN = /^eyJ[\w-]{10,2000}\.eyJ[\w-]{10,2000}\.[\w-]{20,2000}$/;
/** Under which whoever asks for an address proves that he may. */
const PROVES =
  /tok|jwt|auth|state|sig|hint|assert|ticket|session|sso|code|key|cred|invit|request|cert|proof|pass|^(?:t|s|k|id|jt|st|at|rt|d?sc|magic|login|claim|verify|sign)$/i;

/** Whether a value is such a token, and is asked for under a name by which nobody proves anything. */
export function isStrayToken(name: string, value: string): boolean {
  return name !== '' && !PROVES.test(name) && TOKEN.test(value);
}

/** Whether it is a token, by itself. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
