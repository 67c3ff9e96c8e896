import { unescaped } from './carries.ts';

/** Of a long conversation the last part. */
const SAID = 20_000;
const MOST = 64;

/** What people call a secret, and what it is; a code is one only where it opens something. */
const SECRET =
  /\b(?:pass(?:word|code|phrase|port)?|pwd|pin|otp|(?:door|reset|access|security|verification|confirmation|log-?in|gate|alarm|launch|2fa|entry|one-time|backup|recovery) (?:code|key)|api[ _]?key|token|secret|iban|ssn|social security|account|(?:credit|debit|bank|id) card|card number|licen[cs]e number|salary|earns?|balance|member(?:ship)?|contract|patient|born|phone)(?![a-z])[^.!?\n]{0,30}?(?<![\w.-])(?=[\w.,:/+#-]{0,60}\d)([\w][\w.,:/+#-]{2,60}[\w])/gi;
/** What is left of it where it is the value of an address. */
const VALUES = /[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu;

/** Words and numbers that were told as secrets: at least three figures, so that no word is one; years are none. */
function secretsIn(earlier: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, told = ''] of earlier.join('\n').slice(-SAID).matchAll(SECRET)) {
    const bare = bareOf(told);
    if (isTelling(bare)) found.add(bare);
    if (found.size >= MOST) break;
  }
  return found;
}

function isTelling(bare: string): boolean {
  return bare.length >= 4 && (bare.match(/\d/g)?.length ?? 0) >= 3 && !/^(?:19|20)\d\d$/.test(bare);
}

function bareOf(told: string): string {
  return told.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Tells whether a part of an address is a secret that was told before, and nothing else. */
export function createSecretsReader(earlier: readonly string[]): (address: string) => boolean {
  let secrets: ReadonlySet<string> | null = null;
  return (address) => {
    secrets ??= secretsIn(earlier);
    if (secrets.size === 0) return false;
    for (const [value] of unescaped(address.replace(/^[^/]{0,20}\/\//, '')).matchAll(VALUES)) {
      if (secrets.has(bareOf(value)) || secrets.has(bareOf(value.replace(/\.\w{2,4}$/, '')))) return true;
      // Beside words of its own, as a name of a picture has them.
      if (value.split(/[-_.]/).some((part) => isTelling(part) && secrets?.has(part.toLowerCase()) === true))
        return true;
    }
    return false;
  };
}
