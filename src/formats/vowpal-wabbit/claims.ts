import { MalformedError } from '../../kernel/bytes.ts';
import type { Signs } from '../format.ts';
import type { Sequence } from '../sequence.ts';

export const VOWPAL_WABBIT_SIGNS: Signs = { first: '\x06\x07\b\t\n\v\f' };

/** A text of digits and dots with its length and a NUL, then an id, then `m`. */
export function claimsVowpalWabbit(_path: string, head: Uint8Array): boolean {
  if (head.length < 32 || (head[0] ?? 0) > LONGEST_VERSION) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = view.getUint32(0, true);
  if (length < 6 || length > LONGEST_VERSION) return false;
  const text = new TextDecoder('latin1').decode(head.subarray(4, 4 + length));
  const id = view.getUint32(4 + length, true);
  return /^\d{1,2}\.\d{1,2}\.\d{1,2}\0$/.test(text) && id < 512 && head[8 + length + id] === MODEL;
}

const LONGEST_VERSION = 12;

/** `m` */
export const MODEL = 0x6d;

export async function text(fields: Sequence, longest: number, ends: number[]): Promise<string> {
  const at = fields.position();
  const length = await fields.u32();
  if (length > longest) throw new MalformedError(`a text of ${length} bytes`, at);
  ends.push(fields.position());
  const bytes = await fields.bytes(length);
  ends.push(fields.position());
  const end = bytes.indexOf(0);
  if (end !== -1 && end !== length - 1) throw new MalformedError('a text with a NUL in it', at);
  return new TextDecoder('latin1').decode(end === -1 ? bytes : bytes.subarray(0, end));
}
