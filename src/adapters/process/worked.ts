import { readFileSync, readlinkSync } from 'node:fs';

/** Milliseconds that passed since some fixed moment. Node's `performance` says the same, and takes as long to load as a hundred small files to read. */
export function passed(): number {
  const [seconds, rest] = process.hrtime();
  return seconds * 1000 + rest / 1e6;
}

/** Milliseconds that this process has worked, on any of its threads: while it waits for a turn they stand still. */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The same, and up to `LAG_MILLISECONDS` old: it is asked of each small file, and the kernel takes long to tell. */
export function workedLately(): number {
  const now = Date.now();
  // A clock that is set back is asked anew, too.
  if (Math.abs(now - told.at) >= LAG_MILLISECONDS) told = { at: now, worked: worked() };
  return told.worked;
}

const LAG_MILLISECONDS = 10;
let told = { at: 0, worked: 0 };

/**
 * The same of the thread that asks, with what it waited for anything but its turn. Null where the system keeps no account of
 * threads: Linux does (proc(5), /proc/thread-self), and Node from 23.9 on.
 */
export function workedHere(): (() => number) | null {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: () => NodeJS.CpuUsage };
  const thread = threadCpuUsage === undefined ? threadHere() : null;
  if (threadCpuUsage === undefined && thread === null) return null;
  return () => {
    const { idle } = performance.eventLoopUtilization();
    if (threadCpuUsage === undefined) return idle + (workedBy(thread ?? '') ?? 0);
    const { user, system } = threadCpuUsage();
    return idle + (user + system) / 1_000;
  };
}

/** What Linux calls the thread that asks; null where it is none. */
export function threadHere(): string | null {
  try {
    return THREAD.exec(readlinkSync('/proc/thread-self'))?.[1] ?? null;
  } catch {
    return null;
  }
}

const THREAD = /\/task\/(\d{1,10})$/;

/** Milliseconds that a thread of this process has worked; null for one of which nobody knows. */
export function workedBy(thread: string): number | null {
  try {
    const row = readFileSync(`/proc/self/task/${thread}/stat`, 'latin1');
    // A name may hold spaces and brackets; behind it stand the state and 10 numbers before these two.
    const fields = row.slice(row.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks * TICK_MILLISECONDS : null;
  } catch {
    return null;
  }
}

/** Linux counts what programs are told in hundredths of a second, on every machine. */
const TICK_MILLISECONDS = 10;
