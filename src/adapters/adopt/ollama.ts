import { join, sep } from 'node:path';
import { z } from 'zod';
import type { FoundModel } from '../../domain/adoption.ts';

/** As Ollama writes it: an OCI image manifest whose layers are named by what they are. */
const manifest = z.object({
  layers: z.array(z.object({ mediaType: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })).max(1000),
});

const MODEL_LAYER = 'application/vnd.ollama.image.model';

/**
 * The model that a manifest of an Ollama store names, by the blob of its weights; null when it names none. `place` is the
 * manifest's path below `manifests`: `registry.ollama.ai/library/llama3/8b`.
 */
export function ollamaModel(store: string, place: string, text: string): FoundModel | null {
  const read = manifest.safeParse(jsonIn(text));
  const layer = read.data?.layers.find(({ mediaType }) => mediaType === MODEL_LAYER);
  if (layer === undefined) return null;
  const parts = place.split(sep);
  const tag = parts.pop() ?? '';
  const name = parts
    .slice(1)
    .join('/')
    .replace(/^library\//, '');
  return { house: 'ollama', name: `${name}:${tag}`, reference: join(store, 'blobs', layer.digest.replace(':', '-')) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
