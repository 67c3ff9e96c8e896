import { chat } from './openai/chat.ts';
import { completions } from './openai/completions.ts';
import { embeddings } from './openai/embeddings.ts';
import type { Surface } from './surface.ts';

/** Every surface that the gateway speaks. What is not here is refused, since nobody could read it. */
export const SURFACES: readonly Surface[] = [chat, completions, embeddings];
