import type { Json } from '../kernel/json.ts';

/** Where a text comes from. Rules differ by origin: who wrote it decides what it may say. */
export const ORIGINS = ['system', 'user', 'tool-result', 'document', 'assistant', 'tool-call', 'transcript'] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * What is done about a finding, from the mildest on; where several meet, the last of them wins. `note` tells it to whoever asks
 * and changes nothing, not even the answer's action; `log` counts as a flag.
 */
export const GUARD_ACTIONS = [
  'allow',
  'note',
  'log',
  'flag',
  'mask',
  'pseudonymise',
  'redact',
  'truncate',
  'approve',
  'block',
] as const;
export type GuardAction = (typeof GUARD_ACTIONS)[number];

/** How the text was read in which something was found. */
export type Via =
  | 'plain'
  | 'canonical'
  | 'tags'
  | 'hidden'
  | 'base64'
  | 'hex'
  | 'percent'
  | 'escaped'
  | 'rot13'
  | 'leet'
  | 'spaced';

/** Something found in a text. Offsets are UTF-16 units of the text as it was given. */
export interface GuardFinding {
  readonly detector: string;
  /** `EMAIL_ADDRESS`, `secret/github`, `injection/override`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly via: Via;
  readonly action: GuardAction;
  /** The policy's rule that said so; null when no rule did: a detector broke. */
  readonly rule: string | null;
  /** Fit to be shown: never the secret itself. */
  readonly detail?: string;
}

/** Who sends a text to whom, as far as policies may ask. */
export interface GuardContext {
  readonly origin: Origin;
  readonly channel?: string;
  readonly team?: string;
  /** The name of the caller's key, never the key. */
  readonly key?: string;
  readonly region?: string;
  /** Whose keys make pseudonyms. */
  readonly tenant?: string;
}

/**
 * What to do about what. Of the rules that match a finding, the last one says; where none does, it is let through.
 * An empty list means all of them.
 */
export interface GuardRule {
  readonly id: string;
  readonly detectors: readonly string[];
  /** Types, or beginnings of them with a `*`: `secret/*`. */
  readonly types: readonly string[];
  readonly origins: readonly Origin[];
  /** A CEL condition on channel, team, key and region, asked once a message. */
  readonly when: string | null;
  /** The least score it is for. */
  readonly threshold: number;
  readonly action: GuardAction;
  /** What the caller is told when it blocks; the policy's own message otherwise. */
  readonly message: string | null;
}

/** A text that is let through although a detector knows it. */
export interface GuardAllowance {
  /** Exactly this text, or what this RE2 pattern matches whole. */
  readonly text: string | null;
  readonly pattern: string | null;
  readonly types: readonly string[];
  readonly reason: string;
}

/** The operator's own words, found as the type `term/<id>`. */
export interface GuardTerm {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  /** RE2 patterns. */
  readonly patterns: readonly string[];
}

/** From so much to so much. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** What a message must look like; where it does not, that is found as the type `form/<id>`. */
export interface GuardForm {
  readonly id: string;
  readonly title: string;
  readonly origins: readonly Origin[];
  readonly characters: Bounds;
  readonly words: Bounds;
  /** A JSON Schema, or the one that whoever asked for the message gave with the call; null to ask for none. */
  readonly schema: { readonly given: Json } | 'requested' | null;
}

/** A model that is asked a question about whole messages; where it says yes, that is the type `judge/<id>`. */
export interface GuardJudge {
  readonly id: string;
  readonly title: string;
  readonly origins: readonly Origin[];
  readonly question: string;
  /** Of a server that speaks OpenAI's API, up to and with `/v1`. */
  readonly endpoint: string;
  readonly model: string;
  /** The environment variable that holds the server's key. */
  readonly key: string | null;
  readonly milliseconds: number;
  /** Of the longest text that it is asked about; longer ones count as not answered. */
  readonly characters: number;
}

/** A model of the operator's own that sorts whole messages; what it gives these labels is the score of `classifier/<id>`. */
export interface GuardClassifier {
  readonly id: string;
  readonly title: string;
  readonly origins: readonly Origin[];
  /** Holds `model.onnx`, `tokenizer.json`, and `config.json` with `id2label`. */
  readonly folder: string;
  readonly labels: readonly string[];
  readonly milliseconds: number;
}

/** What metadata of an image may tell that nobody meant to tell. */
export const IMAGE_LEAKS = ['prompt', 'location', 'author', 'comment', 'device'] as const;
export type ImageLeak = (typeof IMAGE_LEAKS)[number];

/** What is done with images that a model made, before they go out. */
export interface GuardImages {
  /** What to say about where they come from: made by a model, or changed by one; null to say nothing. */
  readonly mark: 'generated' | 'composite' | null;
  /** What their metadata must not tell. */
  readonly strip: readonly ImageLeak[];
}

export interface GuardPolicy {
  readonly id: string;
  readonly version: number;
  readonly description: string;
  readonly hold: { readonly characters: number; readonly milliseconds: number };
  /** Milliseconds after which a look at a text is ended in its midst; null: it is waited for. */
  readonly deadline: number | null;
  /** What is done when a detector throws or stalls. */
  readonly broken: GuardAction;
  /** What the caller is told when something blocks. */
  readonly message: string;
  readonly rules: readonly GuardRule[];
  /** The least score of a type that counts, whatever the rules say: what `guard calibrate` finds. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly allow: readonly GuardAllowance[];
  readonly terms: readonly GuardTerm[];
  readonly forms: readonly GuardForm[];
  readonly judges: readonly GuardJudge[];
  readonly classifiers: readonly GuardClassifier[];
  /** Files of fingerprints of texts that must not go out, as `guard index` makes them. */
  readonly protect: readonly string[];
  readonly images: GuardImages;
}
