import type { AdmissionRequest, RequestRuling } from '../../domain/request.ts';
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
  /** Which of these dossiers our own workers made, for any request. */
  madeHere(dossiers: readonly Digest[]): Promise<ReadonlySet<Digest>>;
  /** Those that were admitted on one of these dossiers, and whose decision was not revoked. */
  admittedOn(dossiers: readonly Digest[]): Promise<readonly AdmissionRequest[]>;
  /** All that were admitted, and whose decision was not revoked. */
  admitted(): Promise<readonly AdmissionRequest[]>;
  /** Those that were admitted on one of these dossiers, whatever became of it since. */
  decidedOn(dossiers: readonly Digest[]): Promise<readonly AdmissionRequest[]>;
  /** Those that were vetted to one of these dossiers: people have yet to rule on them, or they were admitted or denied. */
  vettedOn(dossiers: readonly Digest[]): Promise<readonly AdmissionRequest[]>;
  /** Those that people denied on one of these dossiers: not what a policy did alone. */
  deniedOn(dossiers: readonly Digest[]): Promise<readonly AdmissionRequest[]>;
  /** What asks for it anew because of the same (itself, where it does so already), or because of something else and still stands. */
  renewalOf(request: string, cause: string): Promise<string | null>;
  addRenewal(
    renewal: { readonly request: string; readonly cause: string; readonly renewal: string },
    at: Date,
  ): Promise<void>;
  settle(request: AdmissionRequest): Promise<void>;
  /** On whichever dossier, in the order in which they were given. */
  rulings(request: string): Promise<readonly RequestRuling[]>;
  addRuling(request: string, ruling: RequestRuling): Promise<void>;
  /** The envelope, as JSON. */
  decision(request: string): Promise<string | null>;
  addDecision(request: string, ruling: 'admitted' | 'denied', envelope: string, at: Date): Promise<void>;
}
