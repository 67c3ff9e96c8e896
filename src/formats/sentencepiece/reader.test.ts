import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { sentencepieceFormat } from './reader.ts';

const context = () => ({ path: 'tokenizer.model', budget: createBudget(() => 0) });

function field(number: number, type: number, ...value: number[]): number[] {
  return [number * 8 + type, ...(type === 2 ? [value.length] : []), ...value];
}

function piece(text: string, type = 1): number[] {
  const typed = field(3, 0, type);
  return field(1, 2, ...field(1, 2, ...new TextEncoder().encode(text)), ...field(2, 5, 0, 0, 0, 0), ...typed);
}

function readBytes(bytes: readonly number[]) {
  return sentencepieceFormat.read(sourceOf(Uint8Array.from(bytes)), context());
}

const MODEL = [...piece('<unk>', 2), ...piece('a'), ...field(2, 2, ...field(4, 0, 5)), ...field(3, 2)];

describe('the sentencepiece reader', () => {
  it('counts pieces', async () => {
    const { facts, coverage } = await readBytes(MODEL);
    expect(facts).toEqual({ format: 'sentencepiece', pieces: 2 });
    expect(coverage).toBe('whole');
  });

  it.each<[string, readonly number[]]>([
    ['nothing', []],
    ['no pieces', field(2, 2)],
    ['a field that the format has not', [...piece('a'), ...field(6, 2, 1)]],
    ['a piece that is a number', field(1, 0, 7)],
    ['a piece without text', field(1, 2, ...field(3, 0, 1))],
    ['a piece whose score is a text', field(1, 2, ...field(1, 2, 97), ...field(2, 2, 1))],
    ['a group', [...piece('a'), 0x13]],
    ['a length past the end', [0x0a, 0x7f, 0x0a, 0x01]],
    ['a number without an end', [0x0a, ...Array.from({ length: 11 }, () => 0xff)]],
    ['field number 0', [...piece('a'), 0x02, 0x00]],
    ['bytes after the last field', [...MODEL, 0x80]],
    ['nothing for what is unknown', [...piece('a'), ...piece('b')]],
    ['two pieces for what is unknown', [...MODEL, ...piece('<?>', 2)]],
    ['a piece twice', [...MODEL, ...piece('a')]],
    ['a piece of nothing', [...MODEL, ...piece('')]],
    ['a byte where none belongs', [...MODEL, ...piece('<0x41>', 6)]],
    ['a score that is no number', [...MODEL, ...field(1, 2, ...field(1, 2, 98), ...field(2, 5, 0, 0, 0xc0, 0x7f))]],
    ['bytes that are missing', [...MODEL, ...field(2, 2, 0x98, 0x02, 1)]],
    ['rules for normal forms that are cut', [...MODEL, ...field(3, 2, ...field(2, 2, 200, 0, 0, 0, 1))]],
    ['settings cut short', [...piece('a'), ...field(2, 2, 0x0a, 0x05)]],
  ])('refuses %s', async (_, bytes) => {
    await expect(readBytes(bytes)).rejects.toThrow(MalformedError);
  });

  it('refuses a model past the limit before reading it', async () => {
    const source = { size: LIMITS.document + 1, read: () => Promise.reject(new Error('read')) };
    await expect(sentencepieceFormat.read(source, context())).rejects.toThrow(OverBudgetError);
  });

  it.each([
    ['tokenizer.model', MODEL, true],
    ['spiece.MODEL', MODEL, true],
    ['source.spm', MODEL, true],
    ['tokenizer.bin', MODEL, false],
    ['tokenizer.model', [...new TextEncoder().encode('IQ== 0\nIg== 1\n')], false],
    ['tokenizer.model', [], false],
  ])('claims %s by its bytes', (path, bytes, expected) => {
    expect(sentencepieceFormat.claims(path, Uint8Array.from(bytes), bytes.length)).toBe(expected);
  });

  it('answers any bytes with facts or with MalformedError', async () => {
    const arbitrary = fc.oneof(
      fc.array(fc.nat(255), { maxLength: 60 }),
      fc
        .array(fc.tuple(fc.nat(MODEL.length - 1), fc.nat(255)), { maxLength: 4 })
        .map((changes) => MODEL.map((byte, index) => changes.find(([at]) => at === index)?.[1] ?? byte)),
    );
    await fc.assert(
      fc.asyncProperty(arbitrary, async (bytes) => {
        const answer = await readBytes(bytes).catch((error: unknown) => error);
        expect(answer instanceof MalformedError || (answer as { facts: { pieces: number } }).facts.pieces > 0).toBe(
          true,
        );
      }),
    );
  });
});
