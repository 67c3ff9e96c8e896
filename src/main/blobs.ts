import { createS3Blobs } from '../adapters/blobs/s3.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { BucketConfig } from './config.ts';

/** The configured bucket; null where there is none. */
export function blobsIn(bucket: BucketConfig | null): BlobStore | null {
  if (bucket === null) return null;
  const { secretAccessKey, sessionToken, ...rest } = bucket;
  return createS3Blobs({
    ...rest,
    secretAccessKey: secretAccessKey.reveal(),
    sessionToken: sessionToken?.reveal() ?? null,
  });
}
