import { crc32c, masked } from '../crc32c.ts';
import { bytesAt } from '../magic.ts';

export function claimsTfrecord(path: string, head: Uint8Array): boolean {
  return NAMED.test(path) || hasLength(head) || isRunLog(head);
}

const LENGTH = 8;
export const CHECK = 4;
export const HEADER = LENGTH + CHECK;
const NAMED = /\.tfrecords?$|(?:^|\/)events\.out\.tfevents\./i;

export function hasLength(head: Uint8Array): boolean {
  return head.length >= HEADER && checkOf(head, LENGTH) === masked(crc32c(head.subarray(0, LENGTH)));
}

export function checkOf(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}

const IDENT = [0x3a, 0x57, 0x26, 0x42] as const;
/** Of the log of a run. */
export const FILE_HEADER = 7;

/** Whether these bytes begin like the log of a run that Weights & Biases keeps (`run-ID.wandb`). */
export function isRunLog(head: Uint8Array): boolean {
  return head.length >= FILE_HEADER && bytesAt(head, 0, IDENT);
}
