import type { Rule } from '../../domain/finding.ts';

const IMITATION = 'Whoever imitates a name wants a model to be loaded that nobody would load under their own.';
const REFERENCES = ['AML.T0010.003', 'AML.T0058'];

export const SIGNED: Rule = {
  id: 'identity/signed',
  says: 'note',
  severity: 'info',
  title: 'Somebody whom you trust signed the model, and every file is as they signed it.',
  why: 'It came unchanged from them, whatever it passed through.',
  remedy: 'Nothing is to be done.',
  references: [],
};

export const CONTRADICTED: Rule = {
  id: 'identity/signature-contradicted',
  says: 'malicious',
  severity: 'critical',
  title: 'The model is signed by somebody whom you trust, and a file is not the one they signed.',
  why: 'Somebody changed the file after it was signed.',
  remedy: 'Do not load it. Fetch the model again from its publisher, and ask them when it differs again.',
  references: ['CWE-345', 'AML.T0018'],
};

export const NOT_COVERED: Rule = {
  id: 'identity/signature-incomplete',
  says: 'review',
  severity: 'high',
  title: 'The signature of somebody whom you trust does not cover the model as it is.',
  why: 'What was added or left out after the signing is nobody’s word.',
  remedy: 'Remove what nobody signed, or ask the signer to sign the model as it is.',
  references: ['CWE-345'],
};

export const SIGNATURE_INVALID: Rule = {
  id: 'identity/signature-invalid',
  says: 'review',
  severity: 'high',
  title: 'The model brings a signature that does not hold.',
  why: 'It was made for something else, was tampered with, or its certificate is not fit for it.',
  remedy: 'Ask the publisher for a signature that holds; weighbridge model-signature verify says more.',
  references: ['CWE-347'],
};

export const SIGNED_BY_STRANGER: Rule = {
  id: 'identity/signed-by-stranger',
  says: 'note',
  severity: 'low',
  title: 'The model brings a signature of somebody whom you do not trust.',
  why: 'A signature is worth what its signer is worth; one that a stranger made proves nothing.',
  remedy: 'If you know the signer by other means, trust them: weighbridge key trust, or key trust-identity.',
  references: [],
};

export const UNSIGNED: Rule = {
  id: 'identity/unsigned',
  says: 'note',
  severity: 'low',
  title: 'Nobody signed the model.',
  why: 'Whether it came unchanged from its publisher rests on where it was fetched from.',
  remedy: 'Ask the publisher to sign releases (OpenSSF Model Signing).',
  references: [],
};

export const COMMIT_SIGNED: Rule = {
  id: 'identity/commit-signed',
  says: 'note',
  severity: 'info',
  title: 'The commit that is checked out, or a tag on it, is signed with a key that you trust.',
  why: 'It vouches for the history; whether the files are those of the commit is another question.',
  remedy: 'Nothing is to be done.',
  references: [],
};

export const COMMIT_NOT_VERIFIED: Rule = {
  id: 'identity/commit-signature-unverified',
  says: 'note',
  severity: 'low',
  title: 'A commit or tag is signed, and nobody here can say by whom.',
  why: 'OpenPGP and X.509 signatures are not verified here; an SSH key that you do not trust proves nothing.',
  remedy: 'Trust the SSH key if you know whose it is (weighbridge key trust), or let git verify it elsewhere.',
  references: [],
};

export const COMMIT_SIGNATURE_BROKEN: Rule = {
  id: 'identity/commit-signature-broken',
  says: 'review',
  severity: 'high',
  title: 'A commit or tag brings a signature that does not hold.',
  why: 'The commit is not the one that was signed.',
  remedy: 'Fetch the repository again, and ask its publisher when it stays so.',
  references: ['CWE-347'],
};

export const GIT_UNREADABLE: Rule = {
  id: 'identity/git-unreadable',
  says: 'note',
  severity: 'low',
  title: 'The folder is a git checkout whose objects cannot be read.',
  why: 'Nobody can say whether its commit is signed.',
  remedy: 'Run git fsck on a copy.',
  references: [],
};

export const LOOK_ALIKE: Rule = {
  id: 'identity/look-alike',
  says: 'review',
  severity: 'high',
  title: 'The publisher’s name could be taken for that of a well-known one.',
  why: IMITATION,
  remedy: 'Make sure that this is the publisher you meant; if you know both, waive this finding.',
  references: REFERENCES,
};

export const BASE_LOOK_ALIKE: Rule = {
  id: 'identity/base-look-alike',
  says: 'review',
  severity: 'medium',
  title: 'The model names a base whose publisher could be taken for a well-known one.',
  why: 'Made of an imitation, it carries what the imitation carries.',
  remedy: 'Find out which base was meant, and vet that one too.',
  references: REFERENCES,
};

export const NAME_OF_ANOTHER: Rule = {
  id: 'identity/name-of-another',
  says: 'review',
  severity: 'medium',
  title: 'The model bears the name of another publisher’s model and says nothing of it.',
  why: 'It may be a copy, changed or not; terms and fixes of the original do not reach it.',
  remedy: 'Take the original, or ask the publisher what this one is made of.',
  references: ['AML.T0010.003'],
};

export const OTHER_NAME: Rule = {
  id: 'identity/answers-for-another-name',
  says: 'review',
  severity: 'medium',
  title: 'The hub gave a model of another name than the one that was asked for.',
  why: 'A name that was given up can be taken by anybody; who follows it gets what they put there.',
  remedy: 'Ask for the model by the name it has now, pinned to a commit.',
  references: ['AML.T0010.003'],
};

export const PUBLISHER_VERIFIED: Rule = {
  id: 'identity/publisher-verified',
  says: 'note',
  severity: 'info',
  title: 'The hub says that it verified the publisher.',
  why: 'The hub checked an address of the organisation; it is the hub’s word.',
  remedy: 'Nothing is to be done.',
  references: [],
};

export const NEW_REPOSITORY: Rule = {
  id: 'identity/new-repository',
  says: 'note',
  severity: 'low',
  title: 'The repository was created less than a month before this revision.',
  why: 'What is new has been looked at by few; imitations seldom grow old.',
  remedy: 'See who else uses it, and what else the publisher offers.',
  references: [],
};

export const IDENTITY_RULES = [
  SIGNED,
  CONTRADICTED,
  NOT_COVERED,
  SIGNATURE_INVALID,
  SIGNED_BY_STRANGER,
  UNSIGNED,
  COMMIT_SIGNED,
  COMMIT_NOT_VERIFIED,
  COMMIT_SIGNATURE_BROKEN,
  GIT_UNREADABLE,
  LOOK_ALIKE,
  BASE_LOOK_ALIKE,
  NAME_OF_ANOTHER,
  OTHER_NAME,
  PUBLISHER_VERIFIED,
  NEW_REPOSITORY,
] as const;
