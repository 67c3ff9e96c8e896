import { type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import type { Items } from './sides.ts';

/** Settings by which a part of a pipeline is made, whatever its kind. */
const SETTINGS =
  /\/(?:config|scheduler_config|preprocessor_config|processor_config|tokenizer_config|tokenizer|model_index|guider_config|video_processor_config|feature_extractor_config|modular_config)\.json$/;

/**
 * Why a pipeline of Diffusers is not whole by its index, or null (diffusers, pipeline_loading_utils.py: each part that has a
 * library and a class is loaded from the folder of its name). An index that lies alone says nothing: pages show it.
 */
export function wrongPipeline(index: Item, items: Items): string | null {
  const { path } = index.file;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const [reading] = readingsAs(index, 'json');
  const value: Json | undefined = reading?.facts.value;
  if (!isJsonObject(value)) return null;
  const parts = partsOf(value);
  const held = foldersOf(items, folder);
  if (!parts.some(({ name }) => held.has(name))) return null;
  if (typeof value['_class_name'] !== 'string') return 'it names no class';
  for (const { name, kind } of parts) {
    if (kind === null) return `${name} has no class of a library`;
    const settings = held.get(name);
    if (settings === undefined) return `there is no ${name}`;
    // Parts for other engines have none.
    if (kind.library === 'diffusers' && settings.length === 0 && !/^(?:Onnx|OV|Flax)/.test(kind.name))
      return `${name} has no settings`;
    const told = kind.library === 'diffusers' ? settings.map((each) => classIn(items.get(each))) : [];
    // The classes of schedulers are taken for each other on purpose.
    const other = told.find((one) => one !== null && /Scheduler/.test(one) !== /Scheduler/.test(kind.name));
    if (other !== undefined) return `${name} is a ${other} by its own settings, and no ${kind.name}`;
  }
  return null;
}

interface Part {
  readonly name: string;
  readonly kind: { readonly library: string; readonly name: string } | null;
}

const MOST_PARTS = 100;

function partsOf(index: JsonObject): readonly Part[] {
  const parts: Part[] = [];
  for (const [name, value] of Object.entries(index).slice(0, MOST_PARTS)) {
    if (name.startsWith('_') || !Array.isArray(value)) continue;
    const [library, kind] = value as readonly Json[];
    // Parts that were left out, and lists that are settings of the pipeline.
    if (library === null || typeof library !== 'string') continue;
    parts.push({ name, kind: typeof kind === 'string' ? { library, name: kind } : null });
  }
  return parts;
}

/** Folders beside an index that hold anything, with the settings in each. */
function foldersOf(items: Items, folder: string): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of items.keys()) {
    if (!path.startsWith(folder)) continue;
    const slash = path.indexOf('/', folder.length);
    if (slash < 0) continue;
    const name = path.slice(folder.length, slash);
    const settings = folders.get(name) ?? [];
    folders.set(name, settings);
    if (SETTINGS.test(path) && path.indexOf('/', slash + 1) < 0) settings.push(path);
  }
  return folders;
}

function classIn(item: Item | undefined): string | null {
  const [reading] = item === undefined ? [] : readingsAs(item, 'json');
  const told = reading === undefined ? null : member(reading.facts.value, '_class_name');
  return typeof told === 'string' ? told : null;
}
