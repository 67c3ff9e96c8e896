import { readYaml } from '../../formats/yaml/document.ts';
import { type Item, type Reading, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';

/** Tells whether a manifest names the Python file of a reading as what loading or serving runs. */
export type IsNamed = (path: string) => boolean;

/** Asked of an archive once: which of its Python files a manifest in it names. */
export function namedIn(item: Item): (reading: Reading) => boolean {
  const byArchive = new Map<string, IsNamed[]>();
  const add = (place: readonly string[], isNamed: IsNamed | null): void => {
    if (isNamed === null) return;
    const archive = place.slice(0, -1).join('\0');
    byArchive.set(archive, [...(byArchive.get(archive) ?? []), isNamed].slice(0, MOST));
  };
  for (const { facts, member: place } of readingsAs(item, 'json')) {
    const name = place.at(-1) ?? '';
    if (name === 'MAR-INF/MANIFEST.json') add(place, namedByMar(facts.value));
  }
  for (const { facts, member: place } of readingsAs(item, 'text'))
    if (/(?:^|\/)MLmodel$/.test(place.at(-1) ?? '')) add(place, namedByMlmodel(place.at(-1) ?? '', facts.text));
  return ({ member: place }) => {
    const named = place.length === 0 ? undefined : byArchive.get(place.slice(0, -1).join('\0'));
    return named?.some((isNamed) => isNamed(place.at(-1) ?? '')) === true;
  };
}

/** Archives hold one manifest, or a model each of some. */
const MOST = 16;

/** TorchServe imports the handler, and the file of the network before it (ModelArchive.java, model_loader.py). */
function namedByMar(manifest: Json): IsNamed | null {
  const model = member(manifest, 'model');
  const files = ['handler', 'modelFile'].map((key) => {
    const value = member(model, key);
    return typeof value === 'string' ? value.replace(/:[^:]*$/, '').replace(/^\.\//, '') : '';
  });
  const named = new Set(files.flatMap((file) => (file === '' ? [] : [file, `${file}.py`])));
  return named.size === 0 ? null : (path) => named.has(path);
}

/** MLflow imports `loader_module` from the folders under `code`, and runs what `model_code_path` names. */
export function namedByMlmodel(path: string, text: string): IsNamed | null {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const endings = new Set<string>();
  for (const settings of readYaml(text).values) {
    const flavours = member(settings, 'flavors');
    for (const flavour of isJsonObject(flavours ?? null) ? Object.values(flavours as object).slice(0, MOST) : []) {
      const loader = member(flavour as Json, 'loader_module');
      if (typeof loader === 'string' && /^[\w.]{1,200}$/.test(loader)) {
        const file = loader.replaceAll('.', '/');
        endings.add(`${file}.py`).add(`${file}/__init__.py`);
      }
      const code = member(flavour as Json, 'model_code_path');
      if (typeof code === 'string' && code.endsWith('.py')) endings.add(code.slice(code.lastIndexOf('/') + 1));
    }
  }
  if (endings.size === 0) return null;
  return (file) => {
    if (!file.startsWith(folder)) return false;
    const parts = file.slice(folder.length).split('/');
    return parts.some((_, at) => endings.has(parts.slice(at).join('/')));
  };
}
