import type { Defect } from '../format.ts';
import { quoted } from './metadata.ts';
import type { SizedTensor } from './tensors.ts';

/** Where the tensors' bytes lie in the file, and the boundary at which each begins. */
export interface DataRegion {
  readonly start: number;
  readonly size: number;
  readonly alignment: number;
}

/** Bytes of the file that only fill up to the next boundary; they should be zero. */
export interface Padding {
  readonly start: number;
  readonly end: number;
}

export interface Layout {
  readonly defects: readonly Defect[];
  readonly paddings: readonly Padding[];
}

/**
 * Whether the tensors follow one another, each at the first boundary after the one before it, to the end of the file.
 * The reference loader (ggml, src/gguf.cpp) demands the same, in the order of the list; the file may be longer there.
 */
export function proveLayout(tensors: readonly SizedTensor[], region: DataRegion): Layout {
  const defects: Defect[] = [];
  const paddings: Padding[] = [];
  const sorted = tensors.toSorted((a, b) => a.offset - b.offset || (a.bytes ?? 0) - (b.bytes ?? 0));
  const note = (code: string, message: string, at: number): void => {
    defects.push({ code, message, offset: region.start + Math.min(at, region.size) });
  };
  let end: number | null = 0;
  for (const { name, offset, bytes } of sorted) {
    if (offset % region.alignment !== 0) note('misaligned', `tensor ${quoted(name)} is at ${offset}`, offset);
    if (end !== null) {
      const next = aligned(end, region.alignment);
      if (offset < end)
        note('overlapping-tensors', `tensor ${quoted(name)} begins ${end - offset} bytes too early`, offset);
      else if (offset > next)
        note('hole', `${offset - next} bytes before tensor ${quoted(name)} belong to no tensor`, next);
      if (end < Math.min(offset, next)) paddings.push(within(region, end, Math.min(offset, next)));
    }
    // What follows a tensor of unknown size can be checked against that one's start only.
    end = bytes === null ? null : Math.max(end ?? 0, offset + bytes);
  }
  if (tensors.some((tensor, index) => tensor !== sorted[index])) {
    note('unordered-tensors', 'the tensors are not listed in the order of their bytes', 0);
  }
  if (end !== null) paddings.push(...endOfData(end, region, note));
  return { defects, paddings: paddings.filter(({ start, end }) => end > start) };
}

function endOfData(
  end: number,
  region: DataRegion,
  note: (code: string, message: string, at: number) => void,
): Padding[] {
  if (end > region.size) {
    note(
      'out-of-bounds',
      `the header describes ${end} bytes of tensors and the file holds ${region.size}`,
      region.size,
    );
    return [];
  }
  const padded = aligned(end, region.alignment);
  if (region.size > padded) {
    note('trailing-bytes', `${region.size - padded} bytes after the last tensor belong to no tensor`, padded);
  }
  return [within(region, end, padded)];
}

function within({ start, size }: DataRegion, from: number, to: number): Padding {
  return { start: start + Math.min(from, size), end: start + Math.min(to, size) };
}

/** The first multiple of `alignment` that is not below `offset`. */
export function aligned(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
