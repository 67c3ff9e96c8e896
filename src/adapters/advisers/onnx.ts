import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isJsonObject, member } from '../../kernel/json.ts';
import type { LabelScores } from '../../ports/advisers.ts';

/** Tokens that models of this kind read at once, and how many of them the next window reads again. */
const WINDOW = 512;
const OVERLAP = 64;
/** Some hundred pages: what is longer is not sorted. */
const MOST_WINDOWS = 64;
const MOST_CHARACTERS = 200_000;

/** What is used of `onnxruntime-node` and `@huggingface/tokenizers`, which are not in this package. */
interface Runtime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown;
}

interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
}

interface Tokenizer {
  encode(text: string, options: object): { readonly ids: readonly number[] };
}

/** Sorts texts by a model in a folder: `model.onnx`, `tokenizer.json` and `config.json`. Throws for what it cannot read. */
export async function openOnnxClassifier(
  runtime: string,
  folder: string,
): Promise<(text: string) => Promise<LabelScores>> {
  const { ort, makeTokenizer } = runtimeIn(runtime);
  const [tokenizerJson, tokenizerConfig, config] = await Promise.all([
    jsonIn(join(folder, 'tokenizer.json')),
    jsonIn(join(folder, 'tokenizer_config.json')).catch(() => ({})),
    jsonIn(join(folder, 'config.json')).catch(() => ({})),
  ]);
  const tokenizer = makeTokenizer(tokenizerJson, tokenizerConfig);
  const session = await ort.InferenceSession.create(join(folder, 'model.onnx'), { intraOpNumThreads: 1 });
  const labels = member(config, 'id2label');
  const labelOf = (index: number): string => {
    const named = member(labels, String(index));
    return typeof named === 'string' ? named : `LABEL_${index}`;
  };
  return async (text) => {
    if (text.length > MOST_CHARACTERS) throw new Error(`longer than ${MOST_CHARACTERS} characters`);
    const highest = new Map<string, number>();
    for (const ids of windowsOf(tokenizer, text)) {
      for (const [index, share] of sharesOf(await logitsOf(ort, session, ids)).entries())
        highest.set(labelOf(index), Math.max(share, highest.get(labelOf(index)) ?? 0));
    }
    return Object.fromEntries(highest);
  };
}

function runtimeIn(folder: string): {
  readonly ort: Runtime;
  readonly makeTokenizer: (...given: unknown[]) => Tokenizer;
} {
  const require = createRequire(join(folder, 'package.json'));
  const ort: unknown = require('onnxruntime-node');
  const tokenizers: unknown = require('@huggingface/tokenizers');
  if (!isRuntime(ort) || !hasTokenizer(tokenizers)) throw new Error('the runtime is another version');
  return { ort, makeTokenizer: (...given) => new tokenizers.Tokenizer(...given) };
}

function isRuntime(value: unknown): value is Runtime {
  return isJsonObject(value) && typeof value.Tensor === 'function' && value.InferenceSession !== undefined;
}

function hasTokenizer(value: unknown): value is { readonly Tokenizer: new (...given: unknown[]) => Tokenizer } {
  return isJsonObject(value) && typeof value.Tokenizer === 'function';
}

async function jsonIn(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8')) as unknown;
}

/** Each between the tokens that a text begins and ends with. */
function* windowsOf(tokenizer: Tokenizer, text: string): Iterable<readonly number[]> {
  const around = tokenizer.encode('', { add_special_tokens: true }).ids;
  const [before, after] = [around.slice(0, Math.ceil(around.length / 2)), around.slice(Math.ceil(around.length / 2))];
  const { ids } = tokenizer.encode(text, { add_special_tokens: false });
  const size = WINDOW - around.length;
  const count = Math.max(1, Math.ceil((ids.length - OVERLAP) / (size - OVERLAP)));
  if (count > MOST_WINDOWS) throw new Error(`longer than ${MOST_WINDOWS} windows of ${WINDOW} tokens`);
  for (let window = 0; window < count; window++) {
    const start = window * (size - OVERLAP);
    yield [...before, ...ids.slice(start, start + size), ...after];
  }
}

async function logitsOf({ Tensor }: Runtime, session: Session, ids: readonly number[]): Promise<readonly number[]> {
  const shape = [1, ids.length];
  const filled = (value: (at: number) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(ids, (_, at) => BigInt(value(at))),
      shape,
    );
  const known: Readonly<Record<string, unknown>> = {
    input_ids: filled((at) => ids[at] ?? 0),
    attention_mask: filled(() => 1),
    token_type_ids: filled(() => 0),
  };
  const feeds = Object.fromEntries(session.inputNames.map((name) => [name, known[name]]));
  const missing = session.inputNames.find((name) => feeds[name] === undefined);
  if (missing !== undefined) throw new Error(`the model wants an input ${missing}`);
  const output = (await session.run(feeds))[session.outputNames[0] ?? ''];
  const data: unknown = isJsonObject(output) ? (output as { readonly data?: unknown }).data : undefined;
  if (!(data instanceof Float32Array) || data.length === 0) throw new Error('the model gives no scores');
  return [...data];
}

/** One number is a yes; several are shares of one. */
function sharesOf(logits: readonly number[]): readonly number[] {
  if (logits.length === 1) return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
