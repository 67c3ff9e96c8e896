import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

export const PROMISE: Rule = {
  id: 'r-code/promise',
  says: 'malicious',
  severity: 'critical',
  title: 'Touching the loaded value runs an expression of the file.',
  why: 'A promise is an expression that R evaluates when its value is first asked for, even to print it. Models hold open ones whose expression only computes; this one calls more.',
  remedy: 'Do not load the file. R before 4.4.0 evaluates it.',
  references: ['CWE-502', 'CVE-2024-27322', 'AML.T0011.000'],
};

export const ATTACKING_CALL: Rule = {
  id: 'r-code/dangerous-call',
  says: 'suspicious',
  severity: 'high',
  title: 'The file holds calls of functions that start programs, read files or run text as code.',
  why: 'Saved models hold the call they were made by; these are no such calls. They run when a function of the file does.',
  remedy: 'Read the functions of the file before you use it.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const FUNCTIONS: Rule = {
  id: 'r-code/functions',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file holds functions that do more than compute.',
  why: 'Printing, predicting or plotting the loaded value may call functions that came with it.',
  remedy: 'Read them, or ask for the parameters as plain data.',
  references: ['CWE-829', 'AML.T0011.000'],
};

export const ACTIVE: Rule = {
  id: 'r-code/active-binding',
  says: 'suspicious',
  severity: 'high',
  title: 'Reading a variable of the file calls a function of the file.',
  why: 'An active binding looks like a value and is a function.',
  remedy: 'Do not load the file unless you know its publisher and have read its functions.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const R_CODE_RULES = [PROMISE, ATTACKING_CALL, FUNCTIONS, ACTIVE] as const;

/** What is known of the analyzer before it is loaded. */
export const R_CODE: AboutFiles = {
  id: 'r-code',
  version: 1,
  question: 'Does saved R data bring code?',
  rules: R_CODE_RULES,
  scope: 'file',
  formats: ['rds'],
};
