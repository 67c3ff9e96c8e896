import { createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { assertWithin, type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { forwardSource } from '../forward.ts';

/** Stored bytes fed in one step: they inflate to at most 1032 times as many, 16 MiB. */
const STEP = 16 * 1024;
/** What a stream of deflate may inflate to whatever its ratio: masks and arrays of zeros that NumPy saves compress to a thousandth. */
const FREE = 256 * 1024 * 1024;

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

/**
 * Inflates at once what is in memory, to at most `most` bytes, and tells where the stream ended. Throws MalformedError for
 * what is no deflate stream.
 */
export function inflateWhole(
  stored: Uint8Array,
  most: number,
  budget: Budget,
): { readonly bytes: Uint8Array; readonly end: number } {
  try {
    // With `info` it answers so (zlib, class options); its types say a buffer whatever is asked.
    const answer = inflateRawSync(stored, { maxOutputLength: most + 1, info: true }) as unknown as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    budget.spend('inflated', answer.buffer.length);
    return { bytes: answer.buffer, end: answer.engine.bytesWritten };
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
  const forward = forwardSource(() => poured(deflated, budget), { kind: 'known', size: deflated.size });
  return {
    size: deflated.size,
    read: async (offset, length) => {
      assertWithin(deflated.size, offset, length);
      assertNoBomb(deflated.stored, deflated.size);
      return forward.read(offset, length);
    },
  };
}

/** Never ends by itself: feeding past the end throws. */
async function* poured(deflated: Deflated, budget: Budget): AsyncGenerator<Uint8Array, void> {
  const pump = openPump(deflated, budget);
  try {
    for (;;) {
      await pump.feed();
      yield* pump.output.splice(0);
    }
  } finally {
    pump.close();
  }
}

/** Feeds a deflate stream step by step. `feed` throws MalformedError where there is nothing more to come. */
function openPump({ source, start, stored, size }: Deflated, budget: Budget) {
  const inflate = createInflateRaw();
  const output: Uint8Array[] = [];
  let inflated = 0;
  const state: { fed: number; ended: boolean; failure: Error | null } = { fed: 0, ended: false, failure: null };
  inflate.on('data', (chunk: Uint8Array) => {
    output.push(chunk);
    inflated += chunk.length;
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
    const before = inflated;
    const bytes = await source.read(start + state.fed, Math.min(STEP, stored - state.fed));
    state.fed += bytes.length;
    await written(inflate, bytes);
    budget.spend('inflated', inflated - before);
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
