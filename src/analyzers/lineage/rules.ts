import type { Rule } from '../../domain/finding.ts';

const TERMS = 'The terms of a base follow its weights, whatever a card says.';

export const IS_BASE: Rule = {
  id: 'lineage/is-registered',
  says: 'note',
  severity: 'info',
  title: 'The weights are those of a registered model of this name.',
  why: 'It is the model that was registered.',
  remedy: 'Nothing is to be done.',
  references: [],
};

export const CONFIRMED: Rule = {
  id: 'lineage/confirmed',
  says: 'note',
  severity: 'info',
  title: 'The weights are tied to the base that is named.',
  why: TERMS,
  remedy: 'Hold the use against the base’s terms as well.',
  references: [],
};

export const HIDDEN_BASE: Rule = {
  id: 'lineage/hidden-base',
  says: 'review',
  severity: 'high',
  title: 'The weights hold tensors of a registered base that is not named.',
  why: TERMS,
  remedy: 'Hold the use against the base’s terms, and ask the publisher why it is not named.',
  references: ['AML.T0010.003'],
};

export const CLAIM_CONTRADICTED: Rule = {
  id: 'lineage/claim-contradicted',
  says: 'review',
  severity: 'medium',
  title: 'The model names a registered base, and is built otherwise and shares no tensor with it.',
  why: 'It is not made of that base, or was changed past recognition; claims that rest on the base do not hold.',
  remedy: 'Ask the publisher what it is made of.',
  references: [],
};

export const CLAIM_UNPROVEN: Rule = {
  id: 'lineage/claim-unproven',
  says: 'note',
  severity: 'low',
  title: 'The model is built like the registered base that it names, and no tensor is the same.',
  why: 'Training changes every weight, so this is as a fine-tune would look; and so would an independent model.',
  remedy: 'Believe the claim as far as you believe the publisher.',
  references: [],
};

export const SAME_ARCHITECTURE: Rule = {
  id: 'lineage/same-architecture',
  says: 'note',
  severity: 'info',
  title: 'The model is built like a registered base that it does not name.',
  why: 'Many independent models are built alike. This says nothing of where the weights come from.',
  remedy: 'Nothing is to be done on this ground alone.',
  references: [],
};

export const UNDETERMINED: Rule = {
  id: 'lineage/undetermined',
  says: 'note',
  severity: 'low',
  title: 'The weights are of types whose values are not compared.',
  why: 'Quantised weights keep no value of their base exactly.',
  remedy: 'Vet the model it was quantised from, where you can get it.',
  references: [],
};

export const ALTERED: Rule = {
  id: 'lineage/altered-tensors',
  says: 'review',
  severity: 'high',
  title: 'Tensors of the base were changed in places only.',
  why: 'Training moves every value of a tensor. A few changed ones are an edit: it can plant a fact, a trigger or a payload and leave all else as it was.',
  remedy: 'Ask the publisher what was edited and why, or take the base itself.',
  references: ['AML.T0018.000', 'CWE-506'],
};

export const ALTERED_EMBEDDING: Rule = {
  id: 'lineage/altered-embedding',
  says: 'note',
  severity: 'low',
  title: 'Rows of the base’s embeddings were changed.',
  why: 'This is what added tokens look like; a trigger word that was taught by its embedding alone looks the same.',
  remedy: 'Compare the added tokens with what the card says of them.',
  references: [],
};

export const CONVERSION_SAME: Rule = {
  id: 'lineage/conversion-holds',
  says: 'note',
  severity: 'info',
  title: 'The safetensors are what the checkpoint beside them converts to.',
  why: 'Both hold the same weights, so that the pickle need not be loaded.',
  remedy: 'Load the safetensors, and leave the checkpoint out.',
  references: [],
};

export const CONVERSION_DIFFERS: Rule = {
  id: 'lineage/conversion-differs',
  says: 'review',
  severity: 'high',
  title: 'The safetensors are not what the checkpoint beside them converts to.',
  why: 'Which of two models is loaded depends on the loader; what was tested on one was not tested on the other.',
  remedy: 'Ask the publisher which of them is meant, and leave the other out.',
  references: ['CWE-345'],
};

export const LINEAGE_RULES = [
  IS_BASE,
  CONFIRMED,
  HIDDEN_BASE,
  CLAIM_CONTRADICTED,
  CLAIM_UNPROVEN,
  SAME_ARCHITECTURE,
  UNDETERMINED,
  ALTERED,
  ALTERED_EMBEDDING,
  CONVERSION_SAME,
  CONVERSION_DIFFERS,
] as const;
