import type { Rule } from '../../domain/finding.ts';

/** CWE-502: deserialisation of untrusted data. AML.T0011.000: User Execution, Unsafe AI Artifacts (MITRE ATLAS). */
const CODE_IN_A_PICKLE = ['CWE-502', 'AML.T0011.000'] as const;
const REFUSE = 'Do not load the file. Ask the publisher for safetensors, and for an explanation.';
const LOOK =
  'Ask the publisher for safetensors; or have a person who knows this class say that it is harmless, and waive.';
const KNOW =
  'Ask the publisher for safetensors. Or, once somebody who knows the library says that it is harmless: waive the finding; in scans, keep it as known by `weighbridge scan FILES --format known=known.yaml`, then `--known known.yaml`.';

function attack(id: string, title: string, why: string, references: readonly string[] = []): Rule {
  const id_ = `pickle-imports/${id}`;
  return {
    id: id_,
    says: 'malicious',
    severity: 'critical',
    title,
    why,
    remedy: REFUSE,
    references: [...CODE_IN_A_PICKLE, ...references],
  };
}

export const STARTS_PROGRAMS = attack(
  'starts-programs',
  'Loading the file can start other programs.',
  'Whoever made the file chooses what runs, with all rights of the process that loads it. No weights need this.',
  // pip.main; commands in helpers of uuid, imaplib and others.
  ['CWE-78', 'CVE-2025-1716', 'CVE-2026-56315'],
);

export const RUNS_CODE = attack(
  'runs-code',
  'Loading the file can run code that it brings along.',
  'Code is compiled, imported or evaluated while the file is read, before anybody sees the model.',
  // pkgutil.resolve_name; _interpreters.
  ['CWE-94', 'GHSA-vvpj-8cmc-gx39', 'GHSA-6ggj-6f2q-f7mx'],
);

export const REACHES_OBJECTS = attack(
  'reaches-objects',
  'Loading the file picks functions out of other objects.',
  'This is how an attack builds a forbidden call out of permitted pieces. No weights need this.',
  ['CWE-470'],
);

export const LOADS_FILES = attack(
  'loads-files',
  'Loading the file loads something else that can run code.',
  'The second file need not be part of the model, nor be there yet when the first is checked.',
  ['CWE-829'],
);

export const TOUCHES_FILES = attack(
  'touches-files',
  'Loading the file reads, writes or removes files.',
  'Whoever made the file can take secrets from, or plant programs on, the machine that loads it.',
  ['CWE-73'],
);

export const USES_NETWORK = attack(
  'uses-network',
  'Loading the file opens a connection.',
  'It can carry data out, or fetch what it then runs.',
  ['CWE-918', 'GHSA-mhc9-48gj-9gp3'],
);

export const TAMPERS = attack(
  'tampers',
  'Loading the file changes how the process itself works.',
  'Memory, import paths, signal handlers or exit hooks are set; what follows then runs in hands that are not yours.',
  // ctypes.
  ['CWE-913', 'CVE-2026-22608'],
);

export const ASKS_MACHINE = attack(
  'asks-machine',
  'Loading the file asks the machine what it is and who runs it.',
  'No weights need this. Attacks look where they are before they do more, and whoever tries out a call takes a harmless one first.',
  ['CWE-200'],
);

export const FORGED_ARRAY = attack(
  'forged-array',
  'Loading the file makes an array over memory that is not its own.',
  'NumPy believes what a pickled type says of its fields, sizes and objects; where it lies, bytes of the file become pointers.',
  ['CWE-822'],
);

export const ODD_ARRAY: Rule = {
  id: 'pickle-imports/odd-array',
  says: 'suspicious',
  severity: 'high',
  title: 'An array or a tensor does not fit the bytes it is laid over.',
  why: 'No library writes such a file: it is broken, or made to exhaust or overrun the memory of the process that loads it.',
  remedy: LOOK,
  references: ['CWE-502', 'CWE-119'],
};

export const ENDLESS_VALUE: Rule = {
  id: 'pickle-imports/endless-value',
  says: 'malicious',
  severity: 'high',
  title: 'The file spells a value that nobody can walk through to its end.',
  why: 'Lists hold references to lists that hold references: whoever prints, compares, hashes, copies or converts what was loaded never comes back. No library writes such a file.',
  remedy: REFUSE,
  references: ['CWE-502', 'CWE-776', 'AML.T0029'],
};

export const SWOLLEN_VALUE: Rule = {
  ...ENDLESS_VALUE,
  id: 'pickle-imports/swollen-value',
  says: 'suspicious',
  title: 'The file spells a value out of all proportion to its size.',
};

export const UNKNOWN_IMPORT: Rule = {
  id: 'pickle-imports/unknown-import',
  says: 'suspicious',
  severity: 'medium',
  title: 'Loading the file imports something that nobody has listed as harmless.',
  why: 'Importing runs the module, and calling it runs whatever it does. Weights do not need it; a genuine pickle of a library that is not listed may.',
  remedy: KNOW,
  references: CODE_IN_A_PICKLE,
};

export const UNKNOWN_CLASS: Rule = {
  id: 'pickle-imports/unknown-class',
  says: 'suspicious',
  severity: 'low',
  title: 'The file holds objects of a class that nobody has listed as harmless.',
  why: 'A genuine pickle of a library that is not listed looks like this. Nothing of the file is called; but loading it imports the module, and making and filling an object runs `__new__` and `__setstate__` of that class, whatever they do where it is installed.',
  remedy: KNOW,
  references: CODE_IN_A_PICKLE,
};

export const OWN_CLASS: Rule = {
  id: 'pickle-imports/own-class',
  says: 'review',
  severity: 'low',
  title: 'The file holds objects of a class that the program which saved it had defined.',
  why: 'Nothing of the file can define that class: whoever loads it has to bring the code, and that code says what it does.',
  remedy: 'Ask the publisher for the weights as safetensors, or read the code you are to run before you load the file.',
  references: CODE_IN_A_PICKLE,
};

export const HELD_FUNCTION: Rule = {
  id: 'pickle-imports/held-function',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file holds a function of something that nobody has listed, to be called when the model is used.',
  why: 'Loading calls nothing of it: a bound method, a partial function, or code that numba keeps. Using the model does.',
  remedy: LOOK,
  references: CODE_IN_A_PICKLE,
};

export const HELD_PROGRAM: Rule = {
  id: 'pickle-imports/held-program',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file carries, as bytes, a pickle that starts programs or runs code.',
  why: 'Loading the file does not unpickle these bytes. Caches, queues and sessions unpickle what they hold, and no weights hold such a program.',
  remedy: LOOK,
  references: CODE_IN_A_PICKLE,
};

export const HELD_ATTACK: Rule = {
  id: 'pickle-imports/held-attack',
  says: 'malicious',
  severity: 'high',
  title: 'The file carries, as bytes or as numbers, a pickle that attacks whoever unpickles it.',
  why: 'Loading the file does not unpickle these bytes: something else is to take them out and do it. Caches, queues, sessions and states of layers are unpickled, and no weights hold a program that starts others.',
  remedy: 'Do not use the file, nor what came with it.',
  references: ['CWE-506', ...CODE_IN_A_PICKLE],
};

export const HELD_NATIVE: Rule = {
  id: 'pickle-imports/held-native-code',
  says: 'malicious',
  severity: 'high',
  title: 'The file carries, as bytes, a program or a library of a machine.',
  why: 'Loading the file does not start it. No weights need one, and it was put there to be taken out and started.',
  remedy: 'Do not use the file, nor what came with it.',
  references: ['CWE-506', ...CODE_IN_A_PICKLE],
};

export const HELD_CODE: Rule = {
  id: 'pickle-imports/held-code',
  says: 'suspicious',
  severity: 'medium',
  title: 'The file carries, as bytes, compiled code.',
  why: 'Loading the file does not run these bytes. No weights need them, and whoever takes them out runs what nobody has read.',
  remedy: LOOK,
  references: CODE_IN_A_PICKLE,
};

export const UNEXPECTED_CALL: Rule = {
  id: 'pickle-imports/unexpected-call',
  says: 'suspicious',
  severity: 'high',
  title: 'A harmless function is called in a way that weights do not need.',
  why: 'The same function does other things with other arguments; its own library never writes it like this.',
  remedy: LOOK,
  references: CODE_IN_A_PICKLE,
};

export const COMPUTED_NAME: Rule = {
  id: 'pickle-imports/computed-name',
  says: 'suspicious',
  severity: 'high',
  title: 'The file computes the name of what it imports.',
  why: 'No library writes such a pickle: it serves to keep the name from scanners.',
  remedy: REFUSE,
  references: [...CODE_IN_A_PICKLE, 'CWE-470'],
};

export const COMPUTED_IMPORT = attack(
  'computed-import',
  'The file computes the name of what it calls.',
  'Names are put together while the file is read, so that no scanner sees them. No library writes such a pickle.',
  ['CWE-470'],
);

export const PERSISTENT_ID: Rule = {
  id: 'pickle-imports/persistent-id',
  says: 'suspicious',
  severity: 'low',
  title: 'The file asks whoever loads it for objects by names of its own.',
  why: 'Such a name means what the loader makes of it, and the file by itself does not load. Archives of PyTorch resolve theirs; this one lies in none.',
  remedy: 'Ask the publisher which program loads it, and read what that makes of the names; or ask for safetensors.',
  references: ['CWE-502'],
};

export const COMPUTED_CALL: Rule = {
  id: 'pickle-imports/computed-call',
  says: 'suspicious',
  severity: 'high',
  title: 'Loading the file calls something that is not known by name.',
  why: 'What a call returns is called or built upon in turn; only running it would tell what it does.',
  remedy: REFUSE,
  references: [...CODE_IN_A_PICKLE, 'CWE-470'],
};

export const DOTTED_NAME: Rule = {
  id: 'pickle-imports/dotted-name',
  says: 'suspicious',
  severity: 'high',
  title: 'The file reaches through a module into what that module imported.',
  why: 'A harmless module leads to any other: `torch` to `serialization.os.system`. Libraries write plain names.',
  remedy: REFUSE,
  references: [...CODE_IN_A_PICKLE, 'GHSA-5j3x-jp52-966f'],
};

export const HIDDEN_PROGRAM: Rule = {
  id: 'pickle-imports/hidden-program',
  says: 'suspicious',
  severity: 'high',
  title: 'A second pickle lies behind bytes that hide it.',
  why: 'Scanners stop at the first; a loader that reads on takes the second.',
  remedy: REFUSE,
  references: CODE_IN_A_PICKLE,
};

export const UNFOLLOWED: Rule = {
  id: 'pickle-imports/unfollowed',
  says: 'unscannable',
  severity: 'high',
  title: 'The pickle could not be followed to its end.',
  why: 'What a loader would do with the rest is not known; a program may do its harm and break on purpose.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-502', 'CWE-20'],
};

export const PICKLE_IMPORT_RULES: readonly Rule[] = [
  STARTS_PROGRAMS,
  RUNS_CODE,
  REACHES_OBJECTS,
  LOADS_FILES,
  TOUCHES_FILES,
  USES_NETWORK,
  TAMPERS,
  ASKS_MACHINE,
  FORGED_ARRAY,
  ODD_ARRAY,
  ENDLESS_VALUE,
  SWOLLEN_VALUE,
  UNKNOWN_IMPORT,
  UNKNOWN_CLASS,
  OWN_CLASS,
  HELD_FUNCTION,
  HELD_PROGRAM,
  HELD_ATTACK,
  HELD_NATIVE,
  HELD_CODE,
  UNEXPECTED_CALL,
  COMPUTED_IMPORT,
  COMPUTED_NAME,
  COMPUTED_CALL,
  PERSISTENT_ID,
  DOTTED_NAME,
  HIDDEN_PROGRAM,
  UNFOLLOWED,
];

/** What the reader's defects mean; a code that is not here counts as UNFOLLOWED. */
export const RULE_OF_DEFECT: ReadonlyMap<string, Rule> = new Map([['hidden-program', HIDDEN_PROGRAM]]);
