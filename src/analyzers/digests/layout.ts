import { type Finding, findingOf } from '../../domain/finding.ts';
import { type Inventory, type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import { isDescriptor } from '../descriptor.ts';
import { wrongImage } from './image-config.ts';
import { BLOB_MISSING, BROKEN_LAYOUT } from './rules.ts';

/** Names the version of a layout of images, at its top (OCI image-spec, image-layout.md). */
const LAYOUT = /^(.*\/)?oci-layout$/;
const VERSION = '1.0.0';
/** Layers that a registry must not be asked for lie at addresses instead. */
const FOREIGN = /nondistributable|foreign/;

/**
 * Follows each layout of images from its index to its layers as a client does. An index may name images of other platforms
 * that were left out, as `docker save` does it; of an image that is here all parts must be.
 */
export function* judgeLayouts({ items }: Inventory): Iterable<Finding> {
  const files = new Map(items.map((item) => [item.file.path, item]));
  for (const path of files.keys()) {
    const [, root = ''] = LAYOUT.exec(path) ?? [];
    if (LAYOUT.test(path)) yield* judgeLayout(path, root, files);
  }
}

type Files = ReadonlyMap<string, Item>;

function* judgeLayout(path: string, root: string, files: Files): Iterable<Finding> {
  const version = documentOf(files.get(path));
  const told = isJsonObject(version) ? version['imageLayoutVersion'] : undefined;
  if (told !== VERSION) {
    yield findingOf(BROKEN_LAYOUT, { message: `${BROKEN_LAYOUT.title} Its version is none.`, location: { path } });
    return;
  }
  const index = `${root}index.json`;
  if (!files.has(index)) {
    yield findingOf(BROKEN_LAYOUT, { message: `${BROKEN_LAYOUT.title} It has no index.json.`, location: { path } });
    return;
  }
  // Grows while it is gone through, by what each manifest names.
  const named = new Set([index]);
  for (const manifest of named) yield* judgeManifest(manifest, root, files, named);
}

function* judgeManifest(path: string, root: string, files: Files, named: Set<string>): Iterable<Finding> {
  const item = files.get(path);
  if (item === undefined || isLetGo(item)) return;
  const value = documentOf(item);
  if (!isJsonObject(value)) {
    yield findingOf(BROKEN_LAYOUT, { message: `${BROKEN_LAYOUT.title} A manifest is no map.`, location: { path } });
    return;
  }
  const { manifests, layers, config } = value;
  if (!Array.isArray(manifests) && !Array.isArray(layers)) {
    yield findingOf(BROKEN_LAYOUT, { message: `${BROKEN_LAYOUT.title} A manifest has no list.`, location: { path } });
    return;
  }
  const described = [...listOf(manifests), ...listOf(layers), ...(Array.isArray(layers) ? [config ?? null] : [])];
  if (!described.every(isDescriptor)) {
    yield findingOf(BROKEN_LAYOUT, { message: `${BROKEN_LAYOUT.title} A descriptor is none.`, location: { path } });
    return;
  }
  const images = blobsOf(manifests, root);
  const here = images.filter((blob) => files.has(blob));
  if (here.length === 0) yield* absent(path, images, files);
  for (const blob of here) named.add(blob);
  if (!Array.isArray(layers)) return;
  yield* absent(path, [...blobsOf([config ?? null], root), ...blobsOf(layers, root)], files);
  const blobOf = (digest: Json | undefined): Item | undefined => {
    const [blob] = blobsOf([{ digest: digest ?? null }], root);
    return blob === undefined ? undefined : files.get(blob);
  };
  const wrong = wrongImage(value, blobOf);
  if (wrong !== null)
    yield findingOf(BROKEN_LAYOUT, { message: `${BROKEN_LAYOUT.title} Of an image, ${wrong}.`, location: { path } });
  const [settings] = blobsOf([config ?? null], root);
  if (settings === undefined || !isImageConfig(config)) return;
  const record = files.get(settings);
  if (record !== undefined && !isLetGo(record) && !isJsonObject(documentOf(record)))
    yield findingOf(BROKEN_LAYOUT, {
      message: `${BROKEN_LAYOUT.title} The settings of an image are no map.`,
      location: { path: settings },
    });
}

function* absent(path: string, blobs: readonly string[], files: Files): Iterable<Finding> {
  for (const blob of blobs) {
    if (files.has(blob)) continue;
    yield findingOf(BLOB_MISSING, { message: `${BLOB_MISSING.title} It is ${blob}.`, location: { path } });
  }
}

function listOf(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** Paths of the blobs that descriptors tell of, but those that carry their content or say where else it lies. */
function blobsOf(list: Json | undefined, root: string): readonly string[] {
  const paths: string[] = [];
  for (const each of listOf(list)) {
    if (!isJsonObject(each)) continue;
    const { digest, urls, data, mediaType } = each;
    if (typeof data === 'string' || (Array.isArray(urls) && urls.length > 0)) continue;
    if (typeof mediaType === 'string' && FOREIGN.test(mediaType)) continue;
    const [, algorithm, value] = typeof digest === 'string' ? (/^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? []) : [];
    if (algorithm !== undefined) paths.push(`${root}blobs/${algorithm}/${value}`);
  }
  return paths;
}

function isImageConfig(config: Json | undefined): boolean {
  const type = isJsonObject(config) ? config['mediaType'] : undefined;
  return (
    typeof type === 'string' &&
    /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/.test(type)
  );
}

/** Past the bound of what is kept, which no manifest is that clients take (4 MiB). */
function isLetGo({ readings, unreadable }: Item): boolean {
  return readings.length === 0 && unreadable.length === 0;
}

function documentOf(item: Item | undefined): Json | undefined {
  if (item === undefined) return undefined;
  for (const { facts, member } of readingsAs(item, 'json')) if (member.length === 0) return facts.value;
  return undefined;
}
