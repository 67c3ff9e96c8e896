import { elementBytes } from './effects.ts';
import type { Run } from './program.ts';
import { isCollection } from './values.ts';
import type { Window } from './window.ts';

/** Members of a tar by PyTorch before 0.1.10, in which numbers stand between the programs. */
const MEMBER = /^(?:\.\/)?(storages|tensors)$/;
const COUNT = 8;
/** Bytes around the sizes and strides of a tensor: how many there are of each, and where it begins. */
const AROUND = 16;
const MOST_DIMENSIONS = 64;

/**
 * How many bytes after the last program its loader reads as numbers (torch/serialization.py, `legacy_load`): those of a
 * storage or of a tensor's shape. Zero where it reads a program.
 */
export async function numbersAfter(runs: readonly Run[], window: Window, path: string): Promise<number> {
  const member = MEMBER.exec(path)?.[1];
  const ending = runs.at(-1)?.ending;
  if (member === undefined || ending?.kind !== 'stopped' || !isCollection(ending.value)) return 0;
  const { end, value } = ending;
  const [, , type] = value.items;
  if (value.type !== 'tuple' || value.length !== 3 || window.size - end < COUNT) return 0;
  await window.fill(end, COUNT);
  if (member === 'tensors') {
    const dimensions = window.view.getInt32(0, true);
    return dimensions < 0 || dimensions > MOST_DIMENSIONS ? 0 : AROUND + 2 * COUNT * dimensions;
  }
  const global = typeof type === 'object' && type !== null && type.kind === 'global' ? type.name : null;
  const width = elementBytes(global);
  return width === null ? 0 : COUNT + width * Number(window.view.getBigUint64(0, true));
}
