import type { Rule } from '../../domain/finding.ts';
import type { Unreadable } from '../../intake/inventory.ts';

const NOBODY_KNOWS =
  'What nobody could read, nobody can vouch for: it may hold anything, and a loader may still take it.';

export const UNCLAIMED: Rule = {
  id: 'unread-files/unclaimed',
  says: 'unscannable',
  severity: 'medium',
  title: 'No reader knows what this file is.',
  why: NOBODY_KNOWS,
  remedy: 'Leave the file out if the model runs without it, or waive this finding once a person has looked at it.',
  references: [],
};

export const MALFORMED: Rule = {
  id: 'unread-files/malformed',
  says: 'unscannable',
  severity: 'high',
  title: 'The file is not what it claims to be, or is damaged.',
  why: 'Damaged files are how scanners are made to look away; a loader may be less strict than a reader.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-20'],
};

export const ENCRYPTED: Rule = {
  id: 'unread-files/encrypted',
  says: 'unscannable',
  severity: 'high',
  title: 'The file is encrypted.',
  why: 'Models have no reason to be: encryption keeps checkers out, and a loader with the password in its code gets in.',
  remedy: 'Ask the publisher for the file without encryption.',
  references: [],
};

export const OVER_BUDGET: Rule = {
  id: 'unread-files/over-budget',
  says: 'unscannable',
  severity: 'high',
  title: 'Reading the file costs more than it may.',
  why: 'Files that grow without end when they are read stop whoever reads them, a loader as well.',
  remedy: 'Do not use the file unless its publisher can say why it is so.',
  references: ['CWE-400', 'CWE-409'],
};

export const LOOKED_AT_SOME: Rule = {
  id: 'unread-files/looked-at-some',
  says: 'note',
  severity: 'low',
  title: 'Not every value of the file was looked at for a file within it.',
  why: 'Tables and data sets have more values than are looked into one by one. Readers make values of them and nothing else; a program that takes one out and unpickles it is not seen here.',
  remedy:
    'Nothing, where the file is data. Where code unpickles or runs its values, look at those as files of their own.',
  references: [],
};

export const FORBIDDEN: Rule = {
  id: 'unread-files/forbidden',
  says: 'unscannable',
  severity: 'medium',
  title: 'The file may not be read by this user.',
  why: NOBODY_KNOWS,
  remedy: 'Run as a user who may read it, or change its permissions.',
  references: [],
};

export const CHANGED: Rule = {
  id: 'unread-files/changed',
  says: 'unscannable',
  severity: 'high',
  title: 'The file changed while it was read.',
  why: 'What was checked is not what lies there now.',
  remedy: 'Run the same command again when nobody writes to the model.',
  references: ['CWE-367'],
};

export const LINK: Rule = {
  id: 'unread-files/link',
  says: 'unscannable',
  severity: 'high',
  title: 'The file is a link that is not followed.',
  why: 'A link out of the model, or to nothing yet, lets a loader read a file that was never checked.',
  remedy: 'Put the file itself in the place of the link.',
  references: ['CWE-59'],
};

export const SPECIAL: Rule = {
  id: 'unread-files/special',
  says: 'unscannable',
  severity: 'high',
  title: 'This is a pipe, a socket or a device, and no file.',
  why: 'It answers every reader differently, or lets it wait for ever.',
  remedy: 'Remove it from the model.',
  references: ['CWE-66'],
};

export const EMPTY_NEEDED: Rule = {
  id: 'unread-files/empty-needed',
  says: 'unscannable',
  severity: 'medium',
  title: 'A file that the model needs is empty.',
  why: 'The model that would run is not the one that lies here.',
  remedy: 'Download the file again.',
  references: [],
};

export const NOTHING_INSIDE: Rule = {
  id: 'unread-files/nothing-inside',
  says: 'unscannable',
  severity: 'medium',
  title: 'An archive holds no file.',
  why: 'There is nothing in it that could be a model: it was made or fetched wrongly.',
  remedy: 'Download the archive again.',
  references: [],
};

export const EMPTY: Rule = {
  id: 'unread-files/empty',
  says: 'note',
  severity: 'info',
  title: 'The file is empty.',
  why: 'It holds nothing, and nothing can come of it.',
  remedy: 'Nothing has to be done.',
  references: [],
};

export const POINTER: Rule = {
  id: 'unread-files/pointer',
  says: 'unscannable',
  severity: 'medium',
  title: 'In place of the file lies a Git LFS pointer to it.',
  why: 'The file itself was not downloaded, so it was not read; whoever runs the model will fetch it.',
  remedy: 'Run git lfs pull, then vet again.',
  references: [],
};

export const TEXT_FOR_WEIGHTS: Rule = {
  id: 'unread-files/text-for-weights',
  says: 'unscannable',
  severity: 'medium',
  title: 'Under the name of weights lies a text.',
  why: 'What was fetched is not the file: an error page, a note, or the beginning of something that was cut short.',
  remedy: 'Download the file again; if it stays so, ask the publisher.',
  references: [],
};

export const DAMAGED: Rule = {
  id: 'unread-files/damaged',
  says: 'unscannable',
  severity: 'medium',
  title: 'The file could be read, but its parts contradict one another.',
  why: 'Readers of such a file differ in what they see: what was checked need not be what is loaded.',
  remedy: 'Ask the publisher for a sound file.',
  references: ['CWE-20'],
};

export const REPEATED_KEYS: Rule = {
  id: 'unread-files/repeated-keys',
  says: 'review',
  severity: 'medium',
  title: 'A key stands twice in one object.',
  why: 'Some readers take the first, others the last: what was checked need not be what is loaded.',
  remedy: 'Remove one of the two, or ask the publisher which one counts.',
  references: ['CWE-694'],
};

export const REPEATED_SETTING: Rule = {
  id: 'unread-files/repeated-setting',
  says: 'suspicious',
  severity: 'medium',
  title: 'In a file that loaders of models read, a key stands twice in one object.',
  why: "Python's reader takes the last, others the first or neither: what was checked need not be what is loaded. No library writes that.",
  remedy: 'Ask the publisher which one counts, and remove the other.',
  references: ['CWE-694'],
};

export const GIT_FOLDER: Rule = {
  id: 'unread-files/git-folder',
  says: 'note',
  severity: 'info',
  title: 'A folder of Git lies beside the model; only its settings and hooks were read.',
  why: 'No loader takes it up, and no decision covers it; Git runs its hooks, and what its settings name, when it is used in this folder.',
  remedy: 'Vet and ship a copy without the .git folder.',
  references: [],
};

export const UNREAD_FILES_RULES = [
  UNCLAIMED,
  MALFORMED,
  ENCRYPTED,
  OVER_BUDGET,
  LOOKED_AT_SOME,
  FORBIDDEN,
  CHANGED,
  LINK,
  SPECIAL,
  EMPTY_NEEDED,
  NOTHING_INSIDE,
  EMPTY,
  POINTER,
  TEXT_FOR_WEIGHTS,
  DAMAGED,
  REPEATED_KEYS,
  REPEATED_SETTING,
  GIT_FOLDER,
] as const;

/** The rule of each reason why bytes could not be read. */
export const RULE_OF_REASON: Readonly<Record<Unreadable['reason'], Rule>> = {
  unclaimed: UNCLAIMED,
  malformed: MALFORMED,
  encrypted: ENCRYPTED,
  'over-budget': OVER_BUDGET,
  forbidden: FORBIDDEN,
  changed: CHANGED,
  link: LINK,
  special: SPECIAL,
};
