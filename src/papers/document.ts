import type { FileRole } from '../domain/artifact.ts';
import type { Json } from '../kernel/json.ts';

/** One file of a model that says something of it: its text, and its value where it is JSON. */
export interface Document {
  readonly path: string;
  readonly role: FileRole;
  readonly text: string | null;
  readonly json: Json | undefined;
}

/** The text of a card below its front matter, and the line on which it begins. */
export interface Body {
  readonly text: string;
  readonly firstLine: number;
}

/** Of one kind of thing, in one model: cards that list more are no cards. */
export const MOST = 500;
/** Of one name or sentence, in characters. */
const LONGEST = 400;

/** A text as evidence keeps it: one line, well-formed, cut. */
export function words(text: string, longest: number = LONGEST): string {
  return text
    .slice(0, 4 * longest)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

/** The texts in a value: one, or a list of them; names of entries for lists of maps that have one. */
export function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [value];
  return values.flatMap((one) => {
    if (typeof one === 'number') return [String(one)];
    if (typeof one === 'string' && one.trim() !== '') return [words(one)];
    if (typeof one !== 'object' || one === null) return [];
    const { name, id, path } = one as { name?: unknown; id?: unknown; path?: unknown };
    const found = [name, id, path].find((text) => typeof text === 'string' && text.trim() !== '');
    return typeof found === 'string' ? [words(found)] : [];
  });
}

export function textOf(value: unknown): string | null {
  return textsOf(value)[0] ?? null;
}

/** The line, from 1, at a place in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
