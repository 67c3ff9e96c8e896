import type { AdmissionRequest, Ruling } from '../../domain/request.ts';
import type { Page, PageWanted } from './page.ts';

export interface RequestBook {
  add(request: AdmissionRequest): Promise<void>;
  list(
    wanted: PageWanted & { readonly state?: AdmissionRequest['state'] | undefined; readonly team?: string | undefined },
  ): Promise<Page<AdmissionRequest>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<AdmissionRequest | null>;
  settle(request: AdmissionRequest): Promise<void>;
  rulings(request: string): Promise<readonly Ruling[]>;
  addRuling(request: string, ruling: Ruling): Promise<void>;
  /** The envelope, as JSON. */
  decision(request: string): Promise<string | null>;
  addDecision(request: string, ruling: 'admitted' | 'denied', envelope: string, at: Date): Promise<void>;
}
