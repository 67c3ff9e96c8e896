import { isJsonObject, type Json } from '../../kernel/json.ts';
import { isDescriptor } from '../descriptor.ts';

/** Media types of manifests and of indexes (OCI image-spec; Docker's, which Ollama writes). */
const MANIFEST = /^application\/vnd\.(?:oci\.image|docker\.distribution)\.manifest\.v\d+\+json$/;
const INDEX = /^application\/vnd\.(?:oci\.image\.index|docker\.distribution\.manifest\.list)\.v\d+\+json$/;

/** Whether a document says of itself that it is one, under whatever name it lies: a store of Ollama names it by its tag. */
export function isImageManifest(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const { mediaType } = value;
  return typeof mediaType === 'string' && (MANIFEST.test(mediaType) || INDEX.test(mediaType));
}

/** Why a client refuses the manifest of an image, or null: of another version, without its lists, or with a descriptor that is none. */
export function brokenManifest(value: Json): string | null {
  if (!isJsonObject(value)) return null;
  const { mediaType, schemaVersion, config, layers, manifests } = value;
  const [isManifest, isIndex] = [MANIFEST, INDEX].map((type) => typeof mediaType === 'string' && type.test(mediaType));
  if (isManifest !== true && isIndex !== true) return null;
  if (schemaVersion !== 2) return 'a manifest of another version';
  const list = isManifest === true ? layers : manifests;
  if (!Array.isArray(list)) return 'a manifest without its list';
  const described = [...(isManifest === true ? [config ?? null] : []), ...(list as readonly Json[])];
  return described.every(isDescriptor) ? null : 'a descriptor without a digest or a size';
}
