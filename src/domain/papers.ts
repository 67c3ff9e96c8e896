import { isJsonObject, member } from '../kernel/json.ts';
import type { Evidence } from './evidence.ts';

/** Where something is said. */
export interface PaperPlace {
  readonly path: string;
  /** From 1; null where the paper has no lines to speak of. */
  readonly line: number | null;
}

/** What kind of paper names a dataset: what stands in a field is meant; what stands in prose was read out of a sentence. */
export type Paper = 'front-matter' | 'prose' | 'config' | 'croissant' | 'summary' | 'dataset-card' | 'hub-card';

/** One dataset that a paper of the model names, with what is said of it there. Text from outside throughout. */
export interface DatasetClaim extends PaperPlace {
  readonly name: string;
  readonly paper: Paper;
  readonly use: 'training' | 'evaluation';
  readonly licence: string | null;
  readonly url: string | null;
  /** The model or service that is said to have written it. */
  readonly generatedBy: string | null;
  readonly personalData: boolean | null;
  readonly consent: string | null;
  readonly optOut: string | null;
  /** How it was gathered. */
  readonly collection: string | null;
}

export interface BaseClaim extends PaperPlace {
  readonly name: string;
  /** `finetune`, `quantized`, `adapter`, `merge`, or null where nobody says. */
  readonly relation: string | null;
}

/** One row of `model-index`. */
export interface ResultClaim {
  readonly dataset: string;
  readonly metric: string;
  readonly value: string;
}

/** A sentence that answers for the data as a whole. */
export interface DataStatement extends PaperPlace {
  readonly about: 'personal-data' | 'consent' | 'opt-out' | 'synthetic' | 'licensed' | 'nothing-from-outside';
  readonly text: string;
}

/** Words about differential privacy, or federated training; numbers that are not said are null. */
export interface PrivacyClaim extends PaperPlace {
  readonly quote: string;
  readonly epsilon: number | null;
  readonly delta: number | null;
  readonly samplingRate: number | null;
  readonly noiseMultiplier: number | null;
  readonly steps: number | null;
  readonly clipNorm: number | null;
  /** `example`, `user`, `client`. */
  readonly unit: string | null;
  readonly federated: {
    readonly rounds: number | null;
    readonly clientsPerRound: number | null;
    readonly clients: number | null;
    readonly noiseAddedBy: string | null;
  } | null;
}

/** What a bill of materials that came with the model says; see `papers/boms`. */
export interface BomClaim {
  readonly path: string;
  readonly format: string;
  readonly licences: readonly string[];
  readonly bases: readonly string[];
  readonly datasets: readonly string[];
  readonly files: readonly { readonly path: string; readonly sha256: string | null }[];
  /** One way round that comes back to where it began; null when there is none. */
  readonly cycle: readonly string[] | null;
  readonly problems: readonly string[];
}

/** The EU's public summary of training content (Article 53(1)(d), template of July 2025), as far as it is filled. */
export interface TrainingSummary extends PaperPlace {
  /** Of the three sections: general information, list of data sources, relevant data processing aspects. */
  readonly sections: readonly string[];
  readonly missing: readonly string[];
}

/** All that a model's own papers say of what it is and what it was made of: unjudged, and bounded. */
export interface ModelPapers {
  readonly task: string | null;
  readonly library: string | null;
  readonly modelType: string | null;
  readonly architectures: readonly string[];
  readonly languages: readonly string[];
  readonly licences: readonly (PaperPlace & { readonly id: string })[];
  readonly bases: readonly BaseClaim[];
  readonly datasets: readonly DatasetClaim[];
  readonly results: readonly ResultClaim[];
  /** The first words under the card's headings, by what they are about. */
  readonly sections: Readonly<Partial<Record<CardSection, string>>>;
  readonly statements: readonly DataStatement[];
  readonly privacy: readonly PrivacyClaim[];
  readonly summaries: readonly TrainingSummary[];
  readonly boms: readonly BomClaim[];
  /** Papers, or parts of them, that could not be read. */
  readonly problems: readonly (PaperPlace & { readonly message: string })[];
}

export const CARD_SECTIONS = ['uses', 'limits', 'training', 'preprocessing', 'evaluation', 'environment'] as const;
export type CardSection = (typeof CARD_SECTIONS)[number];

/** How names of datasets compare: without the hub's prefix and host, without case. */
export function datasetKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/[^/]+\//, '')
    .replace(/^(?:hf:\/\/)?datasets\//, '')
    .replace(/[/@]+$/, '');
}

/** What the papers said, among a dossier's evidence; null in dossiers that were kept before it was written down. */
export function papersIn(evidence: readonly Evidence[]): ModelPapers | null {
  const body: unknown = evidence.find(({ kind }) => kind === 'papers')?.body;
  return isPapers(body) ? body : null;
}

/** Every dataset that a model's papers name, and what the datasets' own cards say where they were reached. */
export function datasetsIn(evidence: readonly Evidence[]): readonly DatasetClaim[] {
  const cards = member(evidence.find(({ kind }) => kind === 'data-cards')?.body, 'datasets');
  return [...(papersIn(evidence)?.datasets ?? []), ...(Array.isArray(cards) ? (cards as readonly DatasetClaim[]) : [])];
}

/** Of each base that was vetted here, the names of the data it says it was trained on. */
export function baseDataIn(
  evidence: readonly Evidence[],
): readonly { readonly base: string; readonly datasets: readonly string[] }[] {
  const list = member(evidence.find(({ kind }) => kind === 'base-data')?.body, 'bases');
  return Array.isArray(list)
    ? (list as readonly { readonly base: string; readonly datasets: readonly string[] }[])
    : [];
}

/** Datasets whose cards could not be reached, and why. */
export function unreachedIn(evidence: readonly Evidence[]): readonly { readonly name: string; readonly why: string }[] {
  const list = member(evidence.find(({ kind }) => kind === 'data-cards')?.body, 'unanswered');
  return Array.isArray(list) ? (list as readonly { readonly name: string; readonly why: string }[]) : [];
}

const LISTS = [
  'architectures',
  'languages',
  'licences',
  'bases',
  'datasets',
  'results',
  'statements',
  'privacy',
] as const;

function isPapers(body: unknown): body is ModelPapers {
  if (!isJsonObject(body) || !isJsonObject(body['sections'])) return false;
  return [...LISTS, 'summaries', 'boms', 'problems'].every((list) => Array.isArray(body[list]));
}
