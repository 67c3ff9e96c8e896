import { type Finding, findingOf, locationIn } from '../../domain/finding.ts';
import { type Item, readingsAs } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { DISGUISED_PROGRAM, EXECUTABLES_RULES, HIDDEN_PROGRAM, LIBRARY, OBJECTS, PROGRAM } from './rules.ts';

/** Tells of programs and compiled code among the files of a model, and within them. */
export const executables: FileAnalyzer = {
  id: 'executables',
  version: 1,
  question: 'Is there a program among the files?',
  rules: EXECUTABLES_RULES,
  scope: 'file',
  formats: ['executable'],
  inspect,
};

/** Members of such files are values, no files: a program among them was hidden. */
const VALUES_ONLY: ReadonlySet<string> = new Set(['hdf5', 'msgpack', 'pickle', 'pytorch-zip']);

/** Programs for a machine of people; a llamafile says by its own name what it is. */
const MACHINES: ReadonlySet<string> = new Set(['ELF', 'PE', 'Mach-O']);
/** Names that weights have and no program does: an engine may be a library that was built for one network, and `.bin` is anything. */
const ONLY_WEIGHTS =
  /\.(?:safetensors|gguf|ggml|onnx|pt|pth|ckpt|h5|hdf5|keras|pkl|pickle|joblib|npy|npz|tflite|msgpack|mlmodel|pdparams|pdmodel)$|(?:^|\/)(?:pytorch_model|adapter_model|diffusion_pytorch_model|flax_model|tf_model|open_clip_pytorch_model)[\w.-]*\.bin$/i;

function* inspect(item: Item): Iterable<Finding> {
  for (const { facts, member, amongNumbers } of readingsAs(item, 'executable')) {
    const hidden =
      amongNumbers === true ||
      (member.length > 0 && (VALUES_ONLY.has(item.file.kind) || liesInCheckpoint(item, member)));
    const disguised = MACHINES.has(facts.what) && ONLY_WEIGHTS.test(member.at(-1) ?? item.file.path);
    const objects = facts.what === 'Java objects';
    const rule = objects
      ? OBJECTS
      : hidden
        ? HIDDEN_PROGRAM
        : disguised
          ? DISGUISED_PROGRAM
          : facts.library
            ? LIBRARY
            : PROGRAM;
    yield findingOf(rule, {
      message: objects ? rule.title : `${rule.title} It is ${facts.what}.`,
      location: locationIn(item.file, member),
      operation: facts.what,
    });
  }
}

/** Whether a checkpoint of PyTorch holds it, which may itself stand before or within another archive. */
function liesInCheckpoint(item: Item, member: readonly string[]): boolean {
  for (const { facts, member: archive } of readingsAs(item, 'zip')) {
    if (!facts.pytorch || archive.length >= member.length) continue;
    if (archive.every((name, at) => name === member[at])) return true;
  }
  return false;
}
