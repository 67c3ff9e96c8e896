import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { FoundModel, FoundModels, House, OutOfReach } from '../../domain/adoption.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { compareText } from '../../kernel/order.ts';
import { cachedModels } from './hugging-face.ts';
import { modelsInManifest } from './kubernetes.ts';
import { modelsIn } from './loose.ts';
import { named, type TrackedModel, trackedModel } from './mlflow.ts';
import { ollamaModels } from './ollama.ts';

/** A manifest is written by people; what is larger was not. Bytes. */
const MANIFEST = 4 * 1024 * 1024;

/** What is found on the way. */
interface Findings {
  readonly models: FoundModel[];
  readonly outOfReach: OutOfReach[];
  readonly tracked: TrackedModel[];
}

/**
 * Finds models below a folder: Hugging Face caches, Ollama stores, MLflow models, Kubernetes manifests, folders that hold
 * weights or a config, and files that are a whole model. What is found is listed, and nothing in it is opened but manifests
 * and what names it. What could not be looked into is told. Throws `path-missing`, `too-many-files`.
 */
export async function findModels(root: string): Promise<FoundModels> {
  const findings: Findings = { models: [], outOfReach: [], tracked: [] };
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const { path, depth } = folder;
    const entries = await entriesOf(path, root, findings);
    seen += entries.length;
    if (seen > LIMITS.files) throw new WeighbridgeError('too-many-files', `${root} holds more than ${LIMITS.files}`);
    if (await takeModels(path, root, entries, findings)) continue;
    await readManifests(path, root, entries, findings);
    if (depth >= LIMITS.folderDepth) continue;
    // Links are not followed: what they lead to is found where it lies, or is named.
    for (const entry of entries.filter((one) => one.isSymbolicLink()))
      findings.outOfReach.push(...(await leadingOut(join(path, entry.name), root)));
    for (const entry of entries.filter((one) => one.isDirectory() && one.name !== '.git'))
      folders.push({ path: join(path, entry.name), depth: depth + 1 });
  }
  return { models: once(named(findings.models, findings.tracked)), outOfReach: once(findings.outOfReach) };
}

/** A folder that a link leads to, which nobody will come upon below the root. */
async function leadingOut(link: string, root: string): Promise<readonly OutOfReach[]> {
  try {
    const [target, top] = await Promise.all([realpath(link), realpath(root)]);
    if (target === top || target.startsWith(`${top}${sep}`) || !(await stat(target)).isDirectory()) return [];
  } catch {
    return [];
  }
  const why = 'it is a link to a folder elsewhere: adopt that one';
  return [{ house: 'folder', name: nameOf(link, root), reference: link, why }];
}

/** The models that a folder is; false when one has to look further down. */
async function takeModels(
  path: string,
  root: string,
  entries: readonly Dirent[],
  { models }: Findings,
): Promise<boolean> {
  const whole = (found: readonly FoundModel[]): true => {
    models.push(...found);
    return true;
  };
  const cached = await cachedModels(path);
  if (cached !== null) return whole(cached);
  if (has(entries, 'manifests') && has(entries, 'blobs')) return whole(await ollamaStore(path));
  if (has(entries, 'MLmodel')) return whole([{ house: 'mlflow', name: nameOf(path, root), reference: path }]);
  const files = entries.filter((one) => !one.isDirectory()).map(({ name }) => name);
  const below = entries.filter((one) => one.isDirectory() && !one.name.startsWith('.')).length;
  const loose = modelsIn({ folders: below, files });
  if (loose?.kind === 'model') return whole([{ house: 'folder', name: nameOf(path, root), reference: path }]);
  for (const name of loose?.files ?? []) {
    const file = join(path, name);
    models.push({ house: 'folder', name: nameOf(file, root), reference: file });
  }
  return false;
}

async function readManifests(
  path: string,
  root: string,
  entries: readonly Dirent[],
  { models, outOfReach, tracked }: Findings,
): Promise<void> {
  for (const { name } of entries.filter((one) => one.isFile() && /\.(?:ya?ml|json)$/i.test(one.name))) {
    const file = join(path, name);
    const text = await smallText(file);
    const found = modelsInManifest(text, nameOf(file, root));
    models.push(...found.models);
    outOfReach.push(...found.outOfReach);
    const known = name === 'meta.yaml' ? trackedModel(text) : null;
    if (known !== null) tracked.push(known);
  }
}

async function ollamaStore(store: string): Promise<readonly FoundModel[]> {
  const manifests = join(store, 'manifests');
  const models: FoundModel[] = [];
  for (const entry of await readdir(manifests, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    models.push(...ollamaModels(store, relative(manifests, path), await smallText(path)));
  }
  return models;
}

async function entriesOf(path: string, root: string, { outOfReach }: Findings): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (cause) {
    if (path === root) throw new WeighbridgeError('path-missing', root, { cause });
    outOfReach.push({
      house: 'folder',
      name: nameOf(path, root),
      reference: path,
      why: 'may not be listed by this user',
    });
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

/** What several name is one row that has all their names. */
function once<Row extends { readonly house: House; readonly name: string; readonly reference: string }>(
  rows: readonly Row[],
): readonly Row[] {
  const known = new Map<string, Row>();
  for (const row of rows) {
    const names = new Set([...(known.get(row.reference)?.name.split(', ') ?? []), row.name]);
    known.set(row.reference, { ...row, name: [...names].sort(compareText).join(', ') });
  }
  return [...known.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.reference, b.reference));
}
