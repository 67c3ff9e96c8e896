import type { Digest } from '../kernel/digest.ts';
import type { RulingRole } from './people.ts';
import type { IntendedUse } from './use.ts';
import type { Outcome } from './verdict.ts';

/** Into the house, or out of it. */
export const DIRECTIONS = ['adopt', 'publish'] as const;
/** What the organisation is to the model, in the words of the law (Regulation (EU) 2024/1689). */
export const STANDINGS = ['provider', 'deployer', 'modifier'] as const;

/** `cancelled` before it was vetted; `failed` when no dossier could be made. */
export const REQUEST_STATES = ['vetting', 'cancelled', 'failed', 'review', 'admitted', 'denied'] as const;

/** Somebody asks for a model, for a use, and somebody answers for it. */
export interface AdmissionRequest {
  readonly id: string;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly reference: string;
  readonly use: IntendedUse;
  /** A built-in policy's name. */
  readonly policy: string;
  /** The person who answers for it; without one there is no request. */
  readonly owner: string;
  readonly role: (typeof STANDINGS)[number];
  /** Whose it is; null for nobody's in particular. */
  readonly team: string | null;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: (typeof REQUEST_STATES)[number];
  /** From the moment it was vetted. */
  readonly dossier: Digest | null;
  readonly outcome: Outcome | null;
  /** Why no dossier could be made. */
  readonly failure: string | null;
}

/** What one person says where the policy says `review`. Signed with the decision, never changed. */
export interface Ruling {
  readonly by: string;
  readonly role: RulingRole;
  readonly ruling: 'admitted' | 'denied';
  readonly reason: string;
  readonly at: string;
}

/** Nobody admits alone what the policy would not admit by itself. */
export const RULINGS_TO_ADMIT = 2;

/** What the rulings come to: one denial denies; admitting takes two people. Null while somebody has yet to rule. */
export function settled(rulings: readonly Ruling[]): 'admitted' | 'denied' | null {
  if (rulings.some(({ ruling }) => ruling === 'denied')) return 'denied';
  return new Set(rulings.map(({ by }) => by)).size >= RULINGS_TO_ADMIT ? 'admitted' : null;
}
