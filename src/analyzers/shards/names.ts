/** `model-00002-of-00005.safetensors`, as transformers, diffusers and llama.cpp name the parts of weights. */
export interface ShardName {
  /** Folder, stem, count and extension: parts with the same group belong together. */
  readonly group: string;
  readonly number: number;
  readonly count: number;
  /** The path of any part of the group. */
  readonly pathOf: (number: number) => string;
}

const SHARD = /^(.*?)(\d{5})-of-(\d{5})(\.[A-Za-z0-9.]+)$/;

/** Null for a name that is no part's. */
export function shardName(path: string): ShardName | null {
  const [, stem, number, count, extension] = SHARD.exec(path) ?? [];
  if (stem === undefined || extension === undefined || !WEIGHTS.test(extension)) return null;
  const pathOf = (index: number): string => `${stem}${String(index).padStart(5, '0')}-of-${count}${extension}`;
  return { group: pathOf(0), number: Number(number), count: Number(count), pathOf };
}

const WEIGHTS = /^\.(?:safetensors|bin|gguf|pt|pth)$/i;

/** `model.safetensors.index.json` and its kin. */
export function isIndex(path: string): boolean {
  return /\.(?:safetensors|bin|pt|pth)\.index(?:\.[A-Za-z0-9]+)?\.json$/i.test(path);
}

/** The path of a file that an index names, or null when it would lie outside the index's own folder. */
export function besideIndex(index: string, name: string): string | null {
  const steps = name.split('/');
  const leaves = steps.some((step) => step === '' || step === '.' || step === '..') || /[\\:\0]/.test(name);
  return leaves ? null : index.slice(0, index.lastIndexOf('/') + 1) + name;
}

/** The description of a package of MLflow, which names the files of its model. */
export function isMlmodel(path: string): boolean {
  return /(?:^|\/)MLmodel$/.test(path);
}

/** The index of a pipeline of Diffusers. */
export function isPipeline(path: string): boolean {
  return /(?:^|\/)model_index\.json$/.test(path);
}

/** Settings that the weights beside them are put into a network by. */
export function hasSides(path: string): boolean {
  return isPipeline(path) || /(?:^|\/)(?:adapter_)?config\.json$/.test(path);
}
