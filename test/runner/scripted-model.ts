import type { LocalModel } from '../../src/ports/local-model.ts';

/** A model whose tokens are bytes. It says what it is told to, and writes down when somebody stops listening. */
export interface ScriptedModel extends LocalModel {
  says: string;
  /** Waited for before each token. */
  pause: () => Promise<void>;
  breaks: Error | null;
  spoken: number;
  stopped: number;
}

export function scriptedModel(): ScriptedModel {
  const model: ScriptedModel = {
    says: 'hello',
    pause: async () => undefined,
    breaks: null,
    spoken: 0,
    stopped: 0,
    context: 64,
    temperature: null,
    seats: 1,
    tokensOf: (text) => [...Buffer.from(text)],
    conversation: (turns) => [...Buffer.from(turns.map(({ role, content }) => `${role}:${content}\n`).join(''))],
    generate: async function* () {
      try {
        for (const byte of Buffer.from(model.says)) {
          await model.pause();
          if (model.breaks !== null) throw model.breaks;
          model.spoken += 1;
          yield byte;
        }
      } finally {
        model.stopped += 1;
      }
    },
    spell: (tokens) => Buffer.from(tokens).toString('utf8'),
    embed: async (tokens) => [tokens.length, 0.5],
    close: async () => undefined,
  };
  return model;
}
