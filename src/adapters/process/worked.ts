/** Milliseconds that this process has worked, on any of its threads: while it waits for a turn they stand still. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
