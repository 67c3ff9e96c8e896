import { describe, expect, it } from 'vitest';
import type { FileRecord, FileRole } from '../../domain/artifact.ts';
import { evidenceOf } from '../../domain/evidence.ts';
import { UNSTATED_USE } from '../../domain/use.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { digestOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { licenceClaim } from './analyzer.ts';

function item(
  path: string,
  role: FileRole,
  format: string | null,
  facts: object = {},
  kind: FileRecord['kind'] = 'text',
): Item {
  const reading = { kind: 'read', format, member: [], facts: { format, ...facts }, defects: [] };
  const digest = { kind: 'unknown', reason: 'test' } as const;
  return {
    file: { path, size: 1, kind, role, digest, loadable: true, coverage: 'whole' },
    readings: format === null ? [] : [reading as unknown as Reading],
    unreadable: [],
  };
}

const card = (matter: string) => item('README.md', 'card', 'text', { text: `---\n${matter}\n---\n# Card\n` });
const file = (text: string, path = 'LICENSE') => item(path, 'licence', 'text', { text });
const gguf = (metadata: Record<string, Json>) => item('m.gguf', 'weights', 'gguf', { metadata });
const config = (value: Json) => item('config.json', 'config', 'json', { value });

const APACHE = `Apache License\nVersion 2.0, January 2004\n${'the work and its terms '.repeat(450)}`;
const LLAMA = `LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n${'the work and its terms '.repeat(300)}`;

function analyze(items: readonly Item[], hub: Json | null = null, commercial = true) {
  const files = items.map((one) => one.file);
  const digest = digestOf(new Uint8Array());
  const origin = { source: 'hf', name: 'a/b', revision: null, requested: null };
  const evidence = hub === null ? [] : [evidenceOf('hub-model', 'hub', '2026-01-01T00:00:00Z', hub)];
  const use = { ...UNSTATED_USE, commercial };
  const inventory = { artifact: { digest, manifest: null, origin, files }, items, mismatches: [] };
  return [...licenceClaim.analyze({ inventory, evidence, use })];
}

const rules = (...given: Parameters<typeof analyze>) =>
  analyze(...given).map(({ rule }) => rule.replace('licence-claim/', ''));

describe('licence-claim', () => {
  it.each<[string, readonly Item[], Json | null, readonly string[]]>([
    ['nothing at all', [], null, ['none']],
    ['a card without a licence', [card('tags: []')], null, ['none']],
    ['a card alone', [card('license: apache-2.0')], null, []],
    ['a card in SPDX’s words', [card('license: Apache-2.0')], null, []],
    ['a card and its text', [card('license: apache-2.0'), file(APACHE)], null, []],
    ['a text alone', [file(APACHE)], null, []],
    ['the hub alone', [], { tags: ['license:mit'] }, []],
    ['the hub’s copy of the card', [], { cardData: { license: 'mit' } }, []],
    ['the weights alone', [gguf({ 'general.license': 'mit' })], null, []],
    ['a card against its text', [card('license: mit'), file(APACHE)], null, ['card-against-file']],
    ['the hub against the text', [file(APACHE)], { tags: ['license:mit'] }, ['card-against-file']],
    ['a card against the hub', [card('license: mit')], { tags: ['x', 'license:gpl-3.0'] }, ['card-against-hub']],
    ['a card that the hub repeats', [card('license: mit')], { tags: ['license:mit'] }, []],
    [
      'a card against the weights',
      [card('license: mit'), gguf({ 'general.license': 'apache-2.0' })],
      null,
      ['inner-against-card'],
    ],
    [
      'a card against config.json',
      [card('license: mit'), config({ license: 'gpl-3.0' })],
      null,
      ['inner-against-card'],
    ],
    ['a dual licence with one of its texts', [card('license:\n- mit\n- apache-2.0'), file(APACHE)], null, []],
    [
      'a dual licence with a third text',
      [card('license:\n- mit\n- gpl-3.0'), file(APACHE)],
      null,
      ['card-against-file'],
    ],
    ['a text that nobody knows', [card('license: mit'), file('Ours.')], null, []],
    ['an own licence with its text', [card('license: llama3.1'), file(LLAMA)], null, []],
    ['other, with a name', [card('license: other\nlicense_name: ours')], null, []],
    ['other, where the hub names it', [card('license: other\nlicense_name: mit')], { tags: ['license:mit'] }, []],
    ['a licence nobody has heard of', [card('license: best-1.0')], null, []],
    ['a family of licences', [card('license: cc')], null, []],
    ['no licence by its own word', [card('license: unknown')], null, []],
    ['a non-commercial id', [card('license: cc-by-nc-4.0')], null, []],
    ['a non-commercial name', [card('license: other\nlicense_name: flux-1-dev-non-commercial-license')], null, []],
    ['a text for research only', [card('license: mit'), file('For research purposes only.')], null, []],
    ['broken front matter', [card('license: [mit')], null, ['front-matter', 'none']],
    ['a card that was let go', [item('README.md', 'card', null)], null, ['not-read', 'none']],
    ['a licence file that was let go', [item('LICENSE', 'licence', null)], null, ['not-read']],
    ['an empty card', [item('README.md', 'card', null, {}, 'empty')], null, ['none']],
    [
      'the card of a part',
      [item('vae/README.md', 'card', 'text', { text: '---\nlicense: mit\n---\n' })],
      null,
      ['none'],
    ],
    ['a notice beside the licence', [card('license: apache-2.0'), file(APACHE), file('Notes', 'NOTICE')], null, []],
    [
      'odd types',
      [card('license: 1'), gguf({ 'general.license': 7 }), config([])],
      { tags: 5, cardData: [] },
      ['none'],
    ],
  ])('says of %s', (_, items, hub, expected) => {
    expect(rules(items, hub)).toEqual(expected);
  });

  it('quotes both sides with their lines', () => {
    const [finding] = analyze([card('tags: []\nlicense: mit'), file(`\n\n${APACHE}`)]);
    expect(finding?.message).toBe(
      'README.md line 3 says license: mit; LICENSE is the text of apache-2.0 (“Apache License”).',
    );
    expect(finding?.location).toEqual({ path: 'README.md', line: 3 });
  });

  it('points at the evidence that it rests on', () => {
    const [finding] = analyze([card('license: mit')], { tags: ['license:gpl-3.0'] });
    expect(finding?.message).toBe('README.md line 2 says license: mit; the hub says license:gpl-3.0.');
    expect(finding?.evidence).toHaveLength(1);
  });

  it('cuts what it quotes', () => {
    const [finding] = analyze([card('license: mit')], { tags: [`license:${'x'.repeat(5000)}`] });
    expect(finding?.message.length).toBeLessThan(400);
  });
});
