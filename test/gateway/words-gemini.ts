import { raw } from './scripted-upstream.ts';

export const part = (parts: readonly object[], finishReason?: string) => ({
  candidates: [
    { index: 0, content: { role: 'model', parts }, ...(finishReason === undefined ? {} : { finishReason }) },
  ],
  usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 5, totalTokenCount: 8 },
  modelVersion: 'tiny',
  responseId: 'r1',
});
export const partStream = (pieces: readonly string[]) => raw(partEvents(pieces));

export function partEvents(pieces: readonly string[]): readonly string[] {
  return [...pieces.map((text) => part([{ text }])), part([{ text: '' }], 'STOP')].map(
    (one) => `data: ${JSON.stringify(one)}\r\n\r\n`,
  );
}
