import type { Defect } from '../format.ts';
import { quoted } from './entries.ts';
import type { Tensor } from './facts.ts';

/** Where the tensors' bytes lie in the file. */
export interface DataRegion {
  readonly start: number;
  readonly size: number;
}

/** Whether the tensors cover the region from its first byte to its last, each byte once. */
export function* layoutDefects(tensors: readonly Tensor[], region: DataRegion): Iterable<Defect> {
  const at = (position: number): number => region.start + Math.min(position, region.size);
  let covered = 0;
  let before = 'the header';
  for (const { name, start, end } of byOffset(tensors)) {
    if (start < covered) {
      const message = `tensor ${quoted(name)} begins ${covered - start} bytes before ${before} ends`;
      yield { code: 'overlapping-tensors', message, offset: at(start) };
    }
    if (start > covered) {
      const message = `${start - covered} bytes before tensor ${quoted(name)} belong to no tensor`;
      yield { code: 'hole', message, offset: at(covered) };
    }
    if (end >= covered) [covered, before] = [end, `tensor ${quoted(name)}`];
  }
  if (covered > region.size) {
    const message = `the header describes ${covered} bytes of tensors and the file holds ${region.size}`;
    yield { code: 'out-of-bounds', message, offset: region.start + region.size };
  } else if (covered < region.size) {
    const message = `${region.size - covered} bytes after the last tensor belong to no tensor`;
    yield { code: 'trailing-bytes', message, offset: region.start + covered };
  }
}

function byOffset(tensors: readonly Tensor[]): readonly Tensor[] {
  return tensors.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
