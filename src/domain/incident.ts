/** Something went wrong with a model that was admitted. */
export interface Incident {
  readonly id: string;
  /** By which the model was admitted. */
  readonly request: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** What the server opened it for; null where a person did. */
  readonly cause: string | null;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
}

/** What somebody has to say of it. Only ever added. */
export interface IncidentNote {
  readonly by: string;
  readonly at: string;
  readonly text: string;
}
