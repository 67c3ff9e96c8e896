import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const DISAGREE =
  'Readers of archives that trust one place or the other see different files: what was checked need not be what is loaded.';
const FRESH = 'Do not use the file. Ask the publisher for one written by the official library.';

export const WRITES_OUTSIDE: Rule = {
  id: 'archive-members/writes-outside',
  says: 'malicious',
  severity: 'critical',
  title: 'Extracting the archive can write files outside its folder.',
  why: 'A member is named so that it lands elsewhere: over a program, a key or a start-up script.',
  remedy: 'Do not extract the file. No honest tool writes such names.',
  references: ['CWE-22', 'AML.T0011.000'],
};

export const TWO_VIEWS: Rule = {
  id: 'archive-members/two-views',
  says: 'suspicious',
  severity: 'high',
  title: 'The archive describes a member in two different ways.',
  why: DISAGREE,
  remedy: FRESH,
  references: ['CWE-436', 'CVE-2025-1944', 'GHSA-7q5r-7gvp-wc82', 'CVE-2025-10156'],
};

export const DUPLICATE_MEMBERS: Rule = {
  id: 'archive-members/duplicate-members',
  says: 'suspicious',
  severity: 'high',
  title: 'Two members have the same name.',
  why: 'Some readers take the first, others the last.',
  remedy: FRESH,
  references: ['CWE-694'],
};

export const ODD_NAMES: Rule = {
  id: 'archive-members/odd-names',
  says: 'suspicious',
  severity: 'medium',
  title: 'A member has a name that readers take differently.',
  why: 'A backslash, an empty step or a control character makes one name two: the one that is checked and the one that is used.',
  remedy: FRESH,
  references: ['CWE-20'],
};

export const LINKS: Rule = {
  id: 'archive-members/links',
  says: 'review',
  severity: 'low',
  title: 'A member is a symbolic link.',
  why: 'Some tools make a link of it and others a file: what lies under its name depends on who extracts it.',
  remedy: 'Extract it with a tool that makes no links, or ask the publisher for an archive without them.',
  references: ['CWE-59'],
};

export const HIDDEN_BYTES: Rule = {
  id: 'archive-members/hidden-bytes',
  says: 'suspicious',
  severity: 'high',
  title: 'The archive holds bytes that belong to no member.',
  why: 'Before, between and after the members anything can lie unseen: another file, or another archive.',
  remedy: FRESH,
  references: ['CWE-130'],
};

export const OVERLAPPING_MEMBERS: Rule = {
  id: 'archive-members/overlapping-members',
  says: 'suspicious',
  severity: 'high',
  title: 'Members of the archive share their bytes.',
  why: 'This is how a small file inflates without end, and how one name shows two contents.',
  remedy: FRESH,
  references: ['CWE-409'],
};

export const ENCRYPTED_MEMBERS: Rule = {
  id: 'archive-members/encrypted-members',
  says: 'unscannable',
  severity: 'high',
  title: 'A member is encrypted, or said to be.',
  why: 'Encryption keeps checkers out; a loader that ignores the mark, or has the password in its code, gets in.',
  remedy: 'Ask the publisher for the file without encryption.',
  references: ['CWE-693', 'CVE-2025-1945', 'GHSA-w8jq-xcqf-f792'],
};

export const UNREADABLE_MEMBERS: Rule = {
  id: 'archive-members/unreadable-members',
  says: 'unscannable',
  severity: 'high',
  title: 'A member of the archive cannot be read.',
  why: 'It lies where nothing is, or is compressed in a way that is not known: nobody can say what it holds.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-20'],
};

export const DAMAGED_MEMBERS: Rule = {
  id: 'archive-members/damaged-members',
  says: 'suspicious',
  severity: 'medium',
  title: 'A member is not the one that the archive describes.',
  why: 'Its checksum or size is wrong: strict readers, most scanners among them, refuse it; loaders often do not look.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-354', 'CVE-2025-10156'],
};

export const UNNAMED_STORAGE: Rule = {
  id: 'archive-members/unnamed-storage',
  says: 'suspicious',
  severity: 'high',
  title: 'The checkpoint carries a storage that none of its tensors names.',
  why: 'PyTorch writes a storage for a tensor only: what nothing names is luggage that a program elsewhere can take out.',
  remedy: FRESH,
  references: ['CWE-506'],
};

export const ODD_STORAGE: Rule = {
  id: 'archive-members/odd-storage',
  says: 'unscannable',
  severity: 'high',
  title: 'A storage of the checkpoint has another size than its tensors ask for.',
  why: 'PyTorch takes the size from the pickle and does not compare: it reads beyond the storage, or leaves bytes unseen.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-125', 'CWE-130'],
};

export const BROKEN_CHECKPOINT: Rule = {
  id: 'archive-members/broken-checkpoint',
  says: 'unscannable',
  severity: 'high',
  title: 'The checkpoint lacks a part that PyTorch asks for, or has one that it refuses.',
  why: 'PyTorch does not load it: it was cut, put together by hand, or changed since it was written.',
  remedy: 'Download the file again; if it stays so, do not use it.',
  references: ['CWE-20'],
};

export const ARCHIVE_MEMBER_RULES: readonly Rule[] = [
  WRITES_OUTSIDE,
  TWO_VIEWS,
  DUPLICATE_MEMBERS,
  ODD_NAMES,
  LINKS,
  HIDDEN_BYTES,
  OVERLAPPING_MEMBERS,
  ENCRYPTED_MEMBERS,
  UNREADABLE_MEMBERS,
  DAMAGED_MEMBERS,
  UNNAMED_STORAGE,
  ODD_STORAGE,
  BROKEN_CHECKPOINT,
];

/** What each of the zip reader's defects means; a code that is not here counts as TWO_VIEWS. */
export const RULE_OF_DEFECT: ReadonlyMap<string, Rule> = new Map([
  ['traversal', WRITES_OUTSIDE],
  ['link-out', WRITES_OUTSIDE],
  ['link', LINKS],
  ['two-names', TWO_VIEWS],
  ['several-volumes', TWO_VIEWS],
  ['odd-name', ODD_NAMES],
  ['duplicate-names', DUPLICATE_MEMBERS],
  ['local-header-differs', TWO_VIEWS],
  ['several-end-records', TWO_VIEWS],
  ['entry-count', TWO_VIEWS],
  ['unreadable-member', UNREADABLE_MEMBERS],
  ['unknown-method', UNREADABLE_MEMBERS],
  ['overlapping-entries', OVERLAPPING_MEMBERS],
  ['gap', HIDDEN_BYTES],
  ['hidden-field', HIDDEN_BYTES],
  ['prefix-bytes', HIDDEN_BYTES],
  ['trailing-bytes', HIDDEN_BYTES],
  ['encrypted', ENCRYPTED_MEMBERS],
  ['crc-mismatch', DAMAGED_MEMBERS],
  ['size-mismatch', DAMAGED_MEMBERS],
]);

/** What is known of the analyzer before it is loaded. */
export const ARCHIVE_MEMBERS: AboutFiles = {
  id: 'archive-members',
  version: 3,
  question: 'Does every reader of the archive see the same members?',
  rules: ARCHIVE_MEMBER_RULES,
  scope: 'file',
  formats: ['zip'],
};
