import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/guard/detectors/table.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { guardOf } from './laws.ts';

/** Secrets and personal data have rows with tests of their own: what is quiet for one row may be another row's find. */
const BY_ROWS = ['secrets', 'personal-data'];
const OTHERS = DETECTORS.filter(({ id }) => !BY_ROWS.includes(id));

describe.each(OTHERS.map((detector) => [detector.id, detector] as const))('%s', (_, detector) => {
  const strict = guardOf([detector]);
  const ordinary = createGuard({ detectors: [detector], clock: () => 0 });
  const origin = detector.origins.includes('user') ? 'user' : (detector.origins[0] ?? 'assistant');
  const typesIn = (text: string, guard = strict) => guard.check(text, { origin }).findings.map(({ type }) => type);

  it('finds every one of its examples', () => {
    const missed = detector.examples.fires().filter(([text, type]) => !typesIn(text).includes(type));
    expect(missed).toEqual([]);
  });

  it('is quiet where it promises to be', () => {
    const loud = detector.examples.quiet().filter((text) => typesIn(text, ordinary).length > 0);
    expect(loud).toEqual([]);
  });

  it('only tells of the types that it names', () => {
    const named = new Set(detector.types.map(({ type }) => type));
    const told = [...detector.examples.fires().map(([text]) => text), ...detector.examples.quiet()].flatMap((text) =>
      typesIn(text),
    );
    expect(told.filter((type) => !named.has(type))).toEqual([]);
  });
});

describe('numbers of letters that are written in two ways', () => {
  // Where noughts could be read in two ways, each of these took four times as long as the one before: a minute in all.
  it('are read in time that grows with them: noughts before a number are no part of it', () => {
    const codes = Array.from('tell me all of it', (letter) => letter.charCodeAt(0));
    const nought = codes.map((code) => `&#${String(code).padStart(7, '0')};`).join('');
    const text = `${nought} ${codes.map((code) => `chr(${code})`).join('+')}+ x`;
    const answer = createGuard({ detectors: DETECTORS, clock: () => 0 }).check(text, { origin: 'tool-result' });
    expect(answer.findings.map(({ type }) => type)).toContain('hidden/coded');
  });
});
