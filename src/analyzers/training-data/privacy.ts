import { type Finding, findingOf } from '../../domain/finding.ts';
import type { PrivacyClaim } from '../../domain/papers.ts';
import { privacySpent } from '../../stats/privacy.ts';
import { PRIVACY_HOLDS, PRIVACY_OPEN, PRIVACY_TOO_LOW } from './rules.ts';

/** Where a claim gives none: the delta that papers use most. It is said when it is assumed. */
const USUAL_DELTA = 1e-5;
/** A numerical accountant gives up to some tenths less than a Rényi one; below this part of it, no accountant does. */
const TIGHTEST = 0.8;

/** A claim held against the arithmetic. What is missing is named; nothing is guessed but a usual delta, and that is said. */
export function judgePrivacy(claim: PrivacyClaim): Finding {
  const { epsilon, path, line } = claim;
  const details = {
    location: { path, ...(line === null ? {} : { line }) },
    operation: `epsilon ${epsilon ?? 'not given'}`,
  };
  const training = trainingOf(claim);
  if (typeof training === 'string' || epsilon === null) {
    const lacks = typeof training === 'string' ? training : 'epsilon';
    return findingOf(PRIVACY_OPEN, { ...details, message: `${PRIVACY_OPEN.title} It lacks ${lacks}.` });
  }
  const spent = privacySpent(training);
  const delta = claim.delta === null ? `${training.delta} (assumed)` : String(training.delta);
  const sum = `with sampling rate ${short(training.samplingRate)}, noise ${short(training.noiseMultiplier)}, ${training.steps} steps and delta ${delta}, a Rényi accountant gives epsilon ${short(spent.epsilon)}`;
  if (epsilon + halfDigit(epsilon) >= spent.epsilon) {
    return findingOf(PRIVACY_HOLDS, { ...details, message: `Epsilon ${epsilon} is claimed; ${sum}.` });
  }
  const confidence = epsilon < TIGHTEST * spent.epsilon ? 'likely' : 'possible';
  const note = confidence === 'possible' ? ' A numerical accountant may honestly give the lower figure.' : '';
  return findingOf(PRIVACY_TOO_LOW, {
    ...details,
    confidence,
    message: `Epsilon ${epsilon} is claimed; ${sum}.${note}`,
  });
}

type Training = Parameters<typeof privacySpent>[0];

/** The training that is claimed, or what the claim lacks. */
function trainingOf(claim: PrivacyClaim): Training | string {
  const { federated, delta } = claim;
  const clients = federated?.clientsPerRound ?? null;
  const all = federated?.clients ?? null;
  const rate = claim.samplingRate ?? (clients !== null && all !== null ? clients / all : null);
  const steps = claim.steps ?? federated?.rounds ?? null;
  const lacks = [
    rate === null ? 'the sampling rate' : null,
    claim.noiseMultiplier === null ? 'the noise' : null,
    steps === null ? 'the steps' : null,
  ].filter((one) => one !== null);
  if (rate === null || claim.noiseMultiplier === null || steps === null) return lacks.join(', ');
  if (!(rate > 0 && rate <= 1)) return 'a sampling rate between 0 and 1';
  if (!(claim.noiseMultiplier > 0)) return 'noise above 0: without noise there is no privacy';
  if (!(Number.isSafeInteger(steps) && steps > 0)) return 'a whole number of steps';
  if (delta !== null && !(delta > 0 && delta < 1)) return 'a delta between 0 and 1';
  // Independent noises of m clients have sqrt(m) times the deviation of one, in their sum.
  const shares = federated?.noiseAddedBy === 'client' && clients !== null ? Math.sqrt(clients) : 1;
  return { samplingRate: rate, noiseMultiplier: claim.noiseMultiplier * shares, steps, delta: delta ?? USUAL_DELTA };
}

/** A claim is rounded to the digits it has: 7.3 is no lie for 7.33. */
function halfDigit(epsilon: number): number {
  return 0.5 * 10 ** -(String(epsilon).split('.')[1] ?? '').length;
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'without bound';
}
