import { isJsonObject, type Json, member } from '../../kernel/json.ts';

/** What a model archive of TorchServe lacks (ModelArchive.java reads its manifest first), or null. */
export function missingFromMar(names: readonly string[]): string | null {
  return names.includes('MAR-INF/MANIFEST.json') ? null : 'there is no MAR-INF/MANIFEST.json';
}

/** What a file of skops lacks (skops/io/_persist.py reads its schema first), or null. */
export function missingFromSkops(names: readonly string[]): string | null {
  return names.includes('schema.json') ? null : 'there is no schema.json';
}

/** What an archive of torch.export lacks (torch/export/pt2_archive: the text `archive_format` beside folders), or null. */
export function missingFromProgram(names: readonly string[]): string | null {
  const root = names.find((name) => /^[^/]+\/archive_format$/.test(name))?.replace(/archive_format$/, '');
  if (root === undefined) return null;
  const has = (part: RegExp): boolean =>
    names.some((name) => name.startsWith(root) && part.test(name.slice(root.length)));
  return has(/^models\/[^/]+\.json$/) || has(/^data\/aotinductor\//) ? null : 'it holds no program';
}

/** What tensors a program of torch.export asks for that its archive does not have, or null. `place` is that of its list of them. */
export function missingTensor(place: string, list: Json, members: ReadonlySet<string>): string | null {
  const folder = /^[^/]+\/data\/(?:weights|constants)\//.exec(place)?.[0];
  const config = member(list, 'config');
  if (folder === undefined || !place.endsWith('_config.json') || !isJsonObject(config)) return null;
  for (const payload of Object.values(config)) {
    const path = member(payload, 'path_name');
    if (typeof path === 'string' && path !== '' && !members.has(folder + path)) return `${path} is named and not there`;
  }
  return null;
}

/** Whether an archive is an agent of Stable Baselines 3, whose settings are JSON (stable_baselines3/common/save_util.py). */
export function isAgent(names: readonly string[]): boolean {
  return names.includes('_stable_baselines3_version') && names.includes('data');
}

/** Arrays by which SciPy tells where the numbers of a sparse one stand, of which it asks for one set (scipy/sparse/_matrix_io.py). */
const PLACES = [['indices', 'indptr'], ['offsets'], ['row', 'col'], ['coords']];

/** What a sparse array of SciPy lacks, or null. */
export function missingFromSparse(names: readonly string[]): string | null {
  const has = (name: string): boolean => names.includes(`${name}.npy`);
  if (!['format', 'shape', 'data'].every(has) || PLACES.some((needed) => needed.every(has))) return null;
  return 'it does not tell where its numbers stand';
}

/** What a file of arrays has that NumPy refuses, or null: an array has a header at least. */
export function emptyInNpz(all: readonly string[], full: readonly string[]): string | null {
  const empty = all.find((name) => /\.npy$/i.test(name) && !full.includes(name));
  return empty === undefined ? null : `${empty} is empty`;
}

/** What a manifest of TorchServe lacks, or names without its being there: all files lie at the top of the archive. */
export function brokenMar(manifest: Json, members: ReadonlySet<string>): string | null {
  const model = member(manifest, 'model');
  if (!isJsonObject(model)) return 'the manifest has no model';
  const { handler, modelName } = model;
  if (modelName !== undefined && (typeof modelName !== 'string' || modelName === '')) return 'the model has no name';
  if (typeof handler !== 'string' || handler === '') return 'the manifest has no handler';
  // `file.py:function` names a file; a name without an ending may be a module that is installed.
  const script = /^([^:]*\.py)(?::|$)/.exec(handler)?.[1];
  for (const name of [script, model['modelFile'], model['serializedFile']])
    if (typeof name === 'string' && name !== '' && !members.has(name)) return `${name} is named and not there`;
  return null;
}

/** What an archive of NeMo lacks (save_restore_connector.py), or null. */
export function missingFromNemo(names: readonly string[]): string | null {
  if (!names.some((name) => /(?:^|\/)model_config\.yaml$/.test(name))) return 'there is no model_config.yaml';
  // One file, one for each part of a model in parallel, or a folder of a distributed checkpoint.
  return names.some((name) => /(?:^|\/)model_weights(?:\.ckpt$|\/)/.test(name)) ? null : 'there are no model_weights';
}

/** Members of checkpoints that PyTorch before 0.4 wrote, of which it reads the last three (serialization.py, legacy_load). */
const CHECKPOINT = ['sys_info', 'storages', 'tensors', 'pickle'];

/** What a tar lacks that begins like such a checkpoint, or null. `all` are its names, `full` those of files that are not empty. */
export function missingFromCheckpoint(all: readonly string[], full: readonly string[]): string | null {
  const plain = (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.map((name) => name.replace(/^\.\//, '')));
  const [there, filled] = [plain(all), plain(full)];
  if (CHECKPOINT.filter((name) => there.has(name)).length < CHECKPOINT.length - 1) return null;
  const missing = CHECKPOINT.slice(1).find((name) => !filled.has(name));
  return missing === undefined ? null : `there are no ${missing}`;
}

/** Why no flavour of an `MLmodel` of MLflow can be loaded, or null. */
export function brokenMlmodel(value: Json): string | null {
  if (!isJsonObject(value)) return 'MLmodel is no map';
  const { flavors } = value;
  if (!isJsonObject(flavors) || Object.keys(flavors).length === 0) return 'MLmodel has no flavors';
  const odd = Object.entries(flavors).find(([, flavour]) => !isJsonObject(flavour));
  if (odd !== undefined) return `the flavor ${odd[0]} is no map`;
  // `mlflow.pyfunc.load_model` imports it first.
  const own = flavors['python_function'];
  return isJsonObject(own) && typeof own['loader_module'] !== 'string' ? 'python_function has no loader_module' : null;
}
