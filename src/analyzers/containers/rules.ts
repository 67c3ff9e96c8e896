import type { Rule } from '../../domain/finding.ts';

const DISAGREE =
  'Readers that go by one place or the other see different files: what was checked need not be what is loaded.';
const FRESH = 'Do not use the file. Ask the publisher for one written by the usual tools.';
const AGAIN = 'Download the file again; if it stays so, do not use it.';

export const WRITES_OUTSIDE: Rule = {
  id: 'containers/writes-outside',
  says: 'malicious',
  severity: 'critical',
  title: 'Extracting the archive can write or read files outside its folder.',
  why: 'A member, or a link that later members go through, lands elsewhere: at a program, a key or a start-up script.',
  remedy: 'Do not extract the file. No honest tool writes such members into a model.',
  references: ['CWE-22', 'CWE-59', 'AML.T0011.000'],
};

export const MAKES_DEVICE: Rule = {
  id: 'containers/makes-device',
  says: 'malicious',
  severity: 'high',
  title: 'Extracting the archive makes a device.',
  why: 'Whoever may open it reaches a disk or the memory of the machine past all permissions.',
  remedy: 'Do not extract the file. Models hold no devices.',
  references: ['CWE-22', 'CWE-66'],
};

export const ODD_MEMBERS: Rule = {
  id: 'containers/odd-members',
  says: 'suspicious',
  severity: 'medium',
  title: 'The archive holds what models do not need.',
  why: 'Pipes, files that run with the rights of another, members written through links, names with two meanings: these serve to surprise.',
  remedy: FRESH,
  references: ['CWE-20'],
};

export const LINKS: Rule = {
  id: 'containers/links',
  says: 'review',
  severity: 'low',
  title: 'The archive holds links within its folder.',
  why: 'A link shows one file under two names. These stay inside; readers of models rarely need them.',
  remedy: 'Have a look at where they point.',
  references: ['CWE-59'],
};

export const DUPLICATE_MEMBERS: Rule = {
  id: 'containers/duplicate-members',
  says: 'suspicious',
  severity: 'high',
  title: 'Two members have the same name.',
  why: 'Some readers take the first, others the last.',
  remedy: FRESH,
  references: ['CWE-694'],
};

export const TWO_VIEWS: Rule = {
  id: 'containers/two-views',
  says: 'suspicious',
  severity: 'high',
  title: 'Readers differ in what this archive holds.',
  why: DISAGREE,
  remedy: FRESH,
  references: ['CWE-436', 'CVE-2025-62518'],
};

export const HIDDEN_BYTES: Rule = {
  id: 'containers/hidden-bytes',
  says: 'unscannable',
  severity: 'high',
  title: 'The file holds bytes that belong to nothing.',
  why: 'Behind the end, or where decoders skip, anything can lie unseen: another file, or another archive.',
  remedy: FRESH,
  references: ['CWE-130'],
};

export const DAMAGED: Rule = {
  id: 'containers/damaged',
  says: 'unscannable',
  severity: 'high',
  title: 'The file is cut off, or is not what it tells of itself.',
  why: 'Strict readers refuse it, loaders often go on; what they would find behind the fault is not known.',
  remedy: AGAIN,
  references: ['CWE-20', 'CWE-354'],
};

export const BOMB: Rule = {
  id: 'containers/bomb',
  says: 'unscannable',
  severity: 'high',
  title: 'The file grows beyond measure when it is read.',
  why: 'A small file that decodes to a huge one stops whoever reads it, a loader as well.',
  remedy: 'Do not use the file unless its publisher can say why it is so.',
  references: ['CWE-400', 'CWE-409'],
};

export const NOT_OPENED: Rule = {
  id: 'containers/not-opened',
  says: 'unscannable',
  severity: 'medium',
  title: 'This sort of container is not opened.',
  why: 'What nobody could read, nobody can vouch for: it may hold anything, and a loader may still take it.',
  remedy: 'Unpack the file with its own tool in a safe place, and scan what comes out.',
  references: [],
};

export const CONTAINER_RULES: readonly Rule[] = [
  WRITES_OUTSIDE,
  MAKES_DEVICE,
  ODD_MEMBERS,
  LINKS,
  DUPLICATE_MEMBERS,
  TWO_VIEWS,
  HIDDEN_BYTES,
  DAMAGED,
  BOMB,
  NOT_OPENED,
];

/** What each of the readers' defects means; a code that is not here counts as DAMAGED. */
export const RULE_OF_DEFECT: ReadonlyMap<string, Rule> = new Map([
  ['traversal', WRITES_OUTSIDE],
  ['link-out', WRITES_OUTSIDE],
  ['through-link-out', WRITES_OUTSIDE],
  ['escaping-name', WRITES_OUTSIDE],
  ['device', MAKES_DEVICE],
  ['pipe', ODD_MEMBERS],
  ['through-link', ODD_MEMBERS],
  ['set-id', ODD_MEMBERS],
  ['odd-name', ODD_MEMBERS],
  ['link', LINKS],
  ['duplicate-names', DUPLICATE_MEMBERS],
  ['two-sizes', TWO_VIEWS],
  ['data-of-none', TWO_VIEWS],
  ['concatenated', HIDDEN_BYTES],
  ['trailing-bytes', HIDDEN_BYTES],
  ['skipped-bytes', HIDDEN_BYTES],
  ['bomb', BOMB],
  ['too-much', BOMB],
  ['not-opened', NOT_OPENED],
  ['sparse', NOT_OPENED],
]);
