import type { Dialect } from '../../src/wire/surface.ts';
import { chunk, chunks, completion } from '../../test/gateway/scripted-upstream.ts';
import { message, messageEvents } from '../../test/gateway/words-anthropic.ts';
import { part, partEvents } from '../../test/gateway/words-gemini.ts';

/** What a model server of a vendor's words says. All count 3 tokens in and 5 out. */
export interface ServerWords {
  whole(text: string): object;
  events(pieces: readonly string[]): readonly string[];
  /** The model calls `weigh` with these arguments. */
  toolCall(input: object): object;
}

export const TOOL = 'weigh';

export const SERVERS: Readonly<Record<Dialect, ServerWords>> = {
  openai: {
    whole: completion,
    events: (pieces) => {
      const all = chunks(pieces);
      const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };
      const counted = chunk({}).replace(/"choices":\[.*?\]\}/, `"choices":[],"usage":${JSON.stringify(usage)}}`);
      return [...all.slice(0, -1), counted, ...all.slice(-1)];
    },
    toolCall: (input) => {
      const call = { id: 'c1', type: 'function', function: { name: TOOL, arguments: JSON.stringify(input) } };
      const said = { role: 'assistant', content: null, tool_calls: [call] };
      return { ...completion(''), choices: [{ index: 0, message: said, finish_reason: 'tool_calls', logprobs: null }] };
    },
  },
  anthropic: {
    whole: (text) => message([{ type: 'text', text }]),
    events: messageEvents,
    toolCall: (input) => ({ ...message([{ type: 'tool_use', id: 't1', name: TOOL, input }]), stop_reason: 'tool_use' }),
  },
  gemini: {
    whole: (text) => part([{ text }], 'STOP'),
    events: partEvents,
    toolCall: (args) => part([{ functionCall: { name: TOOL, args } }], 'STOP'),
  },
};
