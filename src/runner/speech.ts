/** Tokens in, text out: whole characters only, and nothing of a stop word or behind it. */
export interface Speech {
  push(token: number): { readonly text: string; readonly stopped: boolean };
  /** What was held back, when no more tokens come. */
  rest(): string;
}

/** No character has more bytes, and no token fewer than one. */
const LONGEST_CHARACTER = 4;
/** Tokens before, by which a tokenizer knows whether a word begins. */
const REMEMBERED = 8;

export function createSpeech(
  spell: (tokens: readonly number[], before: readonly number[]) => string,
  stops: readonly string[],
): Speech {
  let before: number[] = [];
  let pending: number[] = [];
  let held = '';
  const spelt = (): string => {
    const text = spell(pending, before);
    if (text.endsWith('\ufffd') && pending.length < LONGEST_CHARACTER) return '';
    before = [...before, ...pending].slice(-REMEMBERED);
    pending = [];
    return text;
  };
  return {
    push: (token) => {
      pending.push(token);
      const text = held + spelt();
      const stop = Math.min(...stops.map((word) => text.indexOf(word)).filter((at) => at >= 0));
      if (stop !== Number.POSITIVE_INFINITY) {
        held = '';
        return { text: text.slice(0, stop), stopped: true };
      }
      const safe = text.length - longestBeginning(text, stops);
      held = text.slice(safe);
      return { text: text.slice(0, safe), stopped: false };
    },
    rest: () => held + (pending.length === 0 ? '' : spell(pending, before)),
  };
}

/** How much of the end of `text` may be the beginning of a stop word. */
function longestBeginning(text: string, stops: readonly string[]): number {
  const most = Math.min(text.length, Math.max(0, ...stops.map((word) => word.length - 1)));
  for (let length = most; length > 0; length -= 1) {
    const end = text.slice(-length);
    if (stops.some((word) => word.startsWith(end))) return length;
  }
  return 0;
}
