import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item, Reading } from '../../intake/inventory.ts';
import { textFrom } from '../../text/secrets/examples.ts';
import { SPOT_ROWS, TOKEN_ROWS } from '../../text/secrets/rows.ts';
import { secrets } from './analyzer.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const token = `hf_${textFrom(LETTERS, 34)}`;

function reading(format: 'text' | 'json' | 'python', facts: object): Reading {
  return { kind: 'read', format, member: [], facts: { format, ...facts }, defects: [] } as unknown as Reading;
}

function itemOf(path: string, ...readings: readonly Reading[]): Item {
  const digest = { kind: 'unknown', reason: 'test' } as const;
  const file = { path, size: 1, kind: 'text', role: 'other', digest, loadable: true, coverage: 'whole' } as const;
  return { file, readings, unreadable: [] };
}

const textItem = (path: string, text: string) => itemOf(path, reading('text', { text }));
const found = (item: Item) => [...secrets.inspect(item)];

describe('the analyzer of secrets', () => {
  it('says where a token stands, and never the token', () => {
    const findings = found(textItem('train.sh', `set -e\n\nexport HF_TOKEN=${token}\n`));
    expect(findings).toMatchObject([
      { rule: 'secrets/credential', says: 'review', location: { path: 'train.sh', line: 3 } },
    ]);
    expect(JSON.stringify(findings)).not.toContain(token.slice(0, 12));
  });

  it.each([
    ['private-key', 'secrets/private-key'],
    ['hugging-face', 'secrets/credential'],
    ['password', 'secrets/possible'],
  ])('says of a %s: %s', (row, rule) => {
    const [text = ''] = [...TOKEN_ROWS, ...SPOT_ROWS].find(({ id }) => id === row)?.fires() ?? [];
    expect(found(textItem('a.txt', text)).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('tells the secret of two readings once', () => {
    const both = itemOf(
      'x',
      reading('json', { text: `"${token}"`, value: token }),
      reading('text', { text: `"${token}"` }),
    );
    expect(found(both)).toHaveLength(1);
  });

  it('does not take the signatures of an envelope for secrets', () => {
    const sig = `MEUCIQDx${textFrom(`${LETTERS}0123456789+/`, 88)}`;
    const envelope = (extra: object) => ({
      dsseEnvelope: { payloadType: 'a/b', payload: 'x', signatures: [{ sig }], ...extra },
    });
    const json = (value: object) => reading('json', { value, text: JSON.stringify(value) });
    expect(found(itemOf('model.sig', json(envelope({}))))).toEqual([]);
    expect(found(itemOf('a.json', json({ sig })))).toHaveLength(1);
    expect(found(itemOf('model.sig', json(envelope({ auth: token }))))).toHaveLength(1);
  });

  it('does not search vocabularies, and does search small settings of tokenizers', () => {
    const vocabulary = { model: { vocab: { [token]: 1 } } };
    const settings = { auth: token };
    const json = (value: object) => reading('json', { value, text: JSON.stringify(value) });
    expect(found(itemOf('tokenizer.json', json(vocabulary)))).toEqual([]);
    expect(found(textItem('merges.txt', token))).toEqual([]);
    expect(found(itemOf('tokenizer_config.json', json(settings)))).toHaveLength(1);
  });

  it('gives the same secret the same identity wherever it stands in the file', () => {
    const operation = (text: string) => found(textItem('a', text))[0]?.operation;
    expect(operation(token)).toBe(operation(`\n\n  ${token}`));
  });

  it('answers any text with findings', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(found(textItem('a', text)).every(({ rule }) => secrets.rules.some(({ id }) => id === rule))).toBe(true);
      }),
    );
  });
});
