import { GUARD_ACTIONS, ORIGINS, type Origin } from '../../domain/guard.ts';
import type { Fact, Guard } from '../../guard/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Io } from '../io.ts';
import { outward } from './answer.ts';
import { type Calibration, calibrate, type Drift, driftBetween, type Scores } from './calibrate.ts';
import { linesOf } from './lines.ts';
import type { Guards } from './question.ts';

interface CalibrateCall {
  readonly texts: string;
  readonly budget: number;
  readonly compare?: string;
  readonly format: string;
  readonly origin: Origin;
}

/** Runs a file of benign texts and gives the thresholds that keep the budget. Throws `call-invalid`. */
export async function calibrateTexts(io: Io, guard: Guard, call: CalibrateCall): Promise<string> {
  const messages: Scores[] = [];
  for await (const row of objectsIn(io, call.texts)) {
    const text = member(row.value, 'text');
    if (typeof text !== 'string') throw row.wrong('text is missing, or is no text');
    const { findings } = guard.check(text, { origin: originIn(row, call.origin) });
    const scores = new Map<string, number>();
    for (const { type, score, action } of findings)
      if (action !== 'note') scores.set(type, Math.max(score, scores.get(type) ?? 0));
    messages.push(scores);
  }
  if (messages.length === 0) throw new WeighbridgeError('call-invalid', `${call.texts} holds no text`);
  const calibration = calibrate(messages, call.budget);
  const earlier = call.compare === undefined ? null : await earlierRun(io, call.compare);
  const drift = earlier === null ? [] : driftBetween(earlier, calibrate(messages, 1));
  if (call.format === 'json')
    return `${JSON.stringify({ ...calibration, ...(earlier === null ? {} : { drift }) }, null, 2)}\n`;
  return asYaml(calibration, call.budget) + drift.map(driftLine).join('');
}

async function* objectsIn(io: Io, file: string): AsyncIterable<Row> {
  let number = 0;
  for await (const lines of linesOf(io.readChunks(file))) {
    for (const line of lines) {
      number++;
      if (line?.length === 0) continue;
      const value = line === null ? undefined : parsed(line);
      if (!isJsonObject(value)) throw new WeighbridgeError('call-invalid', `${file}:${number}: this is no JSON object`);
      yield { value, wrong: (what) => new WeighbridgeError('call-invalid', `${file}:${number}: ${what}`) };
    }
  }
}

interface Row {
  readonly value: Json;
  /** What to throw when it lacks something, with its place. */
  readonly wrong: (what: string) => WeighbridgeError;
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    return undefined;
  }
}

/** Throws `call-invalid`: by another origin, other rules would be counted. */
function originIn({ value, wrong }: Row, fallback: Origin): Origin {
  const said = member(value, 'origin') ?? fallback;
  const origin = ORIGINS.find((one) => one === said);
  if (origin === undefined) throw wrong(`origin must be one of ${ORIGINS.join(', ')}`);
  return origin;
}

async function earlierRun(io: Io, file: string): Promise<Calibration> {
  const value = parsed(Buffer.from(await io.readText(file, LIMITS.policyFile)));
  const [messages, flagged, types] = [member(value, 'messages'), member(value, 'flagged'), member(value, 'types')];
  if (typeof messages !== 'number' || typeof flagged !== 'number' || !Array.isArray(types))
    throw new WeighbridgeError('call-invalid', `${file} is not what guard calibrate --format json gives`);
  const rows = types.flatMap((row: Json) => {
    const [type, found] = [member(row, 'type'), member(row, 'all')];
    return typeof type === 'string' && typeof found === 'number'
      ? [{ type, messages: found, all: found, rate: 0, threshold: 0 }]
      : [];
  });
  return { messages, flagged, types: rows };
}

function asYaml({ messages, flagged, types }: Calibration, budget: number): string {
  const raised = types.filter(({ threshold }) => threshold > 0);
  const lines = raised.map(
    ({ type, threshold, messages: left, all }) => `    ${type}: ${threshold}  # ${left} of ${all} texts left\n`,
  );
  return [
    `# ${flagged} of ${messages} texts have findings; the budget is ${budget}.\n`,
    ...(budget * messages < 1 ? [tooFew(messages, budget)] : []),
    ...(raised.length === 0 ? ['# No threshold has to be raised.\n'] : ['spec:\n  thresholds:\n', ...lines]),
    ...(flagged > budget * messages ? [unkept(types)] : []),
  ].join('');
}

function tooFew(messages: number, budget: number): string {
  const enough =
    budget === 0 ? 'a budget of 0 lets none pass' : `${Math.ceil(1 / budget)} or more tell what such a budget is`;
  return `# ${messages} texts are few: ${enough}.\n`;
}

function unkept(types: Calibration['types']): string {
  const left = types.filter(({ messages }) => messages > 0).map(({ type, messages }) => `${type} in ${messages}`);
  return (
    `# The budget is not kept: no threshold quietens ${left.join(', ')}, which are found with the highest score.\n` +
    '# Look at these texts; where they are harmless, name what they hold under "allow", or allow the type by a rule.\n'
  );
}

function driftLine({ type, before, now, z }: Drift): string {
  const share = (rate: number) => `${(100 * rate).toFixed(2)}%`;
  return `# drift: ${type} was in ${share(before)} of texts, is in ${share(now)} (${z.toFixed(1)} standard errors)\n`;
}

/** What the policy would do about each recorded answer, counted by what was done. Throws `call-invalid`. */
export async function replayAnswers(io: Io, { byPolicy, policy, origin }: Guards, file: string): Promise<string> {
  const guard = byPolicy.get(policy);
  if (guard === undefined) throw new WeighbridgeError('call-invalid', `there is no policy ${policy}`);
  const counts = new Map<string, number>();
  for await (const row of objectsIn(io, file)) {
    const recorded = recordedIn(row);
    const now = outward(guard.judge(factsIn(row), { origin: originIn(row, origin) }));
    const change = recorded === now ? `still ${now}` : `${recorded} becomes ${now}`;
    counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([change, count]) => `${change}: ${count}\n`)
    .join('');
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
    const [type, score] = [member(finding, 'type'), member(finding, 'score')];
    if (typeof type !== 'string' || typeof score !== 'number') throw wrong(NO_FINDINGS);
    return { type, score };
  });
}

const NO_FINDINGS = 'findings must be a list of {"type", "score"}';
