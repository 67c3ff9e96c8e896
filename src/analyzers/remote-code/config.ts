import type { Rule } from '../../domain/finding.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { AUTO_MAP, INSTALL_SETTING, OTHER_REPOSITORY, PIPELINE, TARGET, TARGET_ATTACK, TRUST } from './rules.ts';

/** Something in a configuration that makes a loader run code. */
export interface CodeReference {
  readonly rule: Rule;
  /** The key and what stands there, in one line. */
  readonly operation: string;
}

/** Keys under which libraries look for code to import, wherever they stand in a document. */
interface KeyRow {
  readonly key: string;
  readonly read: (value: Json, parent: JsonObject) => Iterable<CodeReference>;
}

/** What is known of keys, with the library that reads them. */
export const KEY_ROWS: readonly KeyRow[] = [
  // transformers, dynamic_module_utils: `module.Class`, or `org/repo--module.Class` from elsewhere; lists for tokenizers.
  { key: 'auto_map', read: (value) => autoMap(value) },
  { key: 'trust_remote_code', read: (value) => flag('trust_remote_code', value) },
  { key: 'trust_repo', read: (value) => flag('trust_repo', value) },
  // transformers: pipelines registered by a model, `impl` names the class.
  { key: 'custom_pipelines', read: (value) => customPipelines(value) },
  // diffusers: a pipeline file of the repository, or of another one.
  { key: 'custom_pipeline', read: (value) => named('custom_pipeline', value) },
  // transformers, GenerationMixin: a repository with custom_generate/generate.py.
  { key: 'custom_generate', read: (value) => named('custom_generate', value) },
  { key: '_target_', read: (value) => target(value) },
  // NeMo and older tools spell it so.
  { key: 'target', read: (value, parent) => (Object.hasOwn(parent, 'params') ? target(value) : attack(value)) },
  // keras and lightning name classes by module path likewise.
  { key: 'class_path', read: (value) => target(value) },
  // MLflow's own loaders are judged by `model-packages`.
  {
    key: 'loader_module',
    read: (value) =>
      /^mlflow\.\w+(?:\.\w+)?$/.test(typeof value === 'string' ? value : '') ? [] : named('loader_module', value),
  },
];

/** What HyperPyYAML does at a tag: `!new:`, `!apply:` call, `!name:` refers (speechbrain). */
export function referencesOfTag(tag: string): Iterable<CodeReference> {
  const called = /^!(?:new|name|apply|applyref|module):([\w.]+)$/.exec(tag)?.[1];
  return called === undefined ? [] : target(called);
}

/** Code references in a JSON document, in its order. Bounded by the document's own depth (LIMITS.jsonDepth). */
export function* referencesIn(value: Json): Iterable<CodeReference> {
  const open: Json[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (Array.isArray(next)) {
      for (const item of next.toReversed()) if (typeof item === 'object') open.push(item);
    } else if (isJsonObject(next)) {
      for (const row of KEY_ROWS) {
        const found = Object.hasOwn(next, row.key) ? next[row.key] : undefined;
        if (found !== undefined) yield* row.read(found, next);
      }
      yield* classFromModule(next);
      yield* moduleOfSentences(next);
      yield* installScripts(next);
      for (const item of Object.values(next).toReversed()) if (typeof item === 'object') open.push(item);
    }
  }
}

function* autoMap(value: Json): Iterable<CodeReference> {
  if (typeof value === 'string' || Array.isArray(value)) return yield* autoMap({ '': value });
  if (!isJsonObject(value)) return;
  for (const [name, classes] of Object.entries(value)) {
    for (const path of stringsOf(classes ?? null)) {
      const rule = path.includes('--') ? OTHER_REPOSITORY : AUTO_MAP;
      yield { rule, operation: short(`auto_map ${name}: ${path}`) };
    }
  }
}

function* customPipelines(value: Json): Iterable<CodeReference> {
  if (!isJsonObject(value)) return;
  for (const [task, pipeline] of Object.entries(value)) {
    const impl = isJsonObject(pipeline) ? pipeline['impl'] : undefined;
    const path = typeof impl === 'string' ? impl : '';
    yield {
      rule: path.includes('--') ? OTHER_REPOSITORY : PIPELINE,
      operation: short(`custom_pipelines ${task}: ${path}`),
    };
  }
}

function* flag(key: string, value: Json): Iterable<CodeReference> {
  const on = value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|on|1)$/i.test(value));
  if (on) yield { rule: TRUST, operation: `${key}: true` };
}

function* named(key: string, value: Json): Iterable<CodeReference> {
  if (typeof value === 'string' && value !== '') {
    yield { rule: value.includes('/') ? OTHER_REPOSITORY : PIPELINE, operation: short(`${key}: ${value}`) };
  }
}

/** Classes (by their capital) of libraries that train models; their functions are another matter: `torch.hub.load`. */
const LIBRARY_CLASS =
  /^(?:torch|torchvision|torchaudio|transformers|diffusers|lightning|pytorch_lightning|torchmetrics|nemo|nemo_text_processing|speechbrain|sentence_transformers|peft|monai|timm|omegaconf|megatron)(?:\.[a-z_][a-z0-9_]*)*\.[A-Z]\w*$/;

function* target(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string') return;
  if (DANGEROUS_TARGET.test(value)) yield* attack(value);
  else if (LIBRARY_CLASS.test(value) || LIBRARY_FUNCTION.test(value)) return;
  else if (value.includes('.')) yield { rule: TARGET, operation: short(`calls ${value}`) };
}

/** Modules that start programs, evaluate, load or fetch; the plainest also behind another one that holds them: `torch.serialization.os.system`. */
const DANGEROUS_TARGET = new RegExp(
  [
    '(?:^|\\.)(?:os|posix|nt|subprocess|_posixsubprocess|builtins|__builtin__|sys|shutil|importlib|runpy|ctypes|socket|pty)\\.\\w',
    '^(?:pickle|_pickle|dill|cloudpickle|joblib|marshal|code|codeop|commands|pip|webbrowser|urllib|requests|http|ftplib|smtplib|multiprocessing|threading|_thread|asyncio|timeit|pdb|bdb|profile|cProfile|trace|doctest|pydoc|zipimport|pkgutil|imp|site|atexit|signal|yaml|jsonpickle|sqlite3)\\.\\w',
    '^torch\\.(?:load|hub\\.|jit\\.load|package\\.|ops\\.load_library|classes\\.load_library|utils\\.cpp_extension\\.)',
    '^(?:numpy\\.(?:load|f2py|fromfile|memmap)|pandas\\.(?:read_|eval)|transformers\\.utils\\.hub|tensorflow\\.(?:io|py_function|load_op_library)|keras\\.utils\\.get_file)',
    '(?:^|\\.)__\\w+__(?:\\.|$)',
    '^(?:eval|exec|compile|open|__import__)$',
  ].join('|'),
);
/** Names under such modules that only describe: `builtins.int`. */
const PLAIN_TYPE =
  /^builtins\.(?:int|str|float|bool|list|dict|tuple|set|bytes|complex|slice|range|len|max|min|sum|sorted|abs|round|zip)$/;

/** Functions of tensors, and what sets a seed. */
const LIBRARY_FUNCTION =
  /^torch\.(?:nn\.(?:functional|init)\.[a-z]\w*|manual_seed|device|float\d{2}|bfloat16|int\d{1,2}|tensor|zeros|ones|full)$/;

function* attack(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string' || PLAIN_TYPE.test(value) || !DANGEROUS_TARGET.test(value) || !/^[\w.]+$/.test(value))
    return;
  yield { rule: TARGET_ATTACK, operation: short(`calls ${value}`) };
}

/** diffusers' model_index.json: `[module, Class]` where the module is no library but a file of the repository. */
function* classFromModule(value: JsonObject): Iterable<CodeReference> {
  if (!Object.hasOwn(value, '_diffusers_version')) return;
  for (const [component, pair] of Object.entries(value)) {
    if (!Array.isArray(pair) || pair.length !== 2) continue;
    const [module, name] = pair as readonly Json[];
    if (typeof module !== 'string' || typeof name !== 'string' || PIPELINE_LIBRARIES.has(module)) continue;
    yield {
      rule: module.includes('/') ? OTHER_REPOSITORY : PIPELINE,
      operation: short(`${component}: ${module}.${name}`),
    };
  }
}

/** Modules that model_index.json names and that are installed, not fetched (diffusers, LOADABLE_CLASSES and its own). */
const PIPELINE_LIBRARIES = new Set(
  'diffusers transformers onnxruntime.training optimum.intel stable_diffusion stable_diffusion_xl deprecated'.split(
    ' ',
  ),
);

/** modules.json of sentence-transformers: `type` is imported; other packages need trust_remote_code. */
function* moduleOfSentences({ idx, path, type }: JsonObject): Iterable<CodeReference> {
  if (typeof idx !== 'number' || typeof path !== 'string' || typeof type !== 'string') return;
  if (/^sentence_transformers\.(?:\w+\.)*[A-Z]\w*$/.test(type)) return;
  if (DANGEROUS_TARGET.test(type)) yield* attack(type);
  else yield { rule: AUTO_MAP, operation: short(`module ${type}`) };
}

/** package.json: what npm runs when the folder is installed. */
function* installScripts({ name, scripts }: JsonObject): Iterable<CodeReference> {
  if (typeof name !== 'string' || !isJsonObject(scripts)) return;
  for (const stage of ['preinstall', 'install', 'postinstall']) {
    const command = scripts[stage];
    if (typeof command === 'string') yield { rule: INSTALL_SETTING, operation: short(`${stage}: ${command}`) };
  }
}

function* stringsOf(value: Json): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (Array.isArray(value)) for (const item of value) if (typeof item === 'string') yield item;
}

function short(text: string): string {
  return text.slice(0, LIMITS.quotation);
}
