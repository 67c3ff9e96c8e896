import type { Rule } from '../../domain/finding.ts';
import type { AboutFiles } from '../analyzer.ts';

const WHY =
  'Whoever downloads the model can use it. It also tells that nobody looked through the files before they were published.';
const REMEDY =
  'Tell the publisher to revoke it; do not use it. Removing it from the file is not enough, since older revisions keep it.';

export const PRIVATE_KEY: Rule = {
  id: 'secrets/private-key',
  says: 'review',
  severity: 'high',
  title: 'A file holds a private key.',
  why: WHY,
  remedy: REMEDY,
  references: ['CWE-321', 'CWE-798'],
};

export const CREDENTIAL: Rule = {
  id: 'secrets/credential',
  says: 'review',
  severity: 'high',
  title: 'A file holds what looks like a live credential.',
  why: WHY,
  remedy: REMEDY,
  references: ['CWE-798'],
};

export const POSSIBLE: Rule = {
  id: 'secrets/possible',
  says: 'review',
  severity: 'medium',
  title: 'A file holds what may be a credential.',
  why: `Its name or place promises a secret, and it looks random. ${WHY}`,
  remedy: `See whether it is one; waive this finding if it is not. ${REMEDY}`,
  references: ['CWE-798'],
};

export const SECRETS_RULES = [PRIVATE_KEY, CREDENTIAL, POSSIBLE] as const;

/** What is known of the analyzer before it is loaded. */
export const SECRETS: AboutFiles = {
  id: 'secrets',
  version: 1,
  question: 'Do its files hold keys or passwords?',
  rules: SECRETS_RULES,
  scope: 'file',
  formats: ['text', 'json', 'python'],
};
