import type { Rule } from '../../domain/finding.ts';

const REFERENCES = ['CWE-506', 'AML.T0011.001'];

export const PROGRAM: Rule = {
  id: 'executables/program',
  says: 'suspicious',
  severity: 'high',
  title: 'The file is a program.',
  why: 'Weights are data. A program does what its author wants as soon as it is started; what that is was not examined.',
  remedy:
    'Leave it out, or have it examined as software. Models packed into programs (llamafile) exist as plain weights too.',
  references: REFERENCES,
};

export const LIBRARY: Rule = {
  id: 'executables/library',
  says: 'suspicious',
  severity: 'high',
  title: 'The file is compiled code that other programs load.',
  why: 'Native libraries and byte code run with all rights of whoever loads them, often as soon as they are loaded.',
  remedy: 'Leave it out, or build it yourself from source you have read.',
  references: REFERENCES,
};

export const OBJECTS: Rule = {
  id: 'executables/java-objects',
  says: 'suspicious',
  severity: 'high',
  title: 'The file holds objects of Java as they are written to a stream.',
  why: 'Reading them makes objects of every class they name and calls their methods (readObject): classes that many programs have lead from there to commands. Weka, and pipelines of older Java libraries, load models so.',
  remedy:
    'Ask for the model in a format without objects, PMML or ONNX, or read it with a filter of allowed classes (ObjectInputFilter).',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const HIDDEN_PROGRAM: Rule = {
  id: 'executables/hidden-program',
  says: 'malicious',
  severity: 'critical',
  title: 'Inside a file of weights lies a program.',
  why: 'No format of weights has room for one: it was put there to be fetched and started by something else.',
  remedy: 'Do not use the file.',
  references: ['CWE-506', 'AML.T0018.002'],
};

export const DISGUISED_PROGRAM: Rule = {
  id: 'executables/disguised-program',
  says: 'malicious',
  severity: 'critical',
  title: 'A program bears the name of weights.',
  why: 'No library loads it as what its name says. It was named so that people and tools hand it on as a model, and something else starts it.',
  remedy: 'Do not use the file, nor what came with it.',
  references: ['CWE-506', 'CWE-646', 'AML.T0018.002'],
};

export const EXECUTABLES_RULES = [PROGRAM, LIBRARY, OBJECTS, HIDDEN_PROGRAM, DISGUISED_PROGRAM] as const;
