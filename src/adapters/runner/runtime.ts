import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isJsonObject } from '../../kernel/json.ts';

/** What is used of `node-llama-cpp` and of the templates it brings; neither is in this package. */
export interface Runtime {
  getLlama(options: object): Promise<Llama>;
  readonly Template: new (source: string) => { render(values: object): string };
}

export interface Llama {
  loadModel(options: object): Promise<LlamaModel>;
  dispose(): Promise<void>;
}

export interface LlamaModel {
  readonly trainContextSize: number;
  readonly fileInfo: { readonly metadata: unknown };
  readonly tokens: {
    readonly bos: number | null;
    readonly bosString: string | null;
    readonly eosString: string | null;
    readonly shouldPrependBosToken: boolean;
  };
  tokenize(text: string, specialTokens?: boolean): readonly number[];
  detokenize(tokens: readonly number[], specialTokens?: boolean, before?: readonly number[]): string;
  isSpecialToken(token: number): boolean;
  iterateAllTokens(): Iterable<number>;
  createContext(options: object): Promise<LlamaContext>;
  createEmbeddingContext(options: object): Promise<EmbeddingContext>;
}

export interface LlamaContext {
  readonly sequencesLeft: number;
  getSequence(): LlamaSequence;
}

export interface LlamaSequence {
  clearHistory(): Promise<void>;
  evaluate(tokens: readonly number[], options: object): AsyncIterable<number>;
}

export interface EmbeddingContext {
  getEmbeddingFor(tokens: readonly number[]): Promise<{ readonly vector: readonly number[] }>;
}

/** Throws when it is not there, or is another program than was installed. */
export async function runtimeIn(folder: string): Promise<Runtime> {
  const own = createRequire(join(folder, 'package.json'));
  // Node finds a package's entry by its conditions only for a caller of its own: the file is named instead.
  const entry = join(folder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
  const llama: unknown = await import(pathToFileURL(entry).href);
  const jinja: unknown = own('@huggingface/jinja');
  if (!hasLlama(llama) || !hasTemplate(jinja)) throw new Error('the runner is another version');
  return { getLlama: (options) => llama.getLlama(options), Template: jinja.Template };
}

function hasLlama(value: unknown): value is Pick<Runtime, 'getLlama'> {
  return typeof value === 'object' && value !== null && 'getLlama' in value && typeof value.getLlama === 'function';
}

function hasTemplate(value: unknown): value is Pick<Runtime, 'Template'> {
  return isJsonObject(value) && typeof value.Template === 'function';
}
