import * as fc from 'fast-check';

/** fast-check's own `binary` lists every character there is, with its place: a second of the processor and much memory in each thread. */
export const CHARACTER = fc.integer({ min: 0, max: 0x10_f7ff }).map(
  (at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800),
  (text) => {
    const code = typeof text === 'string' ? (text.codePointAt(0) ?? 0) : Number.NaN;
    if (Number.isNaN(code) || (text as string) !== String.fromCodePoint(code)) throw new Error('not one character');
    return code < 0xd800 ? code : code - 0x800;
  },
);

/** Texts of all characters that Unicode has room for, half pairs apart. */
export function anyText(
  bounds: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<string> {
  return fc.string({ ...bounds, unit: CHARACTER });
}
