import { GUARD_ACTIONS } from '../../domain/guard.ts';
import type { Fact } from '../../guard/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Json, member } from '../../kernel/json.ts';
import type { Io } from '../io.ts';
import { outward } from './answer.ts';
import type { Guards } from './question.ts';
import { contextOf, objectsIn, type Row } from './tune.ts';

/** Of changed lines, so many are named. */
const MOST_NAMED = 20;

/**
 * What the policy would do about each recorded answer, counted by what was done, with the lines that change. What could not be
 * answered then is not judged now. Throws `call-invalid`.
 */
export async function replayAnswers(io: Io, { byPolicy, policy, origin }: Guards, file: string): Promise<string> {
  const guard = byPolicy.get(policy);
  if (guard === undefined) throw new WeighbridgeError('call-invalid', `there is no policy ${policy}`);
  const lines = new Map<string, number[]>();
  for await (const row of objectsIn(io, file)) {
    const recorded = recordedIn(row);
    const context = contextOf(row, origin);
    const found = factsIn(row);
    const now = outward(guard.judge(found, context));
    const change =
      member(row.value, 'error') !== undefined
        ? REFUSED
        : recorded === now
          ? `still ${now}`
          : `${recorded} becomes ${now}`;
    const known = lines.get(change);
    if (known === undefined) lines.set(change, [row.number]);
    else known.push(row.number);
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([change, numbers]) => `${change}: ${numbers.length}${change.includes(' becomes ') ? named(numbers) : ''}\n`)
    .join('');
}

const REFUSED = 'not answered then, not judged now';

function named(numbers: readonly number[]): string {
  const more = numbers.length - MOST_NAMED;
  return ` (${numbers.length === 1 ? 'line' : 'lines'} ${numbers.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}

/** Throws `call-invalid`: what was not understood would count as what was let through. */
function recordedIn({ value, wrong }: Row): ReturnType<typeof outward> {
  const action = GUARD_ACTIONS.find((one) => one === member(value, 'action'));
  if (action === undefined) throw wrong('action must be allow, flag, redact or block');
  return outward(action);
}

function factsIn({ value, wrong }: Row): readonly Fact[] {
  const findings = member(value, 'findings');
  if (!Array.isArray(findings)) throw wrong(NO_FINDINGS);
  return findings.map((finding: Json) => {
    const [type, score, detector] = [member(finding, 'type'), member(finding, 'score'), member(finding, 'detector')];
    if (typeof type !== 'string' || typeof score !== 'number') throw wrong(NO_FINDINGS);
    return typeof detector === 'string' ? { type, score, detector } : { type, score };
  });
}

const NO_FINDINGS = 'findings must be a list of {"type", "score"}';
