import type { Rule } from '../../domain/finding.ts';

export const HIDDEN_BYTES: Rule = {
  id: 'weight-layout/hidden-bytes',
  says: 'suspicious',
  severity: 'high',
  title: 'The file holds bytes that belong to no tensor.',
  why: 'Whatever lies there is loaded with the model and looked at by nobody: a second file, a program, or data carried out.',
  remedy: 'Do not use the file. Ask the publisher for one written by the official library, which leaves no such bytes.',
  references: ['CWE-130'],
};

export const OVERLAPPING_TENSORS: Rule = {
  id: 'weight-layout/overlapping-tensors',
  says: 'suspicious',
  severity: 'high',
  title: 'Two tensors claim the same bytes.',
  why: 'No library writes such a file; readers that take it disagree about what the model is.',
  remedy: 'Do not use the file. Ask the publisher for one written by the official library.',
  references: ['CWE-130'],
};

export const DUPLICATE_NAMES: Rule = {
  id: 'weight-layout/duplicate-names',
  says: 'suspicious',
  severity: 'high',
  title: 'A name stands twice in the header.',
  why: 'Some readers take the first, others the last: what was checked need not be what is loaded.',
  remedy: 'Do not use the file. Ask the publisher for one written by the official library.',
  references: ['CWE-694'],
};

export const FOREIGN_FIELDS: Rule = {
  id: 'weight-layout/foreign-fields',
  says: 'suspicious',
  severity: 'medium',
  title: 'The header holds fields that the format does not have.',
  why: 'Loaders skip them, so that anything can be carried there unseen.',
  remedy: 'Ask the publisher what the fields are for, or convert the weights again with the official library.',
  references: ['CWE-20'],
};

export const TRUNCATED: Rule = {
  id: 'weight-layout/truncated',
  says: 'unscannable',
  severity: 'high',
  title: 'The file is shorter than its header says.',
  why: 'The tensors at its end are missing; loaders refuse it or read past the end.',
  remedy: 'Download the file again; if it stays so, it was published broken.',
  references: ['CWE-130'],
};

export const HEADER_LIES: Rule = {
  id: 'weight-layout/header-lies',
  says: 'unscannable',
  severity: 'high',
  title: 'The header contradicts itself.',
  why: 'The official loader refuses such a file, and other loaders take it each in their own way: nobody can say what it holds.',
  remedy: 'Do not use the file. Ask the publisher for one written by the official library.',
  references: ['CWE-130', 'CWE-20'],
};

export const CARRIED: Rule = {
  id: 'weight-layout/carried-program',
  says: 'suspicious',
  severity: 'high',
  title: 'The header carries a program or an archive as a text.',
  why: 'No loader needs it there, and a second step that decodes and runs it finds it in every copy of the model.',
  remedy: 'Do not use the file. Ask the publisher what it is for.',
  references: ['CWE-506', 'AML.T0011.000'],
};

export const ODD_NAME: Rule = {
  id: 'weight-layout/odd-name',
  says: 'suspicious',
  severity: 'medium',
  title: 'A tensor or a key has a name that is no name.',
  why: 'Control characters rewrite the screen of whoever lists the tensors; steps up lead a tool that makes a file of each out of its folder.',
  remedy: 'Do not use the file. Ask the publisher for one written by the official library.',
  references: ['CWE-150', 'CWE-22'],
};

export const WEIGHT_LAYOUT_RULES = [
  HIDDEN_BYTES,
  OVERLAPPING_TENSORS,
  DUPLICATE_NAMES,
  FOREIGN_FIELDS,
  TRUNCATED,
  HEADER_LIES,
  CARRIED,
  ODD_NAME,
] as const;

/** Which rule a reader's defect breaks. What is not listed breaks HEADER_LIES: a new defect is never overlooked. */
export const RULE_OF_DEFECT: ReadonlyMap<string, Rule> = new Map([
  ['hole', HIDDEN_BYTES],
  ['trailing-bytes', HIDDEN_BYTES],
  ['large-padding', HIDDEN_BYTES],
  ['filled-padding', HIDDEN_BYTES],
  ['overlapping-tensors', OVERLAPPING_TENSORS],
  ['duplicate-key', DUPLICATE_NAMES],
  ['duplicate-tensor', DUPLICATE_NAMES],
  ['unknown-field', FOREIGN_FIELDS],
  ['out-of-bounds', TRUNCATED],
  ['odd-name', ODD_NAME],
]);
