import { digestOfJson } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import { createDetector, type Detect } from './detect/detect.ts';
import { unpackFingerprints } from './detect/pack.ts';
import { createLibrary, type LicenceLibrary } from './facts/library.ts';
import type { LicenceFacts, LicenceRecord } from './facts/record.ts';

/** All that is known of licences: the facts, and the fingerprints of their texts. */
export interface LicenceKnowledge {
  readonly library: LicenceLibrary;
  readonly detect: Detect;
  /** First digits of a digest over all of it. */
  readonly edition: () => string;
}

let shipped: Promise<LicenceKnowledge> | undefined;

/** What ships with Weighbridge, read once and only when somebody asks; fingerprints only when there is a text to know. */
export function loadKnowledge(): Promise<LicenceKnowledge> {
  shipped ??= knowledgeWith([]);
  return shipped;
}

/** The same with records of one's own, which stand before ours of the same id. */
export async function knowledgeWith(own: readonly LicenceRecord[]): Promise<LicenceKnowledge> {
  const [{ default: facts }, { default: fingerprints }] = await Promise.all([
    import('./facts/model-licences.json', { with: { type: 'json' } }),
    import('./detect/fingerprints.json', { with: { type: 'json' } }),
  ]);
  const ours = facts as unknown as LicenceFacts;
  const ids = new Set(own.map(({ id }) => id));
  const licences = [...own, ...ours.licences.filter(({ id }) => !ids.has(id))];
  return {
    library: createLibrary({ ...ours, licences }),
    detect: lazily(() => createDetector(unpackFingerprints(fingerprints))),
    // Some eight milliseconds, of the thirty that a small model takes: once for all models.
    edition: once(() => digestOfJson([licences, fingerprints.data] as unknown as Json).slice(7, 23)),
  };
}

function lazily(make: () => Detect): Detect {
  const detector = once(make);
  return (text, whole) => detector()(text, whole);
}

function once<Made extends Detect | string>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
