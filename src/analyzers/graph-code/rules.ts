import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const RUNTIME = 'Whoever runs the model runs it, with every right of the process that loads it.';
const DO_NOT_USE = 'Do not use the file. Ask the publisher why it is so, and for one without it.';

export const RUNS_CODE: Rule = {
  id: 'graph-code/runs-code',
  says: 'malicious',
  severity: 'critical',
  title: 'The graph holds an operator that runs Python.',
  why: `The operator calls whatever function its runtime finds under the name it gives. ${RUNTIME}`,
  remedy: DO_NOT_USE,
  references: ['CWE-94', 'AML.T0011.000'],
};

export const WRITES_FILES: Rule = {
  id: 'graph-code/writes-files',
  says: 'malicious',
  severity: 'critical',
  title: 'The graph writes files when it runs.',
  why: 'A model computes; one that writes files can leave a program where the next login or import starts it.',
  remedy: DO_NOT_USE,
  references: ['CWE-73', 'AML.T0011.000'],
};

export const READS_OUTSIDE: Rule = {
  id: 'graph-code/reads-outside',
  says: 'malicious',
  severity: 'high',
  title: 'The graph reads a file that does not belong to the model.',
  why: 'The path is fixed in the graph and lies outside the model: keys and settings can be read into its answers.',
  remedy: DO_NOT_USE,
  references: ['CWE-22', 'CWE-200', 'AML.T0024'],
};

export const NETWORK: Rule = {
  id: 'graph-code/network',
  says: 'malicious',
  severity: 'critical',
  title: 'The graph opens connections when it runs.',
  why: 'What the model is given can be sent to whoever published it, or work be taken from there.',
  remedy: DO_NOT_USE,
  references: ['CWE-918', 'AML.T0024'],
};

export const OUTSIDE_DATA: Rule = {
  id: 'graph-code/outside-data',
  says: 'malicious',
  severity: 'high',
  title: 'The model takes its data from outside its folder.',
  why: 'A loader that follows the name reads any file of the machine into the model, from where it can be asked out again.',
  remedy: DO_NOT_USE,
  references: ['CWE-22', 'CVE-2024-27318', 'CVE-2024-5187'],
};

export const EXTERNAL_ENTITY: Rule = {
  id: 'graph-code/external-entity',
  says: 'malicious',
  severity: 'high',
  title: 'The document makes its parser fetch something else.',
  why: 'Parsers that follow it read files of the machine, or call addresses, while the model is opened.',
  remedy: DO_NOT_USE,
  references: ['CWE-611'],
};

export const SCRIPT: Rule = {
  id: 'graph-code/script',
  says: 'malicious',
  severity: 'high',
  title: 'The document carries program text where models carry descriptions.',
  why: 'No evaluator needs it; an engine that takes extensions for its own runs it.',
  remedy: DO_NOT_USE,
  references: ['CWE-94'],
};

export const SCRIPT_ELEMENT: Rule = {
  id: 'graph-code/script-element',
  says: 'suspicious',
  severity: 'medium',
  title: 'The document holds a script element.',
  why: 'No model format has one; browsers and some engines run what stands in it.',
  remedy: 'Ask the publisher what it is for.',
  references: ['CWE-94'],
};

export const FOREIGN_CLASS: Rule = {
  id: 'graph-code/foreign-class',
  says: 'suspicious',
  severity: 'medium',
  title: 'The model calls a class that the application must bring.',
  why: 'Evaluators load a class of this name from the application and call it: what it does stands in no model file.',
  remedy: 'Use the model only with a class that you know under this name.',
  references: ['CWE-470'],
};

export const READS_FILES: Rule = {
  id: 'graph-code/reads-files',
  says: 'suspicious',
  severity: 'medium',
  title: 'The graph opens files when it runs.',
  why: 'Which file is told only then, or lies with the model: whoever chooses the name chooses what is read.',
  remedy: 'Find out which files it opens, and run it where there are no others.',
  references: ['CWE-73'],
};

export const CUSTOM_OPERATOR: Rule = {
  id: 'graph-code/custom-operator',
  says: 'suspicious',
  severity: 'medium',
  title: 'The graph needs operators that its runtime does not bring.',
  why: 'They come from a native library that is loaded beside the model and runs as part of the process.',
  remedy: 'Find out which library brings the operators, and vet it as you would any program.',
  references: ['CWE-829'],
};

export const NATIVE_PLAN: Rule = {
  id: 'graph-code/native-plan',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file holds a program compiled for a device.',
  why: 'Nobody can read what it does; loading it runs it, and the plug-ins it names, with the rights of the process.',
  remedy: 'Build it yourself from a model in an open format.',
  references: ['CWE-829'],
};

export const FOREIGN_KEYS: Rule = {
  id: 'graph-code/foreign-keys',
  says: 'suspicious',
  severity: 'medium',
  title: 'External data is described with keys that no library writes.',
  why: 'Loaders have set each key as an attribute of an object of their own, so that a key could change what they do.',
  remedy: 'Ask the publisher for a file written by the official library.',
  references: ['CWE-915'],
};

export const ENDLESS_TENSOR: Rule = {
  id: 'graph-code/endless-tensor',
  says: 'suspicious',
  severity: 'medium',
  title: 'The graph makes a tensor of a size that no machine holds.',
  why: 'Its size stands in the file as a constant: loading or running the model takes all memory there is.',
  remedy: 'Do not load the model where a crash would matter; ask the publisher what the operator is for.',
  references: ['CWE-789', 'CWE-400'],
};

export const ENDLESS_LOOP: Rule = {
  id: 'graph-code/endless-loop',
  says: 'suspicious',
  severity: 'medium',
  title: 'The graph goes round without end.',
  why: 'What would end the loop is fixed in the file so that it never does: whoever runs the model waits for ever.',
  remedy: 'Do not load the model where a hang would matter; ask the publisher what the loop is for.',
  references: ['CWE-835', 'CWE-400'],
};

export const STRAINS: Rule = {
  id: 'graph-code/strains-process',
  says: 'suspicious',
  severity: 'medium',
  title: 'The graph ends the process that runs it, or asks it for more threads than a machine has.',
  why: 'Whatever else the process serves stops with it, and every start with this model ends the same way.',
  remedy: 'Do not load the model where a crash would matter; ask the publisher what the operator is for.',
  references: ['CWE-400', 'CWE-705'],
};

export const DOCUMENT_TYPE: Rule = {
  id: 'graph-code/document-type',
  says: 'unscannable',
  severity: 'high',
  title: 'The document declares a type of its own.',
  why: 'Declarations can change what stands in the document, or make it grow without end; no model needs one.',
  remedy: 'Do not use the file. Ask the publisher for one without a document type.',
  references: ['CWE-776', 'CWE-611'],
};

export const UNREAD_FORMAT: Rule = {
  id: 'graph-code/unread-format',
  says: 'unscannable',
  severity: 'medium',
  title: 'The format is recognised and cannot be read.',
  why: 'What nobody could read, nobody can vouch for.',
  remedy: 'Ask the publisher for the model in an open format.',
  references: [],
};

export const NO_PLACE: Rule = {
  id: 'graph-code/no-place',
  says: 'unscannable',
  severity: 'high',
  title: 'Data is said to lie elsewhere, and the place is no file.',
  why: 'Loaders differ in what they make of it: what was checked need not be what is loaded.',
  remedy: 'Do not use the file. Ask the publisher for one written by the official library.',
  references: ['CWE-20'],
};

export const GRAPH_CODE_RULES = [
  RUNS_CODE,
  WRITES_FILES,
  READS_OUTSIDE,
  NETWORK,
  OUTSIDE_DATA,
  EXTERNAL_ENTITY,
  SCRIPT,
  SCRIPT_ELEMENT,
  FOREIGN_CLASS,
  READS_FILES,
  CUSTOM_OPERATOR,
  ENDLESS_TENSOR,
  ENDLESS_LOOP,
  STRAINS,
  NATIVE_PLAN,
  FOREIGN_KEYS,
  DOCUMENT_TYPE,
  UNREAD_FORMAT,
  NO_PLACE,
] as const;

/** What is known of the analyzer before it is loaded. */
export const GRAPH_CODE: AboutFiles = {
  id: 'graph-code',
  version: 2,
  question: 'Does a graph do more than compute?',
  rules: GRAPH_CODE_RULES,
  scope: 'file',
  formats: [
    'onnx',
    'tensorflow',
    'tflite',
    'coreml',
    'paddle',
    'executorch',
    'ort',
    'xml',
    'device-plan',
    'tensor-data',
    'json',
    'vowpal-wabbit',
  ],
};
