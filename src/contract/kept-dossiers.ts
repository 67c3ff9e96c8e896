import type { DossierSummary, Vetting } from '../domain/vetting.ts';

/** Where dossiers are kept. */
export interface KeptDossiers {
  /** Newest first. */
  list(): Promise<readonly DossierSummary[]>;
  /** The newest vetting of the dossier whose digest begins so. Throws `dossier-*`. */
  newest(prefix: string): Promise<Vetting>;
}
