import type { Defect } from '../format.ts';
import type { Message } from './message.ts';

/** Different messages of which unknown fields are told one by one. */
const TOLD = 20;

/** Tells of fields that a message type does not have: no library wrote them, and anything can be carried there unseen. */
export function noteUnknownFields(defects: Defect[], name: string, { unknown }: Message): void {
  if (unknown === null || defects.filter(({ code }) => code === 'unknown-fields').length >= TOLD) return;
  const message = `${unknown.bytes} bytes are fields that a ${name} does not have, the first of number ${unknown.first}`;
  defects.push({ code: 'unknown-fields', message, offset: unknown.offset });
}
