import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { member } from '../../kernel/json.ts';
import type { LocalModel } from '../../ports/local-model.ts';
import { createPrompter } from './prompt.ts';
import { type EmbeddingContext, type LlamaModel, type LlamaSequence, type Runtime, runtimeIn } from './runtime.ts';

export interface LlamaOptions {
  /** Where the runner is installed. */
  readonly runtime: string;
  readonly file: string;
  /** Tokens at most; null: as many as the model was trained for, or `USUAL_CONTEXT`. */
  readonly context: number | null;
  readonly seats: number;
  /** Null: by the model's size. */
  readonly threads: number | null;
}

/** Memory for a context grows with it. */
const USUAL_CONTEXT = 4096;
/** Threads that wait for each other in a loop cost more than they help below this many bytes: measured, 100 times and more. */
const SMALL_MODEL = 64 * 1024 * 1024;

/** Loads a model for the processor. Nothing is built and nothing fetched. Throws `runner-unready`, `model-unloadable`. */
export async function openLlama({ runtime, file, context, seats, threads }: LlamaOptions): Promise<LocalModel> {
  const parts = await runtimeIn(runtime).catch((cause: unknown) => {
    throw new WeighbridgeError('runner-unready', `nothing that runs is in ${runtime}`, { cause });
  });
  const size = await sizeOf(file);
  const used = threads ?? (size < SMALL_MODEL ? 1 : availableParallelism());
  const llama = await parts
    .getLlama({ gpu: false, build: 'never', skipDownload: true, logLevel: 'error', maxThreads: used })
    .catch((cause: unknown) => {
      throw new WeighbridgeError('runner-unready', `its program does not run here: ${wordsOf(cause)}`, { cause });
    });
  try {
    const model = await llama.loadModel({ modelPath: file, gpuLayers: 0 });
    const contextSize = Math.min(context ?? USUAL_CONTEXT, model.trainContextSize);
    const room = await model.createContext({ contextSize, sequences: seats, threads: used });
    const free = Array.from({ length: seats }, () => room.getSequence());
    const embedder = lazy(() => model.createEmbeddingContext({ contextSize, threads: used }));
    return {
      ...readingOf(parts, model),
      context: contextSize,
      seats,
      ...speakingOf(free, embedder),
      close: () => llama.dispose(),
    };
  } catch (cause) {
    await llama.dispose();
    throw new WeighbridgeError('model-unloadable', `${basename(file)}: ${wordsOf(cause)}`, { cause });
  }
}

function readingOf(
  parts: Runtime,
  model: LlamaModel,
): Pick<LocalModel, 'tokensOf' | 'conversation' | 'spell' | 'temperature'> {
  const { metadata } = model.fileInfo;
  const template = member(member(metadata, 'tokenizer'), 'chat_template');
  const temperature = member(member(member(metadata, 'general'), 'sampling'), 'temp');
  const prompt = typeof template === 'string' ? createPrompter(parts, model, template) : null;
  const { bos, shouldPrependBosToken } = model.tokens;
  const beginning = shouldPrependBosToken && bos !== null ? [bos] : [];
  return {
    temperature: typeof temperature === 'number' ? temperature : null,
    tokensOf: (text) => [...beginning, ...model.tokenize(text, false)],
    conversation: (turns) => (prompt === null ? null : withBeginning(beginning, prompt(turns))),
    spell: (tokens, before) => model.detokenize(tokens, false, before),
  };
}

/** Most templates write the first token themselves. */
function withBeginning(beginning: readonly number[], tokens: readonly number[]): readonly number[] {
  return tokens[0] === beginning[0] ? tokens : [...beginning, ...tokens];
}

/** As many sequences as seats: whoever has a seat finds one free. */
function speakingOf(
  free: LlamaSequence[],
  embedder: () => Promise<EmbeddingContext>,
): Pick<LocalModel, 'generate' | 'embed'> {
  return {
    generate: async function* (tokens, { temperature, topP, seed }) {
      const sequence = free.pop();
      if (sequence === undefined) throw new Error('more calls than seats');
      try {
        // Nothing of one caller's is left for the next.
        await sequence.clearHistory();
        yield* sequence.evaluate(tokens, { temperature, topP, ...(seed === null ? {} : { seed }) });
      } finally {
        free.push(sequence);
      }
    },
    embed: async (tokens) => (await (await embedder()).getEmbeddingFor(tokens)).vector,
  };
}

function lazy<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    throw new WeighbridgeError('path-missing', file);
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 300) : String(cause);
}
