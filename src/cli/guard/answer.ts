import type { GuardAction, GuardContext, Origin } from '../../domain/guard.ts';
import { ORIGINS } from '../../domain/guard.ts';
import type { Conversation } from '../../guard/conversation.ts';
import type { Guard } from '../../guard/guard.ts';
import { type Consent, consentIn } from '../../guard/transcripts/consent.ts';
import { guardTranscript, textOf } from '../../guard/transcripts/guard-transcript.ts';
import { type Transcript, transcriptIn } from '../../guard/transcripts/transcript.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';

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

/** The guards that a question may name, by their policy's name, and what holds when it names nothing. */
export interface Guards {
  readonly byPolicy: ReadonlyMap<string, Guard>;
  readonly policy: string;
  readonly origin: Origin;
  readonly clock: () => number;
}

/** Answers `{"text", "origin"?, "policy"?}` with one line of JSON. What cannot be answered is blocked, and says why. */
export async function answerLine(line: Uint8Array, guards: Guards): Promise<string> {
  const text = textOfLine(line);
  return text === null ? refusal(NO_JSON) : answerText(text, guards);
}

/** A line that is UTF-8; null for one that is not. */
export function textOfLine(line: Uint8Array): string | null {
  try {
    return UTF_8.decode(line);
  } catch {
    return null;
  }
}

export const NO_JSON = 'this is not JSON in UTF-8';

/** The same for a line that was decoded. */
export async function answerText(line: string, guards: Guards): Promise<string> {
  const started = guards.clock();
  const milliseconds = () => Math.round((guards.clock() - started) * 1000) / 1000;
  const question = questionIn(line, guards);
  if (typeof question === 'string') return refusal(question, milliseconds());
  if (question.kind === 'transcript') return answerTranscript(question, milliseconds);
  const { guard, text, context, conversation, schema } = question;
  try {
    const options = { conversation, ...(schema === undefined ? {} : { schema }) };
    // Where nobody is asked, at once: lines that stand in one batch would else count each other's time.
    const answer = guard.asks(context)
      ? await guard.consult(text, context, options)
      : guard.check(text, context, options);
    const action = outward(answer.action);
    const places = inCodePoints(text, answer.findings);
    return JSON.stringify({
      action,
      findings: places,
      text: action === 'block' ? '' : answer.text,
      ms: milliseconds(),
      ...(answer.stopped === null || action !== 'block' ? {} : { reason: reasonOf(answer.stopped) }),
      ...(answer.unlisted > 0 ? { unlisted: answer.unlisted } : {}),
    });
  } catch {
    return refusal('the guard has a fault', milliseconds());
  }
}

function reasonOf({ finding, message }: NonNullable<ReturnType<Guard['check']>['stopped']>): string {
  return finding.action === 'approve' ? `approval is required: ${message}` : message;
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
function answerTranscript({ guard, ...asked }: TranscriptLine, milliseconds: () => number): string {
  try {
    const { action: inward, findings, text, ...answer } = guardTranscript(guard, asked);
    const action = outward(inward);
    const places = inCodePoints(textOf(asked.transcript), findings);
    const timed = places.map((place, at) => ({ ...place, time: findings[at]?.time }));
    const { segments, mute, consent, reason } = answer;
    const shown = action === 'block' ? { text: '', segments: [] } : { text, segments };
    const why = action === 'block' && reason !== null ? { reason } : {};
    return JSON.stringify({ action, findings: timed, ...shown, mute, consent, ms: milliseconds(), ...why });
  } catch {
    return refusal('the guard has a fault', milliseconds());
  }
}

interface TextLine {
  readonly kind: 'text';
  readonly guard: Guard;
  readonly text: string;
  readonly context: GuardContext;
  readonly conversation: Conversation;
  /** What the text was asked to be. */
  readonly schema: Json | undefined;
}

interface TranscriptLine {
  readonly kind: 'transcript';
  readonly guard: Guard;
  readonly transcript: Transcript;
  readonly consent: Consent;
  readonly context: GuardContext;
}

type Question = TextLine | TranscriptLine;

/** The question in a line, or what is wrong with it. */
function questionIn(line: string, { byPolicy, policy, origin }: Guards): Question | string {
  const value = parsed(line);
  if (value === undefined) return NO_JSON;
  if (!isJsonObject(value)) return 'this is not a JSON object';
  const [text, named = policy, from = origin] = [
    member(value, 'text'),
    member(value, 'policy'),
    member(value, 'origin'),
  ];
  const guard = typeof named === 'string' ? byPolicy.get(named) : undefined;
  if (guard === undefined) return 'there is no such policy; give its file with --policy';
  const said = member(value, 'transcript');
  if (said !== undefined) return transcriptQuestion(guard, said, member(value, 'headers') ?? {});
  if (typeof text !== 'string') return 'text is missing, or is no text';
  const context = typeof from === 'string' ? CONTEXTS.get(from) : undefined;
  if (context === undefined) return `origin must be one of ${ORIGINS.join(', ')}`;
  const conversation = conversationIn(member(value, 'context') ?? {});
  return conversation === null
    ? 'context must be {"earlier": [texts], "canaries": [words of at least 8 characters]}'
    : { kind: 'text', guard, text, context, conversation, schema: member(value, 'schema') };
}

/** The same ones again and again: a guard keeps what it compiled for each. */
const CONTEXTS: ReadonlyMap<string, GuardContext> = new Map(ORIGINS.map((origin) => [origin, { origin }]));

/** Short words would be found everywhere. */
const SHORTEST_CANARY = 8;

function conversationIn(value: unknown): Conversation | null {
  if (!isJsonObject(value)) return null;
  const [earlier, canaries] = [member(value, 'earlier') ?? [], member(value, 'canaries') ?? []];
  return areTexts(earlier) && areTexts(canaries) && canaries.every(({ length }) => length >= SHORTEST_CANARY)
    ? { earlier, canaries }
    : null;
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function transcriptQuestion(guard: Guard, value: unknown, headers: unknown): TranscriptLine | string {
  const transcript = transcriptIn(value);
  if (typeof transcript === 'string') return transcript;
  if (!isJsonObject(headers)) return 'headers must be an object of texts';
  // What is no text is no consent.
  const texts = Object.entries(headers).map(([name, said]) => [name, typeof said === 'string' ? said : '?']);
  const consent = consentIn(Object.fromEntries(texts) as Record<string, string>);
  return { kind: 'transcript', guard, transcript, consent, context: { origin: 'transcript' } };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

interface Place {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** UTF-16 offsets as code points; half a pair counts as one. */
export function inCodePoints(text: string, findings: readonly Place[]): readonly Place[] {
  const pick = ({ type, start, end, score }: Place) => ({ type, start, end, score: Math.round(score * 1000) / 1000 });
  if (!/[\ud800-\udbff]/.test(text)) return findings.map(pick);
  const offsets = [...new Set(findings.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const points = new Map<number, number>();
  let [at, point] = [0, 0];
  for (const offset of offsets) {
    for (; at < offset; point++) at += isPair(text, at) ? 2 : 1;
    points.set(offset, point);
  }
  return findings.map(pick).map((place) => ({
    ...place,
    start: points.get(place.start) ?? place.start,
    end: points.get(place.end) ?? place.end,
  }));
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
