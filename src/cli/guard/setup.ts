import type { Origin } from '../../domain/guard.ts';

/** What `weighbridge guard` was called with: as it can be told to a thread. */
export interface GuardSetup {
  /** GuardPolicies in YAML; the first is the one that holds. */
  readonly policies: readonly { readonly name: string; readonly text: string }[];
  /** Folders of texts that must not go out. */
  readonly protect: readonly string[];
  readonly origin: Origin;
  /** What vaults of pseudonyms are sealed with; without it none are given out. */
  readonly pseudonymKey?: string;
  /** Whether all is made ready before the first line: where one is served, nobody wants to wait for it; a line alone needs a part of that. */
  readonly serves?: boolean;
}

/** A line of JSON, and what the request said about consent that brought it. */
export type SaidLine = { readonly line: string; readonly said: Headers };
export type Headers = Readonly<Record<string, string>>;

/** Answers lines, each in its turn or not at all: nobody waits for ever, and nobody takes silence for consent. */
export interface GuardDesk {
  /** One line of JSON for a line of JSON. Never rejects. */
  answer(line: string | SaidLine): Promise<string>;
  /** What somebody may not have meant who wrote the policies. */
  readonly remarks: readonly string[];
  close(): Promise<void>;
}
