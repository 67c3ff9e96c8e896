import { standsAt } from '../magic.ts';

export function claimsTflite(path: string, head: Uint8Array, size: number): boolean {
  return standsAt(head, 4, 'TFL3') || (NAME.test(path) && size > 0);
}

const NAME = /\.(?:tflite|lite)$/i;
