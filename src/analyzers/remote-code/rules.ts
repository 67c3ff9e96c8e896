import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const REFERENCES = ['CWE-829', 'AML.T0010.003'];
const READ_IT =
  'Read the code and pin its revision, or convert the model to an architecture the library knows by itself.';

export const AUTO_MAP: Rule = {
  id: 'remote-code/auto-map',
  says: 'suspicious',
  severity: 'medium',
  title: "Loading can run the publisher's Python.",
  why: 'The configuration names classes in Python files of the repository; a loader that trusts remote code imports and runs them with all rights of its user.',
  remedy: READ_IT,
  references: REFERENCES,
};

export const OTHER_REPOSITORY: Rule = {
  id: 'remote-code/other-repository',
  says: 'suspicious',
  severity: 'high',
  title: "Loading can run another repository's Python.",
  why: 'The code is not among the files that were checked, and its owner can change it at any time after this vetting.',
  remedy: 'Copy the code into the repository, read it, and pin it; or do not load the model with remote code.',
  references: REFERENCES,
};

export const TRUST: Rule = {
  id: 'remote-code/trust-remote-code',
  says: 'suspicious',
  severity: 'high',
  title: 'The files ask for remote code to be trusted.',
  why: 'Tools that pass such settings on switch off the question that a loader would ask its user.',
  remedy: 'Set it to false. If the model then does not load, it needs code that has to be read first.',
  references: REFERENCES,
};

export const PIPELINE: Rule = {
  id: 'remote-code/custom-pipeline',
  says: 'suspicious',
  severity: 'medium',
  title: 'The model brings its own pipeline or generation code.',
  why: "A library that finds it imports the publisher's Python when the model is loaded or asked to generate.",
  remedy: READ_IT,
  references: REFERENCES,
};

export const TARGET: Rule = {
  id: 'remote-code/instantiated-target',
  says: 'suspicious',
  severity: 'medium',
  title: 'The configuration names something to be called.',
  why: 'Hydra and tools like it import whatever stands under _target_ and call it, os.system as readily as a layer.',
  remedy: 'Allow only targets of libraries you know, or load the weights without this configuration.',
  references: ['CWE-470', ...REFERENCES],
};

export const LOADED_CODE: Rule = {
  id: 'remote-code/loaded-code',
  says: 'suspicious',
  severity: 'medium',
  title: 'A Python file that loading can run.',
  why: 'Its name, or a class in it, is one that loaders and servers of models look for. What it does on import is listed; what its functions do has to be read. No pattern was searched for, and none would make it clean.',
  remedy: READ_IT,
  references: REFERENCES,
};

export const CODE: Rule = {
  id: 'remote-code/python-file',
  says: 'suspicious',
  severity: 'low',
  title: 'A Python file.',
  why: 'Nothing is known to load it with the model, but whoever runs or imports it runs what the publisher wrote.',
  remedy: 'Leave it out if the model runs without it; read it otherwise.',
  references: REFERENCES,
};

export const PLAIN_CODE: Rule = {
  id: 'remote-code/plain-code',
  says: 'note',
  severity: 'low',
  title: 'A Python file that nothing loads by itself.',
  why: 'Nothing loads it with the model. By every name in it, it starts no program, opens no connection itself, removes nothing and makes no code of texts; libraries it calls may fetch what it names. Whoever starts it runs it with all their rights.',
  remedy: 'Read it before you run it.',
  references: REFERENCES,
};

export const ATTACKING_CODE: Rule = {
  id: 'remote-code/attacking-code',
  says: 'malicious',
  severity: 'critical',
  title:
    'Python that runs fetched or hidden code, gives secrets away, opens the machine, or starts programs as it is loaded.',
  why: 'No model needs this. It was followed from where a value comes from to what is done with it, through the names, calls and texts of the file; nothing was run.',
  remedy: 'Do not run, import or install the file, and do not use the files that came with it.',
  references: ['CWE-506', 'CWE-494', 'AML.T0011'],
};

export const INSTALLED_CODE: Rule = {
  id: 'remote-code/runs-by-itself',
  says: 'suspicious',
  severity: 'high',
  title: 'A Python file that runs by its place alone.',
  why: 'Installing the folder, testing in it, starting Python there or serving it runs this file without anyone naming it.',
  remedy: 'Remove it before you use the folder; weights need no such file.',
  references: REFERENCES,
};

export const PLAIN_SETUP: Rule = {
  id: 'remote-code/plain-setup',
  says: 'note',
  severity: 'low',
  title: 'A setup.py that only describes its package.',
  why: 'It runs when the folder is installed. It names the package, reads texts that lie beside it, and does no more.',
  remedy: 'Leave it out if nobody installs the folder.',
  references: REFERENCES,
};

export const SCRIPT: Rule = {
  id: 'remote-code/script',
  says: 'note',
  severity: 'low',
  title: 'A script, notebook or build file.',
  why: 'It runs only when a person starts it, and then with all their rights.',
  remedy: 'Read it before you run it.',
  references: REFERENCES,
};

export const ATTACKING_SCRIPT: Rule = {
  id: 'remote-code/attacking-script',
  says: 'malicious',
  severity: 'critical',
  title: 'A script runs hidden code, opens the machine to a stranger, or destroys files.',
  why: 'No model needs this. Whoever starts the script, or builds the image, hands the machine over.',
  remedy: 'Do not run it, and do not use the files that came with it.',
  references: ['CWE-494', 'AML.T0011'],
};

export const FETCHED_CODE: Rule = {
  id: 'remote-code/fetched-code',
  says: 'suspicious',
  severity: 'high',
  title: 'A script fetches something and runs it at once.',
  why: 'What lies at that address when the script is started was never checked, and can change at any time.',
  remedy: 'Fetch it by hand, read it, and keep a copy.',
  references: ['CWE-494', 'AML.T0010.003'],
};

export const FETCHED_UNASKED: Rule = {
  id: 'remote-code/fetched-unasked',
  says: 'malicious',
  severity: 'critical',
  title: 'Something is fetched over a way that nobody protects, and run without anyone asking for it.',
  why: 'Opening the folder, installing it, committing in it or starting an assistant there is enough. Makers of tools offer what they make over protected ways, and wait until somebody asks; whoever stands on the way to this address decides what runs.',
  remedy: 'Do not open, install or use the folder.',
  references: ['CWE-494', 'CWE-506', 'AML.T0011'],
};

export const HIDDEN_SCRIPT: Rule = {
  id: 'remote-code/hidden-script',
  says: 'malicious',
  severity: 'critical',
  title: 'A tensor, or a value of a header, is a script.',
  why: 'No format of weights has room for one: it was put there to be taken out and started by something else.',
  remedy: 'Do not use the file, nor what came with it.',
  references: ['CWE-506', 'AML.T0018.002'],
};

export const CODE_OF_NOBODY: Rule = {
  id: 'remote-code/code-of-nobody',
  says: 'malicious',
  severity: 'critical',
  title: 'Something is fetched from a machine without a name and run at once.',
  why: 'Whoever makes a tool offers it under a name of theirs. An address of digits, a tunnel, or a box in which anybody leaves files says nothing of who answers, and what they answer is run unseen.',
  remedy: 'Do not run it, and do not use the files that came with it.',
  references: ['CWE-494', 'CWE-506', 'AML.T0011'],
};

export const NOTEBOOK_CALLS: Rule = {
  id: 'remote-code/notebook-calls',
  says: 'suspicious',
  severity: 'medium',
  title: 'A cell of a notebook starts programs or runs data as code.',
  why: 'Notebooks beside a model are there to be run cell after cell, and few people read the cells first.',
  remedy: 'Read the cell before you run the notebook.',
  references: ['CWE-94', 'AML.T0011'],
};

export const UNREAD_SETTINGS: Rule = {
  id: 'remote-code/unread-settings',
  says: 'unscannable',
  severity: 'medium',
  title: 'A YAML file that could not be read as YAML.',
  why: 'Its lines were looked through, and nobody knows what another parser makes of it: settings are how code is named that a loader runs.',
  remedy: 'Mend the file, or leave it out.',
  references: ['CWE-20'],
};

export const UNREAD_SCRIPT: Rule = {
  id: 'remote-code/unread-script',
  says: 'unscannable',
  severity: 'medium',
  title: 'A script that is too long to be read to its end.',
  why: 'Its beginning was looked through, and nobody knows what the rest does: attacks are put behind much that is harmless.',
  remedy: 'Read it, or leave it out; data that a script carries belongs in a file of its own.',
  references: ['CWE-20'],
};

export const HOST_ACCESS: Rule = {
  id: 'remote-code/host-access',
  says: 'suspicious',
  severity: 'high',
  title: 'A container is given the machine that it runs on.',
  why: "A privileged container, or one that holds the host's folders or its daemon, is no wall: what runs in it runs on the host.",
  remedy: 'Start the model in a container without these rights.',
  references: ['CWE-250', 'AML.T0011'],
};

export const CHANGES_MACHINE: Rule = {
  id: 'remote-code/changes-machine',
  says: 'suspicious',
  severity: 'medium',
  title: 'A script changes what the machine runs by itself, or who may do what on it.',
  why: 'What it leaves behind counts long after it has ended: with each login, at its hour, for each user. Installers do so, and attackers.',
  remedy: 'Read what it writes, and run it only on a machine that is made for it.',
  references: ['CWE-250', 'AML.T0011'],
};

export const STARTS_PROGRAMS: Rule = {
  id: 'remote-code/starts-programs',
  says: 'suspicious',
  severity: 'medium',
  title: 'Code beside the model starts a program of the machine.',
  why: 'Code in R, Lua, Julia, MATLAB or Java that loads a model computes; whoever sources or loads this one runs a command too.',
  remedy: 'Read what it starts, or load the weights with code of your own.',
  references: ['CWE-78', 'AML.T0011.001'],
};

export const RUNS_IN_PLACE: Rule = {
  id: 'remote-code/runs-in-place',
  says: 'suspicious',
  severity: 'high',
  title: 'A file that a program runs because of its name and place.',
  why: 'Shells, editors, debuggers, Git and R look for such files in the folder that they are started in, and run them unasked.',
  remedy: 'Remove it; no model needs one.',
  references: REFERENCES,
};

export const INSTALL_SETTING: Rule = {
  id: 'remote-code/runs-on-install',
  says: 'suspicious',
  severity: 'high',
  title: 'Installing the folder runs a command or code from it.',
  why: 'Installers run what such settings name before anything else, with all rights of their user.',
  remedy: 'Do not install the folder; weights need no installing.',
  references: ['CWE-829', 'AML.T0010.003'],
};

export const STARTER: Rule = {
  id: 'remote-code/starter',
  says: 'suspicious',
  severity: 'high',
  title: 'A file that starts something when it is opened.',
  why: 'Desktops run such files at a double click, as if they were documents.',
  remedy: 'Remove it; no model needs one.',
  references: ['CWE-506', 'AML.T0011.001'],
};

export const PATH_FILE: Rule = {
  id: 'remote-code/path-file',
  says: 'malicious',
  severity: 'critical',
  title: 'A path file of Python carries a line of code.',
  why: 'Python runs lines that begin with import in .pth files of its packages at every start; weights of this name are never text.',
  remedy: 'Remove the file, and look whether it was installed already.',
  references: ['CWE-94', 'AML.T0011'],
};

export const YAML_OBJECT: Rule = {
  id: 'remote-code/yaml-object',
  says: 'malicious',
  severity: 'critical',
  title: 'A YAML file builds Python objects when it is read.',
  why: 'Loaders of PyYAML that are not safe import what such a tag names and call it: os.system as readily as a class.',
  remedy: 'Do not load the file; settings need texts and numbers.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const TARGET_ATTACK: Rule = {
  id: 'remote-code/dangerous-target',
  says: 'malicious',
  severity: 'critical',
  title: 'The configuration makes its reader call a function that runs programs or code.',
  why: 'Hydra and tools like it import whatever stands under _target_ and call it with what stands beside it.',
  remedy: 'Do not load the configuration.',
  references: ['CWE-470', 'CVE-2025-23304', 'AML.T0011.000'],
};

export const IMPORTED: Rule = {
  id: 'remote-code/imported-module',
  says: 'suspicious',
  severity: 'medium',
  title: 'A setting names code that its program imports.',
  why: 'Servers, trainers and pipelines import the module, plugin or file that stands there, and run it with all rights of their user.',
  remedy: READ_IT,
  references: ['CWE-470', ...REFERENCES],
};

export const RESOLVER: Rule = {
  id: 'remote-code/evaluating-setting',
  says: 'suspicious',
  severity: 'medium',
  title: 'A setting asks for an expression to be evaluated.',
  why: 'Projects that register such a resolver with OmegaConf hand the text to Python.',
  remedy: 'Write the value out.',
  references: ['CWE-95', 'AML.T0011'],
};

export const RESOLVER_ATTACK: Rule = {
  id: 'remote-code/setting-runs-code',
  says: 'malicious',
  severity: 'critical',
  title: 'A setting that is evaluated reaches for functions that run programs.',
  why: 'Projects that register such a resolver with OmegaConf hand the text to Python; no sum needs an import.',
  remedy: 'Do not load the configuration.',
  references: ['CWE-95', 'AML.T0011.000'],
};

export const OUTSIDE_FILE: Rule = {
  id: 'remote-code/outside-file',
  says: 'suspicious',
  severity: 'medium',
  title: 'A configuration takes a file of the machine, or of another place, for one of the model.',
  why: 'A loader opens the file that is named in the place of the one beside it: what is read then was not checked.',
  remedy: 'Remove the setting; the file beside it is found by its name.',
  references: ['CWE-73'],
};

export const READS_SECRET: Rule = {
  id: 'remote-code/reads-secret',
  says: 'suspicious',
  severity: 'high',
  title: 'The configuration takes a secret out of the environment.',
  why: 'It is filled in when the file is loaded, and goes wherever the text around it goes.',
  remedy: 'Do not load the configuration where the variable is set.',
  references: ['CWE-200', 'CVE-2025-68664', 'AML.T0024'],
};

export const NODE_CODE: Rule = {
  id: 'remote-code/workflow-node',
  says: 'suspicious',
  severity: 'medium',
  title: 'A workflow has a node that runs code or commands.',
  why: 'Extensions of ComfyUI bring nodes that run the text which stands in the workflow, with all rights of the server, as soon as somebody queues it.',
  remedy: 'Read the text, or take the node out of the workflow.',
  references: REFERENCES,
};

export const TOLD_TO_RUN: Rule = {
  id: 'remote-code/told-to-run',
  says: 'suspicious',
  severity: 'low',
  title: 'A paper tells its reader to run what nobody can vouch for.',
  why: 'What arrives without protection, or from a machine that has no name, is whatever somebody on the way makes of it; code in base64 is read by nobody who pastes it. People and assistants type what a card tells them.',
  remedy:
    'Do not type it. Install what you need from the index or the maker you know, and load the weights with a library of your own.',
  references: ['CWE-494', 'CWE-319', 'AML.T0011'],
};

export const REMOTE_CODE_RULES = [
  AUTO_MAP,
  OTHER_REPOSITORY,
  TRUST,
  PIPELINE,
  TARGET,
  LOADED_CODE,
  CODE,
  ATTACKING_CODE,
  INSTALLED_CODE,
  PLAIN_CODE,
  PLAIN_SETUP,
  SCRIPT,
  ATTACKING_SCRIPT,
  FETCHED_CODE,
  CODE_OF_NOBODY,
  HIDDEN_SCRIPT,
  FETCHED_UNASKED,
  NOTEBOOK_CALLS,
  INSTALL_SETTING,
  UNREAD_SETTINGS,
  UNREAD_SCRIPT,
  RUNS_IN_PLACE,
  HOST_ACCESS,
  CHANGES_MACHINE,
  STARTS_PROGRAMS,
  STARTER,
  PATH_FILE,
  YAML_OBJECT,
  TARGET_ATTACK,
  IMPORTED,
  NODE_CODE,
  RESOLVER,
  RESOLVER_ATTACK,
  OUTSIDE_FILE,
  READS_SECRET,
  TOLD_TO_RUN,
] as const;

/** What is known of the analyzer before it is loaded. */
export const REMOTE_CODE: AboutFiles = {
  id: 'remote-code',
  version: 8,
  question: "Does the model bring code of its publisher's?",
  rules: REMOTE_CODE_RULES,
  scope: 'file',
  formats: ['json', 'python', 'text', 'xml', 'pickle', 'safetensors'],
};
