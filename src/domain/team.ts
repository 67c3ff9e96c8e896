/** People who work together. A request may be a team's; what somebody may do comes from their roles, never from a team. */
export interface Team {
  readonly id: string;
  readonly name: string;
  /** Ids of people. */
  readonly members: readonly string[];
  readonly createdAt: string;
}
