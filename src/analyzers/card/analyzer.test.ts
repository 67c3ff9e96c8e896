import { describe, expect, it } from 'vitest';
import { UNSTATED_USE } from '../../domain/use.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import { digestOf } from '../../kernel/digest.ts';
import { card, headingsOf } from './analyzer.ts';
import { CARD_ROWS } from './rows.ts';

function rules(text: string | null): readonly string[] {
  const file = { path: 'README.md', size: 1, kind: 'text', role: 'card', loadable: false, coverage: 'whole' } as const;
  const reading = { kind: 'read', format: 'text', member: [], facts: { format: 'text', text }, defects: [] };
  const item: Item = {
    file: { ...file, digest: { kind: 'unknown', reason: 'test' } },
    readings: [reading as unknown as Reading],
    unreadable: [],
  };
  const origin = { source: 'directory', name: 'm', revision: null, requested: null };
  const artifact = { digest: digestOf(''), manifest: null, origin, files: [] };
  const inventory = { artifact, items: text === null ? [] : [item], mismatches: [] };
  return [...card.analyze({ inventory, evidence: [], use: UNSTATED_USE })].map(({ rule }) => rule.replace('card/', ''));
}

describe('card', () => {
  it.each(
    CARD_ROWS.flatMap(({ rule, heading, fires, quiet }) => [
      ...fires.map((line) => [rule.id, line, heading, false] as const),
      ...quiet.map((line) => [rule.id, line, heading, true] as const),
    ]),
  )('%s by the heading "%s"', (_, line, heading, said) => {
    expect(headingsOf(line).some((one) => heading.test(one))).toBe(said);
  });

  it('asks for a card', () => {
    expect(rules(null)).toEqual(['none']);
  });

  it('says what an empty card lacks, and nothing of a full one', () => {
    expect(rules('# A model')).toHaveLength(CARD_ROWS.length + 2);
    const results = 'model-index:\n- name: m\n  results:\n  - source:\n      url: https://example.com\n';
    const full = `---\ndatasets: [a/b]\n${results}---\n## Uses\n## Limitations\n## Training\n## Contact\nRed-teamed by us.`;
    expect(rules(full)).toEqual([]);
    expect(rules(full.replace(/ {2}- source:\n {6}url: \S+\n/, '  - task: x\n'))).toEqual(['results-without-source']);
  });

  it('takes no sentence for a heading', () => {
    expect(rules('For its limitations and evaluation see the paper.')).toHaveLength(CARD_ROWS.length + 2);
  });
});
