import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** What servers load models from, by name; documents and programs are none of these. */
const WEIGHTS =
  /\.(?:safetensors|gguf|ggml|llamafile|bin|pt|pt2|pth|pte|ckpt|pkl|pickle|joblib|onnx|h5|hdf5|keras|tflite|pb|npz|npy|nemo|mar|msgpack|engine|mlmodel)$/i;
/** Ollama's files have digests for names. */
const GGUF = Buffer.from('GGUF');
/** How far below a folder it is looked, and how many names are looked at: in a larger one there may be anything. */
const DEPTH = 3;
const MOST_NAMES = 10_000;

/**
 * Arguments of a program that lead to weights outside these places: it would load what nobody looked at. An argument is taken
 * for a path when something lies there, whole or behind `=` or a comma.
 */
export async function loadedElsewhere(
  words: readonly string[],
  { within, cwd }: { readonly within: readonly string[]; readonly cwd: string },
): Promise<readonly string[]> {
  const places = await Promise.all(within.map((place) => realpath(resolve(cwd, place))));
  const isKnown = (path: string): boolean =>
    places.some((place) => path === place || path.startsWith(place.endsWith(sep) ? place : place + sep));
  const found: string[] = [];
  for (const word of words) {
    const pieces = new Set([word, ...word.split(/[=,]/)].filter((piece) => piece !== ''));
    for (const piece of pieces) {
      const look: Look = { isKnown, left: MOST_NAMES };
      if (await leadsToWeights(resolve(cwd, piece), look, DEPTH)) {
        found.push(word);
        break;
      }
    }
  }
  return found;
}

interface Look {
  readonly isKnown: (path: string) => boolean;
  /** Names that may still be looked at. */
  left: number;
}

async function leadsToWeights(path: string, look: Look, depth: number): Promise<boolean> {
  try {
    const real = await realpath(path);
    if (look.isKnown(real)) return false;
    const it = await stat(real);
    if (it.isFile()) return WEIGHTS.test(path) || WEIGHTS.test(real) || (await beginsAsGguf(real));
    if (!it.isDirectory() || depth === 0) return false;
    for (const name of await readdir(real)) {
      if (look.left-- <= 0 || (await leadsToWeights(join(real, name), look, depth - 1))) return true;
    }
  } catch {
    // Nothing lies there, or nothing that could be opened.
  }
  return false;
}

async function beginsAsGguf(path: string): Promise<boolean> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(GGUF.length), 0, GGUF.length, 0);
    return bytesRead === GGUF.length && buffer.equals(GGUF);
  } finally {
    await file?.close();
  }
}
