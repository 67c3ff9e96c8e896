import { unpack } from '../../../text/learned/packed.ts';
import { FEATURES, type Models } from './features.ts';
import { WEIGHTS } from './weights.ts';

/** All that was learned: the parts that give features, and what each feature counts. */
export interface Learned {
  readonly models: Models;
  readonly weights: Float64Array;
  readonly bias: number;
}

let loaded: Learned | undefined;

/** Unpacked when it is first asked for: about a millisecond. */
export function learned(): Learned {
  loaded ??= load();
  return loaded;
}

function load(): Learned {
  const { words, harm, characters, templates, features, bias } = WEIGHTS;
  const shingles = unpack(templates);
  const weights = new Map(features.split('|').map((row) => row.split(' ') as [string, string]));
  return {
    models: {
      words: { ...words, weights: signed(words.weights) },
      harm: { ...harm, weights: signed(harm.weights) },
      characters: { four: unpack(characters.four), three: unpack(characters.three) },
      templates: new Set(
        new Int32Array(shingles.buffer.slice(shingles.byteOffset, shingles.byteOffset + shingles.byteLength)),
      ),
    },
    weights: Float64Array.from(FEATURES, (name) => Number(weights.get(name) ?? 0)),
    bias,
  };
}

function signed(packed: string): Int8Array {
  return Int8Array.from(unpack(packed), (byte) => (byte << 24) >> 24);
}
