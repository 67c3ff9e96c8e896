import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { FoundModel, FoundModels, House, OutOfReach } from '../../domain/adoption.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { compareText } from '../../kernel/order.ts';
import { modelsInManifest } from './kubernetes.ts';
import { ollamaModel } from './ollama.ts';

/** A manifest is written by people; what is larger was not. Bytes. */
const MANIFEST = 4 * 1024 * 1024;

/** What a folder is called in a Hugging Face cache. */
const CACHED = /^(?:models)--(.+)$/;

/**
 * Finds models below a folder: Hugging Face caches, Ollama stores, MLflow models, Kubernetes manifests, and folders that
 * hold weights or a config. What is found is listed, and nothing in it is opened but manifests. Throws `path-missing`.
 */
export async function findModels(root: string): Promise<FoundModels> {
  const models: FoundModel[] = [];
  const outOfReach: OutOfReach[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { path, depth } = folder;
    const entries = await entriesOf(path, root);
    seen += entries.length;
    if (seen > LIMITS.files) throw new WeighbridgeError('too-many-files', `${root} holds more than ${LIMITS.files}`);
    const found = await modelAt(path, root, entries);
    if (found !== null) {
      models.push(...found);
      continue;
    }
    for (const entry of entries.filter((one) => one.isFile() && /\.ya?ml$/i.test(one.name))) {
      const named = modelsInManifest(await smallText(join(path, entry.name)));
      models.push(...named.models);
      outOfReach.push(...named.outOfReach);
    }
    if (depth >= LIMITS.folderDepth) continue;
    // Links are not followed: what they lead to is found where it lies.
    for (const entry of entries.filter((one) => one.isDirectory() && one.name !== '.git'))
      folders.push({ path: join(path, entry.name), depth: depth + 1 });
  }
  return { models: once(models), outOfReach: once(outOfReach) };
}

/** The models that a folder is; null when one has to look further down. */
async function modelAt(path: string, root: string, entries: readonly Dirent[]): Promise<readonly FoundModel[] | null> {
  const [, cached] = CACHED.exec(basename(path)) ?? [];
  if (cached !== undefined && has(entries, 'snapshots'))
    return [{ house: 'hugging-face-cache', name: cached.replaceAll('--', '/'), reference: path }];
  if (has(entries, 'manifests') && has(entries, 'blobs')) return ollamaStore(path);
  if (has(entries, 'MLmodel')) return [{ house: 'mlflow', name: nameOf(path, root), reference: path }];
  if (entries.some(isWeights)) return [{ house: 'folder', name: nameOf(path, root), reference: path }];
  return null;
}

const WEIGHTS = /\.(safetensors|gguf|bin|pt|pth|ckpt|pkl|onnx|h5|keras|tflite|pb|mar|nemo|joblib|skops|msgpack|npz)$/i;

function isWeights(entry: Dirent): boolean {
  return !entry.isDirectory() && (WEIGHTS.test(entry.name) || entry.name === 'config.json');
}

async function ollamaStore(store: string): Promise<readonly FoundModel[]> {
  const manifests = join(store, 'manifests');
  const models: FoundModel[] = [];
  for (const entry of await readdir(manifests, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const model = ollamaModel(store, relative(manifests, path), await smallText(path));
    if (model !== null) models.push(model);
  }
  return models;
}

async function entriesOf(path: string, root: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (cause) {
    if (path === root) throw new WeighbridgeError('path-missing', root, { cause });
    return [];
  }
}

/** Empty for what is too large, or cannot be read. */
async function smallText(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.size > MANIFEST) return '';
  return readFile(path, 'utf8').catch(() => '');
}

function has(entries: readonly Dirent[], name: string): boolean {
  return entries.some((entry) => entry.name === name);
}

function nameOf(path: string, root: string): string {
  return relative(root, path) || basename(path);
}

function once<Row extends { readonly house: House; readonly name: string; readonly reference: string }>(
  rows: readonly Row[],
): readonly Row[] {
  const known = new Map(rows.map((row) => [row.reference, row]));
  return [...known.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.reference, b.reference));
}
