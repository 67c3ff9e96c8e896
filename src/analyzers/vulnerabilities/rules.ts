import type { Rule } from '../../domain/finding.ts';

const KNOWN = ['CWE-1395', 'AML.T0010.001'];

const UPGRADE = 'Ask for the fixed version, and test the model with it; where there is none, do without the package.';

export const MALICIOUS_PACKAGE: Rule = {
  id: 'vulnerabilities/malicious-package',
  says: 'malicious',
  severity: 'critical',
  title: 'It asks for a package that is itself an attack.',
  why: 'Installing the package, as the model says, runs code of whoever put it there.',
  remedy: 'Install nothing that the model asks for; take another model, and tell its publisher.',
  references: ['CWE-506', 'AML.T0010.001'],
};

export const CRITICAL: Rule = {
  id: 'vulnerabilities/critical',
  says: 'review',
  severity: 'critical',
  title: 'It asks for a package with a critical vulnerability.',
  why: 'Who installs what the model asks for has the vulnerability, whatever the weights are.',
  remedy: UPGRADE,
  references: KNOWN,
};

export const HIGH: Rule = {
  id: 'vulnerabilities/high',
  says: 'review',
  severity: 'high',
  title: 'It asks for a package with a vulnerability of high severity.',
  why: 'Who installs what the model asks for has the vulnerability, whatever the weights are.',
  remedy: UPGRADE,
  references: KNOWN,
};

export const MEDIUM: Rule = {
  id: 'vulnerabilities/medium',
  says: 'note',
  severity: 'medium',
  title: 'It asks for a package with a vulnerability of medium severity.',
  why: 'Such a vulnerability needs circumstances that most services of models do not offer.',
  remedy: UPGRADE,
  references: KNOWN,
};

export const LOW: Rule = {
  id: 'vulnerabilities/low',
  says: 'note',
  severity: 'low',
  title: 'It asks for a package with a vulnerability of low severity.',
  why: 'It harms little, or needs much that an attacker seldom has.',
  remedy: UPGRADE,
  references: KNOWN,
};

export const UNRATED: Rule = {
  id: 'vulnerabilities/unrated',
  says: 'unknown',
  severity: 'medium',
  title: 'It asks for a package with a vulnerability that nobody has scored.',
  why: 'Without a score it may be anything from harmless to critical.',
  remedy: 'Read the advisory (weighbridge advisories show ID), and upgrade or waive the finding with a reason.',
  references: KNOWN,
};

export const EXCUSED: Rule = {
  id: 'vulnerabilities/excused',
  says: 'note',
  severity: 'info',
  title: 'A signer whom you trust says that a vulnerability does not apply.',
  why: 'The version is affected; somebody has looked at how it is used, and signed what they found.',
  remedy: 'Nothing, as long as you trust the signer and the model is used as they say.',
  references: KNOWN,
};

export const POSSIBLE: Rule = {
  id: 'vulnerabilities/possible',
  says: 'note',
  severity: 'low',
  title: 'What it asks for lets vulnerable versions in.',
  why: 'Which version is installed is decided on the day, by what is there and what else asks for it.',
  remedy: 'Pin a version that is free of what is known, or raise the lower bound.',
  references: KNOWN,
};

export const LOADER: Rule = {
  id: 'vulnerabilities/loader',
  says: 'note',
  severity: 'info',
  title: 'The library that loads it has had vulnerabilities.',
  why: 'The model does not choose the version; whoever serves it does.',
  remedy: 'Serve it with the version named here or a later one.',
  references: KNOWN,
};

export const NOT_COMPARABLE: Rule = {
  id: 'vulnerabilities/not-comparable',
  says: 'unknown',
  severity: 'medium',
  title: 'Whether advisories apply to a package cannot be told.',
  why: 'Its version, or the versions in the advisory, cannot be compared; that is no reason to think it safe.',
  remedy: 'Pin the package to a released version, or have somebody read the advisories and waive the finding.',
  references: KNOWN,
};

export const NOT_INDEXED: Rule = {
  id: 'vulnerabilities/not-indexed',
  says: 'unknown',
  severity: 'medium',
  title: 'It asks for packages of an ecosystem that is not indexed here, or not lately.',
  why: 'No advisory about them was looked at.',
  remedy: 'Run weighbridge advisories update --ecosystem NAME and vet the model again.',
  references: [],
};

export const UNREAD_MANIFEST: Rule = {
  id: 'vulnerabilities/unread-manifest',
  says: 'unknown',
  severity: 'medium',
  title: 'A file that should name packages could not be read as such.',
  why: 'What it asks for is not known, and so not whether that is vulnerable.',
  remedy: 'Mend the file, or list by hand what it asks for; else have somebody waive the finding.',
  references: [],
};

export const FROM_ADDRESS: Rule = {
  id: 'vulnerabilities/from-address',
  says: 'note',
  severity: 'low',
  title: 'It asks for a package from an address instead of a registry.',
  why: 'Advisories speak of released versions; nobody warns of what lies at an address.',
  remedy: 'Take the released package, or review what lies there at a pinned commit.',
  references: ['CWE-494'],
};

export const LOADERS_UNKNOWN: Rule = {
  id: 'vulnerabilities/loaders-not-looked-up',
  says: 'note',
  severity: 'info',
  title: 'No advisories were at hand for the libraries that load it.',
  why: 'The model asks for no package itself, so that nothing of it is in question; its loaders may be.',
  remedy: 'Run weighbridge advisories update to learn from which version on a loader is free of what is known.',
  references: [],
};

export const VULNERABILITY_RULES: readonly Rule[] = [
  MALICIOUS_PACKAGE,
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  UNRATED,
  EXCUSED,
  POSSIBLE,
  LOADER,
  NOT_COMPARABLE,
  NOT_INDEXED,
  UNREAD_MANIFEST,
  FROM_ADDRESS,
  LOADERS_UNKNOWN,
];
