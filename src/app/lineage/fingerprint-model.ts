import type { FileRecord } from '../../domain/artifact.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { hyperParametersOf, templateOf, vocabularyOf } from '../../lineage/describe.ts';
import type { Fingerprint, TensorPrint } from '../../lineage/fingerprint.ts';
import { type PlacedTensor, printTensor, tensorsIn } from '../../lineage/weights.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenModel } from '../../ports/source.ts';

/** Tensors read of a model that lies elsewhere, each by one request: enough to tell, few enough to wait for. */
const READ_FROM_AFAR = 96;
/** Tensors of one model; the largest mixtures of experts have some tens of thousands. */
const MOST_TENSORS = 100_000;

export interface FingerprintOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** For a registration every tensor counts, wherever it lies. */
  readonly everyTensor: boolean;
}

/** What a model is known again by. A file that cannot be read adds nothing. */
export async function fingerprintModel(
  model: OpenModel,
  files: readonly Pick<FileRecord, 'path' | 'kind'>[],
  { clock, signal, everyTensor }: FingerprintOptions,
): Promise<Fingerprint> {
  const documents = async (name: string): Promise<Json> => {
    const found = files.find(({ path, kind }) => path === name && kind === 'json');
    return found === undefined ? null : readJson(model, found.path);
  };
  const tensors: TensorPrint[] = [];
  for (const { path, kind } of files) {
    signal.throwIfAborted();
    if (kind !== 'safetensors' && kind !== 'gguf') continue;
    const most =
      model.localPath === null && !everyTensor ? READ_FROM_AFAR - tensors.length : MOST_TENSORS - tensors.length;
    tensors.push(...(await printFile(model, { path, kind }, { clock, most })));
  }
  return {
    version: 1,
    name: model.origin.name,
    revision: model.origin.revision,
    registeredAt: clock.now().toISOString(),
    aliases: [],
    hyperParameters: hyperParametersOf(await documents('config.json')),
    vocabulary: vocabularyOf(await documents('tokenizer.json')),
    chatTemplate: templateOf(await documents('tokenizer_config.json')),
    tensors,
  };
}

async function printFile(
  model: OpenModel,
  { path, kind }: { readonly path: string; readonly kind: 'safetensors' | 'gguf' },
  { clock, most }: { readonly clock: Clock; readonly most: number },
): Promise<readonly TensorPrint[]> {
  if (most <= 0) return [];
  const bytes = await model.open(path);
  try {
    const tensors = await tensorsIn(
      kind,
      bytes,
      createBudget(() => clock.monotonic()),
    );
    const prints: TensorPrint[] = [];
    for (const tensor of evenly(tensors, most)) prints.push(await printTensor(tensor, bytes));
    return prints;
  } catch (error) {
    if (error instanceof MalformedError || error instanceof OverBudgetError) return [];
    throw error;
  } finally {
    await bytes.close();
  }
}

/** At most so many, spread over all. */
function evenly(tensors: readonly PlacedTensor[], most: number): readonly PlacedTensor[] {
  if (tensors.length <= most) return tensors;
  return Array.from({ length: most }, (_, at) => tensors[Math.floor((at * tensors.length) / most)]).flatMap(
    (one) => one ?? [],
  );
}

async function readJson(model: OpenModel, path: string): Promise<Json> {
  const bytes = await model.open(path);
  try {
    if (bytes.size > LIMITS.document) return null;
    const text = Buffer.from(await bytes.read(0, bytes.size)).toString('utf8');
    scanJson(text, LIMITS.jsonDepth);
    return JSON.parse(text) as Json;
  } catch {
    // A broken document is other checks' affair.
    return null;
  } finally {
    await bytes.close();
  }
}
