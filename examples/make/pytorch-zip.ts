import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { littleEndian } from './safetensors.ts';
import { pickleState, type State } from './state-pickle.ts';

/** The folder that torch.save puts into a file it did not name itself. */
const FOLDER = 'archive';
/** Storages begin at multiples of this, so that they can be mapped into memory. */
const ALIGNMENT = 64;

/**
 * A PyTorch checkpoint in the zip layout of torch 2.2, byte for byte: stored entries, data descriptors, padding in an
 * extra field `FB`, always a zip64 end. Field layout: APPNOTE.TXT of PKWARE, 4.3.
 */
export function writePytorchZip(state: State): Buffer {
  const storages = state.tensors.map(({ values }) => littleEndian(values));
  const pickle = pickleState(state);
  const serial = createHash('sha256').update(pickle);
  for (const storage of storages) serial.update(storage);
  return zip([
    { name: `${FOLDER}/data.pkl`, bytes: pickle },
    { name: `${FOLDER}/byteorder`, bytes: Buffer.from('little') },
    ...storages.map((bytes, index) => ({ name: `${FOLDER}/data/${index}`, bytes })).sort(byName),
    { name: `${FOLDER}/version`, bytes: Buffer.from('3\n') },
    { name: `${FOLDER}/.data/serialization_id`, bytes: Buffer.from(digits(serial.digest('hex'))) },
  ]);
}

/** PyTorch's serial number is 40 digits made from its own hash; ours come from the SHA-256 of pickle and storages. */
function digits(hex: string): string {
  return BigInt(`0x${hex}`).toString().padStart(40, '0').slice(-40);
}

/** 10 comes before 2: torch.save sorts the storages' keys as text. */
function byName(a: Entry, b: Entry): number {
  return a.name < b.name ? -1 : 1;
}

interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

function zip(entries: readonly Entry[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    directory.push(directoryRecord(entry, offset));
    const parts = [localHeader(entry, offset), entry.bytes, descriptor(entry)];
    offset += parts.reduce((sum, part) => sum + part.length, 0);
    body.push(...parts);
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...body, listing, endRecords({ count: entries.length, offset, size: listing.length })]);
}

/** UTF-8 names, sizes in the descriptor behind the bytes. */
const FLAGS = 0x0808;

function localHeader({ name }: Entry, offset: number): Buffer {
  const fixed = 30 + name.length + 4;
  const padding = Buffer.alloc((ALIGNMENT - ((offset + fixed) % ALIGNMENT)) % ALIGNMENT, 'Z');
  return Buffer.concat([
    Buffer.from('PK\x03\x04'),
    little([2, 0], [2, FLAGS], [2, 0], [4, 0], [4, 0], [4, 0], [4, 0], [2, name.length], [2, padding.length + 4]),
    Buffer.from(`${name}FB`),
    little([2, padding.length]),
    padding,
  ]);
}

function descriptor({ bytes }: Entry): Buffer {
  return Buffer.concat([Buffer.from('PK\x07\x08'), little([4, crc32(bytes)], [4, bytes.length], [4, bytes.length])]);
}

function directoryRecord({ name, bytes }: Entry, offset: number): Buffer {
  const sums = little([4, crc32(bytes)], [4, bytes.length], [4, bytes.length]);
  return Buffer.concat([
    Buffer.from('PK\x01\x02'),
    little([2, 0], [2, 0], [2, FLAGS], [2, 0], [4, 0]),
    sums,
    little([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    Buffer.from(name),
  ]);
}

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

function endRecords({ count, offset, size }: Directory): Buffer {
  return Buffer.concat([
    Buffer.from('PK\x06\x06'),
    little([8, 44], [2, 0x031e], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset]),
    Buffer.from('PK\x06\x07'),
    little([4, 0], [8, offset + size], [4, 1]),
    Buffer.from('PK\x05\x06'),
    little([2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]),
  ]);
}

function little(...fields: readonly (readonly [width: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, Math.min(width, 6));
      return bytes;
    }),
  );
}
