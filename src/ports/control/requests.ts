import type { AdmissionRequest, Ruling } from '../../domain/request.ts';
import type { Digest } from '../../kernel/digest.ts';
import type { Page, PageWanted } from './page.ts';

export interface RequestBook {
  add(request: AdmissionRequest): Promise<void>;
  list(
    wanted: PageWanted & { readonly state?: AdmissionRequest['state'] | undefined; readonly team?: string | undefined },
  ): Promise<Page<AdmissionRequest>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<AdmissionRequest | null>;
  /** As it is, not locked. */
  peek(id: string): Promise<AdmissionRequest | null>;
  /** Whether our own worker made this dossier, for any request. */
  madeHere(dossier: Digest): Promise<boolean>;
  /** Those that were admitted on one of these dossiers, and whose decision was not revoked. */
  admittedOn(dossiers: readonly Digest[]): Promise<readonly AdmissionRequest[]>;
  settle(request: AdmissionRequest): Promise<void>;
  rulings(request: string): Promise<readonly Ruling[]>;
  addRuling(request: string, ruling: Ruling): Promise<void>;
  /** The envelope, as JSON. */
  decision(request: string): Promise<string | null>;
  addDecision(request: string, ruling: 'admitted' | 'denied', envelope: string, at: Date): Promise<void>;
}
