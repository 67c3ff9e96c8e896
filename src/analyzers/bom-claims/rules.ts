import type { Rule } from '../../domain/finding.ts';

function rule(id: string, rest: Omit<Rule, 'id' | 'references'>): Rule {
  return { references: [], ...rest, id: `bom-claims/${id}` };
}

export const WRONG_HASH = rule('wrong-hash', {
  says: 'review',
  severity: 'high',
  title: 'A bill of materials gives a file another hash than it has.',
  why: 'The bill is of other bytes, or the file was changed after it was written.',
  remedy: 'Ask the publisher which of the two is meant.',
});
export const MISSING_FILE = rule('missing-file', {
  says: 'review',
  severity: 'medium',
  title: 'A bill of materials lists a file that is not there.',
  why: 'The bill is of another release, or something was left out.',
  remedy: 'Ask the publisher for the release that the bill describes.',
});
export const UNLISTED_WEIGHTS = rule('unlisted-weights', {
  says: 'review',
  severity: 'medium',
  title: 'A bill of materials lists files with hashes, and not these weights.',
  why: 'Weights that its publisher did not list may have come in later.',
  remedy: 'Ask the publisher where they come from.',
});
export const OTHER_LICENCE = rule('other-licence', {
  says: 'review',
  severity: 'medium',
  title: 'A bill of materials names another licence than the card.',
  why: 'Only one of them can hold.',
  remedy: 'Have counsel rule on it; until then the stricter one holds.',
});
export const OTHER_BASE = rule('other-base', {
  says: 'review',
  severity: 'medium',
  title: 'A bill of materials names another base model than the card.',
  why: 'Licence, data and faults come down from the base: which one it is decides.',
  remedy: 'Ask the publisher which holds; weighbridge lineage compares the weights.',
});
export const OTHER_DATA = rule('other-data', {
  says: 'review',
  severity: 'medium',
  title: 'A bill of materials names training data that the card does not.',
  why: 'What was used and what is declared are not the same.',
  remedy: 'Ask the publisher for a complete card.',
});
export const CYCLE = rule('cycle', {
  says: 'review',
  severity: 'medium',
  title: 'A bill of materials goes round in a circle.',
  why: 'A part cannot be made of itself: the bill was not written by a tool that looked.',
  remedy: 'Rely on nothing in it.',
});
export const NONSENSE = rule('nonsense', {
  says: 'review',
  severity: 'low',
  title: 'A bill of materials contradicts itself or its format.',
  why: 'It was not written by a tool that looked, or was edited.',
  remedy: 'Rely on nothing in it, and ask the publisher for a valid one.',
});

export const BOM_RULES: readonly Rule[] = [
  WRONG_HASH,
  MISSING_FILE,
  UNLISTED_WEIGHTS,
  OTHER_LICENCE,
  OTHER_BASE,
  OTHER_DATA,
  CYCLE,
  NONSENSE,
];
