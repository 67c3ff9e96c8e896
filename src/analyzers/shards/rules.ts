import type { Rule } from '../../domain/finding.ts';

export const MISSING: Rule = {
  id: 'shards/missing',
  says: 'unscannable',
  severity: 'high',
  title: 'A part of the model is missing: it is named and does not lie here.',
  why: 'What was not here was not read; whoever loads the model will fetch it from somewhere.',
  remedy: 'Download all parts, then vet again.',
  references: [],
};

export const OUTSIDE: Rule = {
  id: 'shards/outside',
  says: 'suspicious',
  severity: 'high',
  title: 'The index of the weights names a file outside the model.',
  why: 'A loader that follows it reads a file of this machine that was never checked.',
  remedy: 'Do not use the model. Tell the publisher.',
  references: ['CWE-22'],
};

export const UNNAMED: Rule = {
  id: 'shards/unnamed',
  says: 'review',
  severity: 'medium',
  title: 'A part of the weights lies here that the index does not name.',
  why: 'One loader takes all parts, another those in the index: they load different models.',
  remedy: 'Ask the publisher whether the part belongs to the model, and remove it if it does not.',
  references: [],
};

export const CONTRADICTED: Rule = {
  id: 'shards/contradicted',
  says: 'review',
  severity: 'medium',
  title: 'The index and the parts disagree about which tensor lies where.',
  why: 'Loaders that go by the index and loaders that read every part load different models.',
  remedy: 'Ask the publisher for an index that fits the parts.',
  references: [],
};

export const TENSOR_MISSING: Rule = {
  id: 'shards/tensor-missing',
  says: 'unscannable',
  severity: 'high',
  title: 'A part of the weights lacks a tensor that the index seeks in it.',
  why: 'A loader that goes by the index fails, or leaves the tensor as chance made it.',
  remedy: 'Download the index and all parts from one revision, then vet again.',
  references: [],
};

export const INVALID_INDEX: Rule = {
  id: 'shards/invalid-index',
  says: 'unscannable',
  severity: 'medium',
  title: 'The index of the weights has no map from tensors to files.',
  why: 'Nobody can say which files a loader would take up.',
  remedy: 'Download the index again; if it stays so, ask the publisher for a sound one.',
  references: [],
};

export const NOT_COMPARED: Rule = {
  id: 'shards/not-compared',
  says: 'unknown',
  severity: 'low',
  title: 'The index of the weights is too large to be compared with its parts.',
  why: 'Parts may be missing, or lie here and not be named; each of them was read all the same.',
  remedy: 'Load the model once where nothing can be fetched, and see that it finds all its parts.',
  references: [],
};

export const OTHER_SETTINGS: Rule = {
  id: 'shards/other-settings',
  says: 'unscannable',
  severity: 'medium',
  title: 'The settings and the weights beside them are not those of one model.',
  why: 'A loader refuses the weights, or leaves some as chance made them: one of the two is damaged, or of another model.',
  remedy: 'Download both from one revision, then vet again.',
  references: [],
};

export const PIPELINE_BROKEN: Rule = {
  id: 'shards/broken-pipeline',
  says: 'unscannable',
  severity: 'medium',
  title: 'A pipeline lacks parts that its index names, or has others.',
  why: 'What was not here was not read; whoever loads the pipeline fails, or fetches the part from somewhere.',
  remedy: 'Download all folders of the pipeline from one revision, then vet again.',
  references: [],
};

export const SHARDS_RULES = [
  MISSING,
  OUTSIDE,
  UNNAMED,
  CONTRADICTED,
  TENSOR_MISSING,
  INVALID_INDEX,
  NOT_COMPARED,
  OTHER_SETTINGS,
  PIPELINE_BROKEN,
] as const;
