import { isJsonObject, type Json } from '../../kernel/json.ts';

/** Packages of Core ML (coremltools 9.0, modelpackage): which files there are, and which is the model. */
const KEYS: ReadonlySet<string> = new Set(['fileFormatVersion', 'itemInfoEntries', 'rootModelIdentifier']);
const ITEM: ReadonlySet<string> = new Set(['author', 'description', 'name', 'path']);

/** Whether a document is the manifest of a package: two of its three keys. */
export function isModelPackage(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).filter((key) => KEYS.has(key)).length > 1;
}

/** What is wrong with a manifest, or null: each file has a place of its own within the package, and the model is one of them. */
export function brokenModelPackage(value: Json): string | null {
  if (!isJsonObject(value)) return 'no manifest';
  const { fileFormatVersion: version, itemInfoEntries: items, rootModelIdentifier: root } = value;
  if (Object.keys(value).some((key) => !KEYS.has(key))) return 'a key that manifests do not have';
  if (typeof version !== 'string' || !/^1\.\d{1,3}\.\d{1,3}$/.test(version)) return 'no version';
  if (!isJsonObject(items)) return 'no list of files';
  if (typeof root !== 'string' || !Object.hasOwn(items, root)) return 'no model';
  const places = new Set<string>();
  for (const [id, item] of Object.entries(items)) {
    const place = placeOf(item);
    if (id === '' || place === null || places.has(place)) return 'a file without a place of its own';
    places.add(place);
  }
  return null;
}

/** Where a file lies below `Data`; null where that cannot be. */
function placeOf(item: Json | undefined): string | null {
  if (!isJsonObject(item)) return null;
  const isSound =
    [...ITEM].every((key) => typeof item[key] === 'string') && Object.keys(item).every((key) => ITEM.has(key));
  const written = item['path'];
  const place = isSound && typeof written === 'string' ? written : '';
  const steps = place.split('/');
  return place === '' || steps.some((step) => step === '' || step === '.' || step === '..') ? null : place;
}
