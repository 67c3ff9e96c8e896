import type { PickleImport, PickleProgram } from '../../formats/pickle/facts.ts';
import { allowed } from './allowed.ts';
import { currentName } from './denied.ts';
import { computesOnly } from './graph-code.ts';

/** What makes a module of FX, as a key of module and name. */
export const MAKES_GRAPHS = 'torch.fx.graph_module:reduce_graph_module';

/**
 * Whether a program makes modules of FX whose code only computes with tensors. That code calls what the module holds, so that all
 * the program names has to be parts of PyTorch's and torchvision's networks.
 */
export function tracesOnly({ graphs, imports }: PickleProgram): boolean {
  if (graphs === undefined || graphs.length === 0) return false;
  return graphs.every(({ source }) => source !== null && computesOnly(source)) && imports.every(isPartOfNetworks);
}

function isPartOfNetworks({ module, name, referred }: PickleImport): boolean {
  if (module === null || name === null) return false;
  if (`${module}:${name}` === MAKES_GRAPHS) return !referred;
  if (allowed(...currentName(module, name)) === undefined) return false;
  const path = `${module}.${name}`;
  return referred ? HELD.test(path) : MADE.test(path);
}

/** What stands for itself, or computes with tensors when it is called. */
const HELD =
  /^torch\.(?:nn\.(?:modules\.\w+\.[A-Z]\w*|functional\.[a-z]\w*|parameter\.Parameter)|_C\._nn\.[a-z]\w*|[A-Z][A-Za-z0-9]*Storage|storage\.[A-Z]\w*|Tensor|q?u?int[0-9]+|float[0-9]+|bfloat16|bool|complex[0-9]+|per_\w+_affine|ao\.quantization\.fx\._lower_to_native_backend\._(?:load|save)_packed_weight|fx\.(?:_symbolic_trace|experimental\.proxy_tensor)\.\w+)$/;
const MADE =
  /^(?:torch\.(?:nn|_utils|_tensor|storage|ao|quantization|Size|device|serialization)\b[\w.]*|torch\.[A-Z][A-Za-z0-9]*Storage|torchvision\.(?:models|ops)\.[\w.]+|collections\.OrderedDict|(?:builtins|__builtin__)\.(?:set|slice|complex|frozenset|object)|_codecs\.encode|copy_?reg\._reconstructor)$/;
