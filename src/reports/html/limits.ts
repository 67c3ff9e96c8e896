/** More than anybody reads on a page; the rest is counted, and stands in the JSON report. */
export const LIMITS = {
  files: 500,
  findings: 200,
  /** Places of one finding. */
  places: 10,
  /** Findings told in full under the ground that rests on them. */
  cases: 3,
  /** Grounds, waivers, steps, questions, checks. */
  rows: 200,
} as const;
