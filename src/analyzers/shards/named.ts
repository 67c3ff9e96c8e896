import { besideOf } from '../../formats/location.ts';
import { readYaml } from '../../formats/yaml/document.ts';
import { externalOf } from '../../intake/described.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { isMlmodel } from './names.ts';

/** Paths of files without which the loader of an item refuses it: its tensors lie there, or the model that it describes. */
export function filesNamed(item: Item): ReadonlySet<string> {
  const { path } = item.file;
  const named = new Set<string>();
  for (const { facts, member } of item.readings) {
    if (member.length > 0) continue;
    const assets = facts.format === 'tensorflow' ? facts.assets : [];
    for (const asset of assets) {
      const file = besideOf(path, `assets/${asset}`);
      if (file !== null) named.add(file);
    }
    for (const { location, length } of externalOf(facts, path)) {
      const file = length === 0 ? null : besideOf(path, location);
      if (file !== null && file !== path) named.add(file);
    }
  }
  if (!isMlmodel(path)) return named;
  for (const { facts, member } of readingsAs(item, 'text')) {
    for (const value of member.length === 0 ? readYaml(facts.text).values : []) {
      for (const location of filesOfFlavors(value)) {
        const file = besideOf(path, location);
        if (file !== null) named.add(file);
      }
    }
  }
  return named;
}

const MOST_FLAVORS = 20;

/** Keys by which flavours of MLflow name a file or folder that their `load_model` opens. */
const FILES = ['data', 'model_path', 'pickled_model', 'model_data', 'model_binary'];

function* filesOfFlavors(value: Json): Iterable<string> {
  const flavors = isJsonObject(value) ? value['flavors'] : undefined;
  for (const flavour of isJsonObject(flavors) ? Object.values(flavors).slice(0, MOST_FLAVORS) : []) {
    if (!isJsonObject(flavour)) continue;
    for (const key of FILES) {
      const file = flavour[key];
      if (typeof file === 'string' && file !== '') yield file;
    }
  }
}
