import type { Rule } from '../../domain/finding.ts';

const LOADED = 'It was loaded for this, in a chamber without a network and with nothing of this machine in it.';

/** What a model did when it was loaded. Each says what was seen, and silence is no proof: a payload may wait for a better day. */
export const RAN_PROGRAM: Rule = {
  id: 'detonation/ran-program',
  says: 'malicious',
  severity: 'critical',
  title: 'Loading the file started a program.',
  why: `Weights have no need of other programs; whoever loads this file runs what its author chose. ${LOADED}`,
  remedy: 'Do not load it anywhere. Take the model from its publisher as safetensors, and tell the hub.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const USED_NETWORK: Rule = {
  id: 'detonation/used-network',
  says: 'malicious',
  severity: 'critical',
  title: 'Loading the file asked for the network.',
  why: `A loader that has the file needs nobody else: this fetches a second stage, or reports where it was loaded. ${LOADED}`,
  remedy: 'Do not load it anywhere. Block the address it asked for, and look for it in your logs.',
  references: ['CWE-502', 'AML.T0011.000', 'AML.T0024'],
};

export const READ_CREDENTIALS: Rule = {
  id: 'detonation/read-credentials',
  says: 'malicious',
  severity: 'critical',
  title: 'Loading the file looked for credentials.',
  why: `Keys and tokens have no part in loading weights. ${LOADED}`,
  remedy: 'Do not load it anywhere. Where it was loaded before, change the credentials that lay there.',
  references: ['CWE-502', 'CWE-522', 'AML.T0011.000'],
};

export const TRIED_TO_LEAVE: Rule = {
  id: 'detonation/tried-to-leave',
  says: 'malicious',
  severity: 'critical',
  title: 'Loading the file asked the kernel for what no loader needs.',
  why: `Mounts, other processes' memory, namespaces and kernel modules are ways out of a container. ${LOADED}`,
  remedy: 'Do not load it anywhere.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const CHANGED_FILES: Rule = {
  id: 'detonation/changed-files',
  says: 'suspicious',
  severity: 'high',
  title: 'Loading the file wrote or changed files.',
  why: `Some libraries keep caches; a model that writes files can plant code for later. ${LOADED}`,
  remedy: 'See which files; a cache that the library is known for can be waived.',
  references: ['CWE-502', 'AML.T0011.000'],
};

export const DID_NOT_END: Rule = {
  id: 'detonation/did-not-end',
  says: 'suspicious',
  severity: 'high',
  title: 'Loading the file did not come to an end.',
  why: 'It took more time, memory or calls than any genuine load, or ended its own process: a service that loads it would hang or crash.',
  remedy: 'Treat the file as hostile until somebody can say why.',
  references: ['CWE-400', 'CWE-502'],
};

export const DID_NOT_LOAD: Rule = {
  id: 'detonation/did-not-load',
  says: 'note',
  severity: 'info',
  title: 'The library would not load the file.',
  why: 'What it would do in another version of the library was not seen.',
  remedy: 'Give the interpreter that your services load it with: --detonate /path/to/python.',
  references: [],
};

export const QUIET_LOAD: Rule = {
  id: 'detonation/loaded',
  says: 'note',
  severity: 'info',
  title: 'The file was loaded, and did nothing but load.',
  why: 'A quiet load proves little: a payload may wait for a date, a name or a network.',
  remedy: 'Nothing. What reading the file found stands beside it.',
  references: [],
};

export const NOT_TRIED: Rule = {
  id: 'detonation/not-tried',
  says: 'unknown',
  severity: 'low',
  title: 'The file was not loaded.',
  why: 'The library that loads it was not at hand, or there were too many files: nothing was seen of what it does.',
  remedy: 'Give an interpreter that has the library: --detonate /path/to/python.',
  references: [],
};

export const DETONATION_RULES: readonly Rule[] = [
  RAN_PROGRAM,
  USED_NETWORK,
  READ_CREDENTIALS,
  TRIED_TO_LEAVE,
  CHANGED_FILES,
  DID_NOT_END,
  DID_NOT_LOAD,
  QUIET_LOAD,
  NOT_TRIED,
];
