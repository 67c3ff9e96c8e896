import type { Rule } from '../../domain/finding.ts';

export const KNOWN_BAD: Rule = {
  id: 'model-advisories/known-bad',
  says: 'malicious',
  severity: 'critical',
  title: 'A feed that you follow lists this model as made to do harm.',
  why: 'Somebody whose word you take has found it out, whatever the other checks say.',
  remedy: 'Do not load it; look where else it lies, and revoke what was admitted.',
  references: ['AML.T0058', 'AML.T0010.003'],
};

export const FROM_KNOWN_BAD: Rule = {
  id: 'model-advisories/made-from-known-bad',
  says: 'review',
  severity: 'high',
  title: 'It was made from a model that a feed lists as made to do harm.',
  why: 'What was trained into a base often lives on in what is made from it.',
  remedy: 'Have a person judge whether what is wrong with the base is wrong with this model, or take another.',
  references: ['AML.T0058'],
};

export const VULNERABLE: Rule = {
  id: 'model-advisories/vulnerable',
  says: 'review',
  severity: 'high',
  title: 'A feed that you follow lists a weakness of this model.',
  why: 'It is known in public, so that others may know how to use it.',
  remedy: 'Do what the advisory says, or have somebody waive the finding with a reason.',
  references: ['AML.T0010.003'],
};

export const WITHDRAWN: Rule = {
  id: 'model-advisories/withdrawn',
  says: 'review',
  severity: 'medium',
  title: 'Its publisher has taken the model back.',
  why: 'Nobody mends it any more, and the reason may concern you.',
  remedy: 'Take the model that replaces it, or have somebody waive the finding with a reason.',
  references: [],
};

export const SUPERSEDED: Rule = {
  id: 'model-advisories/superseded',
  says: 'note',
  severity: 'low',
  title: 'A newer release mends something in this model.',
  why: 'What was mended is still in this one.',
  remedy: 'Vet the newer release.',
  references: [],
};

export const EXPIRED: Rule = {
  id: 'model-advisories/expired-feed',
  says: 'unknown',
  severity: 'medium',
  title: 'A feed of model advisories that you follow has expired.',
  why: 'What it would say today is not known.',
  remedy: 'Fetch it again: weighbridge advisories update --feed URL.',
  references: [],
};

export const MODEL_ADVISORY_RULES: readonly Rule[] = [
  KNOWN_BAD,
  FROM_KNOWN_BAD,
  VULNERABLE,
  WITHDRAWN,
  SUPERSEDED,
  EXPIRED,
];
