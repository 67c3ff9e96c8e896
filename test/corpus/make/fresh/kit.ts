/**
 * One file of the set that was written before the scanner was asked: its class, its name, why it is hostile, its bytes.
 * Contents are harmless. Rows are not tuned after the first look; what is found wrong in a row is said beside it.
 */
export interface Fresh {
  readonly family: string;
  readonly path: string;
  readonly why: string;
  readonly bytes: Uint8Array;
}

export const NOBODY = 'http://127.0.0.1:9/x';
export const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
export const json = (value: unknown): string => JSON.stringify(value);
export const bytes = (...pieces: readonly (Uint8Array | string | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(pieces.map((one) => (typeof one === 'string' ? utf8(one) : Uint8Array.from(one)))));
export const le = (value: number | bigint, width: 2 | 4 | 8): Uint8Array => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
  return new Uint8Array(buffer.subarray(0, width));
};

/** Rows `why: content` under one path. */
export function under(
  family: string,
  path: string,
  rows: Readonly<Record<string, Uint8Array | string>>,
): readonly Fresh[] {
  return Object.entries(rows).map(([why, content]) => ({
    family,
    path,
    why,
    bytes: typeof content === 'string' ? utf8(content) : content,
  }));
}

/** Rows `path: content`, where the path says what it is. */
export function named(family: string, rows: Readonly<Record<string, Uint8Array | string>>): readonly Fresh[] {
  return Object.entries(rows).map(([path, content]) => ({
    family,
    path,
    why: path,
    bytes: typeof content === 'string' ? utf8(content) : content,
  }));
}
