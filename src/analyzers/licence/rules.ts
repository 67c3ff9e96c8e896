import type { Rule } from '../../domain/finding.ts';

export const FORBIDS: Rule = {
  id: 'licence/forbids',
  says: 'review',
  severity: 'high',
  title: 'A licence stands against this use.',
  why: 'Whoever uses a model against its licence, or against that of what it was made from, has no right to it.',
  remedy:
    'Choose another model, get the licence that allows it, or change the use; counsel’s override is a signed waiver with an end date (weighbridge waive).',
  references: [],
};

export const OPEN: Rule = {
  id: 'licence/open',
  says: 'unknown',
  severity: 'medium',
  title: 'Whether a licence allows this use is open.',
  why: 'A licence that nobody read, or that cannot be told, may forbid the use.',
  remedy: 'Answer what it asks, have counsel read the text, or waive the finding with their answer.',
  references: [],
};

export const CONDITIONS: Rule = {
  id: 'licence/conditions',
  says: 'note',
  severity: 'info',
  title: 'A licence allows this use on conditions: see the duties.',
  why: 'A licence that is not kept ends.',
  remedy: 'See to the duties of the admission, each by its day.',
  references: [],
};

export const ORDERS: Rule = {
  id: 'licence/orders',
  says: 'note',
  severity: 'low',
  title: 'A card or licence gives orders to whoever reads it.',
  why: 'Text is data here: it changed nothing. Other readers may obey it.',
  remedy: 'Show the place to whoever uses language models to read such files.',
  references: [],
};

export const LICENCE_RULES = [FORBIDS, OPEN, CONDITIONS, ORDERS] as const;
