import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const LOADED = 'AML.T0011.000';
const SUPPLY = 'AML.T0010.003';

export const SKOPS_ATTACK: Rule = {
  id: 'model-packages/skops-attack',
  says: 'malicious',
  severity: 'critical',
  title: 'The skops file names functions that no model needs, to be called on load.',
  why: 'Whoever trusts the types it asks for lets it call them; some spellings hide from the list of what has to be trusted.',
  remedy: 'Do not load the file.',
  references: ['CWE-502', 'CVE-2025-54412', 'CVE-2025-54413', 'CVE-2025-54886', LOADED],
};

export const SKOPS_TYPE: Rule = {
  id: 'model-packages/skops-untrusted-type',
  says: 'suspicious',
  severity: 'medium',
  title: 'The skops file needs types that skops does not trust by itself.',
  why: 'The loader asks its user to trust them by name; then their code runs with arguments from the file.',
  remedy: 'Trust them only if you know the library they come from.',
  references: ['CWE-502', LOADED],
};

export const HANDLER: Rule = {
  id: 'model-packages/serving-handler',
  says: 'suspicious',
  severity: 'high',
  title: 'Serving the archive runs code from it.',
  why: 'The manifest names a handler in Python, or packages to install; the server does both without asking.',
  remedy: 'Read the handler, or pack the weights anew with a handler of your own.',
  references: ['CWE-829', SUPPLY],
};

export const LOADER: Rule = {
  id: 'model-packages/loader',
  says: 'suspicious',
  severity: 'medium',
  title: 'Loading the package imports a module that it names.',
  why: 'MLflow imports the module under loader_module and calls it; folders under code come first on the path of imports.',
  remedy: 'Load only with loaders of MLflow itself; read the code otherwise.',
  references: ['CWE-829', SUPPLY],
};

export const LOADER_ATTACK: Rule = {
  id: 'model-packages/loader-attack',
  says: 'malicious',
  severity: 'critical',
  title: 'The package names a module of the system as its loader.',
  why: 'What is imported and called by name can start programs.',
  remedy: 'Do not load the package.',
  references: ['CWE-470', LOADED],
};

export const ADAPTER: Rule = {
  id: 'model-packages/adapter-module',
  says: 'suspicious',
  severity: 'medium',
  title: 'The adapter names a module to be imported.',
  why: 'PEFT imports the module that stands under auto_mapping to find the class of the base model.',
  remedy: 'Remove auto_mapping, and load the base model yourself.',
  references: ['CWE-470', SUPPLY],
};

export const CUSTOM_OPERATOR: Rule = {
  id: 'model-packages/custom-operator',
  says: 'suspicious',
  severity: 'medium',
  title: 'The network has operators that are not of the library.',
  why: 'Python or a native library of the publisher has to be loaded to run them.',
  remedy: 'Read that code before you load it.',
  references: ['CWE-829', SUPPLY],
};

export const ELSEWHERE: Rule = {
  id: 'model-packages/installs-from-elsewhere',
  says: 'review',
  severity: 'medium',
  title: 'Requirements name packages or a registry by address.',
  why: 'Setting the model up installs what lies at that address at that time, and installing runs code.',
  remedy: 'Install the packages by name and version from the registry you trust.',
  references: ['CWE-829', SUPPLY],
};

export const MOVING: Rule = {
  id: 'model-packages/moving-source',
  says: 'suspicious',
  severity: 'medium',
  title: "Requirements install what a stranger's repository holds at the time.",
  why: 'No commit is named: its owner can put any code there after this vetting, and installing runs it.',
  remedy: 'Name the commit, and read what it holds; or install by name and version.',
  references: ['CWE-829', 'CWE-494', SUPPLY],
};

export const LOOK_ALIKE: Rule = {
  id: 'model-packages/look-alike',
  says: 'suspicious',
  severity: 'high',
  title: 'The requirements name a package that is spelt nearly like a well-known one.',
  why: 'Names that people mistype are registered by those who want their code installed.',
  remedy: 'Install the package that was meant, by its own name.',
  references: ['CWE-1357', SUPPLY],
};

export const UNPROTECTED: Rule = {
  id: 'model-packages/unprotected-source',
  says: 'suspicious',
  severity: 'high',
  title: 'Requirements take packages from a place that anybody on the way can answer for.',
  why: 'Without encryption, certificates or a name, another package can be handed out; installing it runs its code.',
  remedy: 'Install the packages by name and version from the registry you trust.',
  references: ['CWE-319', 'CWE-494', SUPPLY],
};

export const FROM_FOLDER: Rule = {
  id: 'model-packages/installs-itself',
  says: 'suspicious',
  severity: 'medium',
  title: "Requirements install a package out of the model's own files.",
  why: 'Setting the model up then builds and installs what its publisher put beside the weights, and building runs code.',
  remedy: 'Read that package, or leave the line out.',
  references: ['CWE-829', SUPPLY],
};

export const OWN_FOLDER: Rule = {
  id: 'model-packages/installs-own-folder',
  says: 'review',
  severity: 'low',
  title: 'Requirements install the folder that they lie in.',
  why: 'What the folder does when it is built stands in its own setup.py or pyproject.toml, which are judged there.',
  remedy: 'Read what is said of those, or install the other lines alone.',
  references: ['CWE-829', SUPPLY],
};

export const OUTSIDE_PLACE: Rule = {
  id: 'model-packages/outside-place',
  says: 'suspicious',
  severity: 'high',
  title: 'The manifest of the package names a file outside it.',
  why: 'Whoever opens the package reads, or unpacks over, a file of the machine that nobody checked.',
  remedy: 'Do not open the package. Ask the publisher for one whose files are its own.',
  references: ['CWE-22', 'CWE-73'],
};

export const ODD_VALUES: Rule = {
  id: 'model-packages/odd-values',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file holds values that Flax does not write.',
  why: "Types of extension and keys of Python's own mean something to another reader only: one that builds objects from them.",
  remedy: 'Ask for a file written by the official library.',
  references: ['CWE-502', LOADED],
};

export const BROKEN_TREES: Rule = {
  id: 'model-packages/broken-trees',
  says: 'unscannable',
  severity: 'medium',
  title: 'The trees of the model contradict themselves.',
  why: 'Numbers of nodes that do not fit, and nodes that point nowhere, make native readers read past their memory.',
  remedy: 'Ask for a sound file.',
  references: ['CWE-125', 'CWE-787'],
};

export const BROKEN_GRAPH: Rule = {
  id: 'model-packages/broken-graph',
  says: 'unscannable',
  severity: 'medium',
  title: 'The graph of the model contradicts itself.',
  why: 'Loaders refuse it or crash on it: nodes that lead nowhere or to themselves make native readers read past their memory.',
  remedy: 'Ask for a sound file.',
  references: ['CWE-125', 'CWE-20'],
};

export const BROKEN_PACKAGE: Rule = {
  id: 'model-packages/broken-package',
  says: 'unscannable',
  severity: 'medium',
  title: 'The list of what is in the package contradicts itself.',
  why: 'Loaders refuse the package, or take another file for the model than whoever looked at it.',
  remedy: 'Ask for a sound package.',
  references: ['CWE-20'],
};

export const BROKEN_SETTINGS: Rule = {
  id: 'model-packages/broken-settings',
  says: 'unscannable',
  severity: 'medium',
  title: 'Settings are not what their loader takes them for.',
  why: 'The loader stops at them, or goes on with settings of its own: what was checked need not be what runs.',
  remedy: 'Download the file again; if it stays so, ask the publisher.',
  references: ['CWE-20'],
};

export const MODEL_PACKAGES_RULES = [
  SKOPS_ATTACK,
  SKOPS_TYPE,
  HANDLER,
  LOADER,
  LOADER_ATTACK,
  ADAPTER,
  CUSTOM_OPERATOR,
  ELSEWHERE,
  MOVING,
  UNPROTECTED,
  LOOK_ALIKE,
  FROM_FOLDER,
  OWN_FOLDER,
  OUTSIDE_PLACE,
  ODD_VALUES,
  BROKEN_TREES,
  BROKEN_GRAPH,
  BROKEN_PACKAGE,
  BROKEN_SETTINGS,
] as const;

/** What one of the rows found, in one line. */
export interface Judged {
  readonly rule: Rule;
  readonly operation: string;
}

/** What is known of the analyzer before it is loaded. */
export const MODEL_PACKAGES: AboutFiles = {
  id: 'model-packages',
  version: 3,
  question: "What does a package's manifest make its loader do?",
  rules: MODEL_PACKAGES_RULES,
  scope: 'file',
  formats: ['json', 'text', 'msgpack', 'zip', 'tar'],
};
