import type { Rule } from '../../domain/finding.ts';

export const MISMATCH: Rule = {
  id: 'digests/mismatch',
  says: 'malicious',
  severity: 'critical',
  title: 'The bytes are not those that the source says it has.',
  why: 'Either they were damaged on their way, or somebody changed them on the source, on the way or on this machine.',
  remedy: 'Do not use the file. Download it again from the source; if it stays so, tell the publisher and the source.',
  references: ['CWE-354', 'CWE-345'],
};

export const UNKNOWN: Rule = {
  id: 'digests/unknown',
  says: 'unknown',
  severity: 'medium',
  title: 'No SHA-256 of the file is known.',
  why: 'A decision names files by their digest: this file could be exchanged and nobody would see it.',
  remedy: 'Vet with --download, so that the bytes are hashed here.',
  references: ['CWE-494'],
};

export const CLAIMED: Rule = {
  id: 'digests/claimed',
  says: 'note',
  severity: 'info',
  title: 'Digests are the source’s word: these bytes were not hashed here.',
  why: 'The source could serve other bytes than those it names.',
  remedy: 'Vet with --download, or let the process that starts the server verify the bytes.',
  references: ['CWE-345'],
};

export const UNPINNED: Rule = {
  id: 'digests/unpinned',
  says: 'review',
  severity: 'medium',
  title: 'The source has no revision for what was read.',
  why: 'What lies at this address can be another model tomorrow, under the same name.',
  remedy: 'Vet it from a source with revisions, or keep the vetted bytes and use those.',
  references: ['CWE-494'],
};

export const MOVING_NAME: Rule = {
  id: 'digests/moving-name',
  says: 'note',
  severity: 'low',
  title: 'The name that was given moves; the commit that was vetted does not.',
  why: 'A branch or tag can point at another commit tomorrow: only the commit is what was vetted.',
  remedy: 'Name the commit wherever the model is loaded.',
  references: ['CWE-494'],
};

export const BLOB_NAME: Rule = {
  id: 'digests/blob-name',
  says: 'unscannable',
  severity: 'high',
  title: 'A blob is named by a SHA-256 that is not its own.',
  why: 'Whoever asks a store for content by its digest gets other bytes, or is refused by a client that compares.',
  remedy: 'Pull the model again; if it stays so, do not use it.',
  references: ['CWE-354', 'CWE-345'],
};

export const BLOB_SIZE: Rule = {
  id: 'digests/blob-size',
  says: 'unscannable',
  severity: 'medium',
  title: 'A manifest tells another size of a blob than it has.',
  why: 'Clients refuse what is longer or shorter than they were told, or stop reading where they were told to.',
  remedy: 'Pull the model again; if it stays so, ask the publisher.',
  references: ['CWE-354'],
};

export const BLOB_MISSING: Rule = {
  id: 'digests/blob-missing',
  says: 'unscannable',
  severity: 'high',
  title: 'A manifest names a blob that does not lie in its layout.',
  why: 'What was not here was not read; whoever runs the image fetches it from somewhere, or fails.',
  remedy: 'Copy the image again with all its blobs, then vet again.',
  references: [],
};

export const BROKEN_LAYOUT: Rule = {
  id: 'digests/broken-layout',
  says: 'unscannable',
  severity: 'medium',
  title: 'A layout of images cannot be followed from its index to its layers.',
  why: 'Nobody can say which blobs a client would take up.',
  remedy: 'Copy the image again; if it stays so, ask the publisher.',
  references: [],
};

/** What is said of blobs and of those who name them. */
export const BLOB_RULES = [BLOB_NAME, BLOB_SIZE, BLOB_MISSING, BROKEN_LAYOUT] as const;

export const DIGESTS_RULES = [MISMATCH, UNKNOWN, CLAIMED, UNPINNED, MOVING_NAME, ...BLOB_RULES] as const;
