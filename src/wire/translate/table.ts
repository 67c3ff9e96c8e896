import type { Dialect, Surface } from '../surface.ts';
import { generateContentOverChat } from './gemini.ts';
import { messagesOverChat } from './messages.ts';
import type { Translation } from './translation.ts';

const OVER_OPENAI: ReadonlyMap<string, Translation> = new Map([
  ['messages', messagesOverChat],
  ['generate-content', generateContentOverChat],
]);

/** How a call of this surface is said to a server of that dialect; null: its meaning does not survive. */
export function translationFor(surface: Surface, dialect: Dialect): Translation | null {
  return dialect === 'openai' ? (OVER_OPENAI.get(surface.id) ?? null) : null;
}
