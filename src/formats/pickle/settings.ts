import type { Json } from '../../kernel/json.ts';
import { isCollection, type Value } from './values.ts';

/** A key of a pickled dict by which a trainer or a loader imports, calls or renders what stands there. */
export interface PickleSetting {
  readonly key: string;
  /** Texts, and lists and dicts of them; all else is null. */
  readonly value: Json;
  readonly offset: number;
}

/**
 * Lightning's checkpoints (`_instantiator`, core/saving.py), fairseq's (`user_dir`), mmengine's (`cfg`, `config`, `custom_imports`),
 * Hydra's and latent diffusion's targets, configurations of transformers, nodes of OmegaConf (`_val`), and CmdStanPy's
 * models, which start the program that they name.
 */
const KEYS: ReadonlySet<string> = new Set(
  '_target_ target _instantiator class_path user_dir auto_map custom_imports custom_pipeline custom_generate loader_module chat_template cfg config _val _exe_file'.split(
    ' ',
  ),
);
const LONGEST_KEY = 16;
/** Settings that are kept of one program: genuine ones have a few. */
const MOST = 1000;
const DEEPEST = 4;

/** Writes down a key and value that come into a dict, if somebody would act on them. */
export function noteSetting(settings: PickleSetting[], key: Value, value: Value, offset: number): void {
  if (typeof key !== 'string' || key.length > LONGEST_KEY || !KEYS.has(key) || settings.length >= MOST) return;
  const written = writtenValue(value, DEEPEST);
  if (written !== null) settings.push({ key, value: written, offset });
}

function writtenValue(value: Value, depth: number): Json {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (value.kind === 'text') return value.head;
  if (!isCollection(value) || depth === 0) return null;
  if (value.type !== 'dict') return value.items.map((item) => writtenValue(item, depth - 1));
  const pairs: [string, Json][] = [];
  for (let at = 0; at + 1 < value.items.length; at += 2) {
    const key = value.items[at];
    if (typeof key === 'string') pairs.push([key, writtenValue(value.items[at + 1] ?? null, depth - 1)]);
  }
  return Object.fromEntries(pairs);
}
