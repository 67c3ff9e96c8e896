import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const ARTEFACT = 'AML.T0011.000';
const WEIGHTS_ONLY =
  'Build the architecture in your own code and load the weights alone (load_weights), or ask the publisher for a model of built-in layers.';

export const LAMBDA: Rule = {
  id: 'keras-code/lambda',
  says: 'malicious',
  severity: 'critical',
  title: 'The model carries Python byte code that Keras runs.',
  why: 'A Lambda layer or function is stored as marshalled code. Older Keras, HDF5 files and safe_mode=False run it without a question; what it does cannot be told from outside.',
  remedy: WEIGHTS_ONLY,
  references: ['CWE-502', 'CVE-2024-3660', 'CVE-2025-9905', ARTEFACT],
};

export const ATTACK: Rule = {
  id: 'keras-code/calls-out',
  says: 'malicious',
  severity: 'critical',
  title: 'The configuration makes Keras import and call what is no layer.',
  why: 'Keras imports the module a configuration names and calls what it names there, with arguments from the same file.',
  remedy: 'Do not load the model.',
  references: ['CWE-470', 'CVE-2025-1550', 'CVE-2025-8747', 'CVE-2025-9906', ARTEFACT],
};

export const PICKLED: Rule = {
  id: 'keras-code/pickled-module',
  says: 'malicious',
  severity: 'critical',
  title: 'The model holds a pickled PyTorch module.',
  why: 'TorchModuleWrapper unpickles its module when the configuration is read, and unpickling runs whatever the file says.',
  remedy: WEIGHTS_ONLY,
  references: ['CWE-502', 'CVE-2025-49655', ARTEFACT],
};

export const REACHES_OUT: Rule = {
  id: 'keras-code/reads-elsewhere',
  says: 'malicious',
  severity: 'high',
  title: 'Loading the model reads a file or an address outside it.',
  why: 'A vocabulary or model named by path or URL is fetched on load: it shows secrets to the network, and brings in what was never checked.',
  remedy: 'Do not load the model. A genuine one has its vocabulary within.',
  references: ['CWE-73', 'CWE-918', 'CVE-2025-12058', ARTEFACT],
};

export const READS_FILE: Rule = {
  id: 'keras-code/reads-file',
  says: 'suspicious',
  severity: 'medium',
  title: 'Loading the model reads another file.',
  why: 'A layer names a file beside the model; what it holds becomes part of the model.',
  remedy: 'Keep the file with the model and have it checked, or ask for a model that has it within.',
  references: ['CWE-73', 'CVE-2025-12058'],
};

export const FILE_OPERATION: Rule = {
  id: 'keras-code/file-operation',
  says: 'malicious',
  severity: 'critical',
  title: 'A layer calls TensorFlow to read or write files, or to run Python.',
  why: 'Layers of TensorFlow operations call whatever they name, and no network of neurons needs files.',
  remedy: 'Do not load the model.',
  references: ['CWE-470', ARTEFACT],
};

export const CUSTOM: Rule = {
  id: 'keras-code/custom-object',
  says: 'suspicious',
  severity: 'medium',
  title: 'The model needs code that Keras does not have.',
  why: 'A class or function of the publisher is looked up by name: whoever loads the model has to bring or import it, and it runs.',
  remedy: 'Read that code before you register or install it.',
  references: ['CWE-829', 'AML.T0010.003'],
};

export const OWN_FUNCTION: Rule = {
  id: 'keras-code/own-function',
  says: 'review',
  severity: 'low',
  title: 'The model was trained by a loss or metric that its publisher wrote.',
  why: 'Keras looks its name up in what its caller hands it and among the functions of Python itself, which has none of that name: nothing in the file is run for it. Without it the model is loaded with `compile=False`.',
  remedy: 'Load the model with compile=False; read the function before you hand it to Keras.',
  references: ['CWE-829', 'AML.T0010.003'],
};

export const KERAS_CODE_RULES = [
  LAMBDA,
  ATTACK,
  PICKLED,
  REACHES_OUT,
  READS_FILE,
  FILE_OPERATION,
  CUSTOM,
  OWN_FUNCTION,
] as const;

/** What is known of the analyzer before it is loaded. */
export const KERAS_CODE: AboutFiles = {
  id: 'keras-code',
  version: 1,
  question: 'Does a Keras configuration bring code?',
  rules: KERAS_CODE_RULES,
  scope: 'file',
  formats: ['json', 'text', 'tensorflow'],
};
