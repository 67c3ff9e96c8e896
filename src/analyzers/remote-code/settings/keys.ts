import { isJsonObject, type Json, type JsonObject } from '../../../kernel/json.ts';
import {
  AUTO_MAP,
  IMPORTED,
  INSTALL_SETTING,
  NODE_CODE,
  OTHER_REPOSITORY,
  OUTSIDE_FILE,
  PIPELINE,
  RESOLVER_ATTACK,
  TARGET,
  TRUST,
} from '../rules.ts';
import { installsFolder } from './folder-installs.ts';
import { attack, type CodeReference, classByPath, importedPath, isDangerous, short, target } from './targets.ts';
import { CALLS } from './workflows.ts';

/** Keys under which libraries look for code to import, wherever they stand in a document. */
interface KeyRow {
  /** In the spelling of Python: a server's `trust-remote-code` and an environment's `TRUST_REMOTE_CODE` are the same key. */
  readonly key: string;
  readonly read: (value: Json, parent: JsonObject) => Iterable<CodeReference>;
}

/** What is known of keys, with the library that reads them. */
const KEY_ROWS: readonly KeyRow[] = [
  // transformers, dynamic_module_utils: `module.Class`, or `org/repo--module.Class` from elsewhere; lists for tokenizers.
  { key: 'auto_map', read: (value) => autoMap(value) },
  { key: 'trust_remote_code', read: (value) => flag('trust_remote_code', value) },
  { key: 'hf_trust_remote_code', read: (value) => flag('hf_trust_remote_code', value) },
  { key: 'trust_repo', read: (value) => flag('trust_repo', value) },
  { key: 'allow_code_execution', read: (value) => flag('allow_code_execution', value) },
  // transformers: pipelines registered by a model, `impl` names the class.
  { key: 'custom_pipelines', read: (value) => customPipelines(value) },
  // diffusers: a pipeline file of the repository, or of another one.
  { key: 'custom_pipeline', read: (value) => named('custom_pipeline', value) },
  // transformers, GenerationMixin: a repository with custom_generate/generate.py.
  { key: 'custom_generate', read: (value) => named('custom_generate', value) },
  // transformers: classes are bare words; a path or another repository is code of somebody's.
  ...[
    'tokenizer_class',
    'processor_class',
    'image_processor_type',
    'feature_extractor_type',
    'video_processor_type',
  ].map((key): KeyRow => ({ key, read: (value) => pathAmongClasses(key, value) })),
  // transformers, integrations/hub_kernels: `org/repo[@revision][:function]` is fetched as compiled code.
  ...['attn_implementation', '_attn_implementation', '_attn_implementation_internal', 'experts_implementation'].map(
    (key): KeyRow => ({ key, read: (value) => kernels(key, value) }),
  ),
  { key: 'kernel_mapping', read: (value) => kernels('kernel_mapping', value) },
  { key: 'use_kernels', read: (value) => hubKernels(value) },
  // sentence-transformers: Dense and CrossEncoder import their activation.
  ...[
    'activation_fn',
    'activation_function',
    'sbert_ce_default_activation_function',
    'default_activation_function',
  ].map((key): KeyRow => ({ key, read: importedPath })),
  // sentence-transformers, Router and Asym: from a name to the class of a module.
  { key: 'types', read: (value, parent) => (Object.hasOwn(parent, 'structure') ? eachOf(value) : []) },
  // smolagents, Tool.from_hub: `module.Class` beside it; Tool.from_code runs the code itself.
  { key: 'tool_class', read: importedPath },
  { key: 'code', read: (value, parent) => toolCode(value, parent) },
  // Paddle, a program of PIR in JSON: a function of Python among its operators.
  {
    key: '#',
    read: (value) =>
      typeof value === 'string' && /^\w{1,20}\.py_(?:func|layer)$/.test(value)
        ? [{ rule: NODE_CODE, operation: value }]
        : [],
  },
  { key: '_target_', read: (value) => target(value) },
  // torchtune, config/_instantiate: imported and called; its own parts are functions of its own.
  { key: '_component_', read: (value) => component(value) },
  // Latent diffusion has `params` beside it; NeMo imports whatever class stands there.
  {
    key: 'target',
    read: (value, parent) => (Object.hasOwn(parent, 'params') ? target(value) : classByPath(value)),
  },
  // keras and lightning name classes by module path likewise.
  { key: 'class_path', read: (value) => target(value) },
  // AllenNLP (Registrable.by_name) and Haystack import what is dotted.
  { key: 'type', read: (value, parent) => (isSentenceModule(parent) || isKedroData(value) ? [] : classByPath(value)) },
  { key: 'include_package', read: (value) => imports('include_package', value) },
  { key: 'include_packages', read: (value) => imports('include_packages', value) },
  // mmengine, Config: modules to be imported for their effects.
  { key: 'custom_imports', read: (value) => imports('custom_imports', isJsonObject(value) ? value['imports'] : value) },
  // fairseq: a folder that is imported.
  // Haystack: filters of Jinja by the path of a function. PEFT: a cache that torch.load reads.
  { key: 'custom_filters', read: (value) => eachOf(value) },
  { key: 'corda_config', read: (value) => caches(value) },
  { key: 'user_dir', read: (value) => imports('user_dir', value) },
  // PEFT, LoraConfig: imported when megatron_config is set.
  { key: 'megatron_core', read: (value) => megatron(value) },
  // vLLM and SGLang: classes by their path, or files of Python.
  ...[
    'worker_cls',
    'worker_extension_cls',
    'scheduler_cls',
    'tool_parser_plugin',
    'reasoning_parser_plugin',
    'logits_processors',
    'custom_executor',
    'distributed_executor_backend',
    'middleware',
    'io_processor_plugin',
    'custom_logit_processor',
    'model_impl_path',
  ].map((key): KeyRow => ({ key, read: (value) => plugins(key, value) })),
  // accelerate: commands for each host of a pod.
  {
    key: 'commands',
    read: (value, parent) => (Object.hasOwn(parent, 'compute_environment') ? commands('commands', value) : []),
  },
  // spaCy: functions that were registered by a package of somebody's.
  { key: '@callbacks', read: (value) => registered('@callbacks', value) },
  ...[
    '@architectures',
    '@layers',
    '@readers',
    '@misc',
    '@loggers',
    '@tokenizers',
    '@scorers',
    '@batchers',
    '@optimizers',
  ].map((key): KeyRow => ({ key, read: (value) => registered(key, value) })),
  // Cog and BentoML: what is run when the image is built, and the code that serves.
  { key: 'predict', read: (value) => servedFile('predict', value) },
  {
    key: 'service',
    read: (value, parent) =>
      ['python', 'docker', 'include', 'conda'].some((key) => Object.hasOwn(parent, key))
        ? servedFile('service', value)
        : [],
  },
  // MLServer (model-settings.json), LangGraph, Prefect, LiteLLM, Rasa: classes and files by their path.
  {
    key: 'implementation',
    read: (value) => (typeof value === 'string' && /^mlserver(?:_\w+)?\./.test(value) ? [] : classByPath(value)),
  },
  { key: 'graphs', read: (value) => eachServed('graphs', value) },
  { key: 'entrypoint', read: (value) => servedFile('entrypoint', value) },
  ...['custom_auth', 'custom_handler', 'custom_key_generate', 'post_call_rules', 'pre_call_rules'].map(
    (key): KeyRow => ({ key, read: (value) => plugins(key, value) }),
  ),
  // pyannote.audio, Pipeline.from_pretrained: what is named is imported and called with `params`, and so are preprocessors.
  {
    key: 'pipeline',
    read: (value) => (isJsonObject(value) ? classByPath(value['name'] ?? null) : namedClasses(value)),
  },
  {
    key: 'preprocessors',
    read: (value) => (isJsonObject(value) ? namedClasses(Object.values(value).map((one) => one ?? null)) : []),
  },
  // Ultralytics: a data set's `download` is run by bash or by exec; layers and activations are evaluated (nn/tasks.py).
  { key: 'download', read: (value) => runsAsScript(value) },
  ...['backbone', 'head', 'activation'].map((key): KeyRow => ({ key, read: (value) => evaluated(key, value) })),
  { key: 'setup_script', read: (value) => commands('setup_script', value) },
  { key: 'run', read: (value) => (Array.isArray(value) ? commands('run', value) : []) },
  // ONNX Runtime, its GenAI, and TensorRT: libraries of operators. OpenVINO: among extensions.
  { key: 'extensions', read: (value) => (stringsEnd(value, LIBRARY_FILE) ? library('extensions', value) : []) },
  ...['custom_op_library', 'custom_ops_library', 'custom_op_libraries', 'custom_op_paths', 'plugin_library'].map(
    (key): KeyRow => ({ key, read: (value) => library(key, value) }),
  ),
  // MLC-LLM, mlc-chat-config.json: the library that holds the model's own code is loaded from where the path says.
  {
    key: 'model_lib',
    read: (value) =>
      stringsEnd(value, /^[/~]|^[a-z]:[/\\]|\.\.[/\\]|\.(?:so|dll|dylib|tar)$/i) ? library('model_lib', value) : [],
  },
  // Hydra, detectron2 and mmengine: more configuration, from anywhere.
  ...['searchpath', '_base_'].map((key): KeyRow => ({ key, read: (value) => configuredBy(key, value) })),
  // Development containers: run when an editor opens the folder.
  ...[
    'initializeCommand',
    'onCreateCommand',
    'postCreateCommand',
    'postStartCommand',
    'postAttachCommand',
    'updateContentCommand',
  ].map((key): KeyRow => ({ key, read: (value) => (installsFolder(value) ? [] : commands(key, value)) })),
  // KoboldCpp: a command for the shell when the model has been loaded.
  {
    key: 'onready',
    read: (value, parent) => (Object.hasOwn(parent, 'model_param') ? commands('onready', value) : []),
  },
  // Many trainers make their parts of names under such keys: a name that starts a program is no part.
  ...'cls class class_name func fn function callable factory module_path callback callbacks hook hooks plugin plugins entry_point object_type'
    .split(' ')
    .map((key): KeyRow => ({ key, read: (value) => startsProgram(value) })),
  // logging.config: a factory that is imported and called.
  { key: '()', read: (value) => factory(value) },
  // jsonpickle: classes and functions by their paths, calls of them (`unpickler.py`, tags).
  ...[
    'py/object',
    'py/type',
    'py/class',
    'py/function',
    'py/mod',
    'py/reduce',
    'py/repr',
    'py/newargsex',
    'py/newobj',
  ].map((key): KeyRow => ({ key, read: (value) => pickledAsJson(key, value) })),
  // transformers, PreTrainedTokenizerBase: a file that the configuration names is taken in the place of the folder's own.
  ...[
    'vocab_file',
    'merges_file',
    'tokenizer_file',
    'spm_file',
    'sp_model_file',
    'source_spm',
    'target_spm',
    'special_tokens_map_file',
  ].map((key): KeyRow => ({ key, read: (value) => systemFile(key, value) })),
  // timm, models/_builder: a file that is unpickled in place of the weights. AllenNLP, from_archive. PEFT: the base.
  {
    key: 'file',
    read: (value, parent) => (PRETRAINED.some((key) => Object.hasOwn(parent, key)) ? systemFile('file', value) : []),
  },
  ...['archive_file', 'base_model_name_or_path'].map(
    (key): KeyRow => ({ key, read: (value) => systemFile(key, value) }),
  ),
  // diffusers: the class of the pipeline; a file, or a repository, is code of somebody's.
  { key: '_class_name', read: (value) => pathAmongClasses('_class_name', value) },
  // MLflow's own loaders are judged by `model-packages`.
  {
    key: 'loader_module',
    read: (value) =>
      /^mlflow\.\w+(?:\.\w+)?$/.test(typeof value === 'string' ? value : '') ? [] : named('loader_module', value),
  },
];

const ROW_OF_KEY: ReadonlyMap<string, KeyRow> = new Map(KEY_ROWS.map((row) => [row.key, row]));

const OTHER_SPELLING = /^(?=.{3,60}$)[\w.-]*[-A-Z]/;

function spelt(key: string): string {
  return key.replaceAll('-', '_').toLowerCase();
}

/** What the keys of one object make a loader run. */
export function* referencesOfKeys(parent: JsonObject): Iterable<CodeReference> {
  // Keys alone: pairs of a vocabulary would be as many objects.
  for (const key of Object.keys(parent)) {
    const row = ROW_OF_KEY.get(key) ?? (OTHER_SPELLING.test(key) ? ROW_OF_KEY.get(spelt(key)) : undefined);
    const value = parent[key];
    if (value === null || value === undefined) continue;
    if (row !== undefined) yield* row.read(value, parent);
    else if (typeof value === 'string' && CALLED_KEY.test(key)) yield* startsProgram(value);
  }
}

/** Keys whose value somebody looks up and calls, whatever program that is. */
const CALLED_KEY =
  /(?:factory|func|fn|function|callable|cls|class|hook|callback|handler|loader|target|constructor|builder|init)$/i;

/** A tool in a file of an agent: its name, and code that is run when it is made. */
function* toolCode(value: Json, parent: JsonObject): Iterable<CodeReference> {
  const ofTool = typeof parent['name'] === 'string' && Object.keys(parent).every((key) => TOOL_KEY.test(key));
  if (ofTool && typeof value === 'string' && CALLS.test(value))
    yield { rule: NODE_CODE, operation: short(`code: ${value}`) };
}

const TOOL_KEY = /^(?:name|code|requirements|description|inputs|output_type|class_name|tool_class|type)$/;

/** Lists of words may hold anything: only what starts a program or runs a text counts. */
const STARTS =
  /^(?:(?:os|posix|nt)\.(?:system|popen|exec\w+|spawn\w+|remove|unlink)|subprocess\.\w+|builtins\.(?:exec|eval|compile|__import__)|pty\.spawn|runpy\.run_\w+|importlib\.import_module|commands\.getoutput)$/;

function* startsProgram(value: Json): Iterable<CodeReference> {
  for (const name of stringsOf(value)) if (STARTS.test(name)) yield* attack(name);
}

/** Files of the machine, and addresses: paths on the disk of whoever wrote the configuration are usual. */
const SYSTEM_FILE =
  /^(?:https?|ftp|file|s3|gs|smb):|^\\\\|^\/(?:etc|proc|sys|dev|boot|run|var\/(?:run|log|spool))\/|(?:^|\/)\.(?:ssh|aws|gnupg|kube|docker|netrc|config\/gcloud)(?:\/|$)/i;
/** Where the first releases of transformers kept what they fetched. */
const FORMER_HUB =
  /^https:\/\/(?:s3\.amazonaws\.com\/models\.huggingface\.co|huggingface\.co|cdn(?:-lfs)?\.huggingface\.co)\//;

function* systemFile(key: string, value: Json): Iterable<CodeReference> {
  for (const path of stringsOf(value))
    if (SYSTEM_FILE.test(path) && !FORMER_HUB.test(path))
      yield { rule: OUTSIDE_FILE, operation: short(`${key}: ${path}`) };
}

/** Handlers and formatters of logging and of programs that serve. */
const LOGGING_CLASS =
  /^(?:logging|uvicorn|gunicorn|hypercorn|pythonjsonlogger|json_log_formatter|colorlog|coloredlogs|structlog|rich|django|flask|celery|ray|vllm|sglang|loguru)\.[\w.]+$/;

function* factory(value: Json): Iterable<CodeReference> {
  if (typeof value === 'string' && !LOGGING_CLASS.test(value)) yield* target(value.replace(/^ext:\/\//, ''));
}

/** What is only described makes nothing; a call does, whatever it calls, and so does code that is evaluated. */
function* pickledAsJson(key: string, value: Json): Iterable<CodeReference> {
  const path = typeof value === 'string' ? value.replaceAll('/', '.') : '';
  const name = /^[\w.]+/.exec(path)?.[0] ?? '';
  if (isDangerous(name)) yield* attack(name);
  else if (/^py\/(?:reduce|repr|mod|newargsex|newobj)$/.test(key))
    yield { rule: TARGET, operation: short(`${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`) };
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

function* pathAmongClasses(key: string, value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string' || /^\w*$/.test(value)) return;
  const rule = value.includes('--') || value.includes('/') ? OTHER_REPOSITORY : AUTO_MAP;
  yield { rule, operation: short(`${key}: ${value}`) };
}

function* kernels(key: string, value: Json): Iterable<CodeReference> {
  if (isJsonObject(value)) for (const inner of Object.values(value)) yield* kernels(key, inner ?? null);
  if (typeof value === 'string' && value.includes('/'))
    yield { rule: OTHER_REPOSITORY, operation: short(`${key}: ${value}`) };
}

function* hubKernels(value: Json): Iterable<CodeReference> {
  if (value === true) yield { rule: OTHER_REPOSITORY, operation: 'use_kernels: true' };
}

function* eachOf(value: Json): Iterable<CodeReference> {
  if (isJsonObject(value)) for (const inner of Object.values(value)) yield* importedPath(inner ?? null);
}

function* imports(key: string, value: Json | undefined): Iterable<CodeReference> {
  for (const module of stringsOf(value ?? null)) {
    if (isDangerous(`${module}.x`)) yield* attack(`${module}.x`);
    else if (module !== '') yield { rule: IMPORTED, operation: short(`${key}: ${module}`) };
  }
}

function* caches(value: Json): Iterable<CodeReference> {
  if (!isJsonObject(value)) return;
  for (const key of ['cache_file', 'covariance_file'])
    if (typeof value[key] === 'string')
      yield { rule: IMPORTED, operation: short(`${key}: ${value[key]} is unpickled`) };
}

function* megatron(value: Json): Iterable<CodeReference> {
  if (typeof value === 'string' && !/^megatron(?:\.\w+)*$/.test(value)) yield* imports('megatron_core', value);
}

function* plugins(key: string, value: Json): Iterable<CodeReference> {
  for (const path of stringsOf(value)) {
    if (isDangerous(path)) yield* attack(path);
    else if (/[./]/.test(path) && !/^(?:vllm|sglang)\.[\w.]+$/.test(path))
      yield { rule: IMPORTED, operation: short(`${key}: ${path}`) };
  }
}

function* commands(key: string, value: Json): Iterable<CodeReference> {
  const lines = isJsonObject(value)
    ? Object.values(value).flatMap((inner) => [...stringsOf(inner ?? null)])
    : stringsOf(value);
  for (const line of lines) if (line !== '') yield { rule: INSTALL_SETTING, operation: short(`${key}: ${line}`) };
}

/** Keys beside `file` in the settings of a network of timm. */
const PRETRAINED = ['custom_load', 'hf_hub_id', 'num_classes', 'architecture', 'input_size'];
const LIBRARY_FILE = /\.(?:so|dll|dylib)(?:\.\d+)*$/i;

function stringsEnd(value: Json, end: RegExp): boolean {
  return [...stringsOf(value)].some((one) => end.test(one));
}

function* component(value: Json): Iterable<CodeReference> {
  if (typeof value === 'string' && !/^(?:torchtune|torchao)\.[\w.]+$|^bitsandbytes\.optim\.\w+$/.test(value))
    yield* target(value);
}

function* library(key: string, value: Json): Iterable<CodeReference> {
  for (const path of stringsOf(value)) if (path !== '') yield { rule: IMPORTED, operation: short(`${key}: ${path}`) };
}

/** From an address, or an absolute path. */
function* configuredBy(key: string, value: Json): Iterable<CodeReference> {
  for (const path of stringsOf(value))
    if (/^(?:https?|file|s3|gs|ftp):|^[/~]|^[a-z]:\\|(?:\.\.\/){3}/i.test(path))
      yield { rule: IMPORTED, operation: short(`${key}: ${path}`) };
}

/** spaCy's and thinc's own: `spacy.Tok2Vec.v2`, and thinc's layers and optimizers without a package, `Adam.v1`. */
function* registered(key: string, value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string' || /^spacy[\w-]*\./.test(value)) return;
  if (/^@(?:layers|optimizers)$/.test(key) && /^[\w]+\.v\d+$/.test(value)) return;
  yield { rule: IMPORTED, operation: short(`${key} ${value}`) };
}

function* servedFile(key: string, value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string') return;
  // `predict.py:Predictor`, `service:svc`.
  if (/^[\w./-]+(?:\.py)?:[A-Za-z_]\w*$/.test(value)) yield { rule: IMPORTED, operation: short(`${key}: ${value}`) };
}

function* eachServed(key: string, value: Json): Iterable<CodeReference> {
  if (isJsonObject(value)) for (const inner of Object.values(value)) yield* servedFile(key, inner ?? null);
}

function* namedClasses(value: Json): Iterable<CodeReference> {
  if (!Array.isArray(value)) return;
  for (const step of value as readonly Json[])
    if (isJsonObject(step) && typeof step['name'] === 'string') yield* classByPath(step['name']);
}

/** An address is fetched; anything else is a script. */
function* runsAsScript(value: Json): Iterable<CodeReference> {
  if (typeof value !== 'string') return;
  if (/^bash\s|^[^\S\r\n\u2028\u2029]*(?:import|from)\s+\w|\b(?:os\.system|subprocess|exec|eval)\b/m.test(value))
    yield { rule: IMPORTED, operation: short(`download: ${value.trim()}`) };
}

/** `nn.SiLU()`, `torch.nn.LeakyReLU(0.1)`, names of layers and numbers; a call of anything else is no layer. */
const LAYER = /^(?:(?:torch\.)?nn\.)?[A-Za-z]\w*(?:\([\w.,=\s-]*\))?$/;
const MOST_LAYERS = 2000;

function* evaluated(key: string, value: Json): Iterable<CodeReference> {
  const open: Json[] = [value];
  for (let seen = 0; open.length > 0 && seen < MOST_LAYERS; seen++) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...(next as readonly Json[]).slice(0, MOST_LAYERS));
    else if (
      typeof next === 'string' &&
      next.includes('(') &&
      !LAYER.test(next) &&
      /__\w+__|\b(?:import|exec|eval|open|os|sys|subprocess|getattr)\b/.test(next)
    )
      yield { rule: RESOLVER_ATTACK, operation: short(`${key}: ${next}`) };
  }
}

/** Judged by the list of modules it stands in. */
function isSentenceModule(parent: JsonObject): boolean {
  return typeof parent['path'] === 'string' && typeof parent['name'] === 'string';
}

/** Kedro looks `pickle.PickleDataset` up in its own `kedro_datasets`: no module of Python's has a class of such a name. */
function isKedroData(value: Json): boolean {
  return typeof value === 'string' && KEDRO_DATA.test(value);
}

const KEDRO_DATA =
  /^(?:kedro_datasets\.)?(?:api|biosequence|dask|databricks|email|geopandas|holoviews|huggingface|ibis|json|matlab|matplotlib|networkx|openxml|pandas|partitions|pickle|pillow|plotly|polars|redis|snowflake|spark|svmlight|tensorflow|text|tracking|video|yaml)\.[A-Z]\w*Data[sS]et$/;

function* stringsOf(value: Json): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (Array.isArray(value)) for (const item of value) if (typeof item === 'string') yield item;
}
