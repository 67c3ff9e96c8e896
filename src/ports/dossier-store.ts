import type { TouchKey } from '../domain/touch.ts';
import type { DossierSummary, Vetting } from '../domain/vetting.ts';
import type { Digest } from '../kernel/digest.ts';

/** Keeps what was found, by content. */
export interface DossierStore {
  /** Whole or not at all. Keeping the same dossier again adds the vetting only. */
  keep(vetting: Vetting): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly DossierSummary[]>;
  /** The newest vetting of the dossier whose digest begins so. Throws `dossier-not-found`, `-ambiguous`, `-damaged`. */
  newest(prefix: string): Promise<Vetting>;
  /** Dossiers that news under one of these keys touches; those that were kept before there was an index always. */
  touching(keys: readonly TouchKey[]): Promise<readonly Digest[]>;
}
