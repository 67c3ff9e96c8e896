import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Meter } from './meter.ts';
import { named } from './trust.ts';

/** One answer, headers read and body still to come. */
export interface Answer {
  readonly status: number;
  /** Where it came from at last, all redirects followed. */
  readonly url: URL;
  /** A header by its lower-case name; the first where it is repeated. */
  header(name: string): string | undefined;
  /** To be read once, or discarded. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Lets go of the rest of the body: reads on when little is left, so that the connection can serve again. */
  release(): Promise<void>;
  /** By `performance.now()`: when a body that is read into memory has taken too long. */
  readonly deadline: number;
}

/** The transfer ended before its time. Worth another try, unlike a WeighbridgeError. */
export class BrokenTransferError extends Error {
  override readonly name = 'BrokenTransferError';
}

interface Circumstances {
  readonly url: URL;
  readonly meter: Meter;
  readonly deadline: number;
}

export function answerOf(response: Dispatcher.ResponseData, { url, meter, deadline }: Circumstances): Answer {
  const header = (name: string): string | undefined => {
    const value = response.headers[name];
    return typeof value === 'string' ? value : value?.[0];
  };
  return {
    status: response.statusCode,
    url,
    header,
    body: counted(response.body, meter),
    // Redirects and errors say little; whatever says more loses its connection.
    release: async () => {
      await response.body.dump({ limit: 64 * 1024 }).catch(() => {});
    },
    deadline,
  };
}

export async function discard(answer: Answer): Promise<void> {
  await answer.release();
}

/**
 * The whole body, at most `limit` bytes. Throws `source-malformed` for more or for a compressed one,
 * BrokenTransferError when it takes too long.
 */
export async function readBody(answer: Answer, limit: number): Promise<Uint8Array> {
  assertPlain(answer);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body) {
    length += chunk.length;
    if (length > limit) throw new WeighbridgeError('source-malformed', `${named(answer.url)} is over ${limit} bytes`);
    if (performance.now() > answer.deadline) throw new BrokenTransferError('the answer does not end');
    chunks.push(chunk);
  }
  return joined(chunks);
}

/** The chunks as one plain array: without a copy when there is one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  const { buffer, byteOffset, length } = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
  return new Uint8Array(buffer, byteOffset, length);
}

/** Throws `source-malformed` when the body is not the bytes themselves: compression was not asked for. */
export function assertPlain(answer: Answer): void {
  const encoding = answer.header('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() === 'identity') return;
  throw new WeighbridgeError('source-malformed', `${named(answer.url)} came compressed, which was not asked for`);
}

async function* counted(body: AsyncIterable<Uint8Array>, meter: Meter): AsyncIterable<Uint8Array> {
  for await (const chunk of body) {
    meter.bytesRead += chunk.length;
    yield chunk;
  }
}
