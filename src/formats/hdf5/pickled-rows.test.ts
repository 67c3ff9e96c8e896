import { expect, it } from 'vitest';
import { sourceOf } from '../../kernel/bytes.ts';
import { heapRows } from './pickled-rows.ts';

it('heaps that lie within each other are walked once', async () => {
  const bytes = Buffer.alloc(64 * 1024);
  // Each object of sixteen bytes holds the head of another heap, whose first object is the next one.
  for (let at = 0; at < bytes.length; at += 32) {
    bytes.write('GCOL', at, 'latin1');
    bytes.writeUInt32LE(bytes.length - at, at + 8);
    bytes.writeUInt16LE(1, at + 16);
    bytes.writeUInt32LE(16, at + 24);
  }
  let steps = 0;
  const rows: number[] = [];
  const reading = { superblock: { lengths: 8 }, step: () => steps++ };
  for await (const { at } of heapRows(sourceOf(bytes), reading as never, false)) rows.push(at);
  expect(rows.length).toBe(bytes.length / 32);
  expect(new Set(rows).size).toBe(rows.length);
  expect(steps).toBeLessThan(3 * rows.length);
});
