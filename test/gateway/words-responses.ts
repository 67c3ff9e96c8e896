import { raw } from './scripted-upstream.ts';

export const outputMessage = (text: string) => ({
  type: 'message',
  id: 'msg_1',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations: [] }],
});
export const response = (output: readonly object[], status = 'completed') => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  status,
  model: 'tiny',
  output,
  error: null,
  incomplete_details: null,
  instructions: null,
  tools: [],
  usage: { input_tokens: 3, output_tokens: 5, total_tokens: 8 },
});

/** A stream as the API has it: every text in pieces, then whole, then in its part, its item and the answer. */
export function responseStream(pieces: readonly string[]) {
  const text = pieces.join('');
  const where = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const events: readonly ({ readonly type: string } & Record<string, unknown>)[] = [
    { type: 'response.created', response: response([], 'in_progress') },
    {
      type: 'response.output_item.added',
      output_index: 0,
      item: { ...outputMessage(''), status: 'in_progress', content: [] },
    },
    { type: 'response.content_part.added', ...where, part: { type: 'output_text', text: '', annotations: [] } },
    ...pieces.map((delta) => ({ type: 'response.output_text.delta', ...where, delta, logprobs: [] })),
    { type: 'response.output_text.done', ...where, text, logprobs: [] },
    { type: 'response.content_part.done', ...where, part: { type: 'output_text', text, annotations: [] } },
    { type: 'response.output_item.done', output_index: 0, item: outputMessage(text) },
    { type: 'response.completed', response: response([outputMessage(text)]) },
  ];
  return raw(
    events.map((event, at) => {
      const said = { ...event, sequence_number: at };
      return `event: ${said.type}\ndata: ${JSON.stringify(said)}\n\n`;
    }),
  );
}
