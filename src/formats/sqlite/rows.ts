import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, sliceOf } from '../../kernel/bytes.ts';
import { fileIn, LOOK, mayBeFile, SHORTEST } from '../among-numbers.ts';
import type { Part } from '../format.ts';
import { serialsOf, sizeOf } from './record.ts';
import type { SchemaRow } from './schema.ts';
import type { Hearer, Pages } from './tree.ts';

/** Files of one database; those who keep models in one have some hundred. */
const MOST_FILES = 10_000;
/** Values behind what lies in the page of their row: each is looked for in the pages of the rest. */
const MOST_BEHIND = 100_000;

/** Hears of the rows of a table and adds what of their texts and bytes are files. */
export function filesInRows(pages: Pages, { name }: SchemaRow, parts: Part[], budget: Budget): Hearer {
  let behind = 0;
  return {
    cell: async (local, rest, size) => {
      const record = serialsOf(local);
      if (record === null) return;
      let at = record.values;
      for (const serial of record.serials) {
        const [start, length] = [at, sizeOf(serial)];
        at += length;
        if (serial < 12 || length < SHORTEST) continue;
        const far = start >= local.length;
        if (parts.length >= MOST_FILES || (far && ++behind > MOST_BEHIND)) {
          budget.leave(length);
          continue;
        }
        if (!far && !mayBeFile(local.subarray(start, Math.min(start + length, start + LOOK)))) continue;
        const value = sliceOf(rowSource(pages, local, rest, size), start, length);
        if (far && !mayBeFile(await value.read(0, Math.min(LOOK, length)))) continue;
        const file = await fileIn(`a row of ${name}`, value);
        if (file !== null) parts.push(file);
      }
    },
  };
}

/** A row, whose rest is read from its pages when it is asked for. */
function rowSource(pages: Pages, local: Uint8Array, rest: readonly number[], size: number): ByteSource {
  const each = pages.layout.usable - 4;
  return {
    size,
    read: async (start, length) => {
      const bytes = new Uint8Array(length);
      if (start < local.length) bytes.set(local.subarray(start, start + length));
      for (let done = Math.max(0, local.length - start); done < length; ) {
        const from = start + done - local.length;
        const page = await pages.read(rest[Math.floor(from / each)] ?? 0);
        const piece = page.subarray(4 + (from % each), 4 + each).subarray(0, length - done);
        bytes.set(piece, done);
        done += piece.length;
      }
      return bytes;
    },
  };
}
