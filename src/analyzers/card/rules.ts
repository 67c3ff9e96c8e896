import type { Rule } from '../../domain/finding.ts';
import { CARD_ROWS } from './rows.ts';

export const NO_CARD: Rule = {
  id: 'card/none',
  says: 'note',
  severity: 'low',
  title: 'There is no model card.',
  why: 'What the model is for, what it was made of and what it does badly is told nowhere.',
  remedy: 'Ask the publisher for a card.',
  references: [],
};

export const NO_RESULTS: Rule = {
  id: 'card/no-reported-results',
  says: 'note',
  severity: 'low',
  title: 'The card reports no results that a program could read.',
  why: 'Results in `model-index` name the task, the data and the measure, so that they can be repeated and compared.',
  remedy: 'Ask the publisher for a model-index, or measure the model yourself.',
  references: [],
};

export const UNSOURCED_RESULTS: Rule = {
  id: 'card/results-without-source',
  says: 'note',
  severity: 'low',
  title: 'The card reports results and names no source for them.',
  why: 'Nobody can look at how they came about.',
  remedy: 'Ask the publisher where the results were measured, or measure the model yourself.',
  references: [],
};

export const NO_SAFETY: Rule = {
  id: 'card/no-safety-evaluation',
  says: 'note',
  severity: 'low',
  title: 'The card tells of no test for harm.',
  why: 'Whether it was tested for harm at all is not known.',
  remedy: 'Ask the publisher for a safety report, and hand it to vet as evidence; or test the model yourself.',
  references: [],
};

export const CARD_RULES = [NO_CARD, ...CARD_ROWS.map(({ rule }) => rule), NO_RESULTS, UNSOURCED_RESULTS, NO_SAFETY];
