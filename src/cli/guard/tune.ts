import type { GuardContext, Origin } from '../../domain/guard.ts';
import type { Guard } from '../../guard/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Io } from '../io.ts';
import { type Calibration, calibrate, type Drift, driftBetween, type Scores } from './calibrate.ts';
import { contextIn } from './context.ts';
import { linesOf } from './lines.ts';

interface CalibrateCall {
  readonly texts: string;
  readonly budget: number;
  readonly compare?: string;
  readonly format: string;
  readonly origin: Origin;
}

/** What is printed, whether thresholds keep the budget, and whether rates are other than in the earlier run. */
interface Calibrated {
  readonly text: string;
  readonly kept: boolean;
  readonly drifted: boolean;
}

/** Runs a file of benign texts and gives the thresholds that keep the budget. Throws `call-invalid`. */
export async function calibrateTexts(io: Io, guard: Guard, call: CalibrateCall): Promise<Calibrated> {
  const messages: Scores[] = [];
  for await (const row of objectsIn(io, call.texts)) {
    const text = member(row.value, 'text');
    if (typeof text !== 'string') throw row.wrong('text is missing, or is no text');
    const { findings } = guard.check(text, contextOf(row, call.origin));
    const scores = new Map<string, number>();
    for (const { type, score, action } of findings)
      if (action !== 'note') scores.set(type, Math.max(score, scores.get(type) ?? 0));
    messages.push(scores);
  }
  if (messages.length === 0) throw new WeighbridgeError('call-invalid', `${call.texts} holds no text`);
  const calibration = calibrate(messages, call.budget);
  const earlier = call.compare === undefined ? null : await earlierRun(io, call.compare);
  const drift = earlier === null ? [] : driftBetween(earlier, calibrate(messages, 1));
  const text =
    call.format === 'json'
      ? `${JSON.stringify({ ...calibration, ...(earlier === null ? {} : { drift }) }, null, 2)}\n`
      : asYaml(calibration, call.budget) + drift.map(driftLine).join('');
  const kept = calibration.flagged <= call.budget * calibration.messages;
  return { text, kept, drifted: drift.length > 0 };
}

/** The objects in a file of JSON lines, blank lines left out. Throws `call-invalid`. */
export async function* objectsIn(io: Io, file: string): AsyncIterable<Row> {
  let number = 0;
  for await (const lines of linesOf(io.readChunks(file))) {
    for (const line of lines) {
      number++;
      if (line?.length === 0) continue;
      const value = line === null ? undefined : parsed(line);
      if (!isJsonObject(value)) throw new WeighbridgeError('call-invalid', `${file}:${number}: this is no JSON object`);
      yield { number, value, wrong: (what) => new WeighbridgeError('call-invalid', `${file}:${number}: ${what}`) };
    }
  }
}

export interface Row {
  readonly number: number;
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
export function contextOf({ value, wrong }: Row, fallback: Origin): GuardContext {
  const context = contextIn(value, fallback);
  if (typeof context === 'string') throw wrong(context);
  return context;
}

async function earlierRun(io: Io, file: string): Promise<Calibration> {
  const value = parsed(Buffer.from(await io.readText(file, LIMITS.policyFile)));
  const [messages, flagged, types] = [member(value, 'messages'), member(value, 'flagged'), member(value, 'types')];
  if (typeof messages !== 'number' || typeof flagged !== 'number' || !Array.isArray(types))
    throw new WeighbridgeError('call-invalid', `${file} is not what guard calibrate --format json gives`);
  const rows = types.flatMap((row: Json) => {
    const [type, found] = [member(row, 'type'), member(row, 'all')];
    return typeof type === 'string' && typeof found === 'number'
      ? [{ type, messages: found, all: found, rate: 0, threshold: 0, highest: 0 }]
      : [];
  });
  return { messages, flagged, types: rows };
}

function asYaml({ messages, flagged, types }: Calibration, budget: number): string {
  const raised = types.filter(({ threshold }) => threshold > 0);
  const lines = raised.map(
    ({ type, threshold, messages: left, all, highest }) =>
      `    ${type}: ${threshold}  # ${left} of ${all} texts left${left === 0 ? `: above ${shown(highest)}, the highest score that was seen` : ''}\n`,
  );
  return [
    `# ${flagged} of ${messages} texts have findings; the budget is ${budget}.\n`,
    ...(budget * messages < 1 ? [tooFew(messages, budget)] : []),
    ...(raised.length === 0 ? ['# No threshold has to be raised.\n'] : ['spec:\n  thresholds:\n', ...lines]),
    ...(flagged > budget * messages ? [unkept(messages, types, budget)] : []),
  ].join('');
}

function tooFew(messages: number, budget: number): string {
  const enough =
    budget === 0 ? 'a budget of 0 lets none pass' : `${Math.ceil(1 / budget)} or more tell what such a budget is`;
  return `# ${messages} texts are few: ${enough}.\n`;
}

function unkept(messages: number, types: Calibration['types'], budget: number): string {
  const left = types
    .filter(({ messages: found }) => found > 0)
    .map(
      ({ type, messages: found, highest }) =>
        `#   ${found} of ${messages} texts hold ${type}, with ${shown(highest)} at most\n`,
    );
  return (
    `# The budget is not kept: no threshold keeps within ${budget}. Still found:\n${left.join('')}` +
    '# A threshold above the highest score would turn the type off. Look at these texts; where they are harmless, name what they hold\n' +
    '# under "allow", or allow the type by a rule.\n'
  );
}

function shown(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function driftLine({ type, before, now, z }: Drift): string {
  const share = (rate: number) => `${(100 * rate).toFixed(2)}%`;
  return `# drift: ${type} was in ${share(before)} of texts, is in ${share(now)} (${z.toFixed(1)} standard errors)\n`;
}
