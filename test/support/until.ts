/** A machine that others share may stand still for half a minute: what is waited for so long does not come. */
const PATIENCE = 120_000;

/** Waits until it holds, however slow the machine is. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + PATIENCE; !(await holds()); ) {
    if (performance.now() > deadline) throw new Error(`it did not come to pass: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
