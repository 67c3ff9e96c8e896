import { isPrintable, middleCut, printable, replaceUnprintable } from '../../kernel/printable.ts';

/** Markup that may stand in a page as it is. Only this file makes it from text. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

/** Longest text from outside in one place of a page, in characters. Whole in the JSON report. */
const TEXT_LIMIT = 600;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose every text is escaped, in elements and in quoted attributes; only Html goes in as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? '';
  for (const [at, part] of parts.entries()) markup += markupOf(part) + (strings[at + 1] ?? '');
  return { markup };
}

function markupOf(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeText(printable(part));
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

export const NOTHING: Html = { markup: '' };

/** Markup made in this room from no foreign text: icons and styles. */
export function ours(markup: string): Html {
  return { markup };
}

/** Text from outside, isolated from its surroundings, each misleading character as a box with its code point. */
export function outside(text: string): Html {
  return html`<bdi>${boxed(middleCut(text, TEXT_LIMIT))}</bdi>`;
}

/** A name, path or operation from outside. */
export function code(text: string): Html {
  return html`<code>${outside(text)}</code>`;
}

function boxed(text: string): Html {
  if (isPrintable(text)) return { markup: escapeText(text) };
  // The box stands for one character; escaping first leaves every such character alone.
  return { markup: replaceUnprintable(escapeText(text), box) };
}

function box(character: string): string {
  return `<span class="esc">${printable(character).slice(1, -1)}</span>`;
}

/** Markup when there is something to say, else nothing. */
export function when(condition: boolean, markup: () => Html): Html {
  return condition ? markup() : NOTHING;
}
