import { type FrontMatter, readFrontMatter } from '../formats/yaml/front-matter.ts';
import { type Item, readingsAs } from './inventory.ts';

/** The card at the top of the model; those in subfolders describe parts of it. */
export function cardOf(items: readonly Item[]): Item | undefined {
  const cards = items.filter(({ file }) => file.role === 'card' && !file.path.includes('/'));
  return cards.find(({ file }) => /^readme\.md$/i.test(file.path)) ?? cards[0];
}

/** The text of a file, or null when it was not read as text, or let go. */
export function textOf(item: Item): string | null {
  for (const { facts, member: way } of readingsAs(item, 'text')) if (way.length === 0) return facts.text;
  return null;
}

export function frontMatterOf(card: Item | undefined): FrontMatter {
  const text = card === undefined ? null : textOf(card);
  return text === null ? { kind: 'none' } : readFrontMatter(text);
}

/** The words under a key of the card: one or a list of them; empty where there are none. */
export function cardWords(matter: FrontMatter, key: string): readonly string[] {
  const value = matter.kind === 'read' ? matter.values.get(key)?.value : undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === 'string');
}
