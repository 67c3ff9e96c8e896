import type { Detect } from './declaration/declaration.ts';
import { detectByTitle } from './detect/detect.ts';
import { createLibrary, type LicenceLibrary } from './facts/library.ts';

/** All that is known of licences: the facts, and the fingerprints of their texts. */
export interface LicenceKnowledge {
  readonly library: LicenceLibrary;
  readonly detect: Detect;
}

let loading: Promise<LicenceKnowledge> | undefined;

/** What ships with Weighbridge, read once and only when somebody asks. */
export function loadKnowledge(): Promise<LicenceKnowledge> {
  loading ??= import('./facts/model-licences.json', { with: { type: 'json' } }).then(({ default: facts }) => ({
    library: createLibrary(facts),
    detect: detectByTitle,
  }));
  return loading;
}
