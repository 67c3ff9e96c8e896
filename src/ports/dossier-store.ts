import type { DossierSummary, Vetting } from '../domain/vetting.ts';

/** Keeps what was found, by content. */
export interface DossierStore {
  /** Whole or not at all. Keeping the same dossier again adds the vetting only. */
  keep(vetting: Vetting): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly DossierSummary[]>;
  /** The newest vetting of the dossier whose digest begins so. Throws `dossier-not-found`, `-ambiguous`, `-damaged`. */
  newest(prefix: string): Promise<Vetting>;
}
