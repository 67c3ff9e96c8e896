import { type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { isDigest } from '../descriptor.ts';

const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = /^application\/vnd\.oci\.image\.layer\.(?:nondistributable\.)?v1\.tar(?:\+(gzip|zstd))?$/;

/**
 * Why a runtime refuses the image of a manifest, or null: its settings tell each layer by the digest of what it unpacks to
 * (OCI image-spec, config.md: `rootfs.diff_ids`, first to last), and a layer is packed as its media type says.
 * `blobOf` gives what lies under a digest.
 */
export function wrongImage(manifest: Json, blobOf: (digest: Json | undefined) => Item | undefined): string | null {
  const config = member(manifest, 'config');
  const layers = member(manifest, 'layers');
  if (!Array.isArray(layers) || member(config, 'mediaType') !== CONFIG) return null;
  // Artifacts of other kinds borrow the type of the settings.
  if (!(layers as readonly Json[]).every((layer) => LAYER.test(typeOf(layer)))) return null;
  for (const layer of layers as readonly Json[]) {
    const wrong = wrongLayer(layer, blobOf(member(layer, 'digest')));
    if (wrong !== null) return wrong;
  }
  const blob = blobOf(member(config, 'digest'));
  const [reading] = blob === undefined ? [] : readingsAs(blob, 'json');
  return reading === undefined ? null : wrongConfig(reading.facts.value, layers as readonly Json[]);
}

function wrongConfig(config: Json, layers: readonly Json[]): string | null {
  // Told by who asks for a map.
  if (!isJsonObject(config)) return null;
  for (const key of ['architecture', 'os']) if (typeof config[key] !== 'string') return `its settings tell no ${key}`;
  const [type, ids] = [member(config['rootfs'], 'type'), member(config['rootfs'], 'diff_ids')];
  if (type !== 'layers' || !Array.isArray(ids) || !(ids as readonly Json[]).every((id) => isDigest(id)))
    return 'its settings list no layers';
  if (ids.length !== layers.length) return `its settings tell ${ids.length} layers, its manifest ${layers.length}`;
  const { history } = config;
  const made = Array.isArray(history)
    ? (history as readonly Json[]).filter((step) => member(step, 'empty_layer') !== true).length
    : 0;
  if (made > layers.length) return `its history tells ${made} layers, its manifest ${layers.length}`;
  // What is not packed is what it unpacks to.
  const other = layers.findIndex(
    (layer, index) => packingOf(layer) === undefined && ids[index] !== member(layer, 'digest'),
  );
  return other < 0 ? null : `layer ${other + 1} is another one in its settings`;
}

function packingOf(layer: Json): string | undefined {
  return LAYER.exec(typeOf(layer))?.[1];
}

function typeOf(layer: Json): string {
  const type = member(layer, 'mediaType');
  return typeof type === 'string' ? type : '';
}

function wrongLayer(layer: Json, blob: Item | undefined): string | null {
  if (blob === undefined || blob.readings.length === 0) return null;
  const packed = packingOf(layer);
  const codec = [...readingsAs(blob, 'compressed')].find(({ member: inside }) => inside.length === 0)?.facts.codec;
  if (packed === codec) return null;
  return `a layer is ${codec === undefined ? 'not packed' : `packed by ${codec}`}, and told as ${packed ?? 'plain'}`;
}
