import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const REMEDY = 'Take the tokenizer from the base model, and ask the publisher what the difference is for.';

export const CHANGES_WORDS: Rule = {
  id: 'tokenizer/changes-words',
  says: 'suspicious',
  severity: 'medium',
  title: 'The tokenizer replaces words before the model reads them, or after it wrote them.',
  why: 'What the model is asked, or what a person reads, is then not what was written; tokenizers replace blanks, quotes and accents, never words.',
  remedy: REMEDY,
  references: ['CWE-451', 'AML.T0018'],
};

export const SLOW_PATTERN: Rule = {
  id: 'tokenizer/slow-pattern',
  says: 'suspicious',
  severity: 'medium',
  title: 'The tokenizer splits texts by a pattern that may never end.',
  why: 'A repetition within a repetition takes twice as long with every character: one short message stops the server.',
  remedy: REMEDY,
  references: ['CWE-1333', 'AML.T0029'],
};

export const ADDS_WORDS: Rule = {
  id: 'tokenizer/adds-words',
  says: 'suspicious',
  severity: 'medium',
  title: 'The tokenizer puts a sentence into every text.',
  why: 'A special token is a mark without a meaning; one that is a sentence tells the model something that nobody wrote.',
  remedy: REMEDY,
  references: ['CWE-451', 'AML.T0051'],
};

export const BROKEN: Rule = {
  id: 'tokenizer/broken',
  says: 'unscannable',
  severity: 'medium',
  title: 'The tokenizer is none that its library reads.',
  why: 'It was cut, or changed by hand: what it does with a text depends on who reads it.',
  remedy: REMEDY,
  references: ['CWE-20'],
};

export const TOKENIZER_RULES = [CHANGES_WORDS, SLOW_PATTERN, ADDS_WORDS, BROKEN] as const;

/** What is known of the analyzer before it is loaded. */
export const TOKENIZER: AboutFiles = {
  id: 'tokenizer',
  version: 2,
  question: 'Does the tokenizer change what is said?',
  rules: TOKENIZER_RULES,
  scope: 'file',
  formats: ['json'],
};
