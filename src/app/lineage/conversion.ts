import type { FileRecord } from '../../domain/artifact.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { roundTo, VALUE_BYTES, widen } from '../../lineage/values.ts';
import { type PlacedTensor, tensorsIn } from '../../lineage/weights.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenFile, OpenModel } from '../../ports/source.ts';
import { checkpointTensors } from '../convert.ts';

/** Checkpoints up to here are converted again whenever a model is vetted; both are then read whole. */
const MOST_BYTES = 512 * 1024 * 1024;
const NAMED = 20;

/**
 * Redoes the conversion that a model claims by holding safetensors beside checkpoints: what our own converter makes of
 * each checkpoint, against what is there, value by value. Only local files, and only checkpoints that need no unpickling.
 */
export async function redoneConversions(
  model: OpenModel,
  files: readonly FileRecord[],
  clock: Clock,
): Promise<readonly Json[]> {
  const checkpoints = files.filter(
    ({ kind, path, size }) => (kind === 'pickle' || kind === 'pytorch-zip') && isWeights(path) && size <= MOST_BYTES,
  );
  const converted = files.filter(({ kind, path }) => kind === 'safetensors' && !path.includes('/'));
  if (model.localPath === null || checkpoints.length === 0 || converted.length === 0) return [];
  if (checkpoints.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return [];
  const opened: OpenFile[] = [];
  try {
    const there = new Map<string, Placed>();
    for (const { path } of converted) {
      const bytes = await model.open(path);
      opened.push(bytes);
      for (const tensor of await tensorsIn(
        'safetensors',
        bytes,
        createBudget(() => clock.monotonic()),
      ))
        there.set(tensor.name, { tensor, bytes });
    }
    const results: Json[] = [];
    for (const file of checkpoints) {
      const result = await redone(model, file, { there, clock });
      if (result !== null) results.push(result);
    }
    return results;
  } catch (error) {
    if (cannotRead(error)) return [];
    throw error;
  } finally {
    for (const bytes of opened) await bytes.close();
  }
}

/** As trainers name them; optimiser states and arguments lie beside them. */
function isWeights(path: string): boolean {
  return /^(?:pytorch_model|model|consolidated)[\w.-]*\.(?:bin|pt|pth)$/.test(path);
}

interface Placed {
  readonly tensor: PlacedTensor;
  readonly bytes: ByteSource;
}

async function redone(
  model: OpenModel,
  file: FileRecord,
  { there, clock }: { readonly there: ReadonlyMap<string, Placed>; readonly clock: Clock },
): Promise<Json | null> {
  const bytes = await model.open(file.path);
  try {
    const { tensors, key, leftOut } = await checkpointTensors(bytes, file.path, clock, null);
    // What a trainer keeps beside its weights has names of its own: nobody says which of them a conversion took.
    if (key !== null || leftOut.length > 0) return null;
    const [different, missing]: [string[], string[]] = [[], []];
    let rounded = 0;
    for (const tensor of tensors) {
      const placed = there.get(tensor.name);
      if (placed === undefined) missing.push(tensor.name);
      else {
        const same = await isSame(tensor, placed);
        if (!same) different.push(tensor.name);
        else if (tensor.dtype !== placed.tensor.dtype) rounded += 1;
      }
    }
    // Tensors that share one storage are kept once in safetensors (tied embeddings), so one missing name is no news.
    const untied = missing.filter((name) => !TIED.test(name));
    return {
      from: file.path,
      tensors: tensors.length,
      rounded,
      different: different.slice(0, NAMED),
      missing: untied.slice(0, NAMED),
    };
  } catch (error) {
    if (cannotRead(error)) return null;
    throw error;
  } finally {
    await bytes.close();
  }
}

const TIED = /^(?:lm_head|cls\.predictions\.decoder|.*\.embed_tokens|embed_out|decoder\.output_projection)\.weight$/;

type CheckpointTensors = Awaited<ReturnType<typeof checkpointTensors>>['tensors'];

/** The same bytes; or, of a type with fewer bits, what each value rounds to. */
async function isSame(made: CheckpointTensors[number], { tensor, bytes }: Placed): Promise<boolean> {
  if (made.shape.join() !== tensor.shape.join()) return false;
  const isRounded = made.dtype !== tensor.dtype;
  const [from, to] = [VALUE_BYTES[made.dtype], VALUE_BYTES[tensor.dtype]];
  if (isRounded && (from === undefined || to === undefined || (tensor.dtype !== 'F16' && tensor.dtype !== 'BF16')))
    return false;
  let at = tensor.start;
  for await (const chunk of made.bytes()) {
    const length = isRounded ? (chunk.length / (from ?? 1)) * (to ?? 1) : chunk.length;
    const there = await bytes.read(at, length);
    at += length;
    if (!isRounded) {
      if (Buffer.compare(chunk, there) !== 0) return false;
    } else if (!roundsTo(widen(made.dtype, chunk), widen(tensor.dtype, there), tensor.dtype === 'F16' ? 'F16' : 'BF16'))
      return false;
  }
  return true;
}

function roundsTo(values: Float32Array, there: Float32Array, dtype: 'F16' | 'BF16'): boolean {
  return values.every((value, at) => Object.is(roundTo(dtype, value), there[at]));
}

function cannotRead(error: unknown): boolean {
  if (error instanceof WeighbridgeError) return error.code === 'convert-refused';
  return error instanceof MalformedError || error instanceof OverBudgetError;
}
