import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Fingerprint } from './fingerprint.ts';

/** Fingerprints as they lie in the package: words once, numbers as differences, all deflated. */
export interface PackedFingerprints {
  readonly format: 1;
  readonly count: number;
  readonly data: string;
}

const packedShape = z.object({ format: z.literal(1), count: z.int().min(0), data: z.string() });

export function packFingerprints(fingerprints: readonly Fingerprint[]): PackedFingerprints {
  const words = [...new Set(fingerprints.flatMap(({ material }) => material))].sort(byCode);
  const places = new Map(words.map((word, at) => [word, at]));
  const bytes: number[] = [];
  writeText(bytes, words.join(' '));
  for (const { licence, whole, words: count, sampling, trigrams, material } of fingerprints) {
    writeText(bytes, licence);
    for (const value of [whole, count, sampling, trigrams.length, material.length]) writeNumber(bytes, value);
    let before = 0;
    for (const hash of trigrams) {
      writeNumber(bytes, (hash - before) / 2 ** sampling);
      before = hash;
    }
    for (const word of material) writeNumber(bytes, places.get(word) ?? 0);
  }
  const data = deflateRawSync(Uint8Array.from(bytes), { level: 9 }).toString('base64');
  return { format: 1, count: fingerprints.length, data };
}

/** Throws when the data is not what packFingerprints made: it ships with us, so that is a fault of ours. */
export function unpackFingerprints(value: unknown): readonly Fingerprint[] {
  const { count, data } = packedShape.parse(value);
  const reader = readerOf(inflateRawSync(Buffer.from(data, 'base64')));
  const words = reader.text().split(' ');
  return Array.from({ length: count }, () => {
    const licence = reader.text();
    const [whole, size, sampling, trigramCount, materialCount] = [
      reader.number(),
      reader.number(),
      reader.number(),
      reader.number(),
      reader.number(),
    ];
    const trigrams = new Uint32Array(trigramCount);
    let before = 0;
    for (let at = 0; at < trigramCount; at += 1) {
      before += reader.number() * 2 ** sampling;
      trigrams[at] = before;
    }
    const material = Array.from({ length: materialCount }, () => words[reader.number()] ?? '');
    return { licence, whole, words: size, sampling, trigrams, material };
  });
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Seven bits a byte, the lowest first. */
function writeNumber(bytes: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}

function writeText(bytes: number[], text: string): void {
  const encoded = Buffer.from(text, 'utf8');
  writeNumber(bytes, encoded.length);
  for (const byte of encoded) bytes.push(byte);
}

interface Reader {
  number(): number;
  text(): string;
}

function readerOf(bytes: Buffer): Reader {
  let at = 0;
  const number = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  return {
    number,
    text: () => {
      const length = number();
      at += length;
      return bytes.toString('utf8', at - length, at);
    },
  };
}
