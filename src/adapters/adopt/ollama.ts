import { join, sep } from 'node:path';
import { z } from 'zod';
import type { FoundModel } from '../../domain/adoption.ts';

/** As Ollama writes it: an OCI image manifest whose layers are named by what they are. */
const manifest = z.object({
  layers: z.array(z.object({ mediaType: z.string(), digest: z.string().regex(/^sha256:[0-9a-f]{64}$/) })).max(10_000),
});

/** Layers that a runner loads, and what to call them; the others are texts. */
const LOADED: Readonly<Record<string, string>> = {
  'application/vnd.ollama.image.model': '',
  'application/vnd.ollama.image.adapter': ' (adapter)',
  'application/vnd.ollama.image.projector': ' (projector)',
};

/**
 * What a manifest of an Ollama store would have loaded, a blob a row; none where it names nothing. `place` is the manifest's
 * path below `manifests`: `registry.ollama.ai/library/llama3/8b`, and is called as `ollama list` does.
 */
export function ollamaModels(store: string, place: string, text: string): readonly FoundModel[] {
  const parts = place.split(sep);
  const tag = parts.pop() ?? '';
  const model = parts.join('/').replace(/^registry\.ollama\.ai\/(?:library\/)?/, '');
  const { layers = [] } = manifest.safeParse(jsonIn(text)).data ?? {};
  return layers.flatMap(({ mediaType, digest }) => {
    const what = Object.hasOwn(LOADED, mediaType) ? LOADED[mediaType] : undefined;
    if (what === undefined) return [];
    return [
      { house: 'ollama', name: `${model}:${tag}${what}`, reference: join(store, 'blobs', digest.replace(':', '-')) },
    ];
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
