/** A snapshot in a cache of `huggingface_hub`, wherever the cache lies. */
const SNAPSHOT = /(?:^|[\\/])models--([^\\/]+)[\\/]snapshots[\\/]([0-9a-f]{7,64})$/;
/** A digest or a commit among other words: nobody reads it to its end. */
const HEX = /[0-9a-f]{20,}/g;

/**
 * What a model was asked for by, as a person reads it: `acme/small@1f3a2b1` for a snapshot of a cache, long digests cut. Only
 * for the eye: two may look alike.
 */
export function shortReference(reference: string): string {
  const [, cached, commit] = SNAPSHOT.exec(reference) ?? [];
  if (cached !== undefined && commit !== undefined) return `${cached.replaceAll('--', '/')}@${commit.slice(0, 7)}`;
  return reference.replaceAll(HEX, (hex) => `${hex.slice(0, 8)}…`);
}
