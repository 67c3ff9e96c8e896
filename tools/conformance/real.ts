import { equal, notEqual } from 'node:assert/strict';
import { type Check, failureOf, until } from './check.ts';
import { openAiClient } from './clients.ts';

const STORY = 'Once upon a time a plover';

/** What every SDK is told by a real model, on this channel. What it says is not judged. */
export const realOn = (channel: string): readonly Check[] => [
  {
    what: 'an answer, with its usage',
    run: async (client) => {
      const { text, input = 0, output = 0 } = await client.ask(STORY, { channel });
      notEqual(text, '');
      equal(input > 0 && output > 0, true);
    },
  },
  {
    what: 'a stream, in pieces',
    run: async (client) => {
      let pieces = 0;
      const { text } = await client.stream(STORY, { channel, onPiece: () => void pieces++ });
      notEqual(text, '');
      equal(pieces > 1, true);
    },
  },
  {
    what: 'abort: the model is free again',
    run: async (client) => {
      const given = new AbortController();
      const call = client.stream(STORY, { channel, signal: given.signal, onPiece: () => given.abort() });
      // Not waited for: where the whole answer has come already, Node's fetch may never settle once it is aborted.
      call.catch(() => {});
      await until(() => given.signal.aborted, 'the model says something');
      notEqual((await client.ask(STORY, { channel })).text, '');
    },
  },
];

/** What only OpenAI's SDK has words for. */
export const realOwnOn = (channel: string): readonly Check[] => [
  {
    what: 'a completion',
    run: async (_, { gateway }) => {
      const { choices } = await openAiClient(gateway).completions.create({
        model: channel,
        prompt: STORY,
        max_tokens: 8,
      });
      notEqual(choices[0]?.text ?? '', '');
    },
  },
  {
    what: 'embeddings',
    run: async (_, { gateway }) => {
      const asked = { model: channel, input: [STORY, 'weights'], encoding_format: 'float' as const };
      const { data } = await openAiClient(gateway).embeddings.create(asked);
      equal(data.length, 2);
      equal((data[0]?.embedding.length ?? 0) > 8, true);
    },
  },
];

/** What our own runner says that it cannot do. */
export const REFUSAL: Check = {
  what: 'a refusal of what it cannot do',
  run: async (_, { gateway }) => {
    const asked = { model: 'runner', messages: [{ role: 'user' as const, content: STORY }], n: 2 };
    equal((await failureOf(openAiClient(gateway).chat.completions.create(asked))).status, 400);
  },
};
