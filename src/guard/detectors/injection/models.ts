import { unpack, unpackSigned } from '../../../text/learned/packed.ts';
import { knownShingles } from '../../../text/learned/shingles.ts';
import { FEATURES, type Models, OFTEN } from './features.ts';
import { WEIGHTS } from './weights.ts';

/** All that was learned: the parts that give features, and what each feature counts. */
export interface Learned {
  readonly models: Models;
  /** For what a user says, and for documents and results of tools, where orders have nothing to look for. */
  readonly user: Head;
  readonly document: Head;
}

/** What each feature counts. */
export interface Head {
  readonly weights: Float64Array;
  /** The features that count: those that change with every sentence, and the others. */
  readonly often: Int32Array;
  readonly seldom: Int32Array;
  readonly bias: number;
}

let loaded: Learned | undefined;

/** Unpacked when it is first asked for: about a millisecond. */
export function learned(): Learned {
  loaded ??= load();
  return loaded;
}

function load(): Learned {
  const { words, harm, characters, templates, user, document } = WEIGHTS;
  const shingles = unpack(templates);
  return {
    models: {
      words: { ...words, weights: unpackSigned(words.weights) },
      harm: { ...harm, weights: unpackSigned(harm.weights) },
      characters: { four: unpack(characters.four), three: unpack(characters.three) },
      templates: knownShingles(
        new Int32Array(shingles.buffer.slice(shingles.byteOffset, shingles.byteOffset + shingles.byteLength)),
      ),
    },
    user: headOf(user),
    document: headOf(document),
  };
}

function headOf({ bias, features }: { readonly bias: number; readonly features: string }): Head {
  const named = new Map(features.split('|').map((row) => row.split(' ') as [string, string]));
  const weights = Float64Array.from(FEATURES, (name) => Number(named.get(name) ?? 0));
  const counting = Int32Array.from(weights.keys()).filter((at) => weights[at] !== 0);
  return {
    weights,
    often: counting.filter((at) => at < OFTEN),
    seldom: counting.filter((at) => at >= OFTEN),
    bias,
  };
}
