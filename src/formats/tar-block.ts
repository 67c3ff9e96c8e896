/** A block of a tar: readers of other formats ask whether a file is one, too. */
export const BLOCK = 512;

const CHECKSUM = { start: 148, end: 156 } as const;

/** Whether the checksum fits, counted with or without signs as either sort of reader does. */
export function hasChecksum(block: Uint8Array): boolean {
  if (block.length < BLOCK) return false;
  const told = octal(block.subarray(CHECKSUM.start, CHECKSUM.end));
  if (told === null) return false;
  let plain = 0;
  let signed = 0;
  for (let index = 0; index < BLOCK; index++) {
    const byte = index >= CHECKSUM.start && index < CHECKSUM.end ? 0x20 : (block[index] ?? 0);
    plain += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return told === plain || told === signed;
}

const NINE = 0x39;
const NO_BREAK_SPACE = 0xa0;

/** Octal digits between spaces and NULs; zero for none, null for anything else. */
export function octal(field: Uint8Array): number | null {
  // Most files are no tar, which their first byte tells: it is neither a digit nor blank.
  const [first = 0] = field;
  if (first > NINE && first !== NO_BREAK_SPACE) return null;
  const text = Buffer.from(field).toString('latin1').split('\0')[0]?.trim() ?? '';
  if (text === '') return 0;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : null;
}
