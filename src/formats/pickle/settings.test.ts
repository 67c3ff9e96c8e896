import { describe, expect, it } from 'vitest';
import { type Piece, readPickle, STOP } from './assemble.fixture.ts';

const text = (value: string): Piece => ['BINUNICODE', value];
const settings = async (...pieces: readonly Piece[]): Promise<unknown> =>
  (await readPickle(['PROTO', 2], ...pieces, STOP)).facts.programs.flatMap((program) =>
    program.settings.map(({ key, value }) => [key, value]),
  );

describe('settings in plain data', () => {
  it('are noted where a loader acts on them, nested ones with what they hold', async () => {
    expect(
      await settings(
        ['EMPTY_DICT'],
        text('auto_map'),
        ['EMPTY_DICT'],
        text('AutoModel'),
        text('x.X'),
        ['SETITEM'],
        ['SETITEM'],
        text('_target_'),
        text('os.system'),
        ['SETITEM'],
      ),
    ).toEqual([
      ['auto_map', { AutoModel: 'x.X' }],
      ['_target_', 'os.system'],
    ]);
  });

  it('are none where the key is another, or the value no text', async () => {
    const pairs: Piece[] = [text('weight'), text('x'), text('config'), ['NONE']];
    expect(await settings(['EMPTY_DICT'], ['MARK'], ...pairs, ['SETITEMS'])).toEqual([]);
  });
});

describe('texts of a pickle', () => {
  it.each([
    ['halves of surrogates', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['a replacement character', Uint8Array.of(0xef, 0xbf, 0xbd)],
  ])('may hold %s', async (_, bytes) => {
    await expect(readPickle(['PROTO', 4], ['SHORT_BINUNICODE', bytes], STOP)).resolves.toMatchObject({ defects: [] });
  });

  it('are UTF-8, as Python demands', async () => {
    const { defects } = await readPickle(['PROTO', 4], ['SHORT_BINUNICODE', Uint8Array.of(0xff, 0xfe)], STOP);
    expect(defects.map(({ code }) => code)).toContain('broken-program');
  });
});
