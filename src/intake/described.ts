import type { ExternalBytes } from '../formats/location.ts';
import { besideOf } from '../formats/location.ts';
import type { Item } from './inventory.ts';

/** What other files of the model say of one that means nothing by itself: it is tensors, and how far they reach. */
export interface Description {
  /** Paths of the files that name it. */
  readonly namedBy: readonly string[];
  /** Bytes that it must have at least. */
  readonly end: number;
}

/** Files that tell where tensors lie; they are read before the others. */
const DESCRIBING = /\.(?:onnx|xml|index|mlmodel)$/i;

export function mayDescribe(path: string): boolean {
  return DESCRIBING.test(path);
}

/** Gathers what is said of other files. Only files below the folder of who names them are described. */
export function descriptions(): {
  readonly add: (item: Item) => void;
  readonly of: (path: string) => Description | null;
} {
  const all = new Map<string, Description>();
  return {
    add: ({ file, readings }) => {
      for (const { facts, member } of readings) {
        if (member.length > 0) continue;
        for (const { location, offset, length } of externalOf(facts)) {
          const path = besideOf(file.path, location);
          if (path === null || path === file.path) continue;
          const before = all.get(path);
          const end = Math.max(before?.end ?? 0, Number.isNaN(offset + (length ?? 0)) ? 0 : offset + (length ?? 0));
          const namedBy = [...new Set([...(before?.namedBy ?? []), file.path])].slice(0, 20);
          all.set(path, { namedBy, end });
        }
      }
    },
    of: (path) => all.get(path) ?? null,
  };
}

function externalOf(facts: Item['readings'][number]['facts']): readonly ExternalBytes[] {
  if (facts.format === 'xml') return facts.openvino?.external ?? [];
  return facts.format === 'onnx' || facts.format === 'tensorflow' || facts.format === 'coreml' ? facts.external : [];
}
