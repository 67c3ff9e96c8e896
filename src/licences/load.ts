import { createDetector, type Detect } from './detect/detect.ts';
import { unpackFingerprints } from './detect/pack.ts';
import { createLibrary, type LicenceLibrary } from './facts/library.ts';
import type { LicenceFacts } from './facts/record.ts';

/** All that is known of licences: the facts, and the fingerprints of their texts. */
export interface LicenceKnowledge {
  readonly library: LicenceLibrary;
  readonly detect: Detect;
}

let loading: Promise<LicenceKnowledge> | undefined;

/** What ships with Weighbridge, read once and only when somebody asks; fingerprints only when there is a text to know. */
export function loadKnowledge(): Promise<LicenceKnowledge> {
  loading ??= Promise.all([
    import('./facts/model-licences.json', { with: { type: 'json' } }),
    import('./detect/fingerprints.json', { with: { type: 'json' } }),
  ]).then(([facts, fingerprints]) => ({
    library: createLibrary(facts.default as unknown as LicenceFacts),
    detect: lazily(() => createDetector(unpackFingerprints(fingerprints.default))),
  }));
  return loading;
}

function lazily(make: () => Detect): Detect {
  let made: Detect | undefined;
  return (text, whole) => {
    made ??= make();
    return made(text, whole);
  };
}
