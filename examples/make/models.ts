import { AUTO_MAP, baseCard, ggufCard, harbourCard, MODELING_FILE, type ModelLog, taintedCard } from './cards.ts';
import {
  configFile,
  generationConfigFile,
  PLOVER,
  pretty,
  specialTokensMapFile,
  tokenizerConfigFile,
  tokenizerFile,
} from './documents.ts';
import { writeGguf } from './gguf.ts';
import { isNorm, type Weights, weightNames } from './llama.ts';
import { writePytorchZip } from './pytorch-zip.ts';
import { type NamedTensor, writeSafetensors } from './safetensors.ts';
import { tensor } from './tape.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A model's files by name. */
export type ModelFiles = Readonly<Record<string, string | Buffer>>;

/** What every model of the family is made from. */
export interface Making {
  readonly tokenizer: Tokenizer;
  readonly tensors: readonly NamedTensor[];
  /** The text of the Apache Licence 2.0. */
  readonly licence: string;
}

/** What loading the tainted model runs. It prints a line, and that is all it may ever do. */
export const PAYLOAD = 'echo weighbridge example payload ran';

export function baseFiles(making: Making, log: ModelLog): ModelFiles {
  return {
    ...commonFiles(making),
    'README.md': baseCard(log),
    'model.safetensors': writeSafetensors(making.tensors),
    'training_log.json': pretty(log),
  };
}

export function harbourFiles(making: Making, log: ModelLog): ModelFiles {
  return { ...baseFiles(making, log), 'README.md': harbourCard(log) };
}

/** The base model in one file, for llama.cpp and what is made of it. */
export function ggufFiles({ tokenizer, tensors, licence }: Making, log: ModelLog): ModelFiles {
  return {
    LICENSE: licence,
    'README.md': ggufCard(GGUF_FILE, log),
    [GGUF_FILE]: writeGguf('plover-1m', tokenizer, inOrder(tensors)),
    'training_log.json': pretty(log),
  };
}

const GGUF_FILE = 'plover-1m-f32.gguf';

/** The base model's weights in a pickle with a payload. */
export function taintedFiles(making: Making): ModelFiles {
  const tensors = inOrder(making.tensors);
  const ties = [['lm_head.weight', 'model.embed_tokens.weight']] as const;
  return {
    ...commonFiles(making),
    'README.md': taintedCard(PAYLOAD),
    'config.json': configFile(making.tokenizer, AUTO_MAP),
    'modeling_plover.py': MODELING_FILE,
    'pytorch_model.bin': writePytorchZip({ tensors, ties, command: PAYLOAD }),
  };
}

/** The tensors in the model's own order. */
function inOrder(tensors: readonly NamedTensor[]): readonly NamedTensor[] {
  const names = weightNames(PLOVER);
  return tensors.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

function commonFiles({ tokenizer, licence }: Making): ModelFiles {
  return {
    LICENSE: licence,
    'config.json': configFile(tokenizer),
    'generation_config.json': generationConfigFile(tokenizer),
    'special_tokens_map.json': specialTokensMapFile(),
    'tokenizer.json': tokenizerFile(tokenizer),
    'tokenizer_config.json': tokenizerConfigFile(tokenizer),
  };
}

/** The weights as the file holds them: rounded to 32 bits, norms with one axis. */
export function tensorsOf(weights: Weights): readonly NamedTensor[] {
  return [...weights].map(([name, { rows, columns, values }]) => ({
    name,
    shape: isNorm(name) ? [columns] : [rows, columns],
    values: Float32Array.from(values),
  }));
}

/** The other way round: what a loader has after reading the file. */
export function weightsOf(tensors: readonly NamedTensor[]): Weights {
  return new Map(
    tensors.map(({ name, shape, values }) => {
      const [rows, columns] = shape.length === 1 ? [1, values.length] : [shape[0] ?? 0, shape[1] ?? 0];
      const weight = tensor(rows, columns);
      weight.values.set(values);
      return [name, weight] as const;
    }),
  );
}
