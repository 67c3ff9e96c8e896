import { raw, type Script } from './scripted-upstream.ts';

export const event = (value: { readonly type: string }) => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;
export const message = (content: readonly object[]) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'tiny',
  content,
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 3, output_tokens: 5 },
});

/** A stream of one text block that says these pieces. */
export const messageStream = (pieces: readonly string[]): Script => raw(messageEvents(pieces));

export function messageEvents(pieces: readonly string[]): readonly string[] {
  const start = { ...message([]), stop_reason: null, usage: { input_tokens: 3, output_tokens: 1 } };
  return [
    event({ type: 'message_start', message: start } as never),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as never),
    event({ type: 'ping' }),
    ...pieces.map((text) =>
      event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } } as never),
    ),
    event({ type: 'content_block_stop', index: 0 } as never),
    event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 5 } } as never),
    event({ type: 'message_stop' }),
  ];
}
