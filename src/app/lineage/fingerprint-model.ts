import type { FileRecord } from '../../domain/artifact.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { hyperParametersOf, templateOf, vocabularyOf } from '../../lineage/describe.ts';
import type { Fingerprint, TensorPrint } from '../../lineage/fingerprint.ts';
import { type PlacedTensor, printTensor, tensorsIn, wholeDigest } from '../../lineage/weights.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OpenModel } from '../../ports/source.ts';

/** Tensors read of a model that lies elsewhere, each by one request: enough to tell, few enough to wait for. */
const READ_FROM_AFAR = 96;
/** Tensors of one model; the largest mixtures of experts have some tens of thousands. */
const MOST_TENSORS = 100_000;

export interface FingerprintOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** For a registration every tensor counts, wherever it lies, and the whole of it where it lies on this machine. */
  readonly everyTensor: boolean;
}

/** A model's fingerprint, and where each of its tensors lies. */
export interface PlacedFingerprint {
  readonly print: Fingerprint;
  readonly places: ReadonlyMap<TensorPrint, Place>;
}

interface Place {
  readonly path: string;
  readonly tensor: PlacedTensor;
}

/** What a model is known again by. A file that cannot be read adds nothing. */
export async function fingerprintModel(
  model: OpenModel,
  files: readonly Pick<FileRecord, 'path' | 'kind'>[],
  { clock, signal, everyTensor }: FingerprintOptions,
): Promise<PlacedFingerprint> {
  const documents = async (name: string): Promise<Json> => {
    const found = files.find(({ path, kind }) => path === name && kind === 'json');
    return found === undefined ? null : readJson(model, found.path);
  };
  const places = new Map<TensorPrint, Place>();
  for (const { path, kind } of files) {
    signal.throwIfAborted();
    if (kind !== 'safetensors' && kind !== 'gguf') continue;
    const most = model.localPath === null && !everyTensor ? READ_FROM_AFAR - places.size : MOST_TENSORS - places.size;
    const whole = everyTensor && model.localPath !== null;
    for (const [print, tensor] of await printFile(model, { path, kind }, { clock, signal, most, whole }))
      places.set(print, { path, tensor });
  }
  const print: Fingerprint = {
    version: 1,
    name: model.origin.name,
    revision: model.origin.revision,
    registeredAt: clock.now().toISOString(),
    aliases: [],
    hyperParameters: hyperParametersOf(await documents('config.json')),
    vocabulary: vocabularyOf(await documents('tokenizer.json')),
    chatTemplate: templateOf(await documents('tokenizer_config.json')),
    tensors: [...places.keys()],
  };
  return { print, places };
}

async function printFile(
  model: OpenModel,
  { path, kind }: { readonly path: string; readonly kind: 'safetensors' | 'gguf' },
  {
    clock,
    signal,
    most,
    whole,
  }: { readonly clock: Clock; readonly signal: AbortSignal; readonly most: number; readonly whole: boolean },
): Promise<readonly (readonly [TensorPrint, PlacedTensor])[]> {
  if (most <= 0) return [];
  const bytes = await model.open(path);
  try {
    const tensors = await tensorsIn(
      kind,
      bytes,
      createBudget(() => clock.monotonic()),
    );
    const prints: [TensorPrint, PlacedTensor][] = [];
    for (const tensor of evenly(tensors, most)) {
      const print = await printTensor(tensor, bytes);
      prints.push([whole ? { ...print, whole: await wholeDigest(tensor, bytes, signal) } : print, tensor]);
    }
    return prints;
  } catch (error) {
    if (error instanceof MalformedError || error instanceof OverBudgetError) return [];
    throw error;
  } finally {
    await bytes.close();
  }
}

/** The same fingerprint with these tensors read whole. A file that cannot be read any more leaves them as they were. */
export async function withWholes(
  model: OpenModel,
  { print, places }: PlacedFingerprint,
  wanted: ReadonlySet<TensorPrint>,
  signal: AbortSignal,
): Promise<Fingerprint> {
  const wholes = new Map<TensorPrint, string | null>();
  for (const path of new Set([...wanted].flatMap((one) => places.get(one)?.path ?? []))) {
    const bytes = await model.open(path);
    try {
      for (const one of wanted) {
        const place = places.get(one);
        if (place?.path === path) wholes.set(one, await wholeDigest(place.tensor, bytes, signal));
      }
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    } finally {
      await bytes.close();
    }
  }
  return { ...print, tensors: print.tensors.map((one) => ({ ...one, whole: wholes.get(one) ?? null })) };
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
