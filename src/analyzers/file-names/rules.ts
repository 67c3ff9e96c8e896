import type { Rule } from '../../domain/finding.ts';

export const TURNED_TEXT: Rule = {
  id: 'file-names/turned-text',
  says: 'suspicious',
  severity: 'high',
  title: 'The name turns the direction of text, so that it reads as another name.',
  why: 'A program can look like a picture: what follows such a character is shown backwards.',
  remedy: 'Do not use the file under this name; ask how it came to it.',
  references: ['CWE-451', 'CVE-2021-42574'],
};

export const HIDDEN_CHARACTERS: Rule = {
  id: 'file-names/hidden-characters',
  says: 'suspicious',
  severity: 'medium',
  title: 'The name holds characters that cannot be seen.',
  why: 'Two files can seem to have one name, and a log line can be forged by a line break.',
  remedy: 'Rename the file; ask how it came to the name.',
  references: ['CWE-451'],
};

export const LOOKALIKE_SEPARATOR: Rule = {
  id: 'file-names/lookalike-separator',
  says: 'suspicious',
  severity: 'medium',
  title: 'The name holds a character that only looks like a dot or a slash.',
  why: 'It seems to have another type, or to lie in another folder, than it has and does.',
  remedy: 'Rename the file; ask how it came to the name.',
  references: ['CWE-1007'],
};

export const SECOND_EXTENSION: Rule = {
  id: 'file-names/second-extension',
  says: 'suspicious',
  severity: 'medium',
  title: 'The name shows one type and ends in another, which runs code.',
  why: 'Many programs hide the last extension; what looks like plain weights or a text is started instead.',
  remedy: 'Do not open the file; ask what it is for.',
  references: ['CWE-451'],
};

export const DISGUISED: Rule = {
  id: 'file-names/disguised',
  says: 'suspicious',
  severity: 'high',
  title: 'The file is of a type that can run code, under the name of one that cannot.',
  why: 'Loaders go by content, people and scanners by name: this is how a pickle gets past a rule that allows safetensors only.',
  remedy: 'Do not use the file. Ask the publisher for one that is what its name says.',
  references: ['CWE-646'],
};

export const WRONG_TYPE: Rule = {
  id: 'file-names/wrong-type',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file is not of the type that its name says.',
  why: 'No loader that goes by the name can use it; one that does use it goes by something else.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-646'],
};

export const FILE_NAMES_RULES = [
  TURNED_TEXT,
  HIDDEN_CHARACTERS,
  LOOKALIKE_SEPARATOR,
  SECOND_EXTENSION,
  DISGUISED,
  WRONG_TYPE,
] as const;
