import type { Vault } from './vault.ts';
import { createAddressWatch } from './within-address.ts';

/**
 * How a model may write a pseudonym: `<EMAIL_1>`, in another case, with a backslash before what markdown would take for
 * a sign, as entities, in other brackets, or without them. Every repetition is bounded.
 */
const LABEL = String.raw`([A-Za-z][A-Za-z0-9]{0,39}(?:\\?[_ -][A-Za-z0-9]{1,40}){0,8}\\?[_ -]\d{1,6})`;
// A backslash is taken only where it stands on both sides: it may belong to the text around the pseudonym.
const BRACKETED = String.raw`\\< ?${LABEL} ?\\>|(?:<|&lt;|\[) ?${LABEL} ?(?:>|&gt;|\])`;
const BARE = String.raw`\b([A-Z][A-Z0-9]{0,39}(?:\\?_[A-Z0-9]{1,40}){0,8}\\?_\d{1,6})(?![A-Za-z0-9_])`;
const TOKEN = new RegExp(`${BRACKETED}|${BARE}`, 'g');

/** What a text may end in that is the beginning of one. */
const OPEN = /(?:\\?<|&lt;|\[)[A-Za-z0-9_\\ -]{0,120}(?:\\|&g?t?)?$|\b[A-Z][A-Z0-9_\\]{0,120}$|&l?t?$|\\$/;
const LONGEST = 136;

export interface Token {
  readonly start: number;
  readonly end: number;
  /** As a vault knows it: `EMAIL_1`. */
  readonly label: string;
}

/** What looks like a pseudonym, from left to right. */
export function tokensIn(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label: labelIn(match[1] ?? match[2] ?? match[3] ?? ''),
  }));
}

function labelIn(token: string): string {
  return token.replace(/\\/g, '').replace(/[ -]/g, '_').toUpperCase();
}

/** Where a pseudonym may begin that is not whole yet; the text's length when none does. */
export function openToken(text: string): number {
  const from = Math.max(0, text.length - LONGEST);
  const open = OPEN.exec(text.slice(from));
  return open === null ? text.length : from + open.index;
}

/** Puts texts back where their pseudonyms stand, in a message that comes in pieces. */
export interface Restorer {
  push(delta: string): string;
  end(): string;
}

/** What the vault does not know stays as it is, and so does what stands within an address: it would go to whoever has that. */
export function createRestorer(vault: Pick<Vault, 'textFor'>): Restorer {
  let held = '';
  const watch = createAddressWatch();
  const give = (end: number) => {
    let out = '';
    let at = 0;
    for (const { start, end: stop, label } of tokensIn(held.slice(0, end))) {
      const text = vault.textFor(label);
      if (text === undefined) continue;
      const between = held.slice(at, start);
      watch.see(between);
      const shown = watch.isWithin() ? held.slice(start, stop) : text;
      watch.see(shown);
      out += between + shown;
      at = stop;
    }
    const rest = held.slice(at, end);
    watch.see(rest);
    held = held.slice(end);
    return out + rest;
  };
  return {
    push: (delta) => {
      held += delta;
      return give(openToken(held));
    },
    end: () => give(held.length),
  };
}

/**
 * How a text is put back into what a tool is called with: where that is a text of JSON, what is put into it must not end its
 * strings.
 */
export function writerFor(toolCall: string): (text: string) => string {
  return /^\s*[[{]/.test(toolCall) ? withinJson : asItIs;
}

function withinJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function asItIs(text: string): string {
  return text;
}

/** A whole message with its texts back. */
export function restored(text: string, vault: Pick<Vault, 'textFor'>): string {
  const restorer = createRestorer(vault);
  return restorer.push(text) + restorer.end();
}
