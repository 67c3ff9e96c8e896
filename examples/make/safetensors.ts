/** A named tensor of 32-bit floats. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The header is padded so that the tensors begin at a multiple of this. */
const ALIGNMENT = 8;

/**
 * A safetensors file: the header's length as 8 bytes, the header in JSON, then the tensors in the order of their names.
 * The same bytes as the reference library writes: https://github.com/huggingface/safetensors#format
 */
export function writeSafetensors(tensors: readonly NamedTensor[]): Buffer {
  const sorted = tensors.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const entries: [string, unknown][] = [['__metadata__', { format: 'pt' }]];
  let end = 0;
  for (const { name, shape, values } of sorted) {
    const start = end;
    end += values.byteLength;
    entries.push([name, { dtype: 'F32', shape, data_offsets: [start, end] }]);
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)), 'utf8');
  const header = Buffer.alloc(Math.ceil(json.length / ALIGNMENT) * ALIGNMENT, ' ');
  json.copy(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, ...sorted.map(({ values }) => littleEndian(values))]);
}

/** The tensors of a file that `writeSafetensors` wrote. No reader for strangers' files. */
export function readOwnSafetensors(file: Buffer): readonly NamedTensor[] {
  const start = 8 + Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.toString('utf8', 8, start)) as Record<string, OwnEntry>;
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
  return entries.map(
    ([
      name,
      {
        shape,
        data_offsets: [from, to],
      },
    ]) => ({
      name,
      shape,
      values: Float32Array.from({ length: (to - from) / 4 }, (_, i) => file.readFloatLE(start + from + 4 * i)),
    }),
  );
}

/** The floats' bytes, the lowest first, whatever the processor's own order. */
export function littleEndian(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.byteLength);
  values.forEach((value, i) => {
    bytes.writeFloatLE(value, 4 * i);
  });
  return bytes;
}

interface OwnEntry {
  readonly shape: readonly number[];
  readonly data_offsets: readonly [from: number, to: number];
}
