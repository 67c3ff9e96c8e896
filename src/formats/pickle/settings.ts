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
/** What is called by its name has one without blanks: data sets have a `target` in each of their rows, which is a sentence. */
const NAMED: ReadonlySet<string> = new Set(['_target_', 'target', 'class_path', 'loader_module']);
/** Different settings that are kept of one program, and values in them all: genuine ones have a few. */
const MOST = 10_000;
const MOST_VALUES = 200_000;
const DEEPEST = 4;

/** The settings of one program, each once. */
export interface SettingNotes {
  readonly list: PickleSetting[];
  readonly known: Set<string>;
  values: number;
  /** Whether there were more than are kept. */
  overflowed: boolean;
}

export function createSettings(): SettingNotes {
  return { list: [], known: new Set(), values: 0, overflowed: false };
}

/** Writes down a key and value that come into a dict, if somebody would act on them. */
export function noteSetting(notes: SettingNotes, key: Value, value: Value, offset: number): void {
  if (typeof key !== 'string' || key.length > LONGEST_KEY || !KEYS.has(key)) return;
  if (typeof value === 'string' && NAMED.has(key) && /\s/.test(value)) return;
  const known = typeof value === 'string' ? `${key} ${value}` : null;
  if (known !== null && notes.known.has(known)) return;
  if (notes.list.length >= MOST || notes.values >= MOST_VALUES) {
    notes.overflowed ||= typeof value === 'string' || (typeof value === 'object' && value !== null);
    return;
  }
  const written = writtenValue(notes, value, DEEPEST);
  if (written === null) return;
  if (known !== null) notes.known.add(known);
  notes.list.push({ key, value: written, offset });
}

function writtenValue(notes: SettingNotes, value: Value, depth: number): Json {
  notes.values += 1;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (value.kind === 'text') return value.head;
  if (!isCollection(value) || depth === 0) return null;
  if (notes.values >= MOST_VALUES) {
    notes.overflowed = true;
    return null;
  }
  if (value.type !== 'dict') return value.items.map((item) => writtenValue(notes, item, depth - 1));
  const pairs: [string, Json][] = [];
  for (let at = 0; at + 1 < value.items.length; at += 2) {
    const key = value.items[at];
    if (typeof key === 'string') pairs.push([key, writtenValue(notes, value.items[at + 1] ?? null, depth - 1)]);
  }
  return Object.fromEntries(pairs);
}
