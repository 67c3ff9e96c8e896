import { createHash } from 'node:crypto';

/** What the model server of this name answers to question `n`: so that whoever asked can tell each byte. */
export function answerTo(model: string, n: number): string {
  const words: string[] = [];
  const seed = createHash('sha256').update(`${model} ${n}`).digest();
  for (let at = 0; at < 8 + (seed[0] ?? 0) / 8; at++) words.push(WORDS[(seed[at % 32] ?? 0) % WORDS.length] ?? '');
  return words.join(' ');
}

/** Words of several widths in UTF-8. */
const WORDS = [
  'harbour',
  'plover',
  'Wiese',
  'nähe',
  'мост',
  'ship',
  '橋',
  'quay',
  'wren',
  'été',
  '🙂',
  'tide',
  'rope',
  'lamp',
];

export function wholeAnswer(model: string, n: number): string {
  const choices = [{ index: 0, message: { role: 'assistant', content: answerTo(model, n) }, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 };
  return JSON.stringify({ id: `c${n}`, object: 'chat.completion', created: 1, model, choices, usage });
}

/** The same as events, a word in each. */
export function* streamedAnswer(model: string, n: number): Iterable<string> {
  const event = (delta: object, finish: string | null) =>
    `data: ${JSON.stringify({ id: `c${n}`, object: 'chat.completion.chunk', created: 1, model, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  for (const word of answerTo(model, n).split(/(?<= )/)) yield event({ content: word }, null);
  yield event({}, 'stop');
  yield 'data: [DONE]\n\n';
}

/** What an answer as a whole, or its events, say. */
export function textOf(body: string, streamed: boolean): string {
  if (!streamed)
    return (JSON.parse(body) as { choices: { message: { content: string } }[] }).choices[0]?.message.content ?? '';
  return body
    .split('\n\n')
    .filter((event) => event.startsWith('data: {'))
    .map(
      (event) =>
        (JSON.parse(event.slice(6)) as { choices: { delta: { content?: string } }[] }).choices[0]?.delta.content ?? '',
    )
    .join('');
}
