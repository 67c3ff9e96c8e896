import type { Rule } from '../../domain/finding.ts';

function rule(id: string, rest: Omit<Rule, 'id' | 'references'> & { readonly references?: readonly string[] }): Rule {
  return { references: [], ...rest, id: `training-data/${id}` };
}

export const UNDECLARED = rule('undeclared', {
  says: 'note',
  severity: 'medium',
  title: 'Nothing that came with the model says what it was trained on.',
  why: 'Rights, consent, personal data and contamination cannot be judged; whoever deploys it answers for it all the same.',
  remedy:
    'Ask the publisher for the datasets, and for the public summary that Article 53(1)(d) of the EU AI Act asks of providers.',
});
export const NO_LICENCE = rule('dataset-without-licence', {
  says: 'note',
  severity: 'medium',
  title: 'A dataset is named, and nothing at hand says under which licence.',
  why: 'Training on it may need a right that nobody has shown.',
  remedy: 'Read the dataset’s own card; from a hub, weighbridge vet hf:… follows the reference.',
});
/** A note: the licence check rules on it, and one ground is enough. */
export const FORBIDS = rule('dataset-forbids', {
  says: 'note',
  severity: 'high',
  title: 'A dataset’s licence or terms forbid this use.',
  why: 'A model that was trained on it may carry the restriction; counsel has to say how far.',
  remedy: 'Have counsel rule on it and waive it with a reason, or choose a model that was trained without it.',
});
export const PROBLEMATIC = rule('known-problem', {
  says: 'review',
  severity: 'high',
  title: 'A dataset is known to be withdrawn, unlawful or gathered without consent.',
  why: 'What is in it cannot be made good by training on it; claims and orders to delete have followed such data into models.',
  remedy: 'Ask the publisher whether the affected part was used; otherwise choose another model.',
  references: ['AML.T0019'],
});
export const CLOSED_MODEL = rule('closed-model-output', {
  says: 'review',
  severity: 'medium',
  title: 'Training data was written by a model whose terms restrict that.',
  why: 'Terms of closed models forbid to train competing models on their outputs; whom they bind is a question for counsel.',
  remedy: 'Have counsel rule on it and waive it with a reason, or choose a model that was trained without it.',
});
export const CLAIMED_NOTHING = rule('contradicts-no-outside-data', {
  says: 'review',
  severity: 'medium',
  title: 'The card says that no data from outside was used, and another paper names a dataset.',
  why: 'One of the two is wrong, and either may be the one that was relied on.',
  remedy: 'Ask the publisher which holds.',
});
export const NOT_IN_CARD = rule('not-in-card', {
  says: 'review',
  severity: 'medium',
  title: 'A configuration or another paper names training data that the card does not.',
  why: 'What was really used and what is declared are not the same.',
  remedy: 'Ask the publisher for a complete card.',
});
export const NEW_TO_BASE = rule('new-to-base', {
  says: 'note',
  severity: 'low',
  title: 'It was trained further on data that the base model’s card does not know.',
  why: 'What was found out about the base does not cover it.',
  remedy: 'Judge this data as if the model were new.',
});
export const UNPROVEN = rule('claim-without-evidence', {
  says: 'note',
  severity: 'low',
  title: 'Consent, opt-outs or the absence of personal data are claimed, and nothing shows it.',
  why: 'A sentence in a card is no evidence.',
  remedy: 'Ask for the datasets’ cards, Croissant files or an audit, and hand them to vet as evidence.',
});
export const PERSONAL = rule('personal-data', {
  says: 'note',
  severity: 'medium',
  title: 'A dataset is said to hold personal data.',
  why: 'The model may repeat it, and whoever deploys it answers for that under data protection law.',
  remedy: 'Name it in the data protection impact assessment, and probe the model for what it remembers.',
});
export const SUMMARY_GAPS = rule('summary-incomplete', {
  says: 'note',
  severity: 'low',
  title: 'The EU summary of training content lacks a section.',
  why: 'The Commission’s template has three: general information, data sources, data processing.',
  remedy: 'Ask the publisher for the whole summary.',
});
export const UNREACHED = rule('dataset-card-unreached', {
  says: 'note',
  severity: 'low',
  title: 'A dataset’s own card could not be reached.',
  why: 'Its licence, consent and content are known only by the model’s word.',
  remedy: 'Vet again when the hub answers, or with a token that may read the dataset.',
});
export const UNREADABLE = rule('paper-unreadable', {
  says: 'unknown',
  severity: 'medium',
  title: 'A paper of the model could not be read, or only in part.',
  why: 'What it says of data, bases or licences is not known.',
  remedy: 'Read it yourself, and ask the publisher to mend it.',
});
export const PRIVACY_TOO_LOW = rule('privacy-claim-too-low', {
  says: 'review',
  severity: 'high',
  title: 'Differential privacy is claimed with an epsilon lower than the arithmetic allows.',
  why: 'With the sampling rate, noise and steps that are stated, a Rényi accountant gives a larger epsilon: people in the data are protected less than promised.',
  remedy: 'Ask which accountant gave the figure and with what; weighbridge privacy does the sum.',
});
export const PRIVACY_OPEN = rule('privacy-claim-unsupported', {
  says: 'note',
  severity: 'medium',
  title: 'Differential privacy is claimed without the numbers that would show it.',
  why: 'An epsilon means something only with delta, sampling rate, noise and steps.',
  remedy: 'Ask for them, and compute with weighbridge privacy.',
});
export const PRIVACY_HOLDS = rule('privacy-claim-holds', {
  says: 'note',
  severity: 'info',
  title: 'The claimed differential privacy is what the arithmetic gives.',
  why: 'It holds if the training did what is stated; nobody has seen it.',
  remedy: 'Nothing.',
});

export const TRAINING_DATA_RULES: readonly Rule[] = [
  UNDECLARED,
  NO_LICENCE,
  FORBIDS,
  PROBLEMATIC,
  CLOSED_MODEL,
  CLAIMED_NOTHING,
  NOT_IN_CARD,
  NEW_TO_BASE,
  UNPROVEN,
  PERSONAL,
  SUMMARY_GAPS,
  UNREACHED,
  UNREADABLE,
  PRIVACY_TOO_LOW,
  PRIVACY_OPEN,
  PRIVACY_HOLDS,
];
