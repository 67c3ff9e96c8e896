import { describe, expect, it } from 'vitest';
import { digestOf } from '../../kernel/digest.ts';
import type { Heard } from './heard.ts';
import { heardIn, keptText } from './kept.ts';

const heard: Heard = {
  organisation: 'main',
  channels: [{ name: 'production', state: digestOf('x'), releases: [], takenBack: ['r1'] }],
  compromised: [],
};
const text = keptText(heard);

describe('what a gateway keeps', () => {
  it('is read as it was written', () => {
    expect(heardIn(text, 'kept.json', 'main')).toEqual(heard);
  });

  it.each<[string, string, string]>([
    ['cut off', text.slice(0, 100), 'main'],
    ['changed', text.replace('r1', 'r2'), 'main'],
    ['of another kind', JSON.stringify({ kept: 'something' }), 'main'],
    ['with a member that nobody knows', text.replace('{"organisation"', '{"more":1,"organisation"'), 'main'],
    ['of another organisation', text, 'other'],
  ])('is refused when it is %s', (_, said, organisation) => {
    expect(() => heardIn(said, 'kept.json', organisation)).toThrow(/kept\.json/);
  });
});
