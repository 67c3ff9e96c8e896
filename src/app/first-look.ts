import { claimsCompressed } from '../formats/compressed/claims.ts';
import type { Listed } from '../intake/take-inventory.ts';
import { type Budget, createBudget } from '../kernel/budget.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import { startDeadline, type Timepiece } from '../kernel/deadline.ts';
import { LIMITS } from '../kernel/limits.ts';
import { type FileReport, type Readers, readAndInspect } from './read-apart.ts';

/**
 * Reads a large file here for as long as it costs no more than a small one would: a header or a directory is soon read,
 * and starting a thread takes longer. Null once it costs more: then nothing of it counts, and a thread reads it anew.
 */
export async function firstLook(
  readers: Readers,
  file: Listed,
  bytes: ByteSource,
  time: Timepiece,
): Promise<FileReport | null> {
  // What is compressed is read from end to end.
  if (file.size > LIMITS.firstLook && claimsCompressed(file.path, await bytes.read(0, LIMITS.head))) return null;
  const look = startLook(time);
  try {
    const report = await readAndInspect(readers, file, look.metered(bytes), look.budget);
    // A reader may take our stop for a fault of the bytes; what it made of them then is worth nothing.
    return look.over() ? null : report;
  } catch (error) {
    if (look.over()) return null;
    throw error;
  }
}

interface Look {
  readonly metered: (bytes: ByteSource) => ByteSource;
  readonly budget: Budget;
  readonly over: () => boolean;
}

function startLook(time: Timepiece): Look {
  const whole = createBudget(time.now);
  const deadline = startDeadline(LIMITS.firstLookMilliseconds, time);
  let left: number = LIMITS.firstLook;
  let over = false;
  const stop = (): never => {
    over = true;
    throw new Error('the first look is over');
  };
  const take = (bytes: number): void => {
    left -= bytes;
    if (left < 0) stop();
  };
  return {
    metered: (bytes) => ({
      size: bytes.size,
      read: async (offset, length) => {
        take(length);
        return bytes.read(offset, length);
      },
      ...(bytes.costly === true && { costly: true as const }),
    }),
    budget: {
      spend: (purse, amount) => {
        if (purse === 'inflated') take(amount);
        whole.spend(purse, amount);
      },
      checkTime: () => {
        if (deadline.isOver()) stop();
      },
      leave: (bytes) => whole.leave(bytes),
      left: () => whole.left(),
    },
    over: () => over,
  };
}
