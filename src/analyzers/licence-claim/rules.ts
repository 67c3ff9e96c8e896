import type { Rule } from '../../domain/finding.ts';

const NO_RIGHTS = 'Without a licence that says so, nobody but its author may use a work.';

export const NO_LICENCE: Rule = {
  id: 'licence-claim/none',
  says: 'unknown',
  severity: 'medium',
  title: 'No licence is named anywhere.',
  why: NO_RIGHTS,
  remedy: 'Ask the publisher under which licence the model is, and keep the answer.',
  references: [],
};

export const CARD_AGAINST_FILE: Rule = {
  id: 'licence-claim/card-against-file',
  says: 'review',
  severity: 'high',
  title: 'The card names another licence than the licence file holds.',
  why: 'The text is what binds; a card is often copied from the model that this one was made of.',
  remedy: 'Ask the publisher which of the two holds; until then, keep to the stricter one.',
  references: [],
};

export const CARD_AGAINST_HUB: Rule = {
  id: 'licence-claim/card-against-hub',
  says: 'review',
  severity: 'medium',
  title: 'The hub shows another licence than the card that was read.',
  why: 'The card was changed after this revision, or is not the card of this model.',
  remedy: 'Compare with the newest revision, and ask the publisher which licence holds for this one.',
  references: [],
};

export const FILE_AGAINST_CARD: Rule = {
  id: 'licence-claim/inner-against-card',
  says: 'review',
  severity: 'medium',
  title: 'A file of the model names another licence than the card.',
  why: 'A converter or merger kept the licence of what it was given: the model may be made of parts that the card does not name.',
  remedy: 'Ask the publisher what the model was made of, and under which licences.',
  references: [],
};

export const FRONT_MATTER: Rule = {
  id: 'licence-claim/front-matter',
  says: 'review',
  severity: 'medium',
  title: 'The card’s front matter cannot be read.',
  why: 'The licence stands there; readers that guess may each see another one.',
  remedy: 'Mend the YAML between the two lines of --- at the top of the card.',
  references: [],
};

export const NOT_READ: Rule = {
  id: 'licence-claim/not-read',
  says: 'unknown',
  severity: 'medium',
  title: 'A file in which the licence would stand was not read.',
  why: NO_RIGHTS,
  remedy: 'Read the file yourself; it is broken, or too large to be a card or a licence.',
  references: [],
};

export const LICENCE_CLAIM_RULES = [
  NO_LICENCE,
  CARD_AGAINST_FILE,
  CARD_AGAINST_HUB,
  FILE_AGAINST_CARD,
  FRONT_MATTER,
  NOT_READ,
] as const;
