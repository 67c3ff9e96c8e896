import { guardTranscript, merged, type TimeSpan } from '../../guard/transcripts/guard-transcript.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { type Call, tokensOf } from '../call.ts';
import { answeredIn, guardSlots, STOPS } from '../guarding/guard-call.ts';
import { type Heard, heardIn } from '../guarding/heard.ts';
import { type Ended, fail, type Head } from './relay.ts';
import { send, unreadable } from './send.ts';

/** The answer to a recording: guarded as what was heard, and sent on byte for byte where nothing was changed. */
export function answerTranscript(call: Call, head: Head, bytes: Buffer): Ended {
  const text = utf8In(bytes);
  const heard = text === null ? null : heardIn(text, head.type, call.body.value.response_format, call.surface);
  if (text === null || heard === null || call.stream || heard.slots.length > LIMITS.gatewayTexts)
    return unreadable(call, head);
  const guarded = guardHeard(call, heard);
  const usage = heard.usage ?? { input: call.inputTokens, output: tokensOf(text.length) };
  const { types } = guarded;
  // Nothing in a transcript would tell a message of ours from what was said.
  if (guarded.stopped !== null) return { ...fail(call, 400, 'content_filter', guarded.stopped), usage, found: types };
  const said = guarded.changed ? Buffer.from(heard.write(guarded.mute)) : bytes;
  return send(call, head, said, { usage, types, code: null });
}

function guardHeard({ channel: { guard }, caller, consent }: Call, { slots, tracks }: Heard) {
  const whole = guardSlots(guard, slots, caller, answeredIn(null, null));
  let { changed, stopped } = whole;
  const types = new Set(whole.types);
  const mute: TimeSpan[] = [];
  for (const track of stopped === null ? tracks : []) {
    const { transcript } = track;
    if (consent === null) throw new Error('a recording without a word on consent');
    const answer = guardTranscript(guard, { transcript, context: caller.transcript, consent });
    for (const { type } of answer.findings) types.add(type);
    stopped ??= answer.reason ?? (STOPS.has(answer.action) ? guard.policy.message : null);
    mute.push(...answer.mute);
    for (const [at, { text }] of answer.segments.entries()) {
      if (text === transcript.segments[at]?.text) continue;
      track.put(at, text);
      changed = true;
    }
  }
  return { changed: changed || mute.length > 0, stopped, types: [...types], mute: merged(mute) };
}

function utf8In(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
