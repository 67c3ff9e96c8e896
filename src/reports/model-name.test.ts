import { expect, it } from 'vitest';
import { shortReference } from './model-name.ts';

it.each([
  ['hf/hub/models--acme--small/snapshots/1111111111111111111111111111111111111111', 'acme/small@1111111'],
  [`ollama/models/blobs/sha256-${'ab'.repeat(32)}`, 'ollama/models/blobs/sha256-abababab…'],
  [`mlruns/1/models/m-${'0f'.repeat(16)}/artifacts`, 'mlruns/1/models/m-0f0f0f0f…/artifacts'],
  ['hf:acme/small@main', 'hf:acme/small@main'],
  ['plover-1m', 'plover-1m'],
  ['models--acme--small', 'models--acme--small'],
])('%s reads as %s', (reference, short) => {
  expect(shortReference(reference)).toBe(short);
});
