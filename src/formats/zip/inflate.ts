import { createInflateRaw, inflateRawSync } from 'node:zlib';
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

function openForward({ source, start, stored, size }: Deflated, budget: Budget): Forward {
  const inflate = createInflateRaw();
  let failure: Error | null = null;
  let chunks: Uint8Array[] = [];
  let chunksAt = 0;
  let produced = 0;
  let fed = 0;
  inflate.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    produced += chunk.length;
  });
  inflate.on('error', (error: Error) => {
    failure = error;
  });

  const feed = async (): Promise<void> => {
    const before = produced;
    const bytes = await source.read(start + fed, Math.min(STEP, stored - fed));
    fed += bytes.length;
    await new Promise<void>((resolve) => {
      inflate.once('error', resolve);
      inflate.write(bytes, () => {
        inflate.off('error', resolve);
        resolve();
      });
    });
    budget.spend('inflated', produced - before);
    budget.checkTime();
    if (failure !== null) throw new MalformedError('the member does not inflate', fed, { cause: failure });
  };

  const dropBefore = (offset: number): void => {
    let first = chunks[0];
    while (first !== undefined && chunksAt + first.length <= offset) {
      chunksAt += first.length;
      chunks = chunks.slice(1);
      first = chunks[0];
    }
  };

  return {
    kept: () => chunksAt,
    take: async (offset, length) => {
      dropBefore(offset);
      while (produced < offset + length) {
        if (fed >= stored) throw new MalformedError(`the member inflates to ${produced} of ${size} bytes`, produced);
        await feed();
        dropBefore(offset);
      }
      return joined(chunks, offset - chunksAt, length);
    },
    close: () => inflate.close(),
  };
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
