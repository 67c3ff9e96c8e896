import type { Incident, IncidentNote } from '../../domain/incident.ts';
import type { Page, PageWanted } from './page.ts';

export interface IncidentBook {
  /** False where one was opened for the same cause before. */
  open(incident: Incident): Promise<boolean>;
  list(wanted: PageWanted & { readonly state?: Incident['state'] | undefined }): Promise<Page<Incident>>;
  /** Of any of these requests, newest first. */
  of(requests: readonly string[]): Promise<readonly Incident[]>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<Incident | null>;
  close(id: string, by: string, at: Date): Promise<void>;
  notes(incident: string): Promise<readonly IncidentNote[]>;
  note(incident: string, note: IncidentNote): Promise<void>;
}
