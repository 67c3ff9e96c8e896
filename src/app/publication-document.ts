import { z } from 'zod';
import type { Envelope } from '../attest/dsse.ts';
import { digestIn, instantIn } from '../attest/sealed.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE, type Statement, statementOf } from '../attest/statement.ts';
import type { Decision } from '../domain/decision.ts';
import { OPENNESS, type OpeningRuling, PAPER_KINDS, type Paper, type Publication } from '../domain/openness.ts';
import type { PolicyRef } from '../domain/policy.ts';
import { type Digest, digestFromHex, hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';

/** Of a statement that says how far a model is out, or that it was withdrawn. */
const PUBLICATION_PREDICATE = 'urn:weighbridge:predicate:publication:v1';

/** What is out, as it is signed. */
export interface StatedPublication extends Pick<Publication, 'level' | 'audience' | 'terms' | 'withdrawn'> {
  readonly model: string;
  readonly manifest: Digest;
  readonly dossier: Digest;
  readonly papers: readonly Pick<Paper, 'kind' | 'digest' | 'by'>[];
  readonly rulings: readonly Pick<OpeningRuling, 'by' | 'ruling'>[];
  readonly statedAt: string;
  /** Of the decision that it rests on; null: it does not say. */
  readonly expiresAt: string | null;
  readonly files: readonly { readonly path: string; readonly sha256: Digest }[];
}

export function publicationStatement(stated: {
  readonly publication: Publication;
  readonly decision: Decision;
  readonly papers: readonly Paper[];
  /** What people ruled on, and how; null where it comes back, which takes one person. */
  readonly ruled: { readonly reading: Digest; readonly rulings: readonly OpeningRuling[] } | null;
  /** The document by which levels ask what they ask. */
  readonly gates: PolicyRef;
  readonly now: Date;
}): Statement {
  const { request, owner, level, audience, terms, withdrawn } = stated.publication;
  const { origin, manifest, dossier, files, expiresAt } = stated.decision;
  const papers = stated.papers.map(({ kind, digest, by }) => ({ kind, digest, by }));
  const { reading, rulings } = stated.ruled ?? { reading: null, rulings: [] };
  const about = { model: origin.name, manifest, dossier, request, owner, level, audience, terms, expiresAt };
  const { gates } = stated;
  const predicate = { ...about, papers, gates, reading, rulings, withdrawn, statedAt: stated.now.toISOString() };
  const subjects = files.map(({ path, sha256 }) => ({ name: path, digest: { sha256: hexOf(sha256) } }));
  return statementOf(subjects, PUBLICATION_PREDICATE, predicate as unknown as Json);
}

const predicateShape = z.object({
  model: z.string(),
  manifest: digestIn,
  dossier: digestIn,
  level: z.enum(OPENNESS),
  audience: z.string().nullable(),
  terms: z.string().nullable(),
  withdrawn: z.object({ by: z.string(), at: instantIn, reason: z.string() }).nullable(),
  papers: z.array(z.object({ kind: z.enum(PAPER_KINDS), digest: digestIn, by: z.string() })),
  rulings: z.array(z.object({ by: z.string(), ruling: z.enum(['admitted', 'denied']) })),
  statedAt: instantIn,
  // Statements of before it was said stay readable.
  expiresAt: instantIn.nullable().default(null),
});

/** The statement in an envelope whose signature was found to hold; null for one about something else. Throws `decision-invalid`. */
export function publicationIn({ payloadType, payload }: Envelope): StatedPublication | null {
  const statement = payloadType === STATEMENT_PAYLOAD_TYPE ? parseStatement(Buffer.from(payload, 'base64')) : null;
  if (statement?.predicateType !== PUBLICATION_PREDICATE) return null;
  const read = predicateShape.safeParse(statement.predicate);
  if (!read.success || !statement.subject.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest.sha256)))
    throw new WeighbridgeError('decision-invalid', 'it is no statement of a publication as this version knows them');
  const files = statement.subject.map(({ name, digest }) => ({ path: name, sha256: digestFromHex(digest.sha256) }));
  return { ...read.data, files };
}
