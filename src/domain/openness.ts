import { type Digest, digestOfJson } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import type { Role, RulingRole } from './people.ts';
import { type Ruling, settled } from './request.ts';
import { allOf, USUAL_REVIEW } from './review.ts';

/** How far a model of ours is let out, from not at all to whole. */
export const OPENNESS = ['internal', 'api-only', 'gated-weights', 'open-weights', 'open-weights-and-data'] as const;
export type Openness = (typeof OPENNESS)[number];

/** Documents that somebody answers for: what each is, and whose name it needs. */
export const PAPERS = {
  consent: { role: 'legal', what: 'who agreed that their data was trained on, and to what' },
  memorisation: { role: 'security', what: 'an evaluation of what it repeats of its training data' },
  'dual-use': { role: 'security', what: 'what harm it could help with, and what stands against that' },
  'data-licence': { role: 'legal', what: 'under which terms the data goes out' },
  'withdrawal-plan': { role: 'release-manager', what: 'what is done, by whom, when it must come back' },
} as const satisfies Record<string, { readonly role: Role; readonly what: string }>;
export type PaperKind = keyof typeof PAPERS;
export const PAPER_KINDS = Object.keys(PAPERS) as readonly PaperKind[] as readonly [PaperKind, ...PaperKind[]];

/** A document by its digest: it is kept elsewhere, and what it says is somebody's word. */
export interface Paper {
  readonly kind: PaperKind;
  readonly digest: Digest;
  readonly summary: string;
  readonly by: string;
  readonly at: string;
}

/** What is to go out, to whom, under which terms. */
export interface Opening {
  readonly level: Openness;
  readonly audience: string;
  /** A licence, as its record or SPDX spells it. */
  readonly terms: string;
}

/** A model of ours and how far it is out. */
export interface Publication {
  readonly id: string;
  /** Whose decision it rests on. */
  readonly request: string;
  readonly owner: string;
  readonly level: Openness;
  /** Null while it is internal. */
  readonly audience: string | null;
  readonly terms: string | null;
  /** What people are ruling on; null: nothing. */
  readonly proposal: (Opening & { readonly by: string; readonly at: string }) | null;
  readonly by: string;
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

/** What a level asks for. */
export interface OpennessGate {
  readonly papers: readonly PaperKind[];
  /** The dossier has a card, and the check of it answered. */
  readonly card: boolean;
  /** What binds the model lets it go out under the terms. */
  readonly outbound: boolean;
  /** Uses that the decision must have been made for. */
  readonly exposures: readonly ('internal' | 'hosted' | 'redistributed')[];
  /** In each of these names somebody must rule, and each somebody else. */
  readonly roles: readonly RulingRole[];
}

/** What one person said of a proposal, and what they had read of it. */
export interface OpeningRuling extends Ruling {
  readonly reading: string;
}

/** Of each kind the one that was attached last: what a proposal stands on. */
export function standingPapers(papers: readonly Paper[]): readonly Paper[] {
  return PAPER_KINDS.flatMap((kind) => papers.findLast((paper) => paper.kind === kind) ?? []);
}

/**
 * Names all that people rule on: the model with its card and licences by its dossier, what is proposed, what its level asks for,
 * the papers.
 */
export function readingOf(
  opening: Opening,
  {
    dossier,
    gate,
    papers,
  }: { readonly dossier: Digest; readonly gate: OpennessGate; readonly papers: readonly Paper[] },
): Digest {
  const { level, audience, terms } = opening;
  const read = standingPapers(papers).map(({ kind, digest }) => ({ kind, digest }));
  return digestOfJson({
    level,
    audience,
    terms,
    dossier,
    gate: JSON.parse(JSON.stringify(gate)) as Json,
    papers: read,
  });
}

/** What each level asks for. */
export type OpennessGates = Readonly<Record<Openness, OpennessGate>>;

/** Whether a gate asks for all that another one asks. */
export function isAtLeast(gate: OpennessGate, other: OpennessGate): boolean {
  const holds = (all: readonly string[], some: readonly string[]) => some.every((one) => all.includes(one));
  return (
    holds(gate.papers, other.papers) &&
    holds(gate.roles, other.roles) &&
    holds(other.exposures, gate.exposures) &&
    (gate.card || !other.card) &&
    (gate.outbound || !other.outbound)
  );
}

export function isMoreOpen(level: Openness, than: Openness): boolean {
  return OPENNESS.indexOf(level) > OPENNESS.indexOf(than);
}

/** What rulings on a proposal come to; null while a name is missing. One denial denies. */
export function settledOpening(
  rulings: readonly Pick<Ruling, 'by' | 'role' | 'ruling'>[],
  { roles }: Pick<OpennessGate, 'roles'>,
): 'admitted' | 'denied' | null {
  return settled(rulings, allOf([USUAL_REVIEW, { roles, people: 1 }]));
}
