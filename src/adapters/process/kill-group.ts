import type { ChildProcess } from 'node:child_process';

/** Ends the group of a child that was spawned `detached`, at once; where there are no groups (Windows), the child alone. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group ended by itself in between, or there are none.
    child.kill('SIGKILL');
  }
}
