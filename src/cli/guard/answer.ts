import type { GuardAction, GuardContext, GuardFinding } from '../../domain/guard.ts';
import type { Guard } from '../../guard/guard.ts';
import { guardTranscript, textOf } from '../../guard/transcripts/guard-transcript.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import { member } from '../../kernel/json.ts';
import {
  type Guards,
  NO_JSON,
  objectIn,
  questionIn,
  type TextLine,
  type TranscriptLine,
  textOfLine,
} from './question.ts';
import type { Headers } from './setup.ts';

/** What the world is told of an action: what it means for the text. */
const OUTWARD: Readonly<Record<GuardAction, 'allow' | 'flag' | 'redact' | 'block'>> = {
  allow: 'allow',
  note: 'allow',
  log: 'flag',
  flag: 'flag',
  mask: 'redact',
  pseudonymise: 'redact',
  redact: 'redact',
  truncate: 'redact',
  approve: 'block',
  block: 'block',
};

export function outward(action: GuardAction): 'allow' | 'flag' | 'redact' | 'block' {
  return OUTWARD[action];
}

/** Answers `{"text", "origin"?, "policy"?, …}` with one line of JSON. What cannot be answered is blocked, and says why. */
export async function answerLine(line: Uint8Array, guards: Guards, said?: Headers): Promise<string> {
  const text = textOfLine(line);
  return text === null ? refusal(NO_JSON) : answerText(text, guards, said);
}

/** The same for a line that was decoded; `said` by the request about consent, beside what the line says. */
export async function answerText(line: string, guards: Guards, said: Headers = {}): Promise<string> {
  const started = guards.clock();
  const milliseconds = () => Math.round((guards.clock() - started) * 1000) / 1000;
  const value = objectIn(line);
  if (typeof value === 'string') return refusal(value, milliseconds());
  const question = questionIn(value, guards, said);
  const id = member(value, 'id');
  const answer = await answerAny(question, milliseconds);
  return typeof id === 'string' || typeof id === 'number' ? `{"id":${JSON.stringify(id)},${answer.slice(1)}` : answer;
}

async function answerAny(question: ReturnType<typeof questionIn>, milliseconds: () => number): Promise<string> {
  if (typeof question === 'string') return refusal(question, milliseconds());
  return question.kind === 'transcript' ? answerTranscript(question, milliseconds) : answerOf(question, milliseconds);
}

async function answerOf(question: TextLine, milliseconds: () => number): Promise<string> {
  const { guard, text, context, conversation, schema, pseudonyms } = question;
  try {
    const options = {
      conversation,
      ...(schema === undefined ? {} : { schema }),
      ...(pseudonyms === null ? {} : { vault: pseudonyms.vault }),
    };
    // Where nobody is asked, at once: lines that stand in one batch would else count each other's time.
    const answer = guard.asks(context)
      ? await guard.consult(text, context, options)
      : guard.check(text, context, options);
    const action = outward(answer.action);
    const places = inCodePoints(text, answer.findings);
    return JSON.stringify({
      action,
      findings: places,
      text:
        action === 'block' ? '' : (pseudonyms?.comeBack(answer.text, context.origin === 'tool-call') ?? answer.text),
      ...asked(context),
      ms: milliseconds(),
      ...(action === 'block' ? {} : defined({ vault: pseudonyms?.sealed() })),
      ...(answer.stopped === null || action !== 'block' ? {} : whyOf(answer.stopped)),
      ...(answer.unlisted > 0 ? { unlisted: answer.unlisted } : {}),
    });
  } catch {
    return refusal('the guard has a fault', milliseconds());
  }
}

/** What a caller may be told, and by which of the policy's rules: none, where nothing was known of the text. */
function whyOf({ finding, message }: NonNullable<ReturnType<Guard['check']>['stopped']>) {
  const reason = finding.action === 'approve' ? `approval is required: ${message}` : message;
  return { reason, ...(finding.rule === null ? {} : { rule: finding.rule }) };
}

/** What `guard replay` must know of the question to judge the answer anew. */
function asked({ origin, channel, team, key, region }: GuardContext): Omit<GuardContext, 'tenant'> {
  return { origin, ...defined({ channel, team, key, region }) };
}

function defined(names: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const given = Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}

/** A question that could not be answered, which never passes. */
export function refusal(error: string, ms = 0, code?: ErrorCode): string {
  return JSON.stringify({
    action: 'block',
    findings: [],
    text: '',
    ms,
    error,
    ...(code === undefined ? {} : { code }),
  });
}

/** The same for what was said: with times, and what to mute. */
function answerTranscript(question: TranscriptLine, milliseconds: () => number): string {
  try {
    const { action: inward, findings, text, ...answer } = guardTranscript(question.guard, question);
    const action = outward(inward);
    const places = inCodePoints(textOf(question.transcript), findings);
    const timed = places.map((place, at) => ({ ...place, time: findings[at]?.time }));
    const { segments, mute, consent, reason } = answer;
    const shown = action === 'block' ? { text: '', segments: [] } : { text, segments };
    const why = action === 'block' && reason !== null ? { reason } : {};
    const { context } = question;
    return JSON.stringify({
      action,
      findings: timed,
      ...shown,
      mute,
      consent,
      ...asked(context),
      ms: milliseconds(),
      ...why,
    });
  } catch {
    return refusal('the guard has a fault', milliseconds());
  }
}

/** A finding as it is told. */
interface Told {
  readonly type: string;
  /** Who found it: of one type, several may tell, and rules name them. */
  readonly detector: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** What to write instead of code that is not safe. */
  readonly advice?: string;
  /** The protected text that it stands in. */
  readonly document?: string;
  /** What kept the guard from knowing: whoever runs it has to mend that, and cannot see it elsewhere. */
  readonly why?: string;
}

/** UTF-16 offsets as code points; half a pair counts as one. */
export function inCodePoints(text: string, findings: readonly GuardFinding[]): readonly Told[] {
  if (!/[\ud800-\udbff]/.test(text)) return findings.map(toldOf);
  const offsets = [...new Set(findings.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const points = new Map<number, number>();
  let [at, point] = [0, 0];
  for (const offset of offsets) {
    for (; at < offset; point++) at += isPair(text, at) ? 2 : 1;
    points.set(offset, point);
  }
  return findings.map(toldOf).map((place) => ({
    ...place,
    start: points.get(place.start) ?? place.start,
    end: points.get(place.end) ?? place.end,
  }));
}

function toldOf({ type, detector, start, end, score, detail }: GuardFinding): Told {
  const place = { type, detector, start, end, score: Math.round(score * 1000) / 1000 };
  if (detail === undefined) return place;
  if (type === PROTECTED) return { ...place, document: detail.replace(/^as in /, '') };
  if (type.startsWith('guard/')) return { ...place, why: detail };
  return type.startsWith('code/') ? { ...place, advice: detail } : place;
}

const PROTECTED = 'verbatim/protected';

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
