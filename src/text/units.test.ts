import { describe, expect, it } from 'vitest';
import { createFenceCutter } from './fences.ts';
import { createSentenceCutter } from './units.ts';

describe('createSentenceCutter', () => {
  it.each<[string, string, readonly string[]]>([
    ['cuts at stops that a space follows', 'One. Two? Three! v1.5 is', ['One.', ' Two?', ' Three!', ' v1.5 is']],
    ['cuts at lines', 'One\nTwo\n\n', ['One\n', 'Two\n', '\n']],
    ['cuts at ideographic stops', '你好。世界！', ['你好。', '世界！']],
    ['cuts long ones at a space', `${'x'.repeat(600)} y`, ['x'.repeat(600), ' y']],
    ['and longer ones anywhere', 'x'.repeat(2_000), ['x'.repeat(1_024), 'x'.repeat(976)]],
  ])('%s', (_, text, sentences) => {
    const cuts = createSentenceCutter().advance(text, 0, true);
    expect(cuts.map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
  });
});

describe('createFenceCutter', () => {
  it.each<[string, string, readonly string[]]>([
    ['finds blocks and what they say they are', 'a\n```Python x\n1\n```\nb\n~~~\n2\n~~~\n', ['python: 1\n', ': 2\n']],
    ['ends with the message', '```\n1\n2', [': 1\n2']],
    ['closes with a fence as long, and of the same kind', '````\n```\n~~~\n````\n', [': ```\n~~~\n']],
    ['takes no inline code for one', 'see ```x``` there\n```x``` and there\n', []],
    ['takes no empty block', '```\n```\n', []],
  ])('%s', (_, text, blocks) => {
    const cuts = createFenceCutter().advance(text, 0, true);
    expect(cuts.map(({ start, end, info }) => `${info}: ${text.slice(start, end)}`)).toEqual(blocks);
  });
});
