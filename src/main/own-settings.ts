import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { readConfig } from './config.ts';

export interface Vetted {
  readonly reference: string;
  /** Where a download will go, or null. */
  readonly downloadTo: string | null;
}

/**
 * The caller's own `policy` or `use` file: `weighbridge.<name>.yaml` in the folder they stand in, else `<name>.yaml` in
 * their settings. The vetted never configures the vetting: a file that lies in what is vetted, beside it, where it will be
 * downloaded to, or among the files of any model, is not read.
 */
export function ownSettingsFile(
  name: string,
  vetted: Vetted,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const candidates = [join(cwd, `weighbridge.${name}.yaml`), join(readConfig(env).settingsFolder, `${name}.yaml`)];
  return candidates.find((file) => existsSync(file) && !isVetted(file, vetted, cwd)) ?? null;
}

/** Whether a file lies in what is vetted, beside it, where it will be downloaded to, or among the files of any model. */
export function isVetted(file: string, { reference, downloadTo }: Vetted, cwd: string): boolean {
  const roots = [rootOf(resolve(cwd, reference)), downloadTo === null ? null : resolve(cwd, downloadTo)];
  // Where the file stands, and where it truly lies if it is a link.
  const places = [resolve(cwd, file), truePlaceOf(resolve(cwd, file))];
  return places.some(
    (place) => looksLikeModel(dirname(place)) || roots.some((root) => root !== null && isWithin(place, root)),
  );
}

/** Of a file that is not there yet, where it would lie. */
function truePlaceOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  return folder === path ? path : join(truePlaceOf(folder), basename(path));
}

/** A folder is vetted whole; of a single file, the folder it lies in is as much the publisher's as the file. */
function rootOf(path: string): string | null {
  if (!existsSync(path)) return null;
  const root = realpathSync(path);
  try {
    readdirSync(root);
    return root;
  } catch {
    return dirname(root);
  }
}

function isWithin(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Files that lie in the folder of a model, and in no folder where people keep their policies. */
const MODEL_FILE =
  /^(config\.json|model_index\.json|tokenizer.*\.(json|model)|adapter_config\.json|.*\.(safetensors|gguf|bin|pt|pth|ckpt|pkl|pickle|joblib|onnx|h5|keras|tflite|pb|npz|npy|nemo|msgpack))$/i;

function looksLikeModel(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((entry) => MODEL_FILE.test(entry));
}
