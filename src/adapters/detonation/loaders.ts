import type { Artifact, FileRecord } from '../../domain/artifact.ts';

/** A library's own way of loading a file or a folder, as its users would call it. */
export interface Loader {
  readonly id: string;
  /** What must be importable; without it the file was not tried. */
  readonly modules: readonly string[];
  /** Files it is tried on, by kind or name. Null: the folder as a whole. */
  readonly takes: ((file: FileRecord) => boolean) | null;
  /** For a loader of folders: whether this one is for it. */
  readonly wants?: (artifact: Artifact) => boolean;
  /** Python that loads `path` and gives what came of it. */
  readonly code: string;
}

/** The first that takes a file loads it. Each call is the one that the library's documents name, with its safety off. */
export const LOADERS: readonly Loader[] = [
  {
    id: 'torch.load',
    modules: ['torch'],
    takes: ({ kind, path }) =>
      kind === 'pytorch-zip' || (isPickled(kind) && /\.(?:pt|pth|bin|ckpt|tar|pt2|mar)$/i.test(path)),
    code: "torch.load(path, map_location='cpu', weights_only=False)",
  },
  {
    id: 'joblib.load',
    modules: ['joblib'],
    takes: ({ kind, path }) =>
      (isPickled(kind) || kind === 'compressed') && /\.(?:joblib|z|gz|xz|bz2|lz4)$/i.test(path),
    code: 'joblib.load(path)',
  },
  {
    id: 'numpy.load',
    modules: ['numpy'],
    takes: ({ kind, path }) => kind === 'npy' || /\.np[yz]$/i.test(path),
    code: '[loaded[name] for name in loaded.files] if hasattr(loaded := numpy.load(path, allow_pickle=True), "files") else loaded',
  },
  {
    id: 'keras.models.load_model',
    modules: ['keras'],
    takes: ({ kind, path }) => kind === 'hdf5' || /\.keras$/i.test(path),
    code: 'keras.models.load_model(path, compile=False, safe_mode=False)',
  },
  {
    id: 'pickle.load',
    modules: ['pickle'],
    takes: ({ kind }) => isPickled(kind),
    code: 'all_of(path)',
  },
  {
    id: 'transformers, trust_remote_code',
    modules: ['transformers'],
    takes: null,
    wants: ({ files }) =>
      files.some(({ kind }) => kind === 'python') && files.some(({ path }) => path === 'config.json'),
    code: 'remote_code(path)',
  },
];

function isPickled(kind: FileRecord['kind']): boolean {
  return kind === 'pickle' || kind === 'pytorch-zip';
}

/** Exit codes of the script below; anything else is a loader that was ended. */
export const EXIT = { loaded: 0, missing: 10, raised: 11 } as const;
/** A look-up of this path says that the libraries are imported, and that what follows is the model's doing. */
export const BEGINS = '/weighbridge-load-begins';
/** And this one, that the call came back. */
export const RETURNS = '/weighbridge-load-returns';

/** Runs inside the chamber: `script LOADER PATH`. What it prints on stderr is one line, and hostile. */
export const SCRIPT = `
import gc, importlib, os, sys
name, path = sys.argv[1], sys.argv[2]

def all_of(path):
    import pickle
    loaded = []
    with open(path, 'rb') as file:
        while file.peek(1):
            loaded.append(pickle.load(file))
    return loaded

def remote_code(path):
    import json
    from transformers.dynamic_module_utils import get_class_from_dynamic_module
    loaded = []
    for file in ('config.json', 'tokenizer_config.json', 'preprocessor_config.json', 'processor_config.json'):
        if os.path.exists(os.path.join(path, file)):
            with open(os.path.join(path, file)) as text:
                references = json.load(text).get('auto_map', {})
            for reference in references.values():
                for one in reference if isinstance(reference, list) else [reference]:
                    if one:
                        loaded.append(get_class_from_dynamic_module(one, path))
    return loaded

def leave(code, text):
    sys.stderr.write(text[:300])
    sys.exit(code)

LOADERS = {${LOADERS.map(({ id, modules, code }) => `\n    ${JSON.stringify(id)}: (${JSON.stringify(modules)}, lambda: ${code}),`).join('')}
}
modules, load = LOADERS[name]
for module in modules:
    try:
        globals()[module] = importlib.import_module(module)
    except ImportError:
        leave(${EXIT.missing}, module)
os.access(${JSON.stringify(BEGINS)}, os.F_OK)
try:
    loaded = load()
except ModuleNotFoundError as error:
    leave(${EXIT.missing}, str(error.name))
except BaseException as error:
    leave(${EXIT.raised}, type(error).__name__ + ': ' + str(error))
os.access(${JSON.stringify(RETURNS)}, os.F_OK)
loaded = None
gc.collect()
`;

/** What to try on this model: each file with the first loader that takes it, then the folder. `path` is null for the folder. */
export function trialsOf(artifact: Artifact): readonly { readonly loader: Loader; readonly path: string | null }[] {
  const ofFiles = artifact.files.flatMap((file) => {
    const loader = LOADERS.find(({ takes }) => takes?.(file) === true);
    return loader === undefined ? [] : [{ loader, path: file.path }];
  });
  const ofFolder = LOADERS.filter(({ wants }) => wants?.(artifact) === true);
  return [...ofFiles, ...ofFolder.map((loader) => ({ loader, path: null }))];
}
