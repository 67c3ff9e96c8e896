import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const REFERENCES = ['AML.T0011.000'];

export const FILES: Rule = {
  id: 'torchscript/files',
  says: 'malicious',
  severity: 'critical',
  title: 'The compiled model reads or writes files, loads a library, or calls another machine.',
  why: 'TorchScript runs when the model does; networks of neurons need tensors, and no files.',
  remedy: 'Do not use the model.',
  references: ['CWE-73', ...REFERENCES],
};

export const PLANTED: Rule = {
  id: 'torchscript/python-code',
  says: 'malicious',
  severity: 'high',
  title: 'Python stands in the place of TorchScript.',
  why: 'TorchScript knows no imports of modules and no Python functions like exec: this code was not written by the compiler, and waits for somebody who runs it as Python.',
  remedy: 'Do not use the file.',
  references: ['CWE-94', ...REFERENCES],
};

export const CUSTOM_OPERATOR: Rule = {
  id: 'torchscript/custom-operator',
  says: 'suspicious',
  severity: 'medium',
  title: 'The compiled model calls operators that PyTorch does not have.',
  why: 'They come from a native library that has to be loaded before the model, and runs with all rights.',
  remedy: 'Load only libraries you know, from where you always get them.',
  references: ['CWE-829', 'AML.T0010.003'],
};

export const BROKEN_CODE: Rule = {
  id: 'torchscript/broken-code',
  says: 'unscannable',
  severity: 'medium',
  title: 'The compiled model lacks some of its code.',
  why: 'PyTorch does not load it: a file was cut, or taken out, and what it would have done nobody can say.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-20'],
};

export const TORCHSCRIPT_RULES = [FILES, PLANTED, CUSTOM_OPERATOR, BROKEN_CODE] as const;

/** What is known of the analyzer before it is loaded. */
export const TORCHSCRIPT: AboutFiles = {
  id: 'torchscript',
  version: 2,
  question: 'What does the compiled code of the model call?',
  rules: TORCHSCRIPT_RULES,
  scope: 'file',
  formats: ['zip'],
};
