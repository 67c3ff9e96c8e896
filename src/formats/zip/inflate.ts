import { createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { assertWithin, type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** Stored bytes fed in one step: they inflate to at most 1032 times as many, 16 MiB. */
const STEP = 16 * 1024;
/** What a stream of deflate may inflate to whatever its ratio: small texts compress well. */
const FREE = 64 * 1024;

/** Deflated bytes within a source, with what they are said to inflate to. */
export interface Deflated {
  readonly source: ByteSource;
  readonly start: number;
  readonly stored: number;
  readonly size: number;
}

/** Throws OverBudgetError for a member that is, or claims to be, a bomb. */
export function assertNoBomb(stored: number, size: number): void {
  if (size > LIMITS.memberInflated) throw new OverBudgetError(`a member of ${size} bytes inflated`);
  if (size > FREE && size > stored * LIMITS.inflateRatio) {
    throw new OverBudgetError(`a member that inflates ${Math.round(size / Math.max(stored, 1))} times`);
  }
}

/** Inflates at once what is in memory, to at most `most` bytes. Throws MalformedError for what is no deflate stream. */
export function inflateWhole(stored: Uint8Array, most: number, budget: Budget): Uint8Array {
  try {
    const bytes = inflateRawSync(stored, { maxOutputLength: most + 1 });
    budget.spend('inflated', bytes.length);
    return bytes;
  } catch (cause) {
    if (cause instanceof OverBudgetError) throw cause;
    throw new MalformedError('the member does not inflate to its size', 0, { cause });
  }
}

/**
 * A source over deflated bytes that inflates as it is read, forwards; reading back begins anew. Keeps one step's output
 * in memory. Each inflated byte is spent from the budget, the second time too.
 */
export function inflatedSource(deflated: Deflated, budget: Budget): ByteSource {
  let stream: Forward | null = null;
  return {
    size: deflated.size,
    read: async (offset, length) => {
      assertWithin(deflated.size, offset, length);
      assertNoBomb(deflated.stored, deflated.size);
      if (length === 0) return new Uint8Array(0);
      if (stream === null || offset < stream.kept()) {
        stream?.close();
        stream = openForward(deflated, budget);
      }
      return stream.take(offset, length);
    },
  };
}

interface Forward {
  /** Offset of the first inflated byte that is still in memory. */
  kept(): number;
  take(offset: number, length: number): Promise<Uint8Array>;
  close(): void;
}

function openForward(deflated: Deflated, budget: Budget): Forward {
  const pump = openPump(deflated, budget);
  const { output } = pump;
  return {
    kept: () => output.at,
    take: async (offset, length) => {
      dropBefore(output, offset);
      while (output.at + output.length < offset + length) {
        await pump.feed();
        dropBefore(output, offset);
      }
      return joined(output.chunks, offset - output.at, length);
    },
    close: pump.close,
  };
}

/** Inflated bytes in memory, from `at` on. */
interface Output {
  readonly chunks: Uint8Array[];
  at: number;
  length: number;
}

function dropBefore(output: Output, offset: number): void {
  let first = output.chunks[0];
  while (first !== undefined && output.at + first.length <= offset) {
    output.chunks.shift();
    output.at += first.length;
    output.length -= first.length;
    first = output.chunks[0];
  }
}

/** Feeds a deflate stream step by step. `feed` throws MalformedError where there is nothing more to come. */
function openPump({ source, start, stored, size }: Deflated, budget: Budget) {
  const inflate = createInflateRaw();
  const output: Output = { chunks: [], at: 0, length: 0 };
  const state: { fed: number; ended: boolean; failure: Error | null } = { fed: 0, ended: false, failure: null };
  inflate.on('data', (chunk: Uint8Array) => {
    output.chunks.push(chunk);
    output.length += chunk.length;
  });
  inflate.on('error', (error: Error) => {
    state.failure = error;
  });
  inflate.on('end', () => {
    state.ended = true;
  });
  const feed = async (): Promise<void> => {
    if (state.ended || state.fed >= stored) {
      throw new MalformedError(`the member does not inflate to its ${size} bytes`, state.fed);
    }
    const before = output.length;
    const bytes = await source.read(start + state.fed, Math.min(STEP, stored - state.fed));
    state.fed += bytes.length;
    await written(inflate, bytes);
    budget.spend('inflated', output.length - before);
    budget.checkTime();
    if (state.failure !== null)
      throw new MalformedError('the member does not inflate', state.fed, { cause: state.failure });
  };
  return { output, feed, close: () => inflate.close() };
}

/** Waits until the bytes are inflated, the stream has ended before their end, or they are no deflate. */
function written(inflate: InflateRaw, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      inflate.off('error', done);
      inflate.off('end', done);
      resolve();
    };
    inflate.once('error', done);
    inflate.once('end', done);
    inflate.write(bytes, done);
  });
}

function joined(chunks: readonly Uint8Array[], from: number, length: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && from + length <= first.length) return first.subarray(from, from + length);
  const whole = new Uint8Array(length);
  let at = -from;
  for (const chunk of chunks) {
    if (at >= length) break;
    const begin = Math.max(0, -at);
    whole.set(chunk.subarray(begin, Math.min(chunk.length, length - at)), Math.max(at, 0));
    at += chunk.length;
  }
  return whole;
}
