import type { Rule } from '../../domain/finding.ts';

const NAMED = 'Evidence counts only for the digest that it names.';

export const COUNTS: Rule = {
  id: 'external-evidence/counts',
  says: 'note',
  severity: 'info',
  title: 'Evidence that was handed over is about this model.',
  why: NAMED,
  remedy: 'Nothing is to be done.',
  references: [],
};

export const PART: Rule = {
  id: 'external-evidence/covers-a-part',
  says: 'note',
  severity: 'low',
  title: 'Evidence that was handed over is about some files of this model, and not about all its weights.',
  why: NAMED,
  remedy: 'Ask its issuer for evidence about the model as a whole.',
  references: [],
};

export const OTHER_MODEL: Rule = {
  id: 'external-evidence/other-model',
  says: 'review',
  severity: 'medium',
  title: 'Evidence that was handed over is about another model.',
  why: `${NAMED} None of its digests is one of these files.`,
  remedy: 'Hand over the evidence about this revision, or none.',
  references: [],
};

export const SPEAKS_AGAINST: Rule = {
  id: 'external-evidence/speaks-against',
  says: 'review',
  severity: 'high',
  title: 'Evidence about this model says that it failed.',
  why: 'Whoever looked at it, to answer for its use, says that it is not good enough.',
  remedy: 'Read what it says. Take another model, or have who answers for it say why it may be used all the same.',
  references: [],
};

export const EXPIRED: Rule = {
  id: 'external-evidence/expired',
  says: 'review',
  severity: 'medium',
  title: 'Evidence that was handed over has expired.',
  why: 'Its issuer stands behind it no longer.',
  remedy: 'Ask its issuer to renew it.',
  references: [],
};

export const NOT_SIGNED: Rule = {
  id: 'external-evidence/not-signed-by-anybody-trusted',
  says: 'note',
  severity: 'low',
  title: 'A statement that was handed over is not signed by anybody whom you trust, and does not count.',
  why: 'Anybody can write a statement; a signature says whose it is.',
  remedy: 'Trust the key of its issuer (weighbridge key trust), or ask them to sign it.',
  references: [],
};

export const EXTERNAL_EVIDENCE_RULES = [COUNTS, PART, SPEAKS_AGAINST, OTHER_MODEL, EXPIRED, NOT_SIGNED] as const;
