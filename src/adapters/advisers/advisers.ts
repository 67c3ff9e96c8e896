import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GuardClassifier } from '../../domain/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { Advisers, LabelScores } from '../../ports/advisers.ts';
import type { Isolation } from '../../ports/isolation.ts';
import { createChatModel } from './chat-model.ts';

interface Options {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where `weighbridge guard classifier install` puts what runs classifiers. */
  readonly runtime: string;
  /** The policy's folder is relative to it. */
  readonly cwd: string;
  readonly isolation: Isolation;
}

/** Of JavaScript alone: tokenizers are some ten megabytes of JSON. The weights lie outside it. */
const HEAP_MIB = 1024;
/** Reading a model of some hundred megabytes from a slow disk. */
const LOAD_MILLISECONDS = 120_000;

export function createAdvisers({ env, runtime, cwd, isolation }: Options): Advisers {
  return {
    chatModel: async (endpoint, key) => {
      const value = key === null ? null : env[key];
      if (value === undefined || value === '')
        throw new WeighbridgeError('guard-adviser-unready', `${key} is not set in the environment`);
      return createChatModel(endpoint, value);
    },
    classifier: async (classifier) => {
      const folder = resolve(cwd, classifier.folder);
      assertThere(classifier, folder, runtime);
      const scores = async (text: string, milliseconds: number): Promise<LabelScores> => {
        const outcome = await isolation.run('classify', { runtime, folder, text }, { milliseconds, heapMiB: HEAP_MIB });
        if (outcome.kind === 'died') throw new Error(outcome.message);
        return scoresIn(outcome.output);
      };
      const found = await scores('Good morning.', LOAD_MILLISECONDS).catch((cause: unknown) => {
        throw new WeighbridgeError('guard-adviser-unready', `${classifier.id}: ${messageOf(cause)}`, { cause });
      });
      const missing = classifier.labels.find((label) => !Object.hasOwn(found, label));
      if (missing !== undefined)
        throw new WeighbridgeError(
          'guard-adviser-unready',
          `${classifier.id}: the model has no label ${missing}; it has ${Object.keys(found).join(', ')}`,
        );
      return { scores: (text) => scores(text, classifier.milliseconds) };
    },
  };
}

function assertThere({ id }: GuardClassifier, folder: string, runtime: string): void {
  const missing = ['model.onnx', 'tokenizer.json'].find((name) => !existsSync(join(folder, name)));
  if (missing !== undefined)
    throw new WeighbridgeError('guard-adviser-unready', `${id}: there is no ${join(folder, missing)}`);
  if (!existsSync(join(runtime, 'node_modules', 'onnxruntime-node')))
    throw new WeighbridgeError(
      'guard-adviser-unready',
      `${id}: what runs classifiers is not installed; run weighbridge guard classifier install`,
    );
}

function scoresIn(output: unknown): LabelScores {
  if (!isJsonObject(output)) throw new Error('it gave no scores');
  return Object.fromEntries(
    Object.entries(output).flatMap(([label, score]) => (typeof score === 'number' ? [[label, score]] : [])),
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
