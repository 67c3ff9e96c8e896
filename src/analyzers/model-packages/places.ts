import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { type Judged, OUTSIDE_PLACE } from './rules.ts';

const OUT = /^[/\\]|^[A-Za-z]:[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/;
/** `sha256:` and the like, with what follows in hexadecimal (OCI image-spec, descriptor.md). */
const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]+$/;
const MOST = 10_000;

/**
 * Where the manifest of a package says that its files lie: Core ML's items, the layers of `docker save`, the digests of
 * an OCI layout, which are the names of its blobs.
 */
export function* judgePlaces(manifest: Json): Iterable<Judged> {
  const [paths, digests] = [placesOf(manifest), digestsOf(manifest)];
  for (const path of paths.slice(0, MOST)) if (OUT.test(path)) yield { rule: OUTSIDE_PLACE, operation: path };
  for (const digest of digests.slice(0, MOST))
    if (!DIGEST.test(digest)) yield { rule: OUTSIDE_PLACE, operation: `digest ${digest}` };
  if (Math.max(paths.length, digests.length) > MOST)
    yield { rule: OUTSIDE_PLACE, operation: `more than ${MOST} places, of which the others were not looked at` };
}

function placesOf(manifest: Json): readonly string[] {
  const items = member(manifest, 'itemInfoEntries');
  const paths = isJsonObject(items) ? Object.values(items).map((item) => member(item, 'path')) : [];
  const images = Array.isArray(manifest) ? manifest : [];
  const layers = images.flatMap((image) => [member(image, 'Config'), ...listOf(member(image, 'Layers'))]);
  return [...paths, ...layers].filter((path) => typeof path === 'string');
}

function digestsOf(manifest: Json): readonly string[] {
  if (member(manifest, 'schemaVersion') !== 2) return [];
  const described = [
    member(manifest, 'config') ?? null,
    ...listOf(member(manifest, 'manifests')),
    ...listOf(member(manifest, 'layers')),
  ];
  return described.map((each) => member(each, 'digest')).filter((digest) => typeof digest === 'string');
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
