import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { isSystemModule } from './modules.ts';
import { ADAPTER, CUSTOM_OPERATOR, HANDLER, type Judged, LOADER, LOADER_ATTACK } from './rules.ts';

/** Handlers that TorchServe has by itself (ts/torch_handler). */
const OWN_HANDLERS =
  /^(?:image_classifier|image_segmenter|object_detector|text_classifier|base_handler|default_handler)$/;

/** The manifest of a model archive of TorchServe (MAR-INF/MANIFEST.json). */
export function* judgeManifest(manifest: Json): Iterable<Judged> {
  const model = member(manifest, 'model');
  const handler = textOf(member(model, 'handler'));
  if (handler !== '' && !OWN_HANDLERS.test(handler)) yield { rule: HANDLER, operation: `handler ${handler}` };
  for (const key of ['requirementsFile', 'modelFile', 'extraFiles']) {
    const file = textOf(member(model, key));
    if (key !== 'extraFiles' && file !== '' && /\.(?:txt|py)$/i.test(file))
      yield { rule: HANDLER, operation: `${key} ${file}` };
    if (/(?:^|[,/\\])\.\.(?:[/\\]|$)|^[/\\]/.test(file)) yield { rule: HANDLER, operation: `${key} ${file}` };
  }
}

/** `MLmodel` of MLflow: each flavour names what loads it. */
export function* judgeMlmodel(settings: Json): Iterable<Judged> {
  const flavours = member(settings, 'flavors');
  if (!isJsonObject(flavours)) return;
  for (const [flavour, value] of Object.entries(flavours)) {
    const loader = textOf(member(value, 'loader_module'));
    if (isSystemModule(loader)) yield { rule: LOADER_ATTACK, operation: `${flavour}: loader_module ${loader}` };
    else if (loader !== '' && !/^mlflow\.\w+(?:\.\w+)?$/.test(loader))
      yield { rule: LOADER, operation: `${flavour}: loader_module ${loader}` };
    for (const key of ['code', 'model_code_path', 'code_paths']) {
      const code = member(value, key);
      const path = textOf(code) || textOf(member(code, 'path'));
      if (path !== '') yield { rule: LOADER, operation: `${flavour}: ${key} ${path}` };
    }
    for (const key of [
      'python_model',
      'model_path',
      'data',
      'saved_model_dir',
      'pickled_model',
      'model_data',
      'config',
    ]) {
      const path = textOf(member(value, key));
      if (/^[/~]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-z][\w+]+:\/\//i.test(path))
        yield { rule: LOADER, operation: `${flavour}: ${key} ${path}` };
    }
    for (const key of ['pytorch_model_class', 'model_class', 'loader', 'env_class']) {
      const name = textOf(member(value, key));
      if (isSystemModule(name)) yield { rule: LOADER_ATTACK, operation: `${flavour}: ${key} ${name}` };
    }
  }
}

/** Libraries that hold base models: `transformers.models.llama.modeling_llama`. */
const BASE_LIBRARY = /^(?:transformers|diffusers|sentence_transformers|timm|peft|torch|torchvision)(?:\.\w+)*$/;

/** `adapter_config.json` of PEFT: `auto_mapping.parent_library` is imported (peft/auto.py). */
export function* judgeAdapter(config: Json): Iterable<Judged> {
  const mapping = member(config, 'auto_mapping');
  if (!isJsonObject(mapping)) return;
  const library = textOf(mapping['parent_library']);
  const base = textOf(mapping['base_model_class']);
  if (isSystemModule(library) || isSystemModule(base))
    yield { rule: LOADER_ATTACK, operation: `auto_mapping ${library}.${base}` };
  else if ((library !== '' && !BASE_LIBRARY.test(library)) || (base !== '' && !/^[A-Z]\w*$/.test(base))) {
    yield { rule: ADAPTER, operation: `auto_mapping ${library}.${base}` };
  }
}

/** Operators of MXNet that call code outside it (src/operator/custom, plugin/). */
const FOREIGN_OPERATORS: ReadonlySet<string> = new Set(
  'Custom _Native _NDArray _CustomFunction _TVMOp TorchModule TorchCriterion CaffeOp CaffeLoss WarpCTC _subgraph_op'.split(
    ' ',
  ),
);

/** Bodies of loops within bodies of loops. */
const DEEPEST = 32;

/** A symbol of MXNet: a list of nodes with their operators; bodies of loops are symbols of their own. */
export function* judgeSymbol(symbol: Json, depth = 0): Iterable<Judged> {
  const nodes = member(symbol, 'nodes');
  if (!Array.isArray(nodes) || member(symbol, 'arg_nodes') === undefined) return;
  for (const node of nodes) {
    const inner = member(node, 'subgraphs');
    if (Array.isArray(inner) && depth < DEEPEST) for (const graph of inner) yield* judgeSymbol(graph, depth + 1);
    const operator = textOf(member(node, 'op'));
    if (!FOREIGN_OPERATORS.has(operator)) continue;
    const attributes = member(node, 'attrs') ?? member(node, 'param') ?? member(node, 'attr');
    yield {
      rule: CUSTOM_OPERATOR,
      operation: `${operator} ${textOf(member(attributes, 'op_type')) || textOf(member(attributes, 'info'))}`.trim(),
    };
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
