import { lookup3 } from '../../../src/formats/hdf5/checksum.ts';

/** A link of the root group. */
export type Link =
  | { readonly kind: 'external'; readonly name: string; readonly file: string }
  | { readonly kind: 'soft'; readonly name: string; readonly target: string }
  | { readonly kind: 'user-defined'; readonly name: string; readonly class: number }
  /** Leads back to the root group. */
  | { readonly kind: 'cycle'; readonly name: string };

export interface Hdf5 {
  readonly attributes?: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: readonly Link[];
  /** Names of raw files behind a data set. */
  readonly rawFiles?: readonly string[];
  readonly userBlock?: Uint8Array;
  /** What the superblock tells of the end, when it lies. */
  readonly end?: number;
}

/** Link Info, which makes it a group: no heap, and no tree. */
const NO_DENSE_LINKS = new Uint8Array(18).fill(0xff, 2);
const ROOT = 48;
const HEAP = 32;

/**
 * An HDF5 file with a superblock of version 2 and one group (specification 3.0, II.A and IV.A.1.b). Sums are true: what
 * is tested is what stands in the messages.
 */
export function hdf5(file: Hdf5): Uint8Array {
  const messages = [
    message(0x02, NO_DENSE_LINKS),
    ...Object.entries(file.attributes ?? {}).map(([name, value]) => message(0x0c, attribute(name, value))),
    ...(file.links ?? []).map((link) => message(0x06, linkMessage(link))),
  ];
  const raw = file.rawFiles ?? [];
  const body = join([...messages, ...(raw.length === 0 ? [] : [message(0x07, rawFiles(raw))])]);
  const header = join([text('OHDR'), Uint8Array.of(2, 2), number(body.length, 4), body, number(0, 4)]);
  // The addresses in the raw-file message count on the heap standing right behind the header.
  const heap = raw.length === 0 ? new Uint8Array(0) : localHeap(raw, ROOT + header.length);
  if (raw.length > 0) new DataView(header.buffer).setUint32(indexOfHeap(header), ROOT + header.length, true);
  new DataView(header.buffer).setUint32(header.length - 4, lookup3(header.subarray(0, -4)), true);
  const size = ROOT + header.length + heap.length;
  const start = file.userBlock ?? new Uint8Array(0);
  const superblock = join([
    Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 2, 8, 8, 0),
    number(start.length, 8),
    new Uint8Array(8).fill(0xff),
    number(file.end ?? start.length + size, 8),
    number(ROOT, 8),
    number(0, 4),
  ]);
  new DataView(superblock.buffer).setUint32(superblock.length - 4, lookup3(superblock.subarray(0, -4)), true);
  return join([start, superblock, header, heap]);
}

function message(type: number, data: Uint8Array): Uint8Array {
  return join([Uint8Array.of(type), number(data.length, 2), Uint8Array.of(0), data]);
}

/** Version 3: a text of fixed length, or an opaque value, without dimensions. */
function attribute(name: string, value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? text(value) : value;
  const kind = typeof value === 'string' ? 3 : 5;
  const title = text(`${name}\0`);
  const type = join([Uint8Array.of(0x10 + kind, 0, 0, 0), number(bytes.length, 4)]);
  const space = Uint8Array.of(2, 0, 0, 0);
  const lengths = [title.length, type.length, space.length].map((length) => number(length, 2));
  return join([Uint8Array.of(3, 0), ...lengths, Uint8Array.of(0), title, type, space, bytes]);
}

function linkMessage(link: Link): Uint8Array {
  const name = text(link.name);
  const head = (type: number): Uint8Array => join([Uint8Array.of(1, 0x08, type, name.length), name]);
  const valued = (type: number, value: Uint8Array): Uint8Array => join([head(type), number(value.length, 2), value]);
  switch (link.kind) {
    case 'external':
      return valued(64, join([Uint8Array.of(0), text(`${link.file}\0/x\0`)]));
    case 'soft':
      return valued(1, text(link.target));
    case 'user-defined':
      return valued(link.class, Uint8Array.of(1, 2, 3));
    case 'cycle':
      return join([head(0), number(ROOT, 8)]);
  }
}

const MARK = 0x7e7e7e7e;

function rawFiles(names: readonly string[]): Uint8Array {
  let at = 8;
  const slots = names.map((name) => {
    const slot = join([number(at, 8), number(0, 8), number(10, 8)]);
    at += name.length + 1;
    return slot;
  });
  return join([Uint8Array.of(1, 0, 0, 0), number(names.length, 2), number(names.length, 2), number(MARK, 8), ...slots]);
}

function indexOfHeap(header: Uint8Array): number {
  return Buffer.from(header).indexOf(number(MARK, 8));
}

function localHeap(names: readonly string[], start: number): Uint8Array {
  const data = join([new Uint8Array(8), ...names.map((name) => text(`${name}\0`))]);
  return join([text('HEAP'), new Uint8Array(4), number(data.length, 8), number(1, 8), number(start + HEAP, 8), data]);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function number(value: number, width: number): Uint8Array {
  return Uint8Array.from({ length: width }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
