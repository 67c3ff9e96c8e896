let waiting: (() => void)[] = [];

/**
 * Writes at the end of this turn of the event loop, after all that came in it was read. A write that wakes another process is
 * dear, and those that follow it at once are not: under load this is a fifth of what a call costs.
 */
export function atEndOfTurn(write: () => void): void {
  waiting.push(write);
  if (waiting.length === 1) setImmediate(writeAll);
}

function writeAll(): void {
  const writes = waiting;
  waiting = [];
  let done = 0;
  try {
    for (; done < writes.length; done++) writes[done]?.();
  } finally {
    // One that throws takes none of the others with it.
    for (const write of writes.slice(done + 1)) atEndOfTurn(write);
  }
}
