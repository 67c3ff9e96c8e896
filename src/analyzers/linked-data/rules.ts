import type { Rule } from '../../domain/finding.ts';

export const OUTSIDE: Rule = {
  id: 'linked-data/outside',
  says: 'malicious',
  severity: 'high',
  title: 'The file makes its reader open a file outside the model.',
  why: 'The library follows such links without a word: whoever gets the loaded values gets the content of the other file.',
  remedy: 'Do not load the file. Weights need no links to elsewhere.',
  references: ['CWE-73', 'CWE-200', 'AML.T0011.000'],
};

export const BESIDE: Rule = {
  id: 'linked-data/beside',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file makes its reader open another file.',
  why: 'A part of the values lies in a file beside it, which may be another one by the time it is read.',
  remedy: 'Ask for one file with all values in it.',
  references: ['CWE-73'],
};

export const OTHER_KIND: Rule = {
  id: 'linked-data/other-kind',
  says: 'suspicious',
  severity: 'high',
  title: 'The index of the weights names a part of a kind that can run code.',
  why: 'Who allows plain tensors only goes by the name of the index; the loader goes by the name of the part.',
  remedy: 'Do not load the model by this index. Ask for parts that are what the index promises.',
  references: ['CWE-646', 'CWE-502'],
};

export const USER_DEFINED: Rule = {
  id: 'linked-data/user-defined',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file holds links of a kind that only a program of its own can follow.',
  why: 'A program that registers such links runs code when they are followed.',
  remedy: 'Ask for a file without them.',
  references: ['CWE-829'],
};

export const USER_BLOCK: Rule = {
  id: 'linked-data/user-block',
  says: 'suspicious',
  severity: 'medium',
  title: 'Before the data stand bytes of another kind.',
  why: 'Readers of HDF5 pass over them, and other programs read nothing else: the file is two things at once.',
  remedy: 'Ask for a file without a user block.',
  references: ['CWE-436'],
};

export const FOREIGN_FILTER: Rule = {
  id: 'linked-data/foreign-filter',
  says: 'suspicious',
  severity: 'low',
  title: 'Values can only be read with a filter that is not in any list.',
  why: 'The library looks for a native plug-in by the number that the file names, and loads it.',
  remedy: 'Ask for a file with ordinary compression.',
  references: ['CWE-829'],
};

export const LINKED_DATA_RULES = [OUTSIDE, BESIDE, OTHER_KIND, USER_DEFINED, USER_BLOCK, FOREIGN_FILTER] as const;
