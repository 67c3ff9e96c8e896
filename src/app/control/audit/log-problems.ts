import type { LogProblem } from '../../../audit/verify.ts';

/** A problem as a person reads it. */
export function problemSaid(problem: LogProblem): { readonly kind: LogProblem['kind']; readonly message: string } {
  return { kind: problem.kind, message: messageOf(problem) };
}

function messageOf(problem: LogProblem): string {
  switch (problem.kind) {
    case 'rewritten':
      return problem.from === problem.to
        ? `Entry ${problem.from} is not what was written there.`
        : `One of the entries ${problem.from} to ${problem.to}, and its hash, are not what was written there.`;
    case 'missing':
      return `Entry ${problem.position} is not there, but later ones are.`;
    case 'truncated':
      return `It has ${problem.size} entries, and has signed that it had ${problem.signed}.`;
    case 'forked':
      return `Its first ${problem.signed} entries are not those that it signed; up to ${problem.agreed} they are.`;
  }
}
