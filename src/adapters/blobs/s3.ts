import { Readable } from 'node:stream';
import type { AwsClient } from 'aws4fetch';
import type { Dispatcher } from 'undici';
import { type Digest, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { BlobName, BlobStore } from '../../ports/blob-store.ts';
import { checked } from './checked.ts';

export interface S3Options {
  /** `https://s3.eu-central-1.amazonaws.com`, or one that speaks S3. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before every key; empty for none. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

/** In milliseconds: for headers, and between two pieces of a body. */
const PATIENCE = 30_000;

/**
 * Blobs as objects of an S3-compatible bucket, addressed by path. One PUT a blob, so that 5 GiB is the most. The digest a
 * blob is named by is the one that is signed, so that the server refuses other bytes by itself.
 */
export function createS3Blobs(options: S3Options): BlobStore {
  const { bucket, prefix } = options;
  const urlOf = (digest: Digest): string => {
    const key = [...(prefix === '' ? [] : prefix.split('/')), hexOf(digest).slice(0, 2), hexOf(digest)];
    return `${options.endpoint.replace(/\/+$/, '')}/${[bucket, ...key].map(encodeURIComponent).join('/')}`;
  };
  const ask = callerFor(options);
  const has = async ({ digest, size }: BlobName): Promise<boolean> => {
    const answer = await ask('HEAD', urlOf(digest));
    await answer.body.dump();
    if (answer.statusCode === 404) return false;
    // What speaks S3 may keep half an object; S3 itself does not.
    return accepted(answer, digest) && Number(answer.headers['content-length']) === size;
  };
  return {
    has,
    put: async (blob, bytes) => {
      if (await has(blob)) return;
      const answer = await ask('PUT', urlOf(blob.digest), { blob, bytes });
      await answer.body.dump();
      accepted(answer, blob.digest);
    },
    read: (digest) =>
      checked(
        piecesOf(() => ask('GET', urlOf(digest)), digest),
        { digest, size: null },
      ),
  };
}

async function* piecesOf(get: () => Promise<Dispatcher.ResponseData>, digest: Digest): AsyncIterable<Uint8Array> {
  const answer = await get();
  if (answer.statusCode !== 200) {
    await answer.body.dump();
    if (answer.statusCode === 404) throw new WeighbridgeError('blob-missing', digest);
    accepted(answer, digest);
  }
  try {
    yield* answer.body as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new WeighbridgeError('blobs-unreachable', `${digest}: ${(cause as Error).message}`, { cause });
  }
}

function accepted({ statusCode }: Dispatcher.ResponseData, digest: Digest): true {
  if (statusCode >= 200 && statusCode < 300) return true;
  throw new WeighbridgeError('blobs-unreachable', `the bucket answered ${statusCode} for ${digest}`);
}

type Ask = (
  method: 'HEAD' | 'GET' | 'PUT',
  url: string,
  body?: { readonly blob: BlobName; readonly bytes: AsyncIterable<Uint8Array> },
) => Promise<Dispatcher.ResponseData>;

/** SHA-256 of nothing: what a request without a body signs. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function callerFor({ accessKeyId, secretAccessKey, sessionToken, region }: S3Options): Ask {
  let client: AwsClient | null = null;
  return async (method, url, body) => {
    const [{ AwsClient: Client }, { request }] = await Promise.all([import('aws4fetch'), import('undici')]);
    client ??= new Client({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === null ? {} : { sessionToken }),
      region,
      service: 's3',
      retries: 0,
    });
    const signed = await client.sign(url, {
      method,
      headers: { 'x-amz-content-sha256': body === undefined ? EMPTY : hexOf(body.blob.digest) },
    });
    const headers = Object.fromEntries(signed.headers);
    const sent =
      body === undefined
        ? { headers }
        : {
            headers: { ...headers, 'content-length': String(body.blob.size) },
            body: Readable.from(checked(body.bytes, body.blob), { objectMode: false }),
          };
    try {
      return await request(url, { method, ...sent, headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
    } catch (cause) {
      if (cause instanceof WeighbridgeError) throw cause;
      throw new WeighbridgeError('blobs-unreachable', (cause as Error).message, { cause });
    }
  };
}
