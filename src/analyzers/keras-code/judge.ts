import type { Rule } from '../../domain/finding.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { middleCut } from '../../kernel/printable.ts';
import {
  BACKEND_MODULE,
  CLASSES,
  DANGEROUS_MODULE,
  FUNCTIONS,
  KERAS_MODULE,
  OPERATION_MODULE,
  OPERATIONS,
  PLAIN_VALUES,
  TEAM_MODULE,
  TEAM_NAME,
} from './known.ts';
import { isOwnFunction } from './own-function.ts';
import { ATTACK, CUSTOM, FILE_OPERATION, LAMBDA, OWN_FUNCTION, PICKLED, REACHES_OUT, READS_FILE } from './rules.ts';

/** Something in a Keras configuration that does more than describe layers. */
export interface KerasJudgement {
  readonly rule: Rule;
  /** What stands there, in one line. */
  readonly operation: string;
}

/**
 * Judges each serialized object of a document, wherever it stands. `strict` says that the document is Keras' own, so that
 * classes nobody knows are the publisher's; elsewhere only those count that name their module.
 */
export function* judgeConfiguration(value: Json, strict: boolean): Iterable<KerasJudgement> {
  const open: Json[] = [value];
  const told = new Set<Json | undefined>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      if (isMarshalled(next[0]) && !told.has(next)) yield { rule: LAMBDA, operation: 'marshalled code in a list' };
      for (const item of next.toReversed()) if (typeof item === 'object') open.push(item);
    } else if (isJsonObject(next)) {
      if (typeof next['class_name'] === 'string') {
        // Its code is said of the layer.
        if (/(?:^|>)Lambda$/.test(next['class_name']) && isJsonObject(next['config']))
          for (const one of functionsOf(next['config'])) if (isStoredCode(one)) told.add(one);
        yield* judgeObject(next, next['class_name'], strict);
      }
      for (const item of Object.values(next).toReversed())
        if (typeof item === 'object' && item !== null) open.push(item);
    }
  }
}

/** Whether a document is a serialized Keras object: a class and its configuration at the top. */
export function isKerasDocument(value: Json): boolean {
  return isJsonObject(value) && typeof value['class_name'] === 'string' && Object.hasOwn(value, 'config');
}

function* judgeObject(object: JsonObject, className: string, strict: boolean): Iterable<KerasJudgement> {
  const config = isJsonObject(object['config']) ? object['config'] : {};
  const named = textOf(object['module']) !== '' || textOf(object['registered_name']) !== '';
  const special = judgeSpecial(className, object, config);
  if (special !== null) {
    yield special;
    return;
  }
  yield* judgeFiles(className, config);
  if (!strict && !named) return;
  const rule = judgeName(object, className);
  if (rule !== null) yield { rule, operation: spelt(object, className) };
}

/** Layers and values that bring code with them. */
function judgeSpecial(className: string, object: JsonObject, config: JsonObject): KerasJudgement | null {
  const plain = className.slice(className.lastIndexOf('>') + 1);
  switch (plain) {
    case '__lambda__':
      return { rule: LAMBDA, operation: `${plain}: marshalled code` };
    case 'Lambda':
      return judgeLambda(config);
    case '__typespec__':
      return typeOf(object);
    case 'TorchModuleWrapper':
      return { rule: PICKLED, operation: spelt(object, className) };
    case 'TFSMLayer':
      return otherModel(config);
    case 'TFOpLambda':
    case 'SlicingOpLambda':
      return operationRule(textOf(config['function']), FILE_FUNCTION);
    case 'ClassMethod':
      return methodOfClass(config);
    case 'TensorFlowOpLayer':
      return operationRule(JSON.stringify(config['node_def'] ?? ''), FILE_NODE);
    case 'JaxLayer':
    case 'FlaxLayer':
      return { rule: CUSTOM, operation: `${plain}: calls functions of the publisher` };
    default:
      return null;
  }
}

/** Keras 2 (tf_op_layer.py): a method of a class that TensorFlow has under a name; models have those of its tensors. */
function methodOfClass(config: JsonObject): KerasJudgement | null {
  const [class_, method] = [textOf(config['cls_ref']), textOf(config['method_name'])];
  if (/^(?:[\w.]+\.)?(?:Ragged|Sparse|)Tensor(?:Shape|Spec)?$/.test(class_) && /^(?!_)\w*$/.test(method)) return null;
  return { rule: DANGEROUS_MODULE.test(class_) ? ATTACK : CUSTOM, operation: `ClassMethod: ${class_}.${method}` };
}

function functionsOf(config: JsonObject): readonly (Json | undefined)[] {
  return [config['function'], config['output_shape'], config['mask']];
}

/** Stored code is malicious; a function by name is the publisher's, or worse by its module. */
function judgeLambda(config: JsonObject): KerasJudgement | null {
  const functions = functionsOf(config);
  if (functions.some(isStoredCode)) return { rule: LAMBDA, operation: 'Lambda: marshalled code' };
  const [called] = functions;
  // A function as an object is judged where it stands.
  if (isJsonObject(called) && typeof called['class_name'] === 'string') {
    return called['class_name'] === '__lambda__'
      ? null
      : { rule: CUSTOM, operation: `Lambda: ${spelt(called, '') || 'a function without a name'}` };
  }
  const module = textOf(config['module']);
  const name = textOf(called);
  if (DANGEROUS_MODULE.test(module) && module !== '') return { rule: ATTACK, operation: `Lambda: ${module}.${name}` };
  const function_ = [module, name].filter((part) => part !== '').join('.');
  return { rule: CUSTOM, operation: `Lambda: ${function_ === '' ? 'a function without a name' : function_}` };
}

/** `__typespec__`: Keras imports `module` and makes what `spec_name` names (serialization_lib, deserialize_keras_object). */
function typeOf(object: JsonObject): KerasJudgement | null {
  const [module, name] = [textOf(object['module']), textOf(object['spec_name'])];
  if (/^(?:tensorflow|keras)(?:\.\w+)*$/.test(module) && /^\w+Spec$/.test(name)) return null;
  return { rule: DANGEROUS_MODULE.test(module || name) ? ATTACK : CUSTOM, operation: `type ${module}.${name}` };
}

/** Keras 2: a list of code in base64, defaults and closure; or a raw text under `function_type: lambda`. */
function isStoredCode(value: Json | undefined): boolean {
  if (Array.isArray(value)) return typeof value[0] === 'string' && value[0].length > 16;
  if (isJsonObject(value)) return Object.hasOwn(value, 'code') && !Object.hasOwn(value, 'class_name');
  return typeof value === 'string' && value.length > 40 && /^[A-Za-z0-9+/=\s]+$/.test(value);
}

/** Base64 of a marshalled code object: its type with or without the mark of a reference, and a small count of arguments. */
function isMarshalled(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length > 60 && /^[4Y]w[A-Za-z0-9+/]AAA/.test(value);
}

function otherModel(config: JsonObject): KerasJudgement {
  const path = textOf(config['filepath']);
  return { rule: isOutside(path) ? REACHES_OUT : READS_FILE, operation: short(`TFSMLayer loads ${path}`) };
}

const FILE_FUNCTION =
  /(?:^|\.)(?:read_file|write_file|matching_files|gfile|py_function|py_func|numpy_function|load_op_library|load_library|load_file_system_library|eager_py_func|saved_model\.load|raw_ops)(?:\.|$)/;
const FILE_NODE =
  /op\W{1,8}(?:ReadFile|WriteFile|MatchingFiles|PyFunc|PyFuncStateless|EagerPyFunc|SaveV2|Save|RestoreV2|WholeFileReader\w*|ShellExecute)\b/;

function operationRule(text: string, pattern: RegExp): KerasJudgement | null {
  return pattern.test(text) ? { rule: FILE_OPERATION, operation: short(pattern.exec(text)?.[0] ?? '') } : null;
}

const VOCABULARY_LAYERS: ReadonlySet<string> = new Set([
  'StringLookup',
  'IntegerLookup',
  'TextVectorization',
  'IndexLookup',
]);

/** A vocabulary is a list; a text in its place is a path, which is opened on load. */
function* judgeFiles(className: string, config: JsonObject): Iterable<KerasJudgement> {
  const preset = textOf(config['preset']);
  if (isOutside(preset)) yield { rule: REACHES_OUT, operation: short(`${className} loads ${preset}`) };
  const lookup = VOCABULARY_LAYERS.has(className.slice(className.lastIndexOf('>') + 1));
  for (const key of ['vocabulary', 'idf_weights', 'vocabulary_file', 'vocab_path', 'merges', 'proto']) {
    const path = config[key];
    if (typeof path !== 'string' || path === '' || (!lookup && !isOutside(path))) continue;
    yield { rule: isOutside(path) ? REACHES_OUT : READS_FILE, operation: short(`${className} reads ${path}`) };
  }
}

/** An address, an absolute path, or one that climbs. */
function isOutside(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^[/\\~]|^\\\\/i.test(path) || path.split(/[/\\]/).includes('..');
}

function judgeName(object: JsonObject, className: string): Rule | null {
  const module = textOf(object['module']);
  const registered = textOf(object['registered_name']);
  if (className === 'function') return judgeFunction(object, module);
  if (className === '__typespec__' || className === '__class_type__')
    return module === '' ? null : outsideModule(module);
  if (PLAIN_VALUES.has(className)) return null;
  if (module === '') return knownName(className, registered) || isOperation(className, registered) ? null : CUSTOM;
  if (KERAS_MODULE.test(module) || BACKEND_MODULE.test(module))
    return knownName(className, registered) ? null : inKeras(module, className);
  if (OPERATION_MODULE.test(module) || TEAM_MODULE.test(module))
    return /^[A-Z]\w*$/.test(className) ? null : inKeras(module, className);
  if (/^keras\.(?:src\.)?utils/.test(module) && CLASSES.has(className)) return null;
  return outsideModule(module);
}

function isOperation(className: string, registered: string): boolean {
  return OPERATIONS.has(className) && (registered === '' || registered === className);
}

function knownName(className: string, registered: string): boolean {
  if (TEAM_NAME.test(className) || TEAM_NAME.test(registered)) return true;
  if (OPTIMIZER.test(className) && CLASSES.has(className.slice(PACKAGE.length))) return true;
  const plain = registered === '' || registered === className || registered === `keras>${className}`;
  return CLASSES.has(className) && plain;
}

/** How Keras 2.11 and later spell their own optimisers; one of the publisher's would have to be registered by their code. */
const PACKAGE = 'Custom>';
const OPTIMIZER = /^Custom>(?:AdamW?|Adamax|Adadelta|Adagrad|Adafactor|Ftrl|Lion|Nadam|RMSprop|SGD)$/;

/** A class of Keras' own that is on no list may be new; a function there is a tool: get_file, load_model. */
function inKeras(module: string, className: string): Rule {
  return /^[A-Z]\w*$/.test(className) || FUNCTIONS.has(className) || module === '' ? CUSTOM : ATTACK;
}

function judgeFunction(object: JsonObject, module: string): Rule | null {
  const config = object['config'];
  const name =
    typeof config === 'string' ? config : isJsonObject(config) ? textOf(config['class_name'] ?? config['name']) : '';
  const keras = module === '' || module === 'builtins' || KERAS_MODULE.test(module);
  if (module === 'builtins' && isOwnFunction(object)) return FUNCTIONS.has(name) ? null : OWN_FUNCTION;
  if (keras) return FUNCTIONS.has(name) || CLASSES.has(name) ? null : dangerousName(name, module);
  return OPERATION_MODULE.test(module) ? null : outsideModule(module);
}

/** Functions by name are looked up in what is registered; Python's own and Keras' tools are not looked for by models. */
function dangerousName(name: string, module: string): Rule {
  const tool = /^(?:eval|exec|compile|open|__import__|getattr|system|popen|get_file|load_model|import_module)$/.test(
    name,
  );
  return tool ||
    (module !== '' &&
      module !== 'builtins' &&
      !/^[a-z_]*(?:loss|metric|activation|acc)/.test(name) &&
      /^(?:get|load|save|set|enable|run|download|extract)_/.test(name))
    ? ATTACK
    : CUSTOM;
}

function outsideModule(module: string): Rule {
  return DANGEROUS_MODULE.test(module) ? ATTACK : CUSTOM;
}

function spelt(object: JsonObject, className: string): string {
  const module = textOf(object['module']);
  const config = object['config'];
  const name = className === 'function' || className === '' ? textOf(config) || className : className;
  const registered = textOf(object['registered_name']);
  const as = registered === '' || registered === className || registered === name ? '' : ` (${registered})`;
  return short(`${module === '' ? '' : `${module}.`}${name}${as}`);
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function short(text: string): string {
  return middleCut(text, 160);
}
