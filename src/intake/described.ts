import { SHORTEST } from '../formats/among-numbers.ts';
import type { ExternalBytes } from '../formats/location.ts';
import { besideOf } from '../formats/location.ts';
import { isJsonObject, type Json } from '../kernel/json.ts';
import type { Item } from './inventory.ts';
import { bytesOfManifest, MANIFEST } from './manifests.ts';

/** What other files of the model say of one that means nothing by itself: it is tensors, and how far they reach. */
export interface Description {
  /** Paths of the files that name it. */
  readonly namedBy: readonly string[];
  /** Bytes that it must have at least. */
  readonly end: number;
  /** Where its tensors lie, as far as they are told: each may be a file from its first byte. */
  readonly pieces?: readonly { readonly start: number; readonly size: number | null }[];
  /** Stretches that have a sum, CRC-32C as TensorFlow masks it. */
  readonly sums?: readonly SummedStretch[];
  /** Lists of texts: their lengths one after the other, then a sum of these, then the texts. */
  readonly texts?: readonly TextStretch[];
  /** Whether nothing may follow these: a shard of a checkpoint of TensorFlow holds its tensors and no more. */
  readonly whole?: true;
  /** A network of OpenVINO's without weights has a file of them all the same, and takes nothing from it. */
  readonly none?: true;
  /** A chunk of an array of Zarr, which may be compressed as the array's description says. */
  readonly chunk?: true;
}

export interface SummedStretch {
  readonly start: number;
  readonly size: number;
  readonly sum: number;
  readonly owner: string;
}

export interface TextStretch {
  readonly start: number;
  readonly size: number;
  readonly count: number;
  readonly sum: number | null;
  readonly owner: string;
}

/** Tensors of one file that are looked at. */
const MOST_PIECES = 100_000;

/** Files that tell where tensors lie; they are read before the others. */
const DESCRIBING = /\.(?:onnx|xml|index|mlmodel)$|(?:^|\/)(?:\.zarray|zarr\.json)$/i;

export function mayDescribe(path: string): boolean {
  return DESCRIBING.test(path) || MANIFEST.test(path);
}

/** Gathers what is said of other files. Only files below the folder of who names them are described. */
export function descriptions(): {
  readonly add: (item: Item) => void;
  readonly of: (path: string) => Description | null;
} {
  const all = new Map<string, Description>();
  const pieces = new Map<string, { start: number; size: number | null }[]>();
  const sums = new Map<string, SummedStretch[]>();
  const lists = new Map<string, TextStretch[]>();
  const arrays = new Map<string, string>();
  return {
    add: ({ file, readings }) => {
      for (const { facts, member } of readings) {
        if (member.length > 0) continue;
        const bin = binOfNone(file.path, facts);
        if (bin !== null && !all.has(bin)) all.set(bin, { namedBy: [file.path], end: 0, whole: true, none: true });
        if (facts.format === 'json' && isZarrArray(file.path, facts.value)) arrays.set(folderOf(file.path), file.path);
        for (const { location, offset, length, owner, sum, texts } of externalOf(facts, file.path)) {
          const path = besideOf(file.path, location);
          if (path === null || path === file.path) continue;
          const before = all.get(path);
          const end = Math.max(before?.end ?? 0, Number.isNaN(offset + (length ?? 0)) ? 0 : offset + (length ?? 0));
          const told = pieces.get(path) ?? [];
          pieces.set(path, told);
          // A file that is one from its first byte on is read as such.
          const apart = offset > 0 && (length === null || length >= SHORTEST);
          if (apart && told.length < MOST_PIECES) told.push({ start: offset, size: length });
          const place = { start: offset, size: length ?? 0, owner };
          if (texts !== undefined) keep(lists, path, { ...place, count: texts, sum: sum ?? null });
          else if (sum !== undefined) keep(sums, path, { ...place, sum });
          const namedBy = [...new Set([...(before?.namedBy ?? []), file.path])].slice(0, 20);
          const none = before?.none === true && end === 0;
          const ofAll = facts.format === 'tensorflow' || (facts.format === 'json' && length !== null);
          const whole = none || (ofAll && (before?.whole ?? before === undefined));
          all.set(path, {
            namedBy,
            end,
            ...(told.length > 0 ? { pieces: told } : {}),
            ...(sums.has(path) ? { sums: sums.get(path) ?? [] } : {}),
            ...(lists.has(path) ? { texts: lists.get(path) ?? [] } : {}),
            ...(whole ? { whole } : {}),
            ...(none ? { none } : {}),
          });
        }
      }
    },
    of: (path) => all.get(path) ?? chunkOf(path, arrays),
  };
}

function keep<T>(all: Map<string, T[]>, path: string, one: T): void {
  const list = all.get(path) ?? [];
  all.set(path, list);
  if (list.length < MOST_PIECES) list.push(one);
}

/** Bytes of files beside it that a model takes its tensors from. */
export function externalOf(facts: Item['readings'][number]['facts'], path: string): readonly ExternalBytes[] {
  if (facts.format === 'json') return MANIFEST.test(path) ? bytesOfManifest(facts.value) : [];
  if (facts.format === 'xml') return facts.openvino?.external ?? [];
  return facts.format === 'onnx' || facts.format === 'tensorflow' || facts.format === 'coreml' ? facts.external : [];
}

/** The file of weights that lies beside a network without any: `save_model` writes it empty. */
function binOfNone(path: string, facts: Item['readings'][number]['facts']): string | null {
  const none = facts.format === 'xml' && facts.openvino?.external.every(({ length }) => length === 0) === true;
  return none && /\.xml$/i.test(path) ? path.replace(/\.xml$/i, '.bin') : null;
}

/** `.zarray` of Zarr 2, `zarr.json` of Zarr 3: the description of one array. */
function isZarrArray(path: string, value: Json): boolean {
  if (!/(?:^|\/)(?:\.zarray|zarr\.json)$/.test(path) || !isJsonObject(value)) return false;
  return Array.isArray(value['shape']) && (path.endsWith('.zarray') || value['node_type'] === 'array');
}

/** `0.0` and `0/0` of Zarr 2, `c/0/0` of Zarr 3, below the folder of the array's description. */
const CHUNK = /^(?:c(?:\/\d+)*|\d+(?:[./]\d+)*)$/;
const MOST_STEPS = 40;

function chunkOf(path: string, arrays: ReadonlyMap<string, string>): Description | null {
  let folder = path;
  for (let step = 0; step < MOST_STEPS && arrays.size > 0 && folder !== ''; step += 1) {
    folder = folderOf(folder.replace(/\/$/, ''));
    const description = arrays.get(folder);
    if (description !== undefined)
      return CHUNK.test(path.slice(folder.length)) ? { namedBy: [description], end: 0, chunk: true } : null;
  }
  return null;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
