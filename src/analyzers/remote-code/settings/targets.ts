import type { Rule } from '../../../domain/finding.ts';
import type { Json } from '../../../kernel/json.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { AUTO_MAP, TARGET, TARGET_ATTACK } from '../rules.ts';

/** Something in a configuration that makes a loader run code. */
export interface CodeReference {
  readonly rule: Rule;
  /** The key and what stands there, in one line. */
  readonly operation: string;
}

/** Classes (by their capital) of libraries that train models; their functions are another matter: `torch.hub.load`. */
const LIBRARY_CLASS =
  /^(?:torch|torchvision|torchaudio|transformers|diffusers|lightning|pytorch_lightning|torchmetrics|nemo|nemo_text_processing|speechbrain|sentence_transformers|peft|monai|timm|omegaconf|megatron|detectron2|mmengine|mmcv|mmdet|mmseg|allennlp|haystack|open_clip|ldm|sgm|cldm|optimum|accelerate|keras|flax|optax|pyannote)(?:\.[A-Za-z_]\w*)*\.[A-Z]\w*$/;

/** Models and layers of libraries whose other classes read files or fetch data sets. */
const MODEL_CLASS =
  /^(?:sklearn(?:\.(?!externals|utils|datasets)[a-z_]\w*)+\.[A-Z]\w*|xgboost\.(?:sklearn\.)?XGB\w+|lightgbm\.(?:sklearn\.)?LGBM\w+|catboost\.(?:core\.)?CatBoost(?:Classifier|Regressor|Ranker)?|torch_geometric\.(?:nn|loader|transforms)(?:\.[a-z_]\w*)*\.[A-Z]\w*)$/;

/** What the program that runs defines itself, as LightningCLI writes it down: no file can put anything there, and nothing is imported. */
const OF_PROGRAM = /^__main__(?:\.(?!Popen\b)[A-Z]\w*){1,2}$/;

/** What a name that is imported and called amounts to. Only dotted names and Python's own count. */
export function* target(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string') return;
  if (OF_PROGRAM.test(value)) yield { rule: TARGET, operation: short(`calls ${value}`) };
  else if (DANGEROUS_TARGET.test(value)) yield* attack(value);
  else if (LIBRARY_CLASS.test(value) || MODEL_CLASS.test(value) || LIBRARY_FUNCTION.test(value)) return;
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

/** Functions of tensors, what sets a seed, what makes the networks of torchvision, and how Hydra runs one job, which stands in every record of a run. */
const LIBRARY_FUNCTION =
  /^(?:hydra\._internal\.core_plugins\.basic_(?:launcher\.BasicLauncher|sweeper\.BasicSweeper)|torchvision\.models\.(?:(?:detection|segmentation|video|quantization|optical_flow)\.)?[a-z]+\w*\d\w*|torch\.(?:nn\.(?:functional|init)\.[a-z]\w*|manual_seed|device|float\d{2}|bfloat16|int\d{1,2}|tensor|zeros|ones|full))$/;

/** Says something of names that run programs or code, and of no others. */
export function* attack(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string' || PLAIN_TYPE.test(value) || !DANGEROUS_TARGET.test(value) || !/^[\w.]+$/.test(value))
    return;
  yield { rule: TARGET_ATTACK, operation: short(`calls ${value}`) };
}

/** Whether a module by itself is one of those: `["os", "system"]`. */
export function isDangerous(name: string): boolean {
  return DANGEROUS_TARGET.test(name) && !PLAIN_TYPE.test(name);
}

/** `package.module.Class`: lower case but for the last word, which is how configurations spell a class and hardly anything else. */
const CLASS_BY_PATH = /^[a-z_]\w*(?:\.[a-z_]\w*)*\.[A-Z]\w*$/;

/** For keys of many meanings (`type`, `target`): only what is spelt like a class, or runs programs; a bare word is imported by nobody. */
export function* classByPath(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string' || !value.includes('.')) return;
  if (OF_PROGRAM.test(value)) yield* target(value);
  else if (DANGEROUS_TARGET.test(value)) yield* attack(value);
  else if (CLASS_BY_PATH.test(value)) yield* target(value);
}

/** For keys whose value, once it is dotted, is imported; a bare word names something the library has. */
export function* importedPath(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string' || !/^[\w.]+$/.test(value)) return;
  if (DANGEROUS_TARGET.test(value)) yield* attack(value);
  else if (value.includes('.') && !LIBRARY_CLASS.test(value))
    yield { rule: AUTO_MAP, operation: short(`imports ${value}`) };
}

export function short(text: string): string {
  return text.slice(0, LIMITS.quotation);
}
