import type { VexDocument } from '../domain/vex.ts';

/** VEX documents whose signers the user trusts. */
export interface VexStore {
  /** Throws `advisories-damaged` for one that is not as it was kept. */
  list(): Promise<readonly VexDocument[]>;
  keep(document: VexDocument): Promise<void>;
}
