import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEX, LETTERS_AND_DIGITS, textFrom } from './examples.ts';
import { candidatesOf, findSecrets } from './find.ts';
import { SECRET_ROWS } from './rows.ts';

const firing = SECRET_ROWS.flatMap(({ id, fires }) => fires().map((text, at) => [id, at, text] as const));
const quiet = SECRET_ROWS.flatMap((row) => row.quiet.map((text) => [row.id, text] as const));

describe('findSecrets', () => {
  it('has a name of its own, a firing and a quiet example for every row', () => {
    expect(new Set(SECRET_ROWS.map(({ id }) => id)).size).toBe(SECRET_ROWS.length);
    expect(SECRET_ROWS.filter(({ fires, quiet }) => fires().length === 0 || quiet.length === 0)).toEqual([]);
  });

  it.each(firing)('finds %s, example %i', (id, _, text) => {
    expect(findSecrets(text).map(({ rule }) => rule)).toContain(id);
    expect(findSecrets(`{"a": "b", "c": "${text}"}`).map(({ rule }) => rule)).toContain(id);
  });

  it.each(quiet)('%s stays quiet on %s', (id, text) => {
    expect(findSecrets(text).map(({ rule }) => rule)).not.toContain(id);
  });

  it.each([
    ['a commit', `revision: ${textFrom(HEX, 40)}`],
    ['an environment variable', 'api_key = os.environ["OPENAI_API_KEY"]'],
    ['a picture', `data:image/png;base64,${textFrom(`${LETTERS_AND_DIGITS}+/`, 4000)}`],
    ['a vocabulary', '{"model": {"vocab": {"secret": 1, "password": 2, "hf_": 3, "sk-": 4, "://": 5}}}'],
    ['a special token', '"pad_token": "<|reserved_special_token_12|>", "token": "<|im_end|>"'],
    ['a digest', `"api_key_sha256": "sha256:${textFrom(HEX, 64)}"`],
  ])('%s is no secret', (_, text) => {
    expect(findSecrets(text)).toEqual([]);
  });

  it.each(firing)('never shows more of %s, example %i, than a beginning', (_, __, text) => {
    for (const { start, end, redacted } of findSecrets(text)) {
      const secret = text.slice(start, end);
      const shown = redacted.slice(0, redacted.indexOf('…'));
      expect(secret.startsWith(shown)).toBe(true);
      expect(secret.length - shown.length).toBeGreaterThanOrEqual(secret.length / 2);
    }
  });

  it('is certain when a checksum holds and only wonders when it does not', () => {
    const [token = ''] = SECRET_ROWS.find(({ id }) => id === 'github')?.fires() ?? [];
    const broken = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    expect(findSecrets(token).map(({ confidence }) => confidence)).toEqual(['certain']);
    expect(findSecrets(broken).map(({ confidence }) => confidence)).toEqual(['possible']);
  });

  it('names a token by its issuer, and says where it stands', () => {
    const [token = ''] = SECRET_ROWS.find(({ id }) => id === 'hugging-face')?.fires() ?? [];
    const text = `api_key = "${token}"`;
    expect(findSecrets(text)).toMatchObject([{ rule: 'hugging-face', start: 11, end: 11 + token.length }]);
  });

  it('has no pattern with a repetition that could go on for ever', () => {
    const unbounded = SECRET_ROWS.filter(({ pattern }) => {
      const bare = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
      return /[*+]|\{\d+,\}/.test(bare) || !pattern.sticky;
    });
    expect(unbounded.map(({ id }) => id)).toEqual([]);
  });

  it.each(['eyJ', 'sk-', '://', 'secret', '-----BEGIN ', ':AA', 'a'])(
    'looks at most a few times at each %s',
    (piece) => {
      const counted = (times: number) => [...candidatesOf(piece.repeat(times))].length;
      expect(counted(2000)).toBeLessThanOrEqual(2 * counted(1000) + SECRET_ROWS.length);
      expect(counted(1000)).toBeLessThanOrEqual(1000 * 6);
    },
  );

  it('answers any text without throwing, its matches in order and apart', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom(...firing.map(([, , text]) => text))), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        let last = 0;
        for (const { start, end } of findSecrets(parts.join(' '))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});
