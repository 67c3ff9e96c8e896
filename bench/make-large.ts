import { randomFillSync } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** A sound safetensors file of about `size` bytes: one tensor of zeros, without a disk full of them. */
export function sparseSafetensors(path: string, size: number): string {
  const header = JSON.stringify({ weight: { dtype: 'U8', shape: [size], data_offsets: [0, size] } });
  const padded = Buffer.from(header.padEnd(Math.ceil(header.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));
  const file = openSync(path, 'w');
  writeSync(file, Buffer.concat([length, padded]));
  ftruncateSync(file, 8 + padded.length + size);
  closeSync(file);
  return path;
}

interface Member {
  readonly name: string;
  readonly bytes: Buffer | number;
}

/** A PyTorch zip of about `size` bytes: a dictionary of two tensors, their storages zeros, stored as torch.save does. */
export function sparseTorchZip(path: string, size: number): string {
  const half = Math.floor(size / 8) * 4;
  const members: readonly Member[] = [
    { name: 'archive/data.pkl', bytes: stateDict(['a', 'b'], half / 4) },
    { name: 'archive/data/0', bytes: half },
    { name: 'archive/data/1', bytes: half },
    { name: 'archive/version', bytes: Buffer.from('3\n') },
  ];
  const file = openSync(path, 'w');
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of members) {
    const length = typeof bytes === 'number' ? bytes : bytes.length;
    const crc = typeof bytes === 'number' ? crcOfZeros(bytes) : crc32(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(length, 14);
    common.writeUInt32LE(length, 18);
    common.writeUInt16LE(name.length, 22);
    directory.push(centralHeader(common, name, at));
    writeSync(
      file,
      Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name)]),
      0,
      undefined,
      at,
    );
    at += 30 + name.length;
    if (typeof bytes !== 'number') writeSync(file, bytes, 0, undefined, at);
    at += length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  writeSync(file, Buffer.concat([central, end]), 0, undefined, at);
  closeSync(file);
  return path;
}

function centralHeader(common: Buffer, name: string, offset: number): Buffer {
  const head = Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1');
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, common, tail, Buffer.from(name)]);
}

function crcOfZeros(length: number): number {
  const block = Buffer.alloc(16 * 1024 * 1024);
  let crc = 0;
  for (let left = length; left > 0; left -= block.length)
    crc = crc32(block.subarray(0, Math.min(left, block.length)), crc);
  return crc;
}

/** `{'a': tensor, …}` as torch.save writes it: protocol 2, storages by persistent id. */
function stateDict(names: readonly string[], numbers: number): Buffer {
  const text = (value: string): Buffer =>
    Buffer.concat([Buffer.from([0x58, value.length, 0, 0, 0]), Buffer.from(value)]);
  const whole = (value: number): Buffer => {
    const bytes = Buffer.alloc(5, 0x4a);
    bytes.writeInt32LE(value, 1);
    return bytes;
  };
  const tensor = (name: string, key: number): Buffer =>
    Buffer.concat([
      text(name),
      Buffer.from('ctorch._utils\n_rebuild_tensor_v2\n(('),
      text('storage'),
      Buffer.from('ctorch\nFloatStorage\n'),
      text(String(key)),
      text('cpu'),
      whole(numbers),
      Buffer.from('tQ'),
      whole(0),
      whole(numbers),
      Buffer.from([0x85]),
      whole(1),
      Buffer.from([0x85, 0x89]),
      Buffer.from('ccollections\nOrderedDict\n)RtR'),
    ]);
  return Buffer.concat([Buffer.from([0x80, 2, 0x7d, 0x28]), ...names.map(tensor), Buffer.from('u.')]);
}

/** What `joblib.dump(bytes, compress=('zlib', 3))` writes: a protocol 4 pickle in a zlib stream. */
export function zlibJoblib(path: string, payload: Uint8Array): string {
  const head = Buffer.alloc(11, 0);
  head.set([0x80, 4, 0x8e]);
  head.writeBigUInt64LE(BigInt(payload.length), 3);
  const file = openSync(path, 'w');
  writeSync(file, deflateSync(Buffer.concat([head, payload, Buffer.from([0x94, 0x2e])]), { level: 3 }));
  closeSync(file);
  return path;
}

/** Numbers as weights are, nearly normal around zero, in eight bytes each: zlib saves some per cent of them. */
export function numbers(size: number): Uint8Array {
  const random = randomFillSync(new Uint32Array(size / 8 + TERMS));
  const values = new Float64Array(size / 8);
  for (let at = 0; at < values.length; at++) {
    let sum = -TERMS / 2;
    for (let term = 0; term < TERMS; term++) sum += (random[at + term] ?? 0) / 2 ** 32;
    values[at] = sum * 0.02;
  }
  return new Uint8Array(values.buffer);
}

const TERMS = 4;
