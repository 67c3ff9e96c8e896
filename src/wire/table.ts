import { countTokens } from './anthropic/count-tokens.ts';
import { messages } from './anthropic/messages.ts';
import { generateContent } from './gemini/generate-content.ts';
import { chat } from './openai/chat.ts';
import { completions } from './openai/completions.ts';
import { embeddings } from './openai/embeddings.ts';
import { images } from './openai/images.ts';
import { responses } from './openai/responses.ts';
import { transcriptions, translations } from './openai/transcriptions.ts';
import type { Surface } from './surface.ts';

/** Every surface that the gateway speaks. What is not here is refused, since nobody could read it. */
export const SURFACES: readonly Surface[] = [
  chat,
  completions,
  responses,
  embeddings,
  images,
  transcriptions,
  translations,
  messages,
  countTokens,
  generateContent,
];

/** A surface, and what its path says of the call where the body does not. */
export interface Addressed {
  readonly surface: Surface;
  readonly named: { readonly model: string; readonly stream: boolean } | null;
}

const BY_PATH: ReadonlyMap<string, Addressed> = new Map(
  SURFACES.flatMap((surface) =>
    typeof surface.path === 'string' ? [[surface.path, { surface, named: null }] as const] : [],
  ),
);

/** A surface whose errors are those of the vendor that has such a path, where nobody reads what is sent there. */
export function wordsAt(path: string): Surface {
  if (path === '/v1/messages' || path.startsWith('/v1/messages/')) return messages;
  return /^\/v1(?:beta|alpha)\/|^\/v1\/models\/[^/]+:/.test(path) ? generateContent : chat;
}

/** The surface that is called at this path. */
export function surfaceAt(path: string): Addressed | null {
  const fixed = BY_PATH.get(path);
  if (fixed !== undefined) return fixed;
  for (const surface of SURFACES) {
    const named = typeof surface.path === 'string' ? null : surface.path(path);
    if (named !== null) return { surface, named };
  }
  return null;
}
