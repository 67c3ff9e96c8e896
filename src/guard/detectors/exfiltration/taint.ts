/** What was said in a conversation before, to know it again in an address. */
export interface Taint {
  /** The longest stretch of earlier text that an address repeats, plain or encoded; null below sixteen characters. */
  in(url: string): string | null;
}

/** Shorter stretches are the same by accident. */
const SHORTEST = 16;
/** Of a long conversation the last part is remembered: what is stolen is what is at hand. */
const REMEMBERED = 200_000;

export function taintOf(earlier: readonly string[]): Taint {
  const text = bare(earlier.join(' ').slice(-REMEMBERED));
  const grams = new Set<string>();
  for (let at = 0; at + SHORTEST <= text.length; at += 1) grams.add(text.slice(at, at + SHORTEST));
  return {
    in: (url) => {
      for (const form of formsOf(url)) {
        const plain = bare(form);
        for (let at = 0; at + SHORTEST <= plain.length; at += 1) {
          if (grams.has(plain.slice(at, at + SHORTEST))) return plain.slice(at, at + SHORTEST);
        }
      }
      return null;
    },
  };
}

/** Letters and digits only: how they were parted matters to nobody. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const LONGEST_URL = 8192;

function* formsOf(url: string): Iterable<string> {
  const short = url.slice(0, LONGEST_URL);
  yield short.replace(/%[0-9a-f]{2}/gi, (pair) => Buffer.from(pair.slice(1), 'hex').toString('latin1'));
  // A slash may part a path or be a letter of base64.
  for (const run of [...(short.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []), ...(short.match(/[A-Za-z0-9+_-]{16,}/g) ?? [])]) {
    if (/^(?:[0-9a-f]{2})+$/i.test(run)) yield Buffer.from(run, 'hex').toString('utf8');
    yield Buffer.from(run, 'base64').toString('utf8');
  }
}
