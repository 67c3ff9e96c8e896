import { type Finding, findingOf, type Location, locationIn, type Rule } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import { isTorchscriptCode } from '../../intake/torchscript.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { lineOfOperation } from '../line-of.ts';
import { brokenArchive, withoutTexts } from './broken.ts';
import { BROKEN_CODE, CUSTOM_OPERATOR, FILES, PLANTED, TORCHSCRIPT } from './rules.ts';

/** Judges the code of TorchScript archives by the operators it calls. */
export const torchscript: FileAnalyzer = { ...TORCHSCRIPT, inspect };

function* inspect(item: Item): Iterable<Finding> {
  for (const zip of readingsAs(item, 'zip')) {
    const wrong = zip.facts.pytorch ? brokenArchive(item, zip) : null;
    if (wrong === null) continue;
    const location = locationIn(item.file, zip.member);
    yield findingOf(BROKEN_CODE, { message: printable(`${BROKEN_CODE.title} Here, ${wrong}.`), location });
  }
  for (const { facts, member } of readingsAs(item, 'python')) {
    if (!isTorchscriptCode(item, member)) continue;
    const said = new Set<string>();
    for (const { rule, operation } of judgeCode(facts.text, facts.imports)) {
      if (said.has(rule.id + operation)) continue;
      said.add(rule.id + operation);
      const text = printable(operation.slice(0, LIMITS.quotation));
      yield findingOf(rule, {
        message: `${rule.title} Here: ${text}.`,
        location: placed({ path: item.file.path, member }, lineOfOperation(facts.text, operation.replace('::', '.'))),
        operation: text,
      });
    }
  }
}

function placed(location: Location, line: number | undefined): Location {
  return line === undefined ? location : { ...location, line };
}

interface Judged {
  readonly rule: Rule;
  readonly operation: string;
}

/** Operators that touch the world: ATen's own, by their names in native_functions.yaml and register_special_ops. */
const FILE_OPERATORS: ReadonlySet<string> = new Set([
  'from_file',
  'save',
  'load',
  'load_library',
  'save_to_file',
  'write_file',
  'read_file',
]);
/** Namespaces of operators that PyTorch, torchvision and torchaudio bring. */
const OWN_NAMESPACES: ReadonlySet<string> = new Set(
  'aten prim prims quantized quantized_decomposed _quantized sparse mkldnn mkldnn_prepacked mkl onednn prepacked xnnpack rnn torchvision image torchaudio inductor c10d profiler static_runtime torch_ipex'.split(
    ' ',
  ),
);

/** Not a package that is called so: `__torch__.torchvision.ops.boxes`. */
const OPERATOR = /(?<![\w.])ops\s*\.\s*(\w+)\s*\.\s*(\w+)/g;
const CLASS = /\b__torch__\.torch\.classes\.(\w+)\.(\w+)/g;
/** Operators and functions that call another machine (torch/csrc/distributed/rpc), and audio readers that take a path. */
const REACHES_OUT =
  /^(?:rpc_\w+|remote|init_rpc|\w*(?:load|save)_audio_(?:file|to_file)|\w*get_info_file|\w*(?:read|write)_(?:file|video)\w*|\w*_from_file|\w*_to_file)$/;
/** What the compiler writes for a function of Python's that it could not compile: `^Name(…)(…)`. */
const PYTHON_OPERATOR = /(?<![\w)\]\s])\s*\^\s*([A-Za-z_]\w*)\s*\(/g;
const TORCH_CALL = /\btorch\s*\.\s*((?:\w+\s*\.\s*)*\w+)\s*\(/g;
/** A call of a bare name, or of an attribute of one that is no module of TorchScript's. */
const FOREIGN =
  /(?<![\w.])(?:(os|sys|subprocess|builtins|shutil|socket|importlib|ctypes|pickle|marshal|urllib|requests|pty)\s*\.\s*\w+|(exec|eval|compile|__import__|open|globals)\s*\()/g;

function* judgeCode(source: string, imports: readonly { readonly module: string }[]): Iterable<Judged> {
  const code = withoutTexts(source);
  for (const { module } of imports) if (module !== '__torch__') yield { rule: PLANTED, operation: `import ${module}` };
  for (const [, namespace = '', name = ''] of code.matchAll(OPERATOR)) {
    const operation = `${namespace}::${name}`;
    if (FILE_OPERATORS.has(name) || REACHES_OUT.test(name)) yield { rule: FILES, operation };
    else if (!OWN_NAMESPACES.has(namespace)) yield { rule: CUSTOM_OPERATOR, operation };
  }
  for (const [, namespace = '', name = ''] of code.matchAll(CLASS)) {
    if (!OWN_NAMESPACES.has(namespace))
      yield { rule: CUSTOM_OPERATOR, operation: `torch.classes.${namespace}.${name}` };
  }
  for (const [, path = ''] of code.matchAll(TORCH_CALL)) {
    const name = path.slice(path.lastIndexOf('.') + 1).trim();
    if (FILE_OPERATORS.has(name) || /^distributed\s*\.\s*rpc\b/.test(path))
      yield { rule: FILES, operation: `torch.${path}` };
  }
  for (const [, name = ''] of code.matchAll(PYTHON_OPERATOR)) yield { rule: CUSTOM_OPERATOR, operation: `^${name}` };
  for (const [found] of code.matchAll(FOREIGN)) yield { rule: PLANTED, operation: found.replace(/\s*\($/, '') };
}
