import type { Identity } from './detect/identity.ts';
import type { StatedUse } from './use/stated.ts';

/** Where words stand in the user's own files. */
export interface Place {
  readonly source: string;
  readonly line: number | null;
}

/** One place that names a licence. */
export interface Declared extends Place {
  /** As it stands there. */
  readonly quote: string;
  /** The tag: an id, a list member, or an SPDX expression. */
  readonly id: string;
  /** For `other`: the name, and the link, that the publisher gives. */
  readonly name: string | null;
  readonly link: string | null;
}

/** A licence file. */
export interface LicenceText {
  readonly path: string;
  /** `code`: for the code beside the weights; `policy`: a use policy. */
  readonly role: 'licence' | 'code' | 'policy' | 'notice';
  /** Null when only an id was given. */
  readonly text: string | null;
  readonly identity: Identity;
}

/** A model that this one was made from. */
export interface Base extends Place {
  readonly model: string;
  readonly licence: string | null;
  readonly relation: string | null;
  /** Whether the card names it; null when that is not known. */
  readonly declared: boolean | null;
}

export interface TrainingSet extends Place {
  readonly name: string;
  readonly licence: string | null;
  /** The model or service that wrote it. */
  readonly generatedBy: string | null;
}

/** Prose that may restrict a use: a gate that must be accepted binds, a card's body says what its author thinks. */
export interface Prose extends Place {
  readonly text: string;
  readonly binding: boolean;
}

/** All that a licence reading rests on. */
export interface LicenceCase {
  /** The model's own name, as far as it is known. */
  readonly name: string | null;
  readonly declared: readonly Declared[];
  /** Why the front matter could not be read; null when it was, or there is none. */
  readonly brokenCard: (Place & { readonly why: string }) | null;
  readonly texts: readonly LicenceText[];
  /** Base models that the card names. */
  readonly namedBases: readonly (Place & { readonly name: string })[];
  /** Nearest first. */
  readonly chain: readonly Base[];
  /** Datasets that the card names. */
  readonly namedDatasets: readonly (Place & { readonly name: string })[];
  readonly datasets: readonly TrainingSet[];
  readonly tags: readonly string[];
  readonly prose: readonly Prose[];
  /** What weights and configuration say, a fact a line: `config.json vocab_size: 128256`. */
  readonly lineage: readonly string[];
  readonly modality: 'text' | 'multimodal' | null;
  readonly use: StatedUse;
}
