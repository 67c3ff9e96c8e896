import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { actionsOf } from './pdf.ts';

const found = (text: string): Promise<readonly string[]> =>
  actionsOf(
    sourceOf(Buffer.from(text, 'latin1')),
    createBudget(() => 0),
  );

describe('actions of a PDF', () => {
  it.each([
    ['<</S/JavaScript/JS(app.alert(1))>>', ['JavaScript']],
    ['<</S /Launch /F(cmd.exe)>>', ['Launch']],
    ['<</Names<</Java#53cript 2 0 R/EmbeddedFiles 3 0 R>>>>', ['EmbeddedFiles', 'JavaScript']],
    [`${' '.repeat(1024 * 1024 - 4)}/JavaScript `, ['JavaScript']],
  ])('are found: %#', async (text, names) => {
    expect(await found(text)).toEqual(names);
  });

  it.each([
    '<</OpenAction[3 0 R/FitH 842]>>',
    '<</S/URI/URI(https://example.org)>>',
    '<</Launches 1/JavaScripts 2>>',
    '<</F#6fnt 1>>',
    '/#',
  ])('are none in %s', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});
