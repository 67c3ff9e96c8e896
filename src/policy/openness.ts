import type { Dossier } from '../domain/dossier.ts';
import type { OutboundChoice } from '../domain/licence.ts';
import { type Openness, type OpennessGate, PAPERS, type Paper } from '../domain/openness.ts';
import type { IntendedUse } from '../domain/use.ts';

const API: OpennessGate = {
  papers: ['dual-use', 'withdrawal-plan'],
  card: true,
  outbound: false,
  exposures: ['hosted', 'redistributed'],
  roles: ['security'],
};
/** Weights that left are never wholly back: whose data is in them and what they repeat is asked before. */
const WEIGHTS: OpennessGate = {
  papers: ['consent', 'memorisation', 'dual-use', 'withdrawal-plan'],
  card: true,
  outbound: true,
  exposures: ['redistributed'],
  roles: ['security', 'legal'],
};

/** What each level asks for. A level never asks for less than the one before it. */
export const OPENNESS_GATES: Readonly<Record<Openness, OpennessGate>> = {
  internal: { papers: [], card: false, outbound: false, exposures: ['internal', 'hosted', 'redistributed'], roles: [] },
  'api-only': API,
  'gated-weights': WEIGHTS,
  'open-weights': { ...WEIGHTS, roles: ['security', 'legal', 'reviewer'] },
  'open-weights-and-data': {
    ...WEIGHTS,
    papers: [...WEIGHTS.papers, 'data-licence'],
    roles: ['security', 'legal', 'reviewer'],
  },
};

export interface Asked {
  readonly asks: string;
  readonly met: boolean;
  readonly why: string;
}

/** What a level asks of a model, each with whether it is there. Silence is never consent. */
export function openingAsks(
  gate: OpennessGate,
  given: {
    readonly dossier: Pick<Dossier, 'artifact' | 'checks'>;
    readonly papers: readonly Paper[];
    /** The outbound choice of the terms; null: the terms are not known, or were not read. */
    readonly choice: OutboundChoice | null;
    readonly use: Pick<IntendedUse, 'exposure'>;
  },
): readonly Asked[] {
  const { dossier, papers, choice, use } = given;
  return [
    ...gate.papers.map((kind): Asked => {
      const paper = papers.findLast((one) => one.kind === kind);
      const { role, what } = PAPERS[kind];
      return paper === undefined
        ? { asks: kind, met: false, why: `nobody in the name of ${role} has said ${what}` }
        : { asks: kind, met: true, why: `${paper.digest}, by ${paper.by}` };
    }),
    ...(gate.card ? [cardAsked(dossier)] : []),
    ...(gate.outbound ? [outboundAsked(choice)] : []),
    {
      asks: 'use',
      met: gate.exposures.includes(use.exposure),
      why: `it was decided on for ${use.exposure} use; this level is for ${gate.exposures.join(' or ')}`,
    },
  ];
}

function cardAsked({ artifact, checks }: Pick<Dossier, 'artifact' | 'checks'>): Asked {
  const card = artifact.files.find(({ role }) => role === 'card');
  const check = checks.find(({ analyzer }) => analyzer === 'card');
  if (card === undefined) return { asks: 'model-card', met: false, why: 'it has none' };
  if (check?.outcome.kind !== 'completed') return { asks: 'model-card', met: false, why: 'nobody could read it' };
  return { asks: 'model-card', met: true, why: card.path };
}

function outboundAsked(choice: OutboundChoice | null): Asked {
  const asks = 'outbound-licence';
  if (choice === null)
    return { asks, met: false, why: 'these terms are none that could be read against the model’s licences' };
  const met = choice.verdict === 'allow' || choice.verdict === 'conditions';
  const words = met ? choice.costs : choice.because;
  return { asks, met, why: `${choice.licence}: ${choice.verdict}${words.length === 0 ? '' : `: ${words.join('; ')}`}` };
}
