import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermsDetector } from '../../src/guard/detectors/terms/detector.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { createRestorer, restored } from '../../src/guard/pseudonyms.ts';
import { createVault } from '../../src/guard/vault.ts';
import { cases } from '../support/deep.ts';
import { cutAt, doing, expectEveryCutAlike, textsOf } from './laws.ts';

const TERMS = createTermsDetector([
  { id: 'who', title: 'A person', words: ['Ann', 'Bob', 'ann@x.org'], patterns: [] },
  { id: 'where', title: 'A place', words: ['Rome'], patterns: [] },
]);
// Halves of characters pass, so that they are led back to, too.
const policy = { ...doing('pseudonymise'), broken: 'flag' as const };
const guard = createGuard({ policy, detectors: [TERMS], clock: () => 0 });
const PIECES = [
  'Ann',
  'Bob',
  'ann@x.org',
  'Rome',
  '<TERM_WHO_1>',
  'TERM_WHO_1',
  '[term who 2]',
  '<GUARD_TOKEN_1>',
  '&lt;',
  '<',
  '>',
  '\\',
  '[',
  ']',
  '_1',
  'A_',
];

function pseudonymised(text: string, vault = createVault(randomBytes(32))) {
  return { text: guard.check(text, { origin: 'user' }, { vault }).text, vault };
}

describe('pseudonyms', () => {
  it('stand for the same text by the same token', () => {
    const { text, vault } = pseudonymised('Ann met Bob in Rome. Ann left.');
    expect(text).toBe('<TERM_WHO_1> met <TERM_WHO_2> in <TERM_WHERE_1>. <TERM_WHO_1> left.');
    expect(restored(text, vault)).toBe('Ann met Bob in Rome. Ann left.');
  });

  it.each([
    ['in another case', 'hello <term_who_1>'],
    ['as markdown has it', 'hello \\<TERM\\_WHO\\_1\\>'],
    ['as an entity', 'hello &lt;TERM_WHO_1&gt;'],
    ['in brackets', 'hello [TERM_WHO_1]'],
    ['without brackets', 'hello TERM_WHO_1'],
    ['with spaces', 'hello < TERM WHO 1 >'],
  ])('come back %s', (_, answer) => {
    const { vault } = pseudonymised('Ann');
    expect(restored(answer, vault)).toBe('hello Ann');
  });

  it.each(['<TERM_WHO_2>', '<TERM_WHERE_1>', 'TERM_WHO_12', '<b>', 'UTF_8', 'a < b'])('leave %s', (answer) => {
    const { vault } = pseudonymised('Ann');
    expect(restored(answer, vault)).toBe(answer);
  });

  it('lead back to the text, whatever it holds', () => {
    fc.assert(
      fc.property(textsOf(PIECES), (given) => {
        const { text, vault } = pseudonymised(given);
        expect(restored(text, vault)).toBe(given);
      }),
      { numRuns: cases(300) },
    );
  });

  it('do not depend on how the text came', () => {
    expectEveryCutAlike(guard, textsOf(PIECES));
  });

  it('come back alike, however the answer is cut', () => {
    fc.assert(
      fc.property(
        textsOf([...PIECES, '\\<TERM\\_WHO\\_1\\>', '&lt;TERM_WHO_2&gt;']),
        fc.array(fc.nat(400)),
        (answer, cuts) => {
          const { vault } = pseudonymised('Ann Bob');
          const restorer = createRestorer(vault);
          const out = cutAt(answer, cuts).map((piece) => restorer.push(piece));
          expect(out.join('') + restorer.end()).toBe(restored(answer, vault));
        },
      ),
    );
  });
});

describe('a vault', () => {
  it('opens with its tenant’s key, and with no other', () => {
    const key = randomBytes(32);
    const { text, vault } = pseudonymised('Ann', createVault(key));
    const sealed = vault.seal();
    expect(Buffer.from(sealed).includes('Ann')).toBe(false);
    const again = createVault(key, sealed);
    expect(restored(text, again)).toBe('Ann');
    expect(again.tokenFor('term/who', 'Ann')).toBe('<TERM_WHO_1>');
    expect(again.tokenFor('term/who', 'Bob')).toBe('<TERM_WHO_2>');
    expect(() => createVault(randomBytes(32), sealed)).toThrow('sealed with another key');
    const flipped = Buffer.from(sealed);
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
    expect(() => createVault(key, flipped)).toThrow('or was changed');
  });

  it('takes no short key', () => {
    expect(() => createVault(randomBytes(16))).toThrow('32 bytes or more');
  });
});
