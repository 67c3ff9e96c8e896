/** A machine that others share may stand still for half a minute: what is waited for so long does not come. */
const PATIENCE = 120_000;

/** Waits until it holds, however slow the machine is. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const rest = rests();
  for (const deadline = performance.now() + PATIENCE; !(await holds()); ) {
    if (performance.now() > deadline) throw new Error(`it did not come to pass: ${String(holds)}`);
    await rest();
  }
}

/**
 * Rests between two looks, each longer than the one before up to a bound: to ask a server takes from it, and from what else
 * the machine does, a hundredth of a second of the processor's time.
 */
export function rests(): () => Promise<void> {
  let milliseconds = 10;
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    milliseconds = Math.min(milliseconds * 1.6, 200);
  };
}
