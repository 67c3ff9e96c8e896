import { describe, expect, it } from 'vitest';
import { callerFor } from '../../src/gateway/guarding/guard-call.ts';
import { createGuardedStream } from '../../src/gateway/guarding/guard-stream.ts';
import type { Surface } from '../../src/wire/surface.ts';
import { SURFACES } from '../../src/wire/table.ts';
import { guard } from './rig.ts';
import { chunk } from './scripted-upstream.ts';

const [surface] = SURFACES;

function streamAt(clock: () => number) {
  const stream = surface?.stream ?? null;
  if (surface === undefined || stream === null) throw new Error('chat has streams');
  return createGuardedStream({
    surface: { ...(surface as Surface), stream },
    guard,
    caller: callerFor({}),
    wanted: { schema: undefined },
    clock,
  });
}

describe('what is held', () => {
  const second = 1_000;
  const piece = (content: string) => Buffer.from(chunk({ content }));

  it('is not taken for long held because something always is: a slow answer goes on for as long as it likes', () => {
    let now = 0;
    const stream = streamAt(() => now);
    let out = '';
    for (let word = 0; word < 600; word++) {
      now += second / 5;
      out += stream.push(piece(` word${word}`)).toString();
      if (word % 5 === 0) out += stream.expire().toString();
    }
    out += stream.push(Buffer.from(chunk({}, 'stop'))).toString();
    expect(stream.stopped()).toBe(false);
    expect(out).toContain('word599');
  });

  it('is judged when nothing more comes for as long as the policy has it', () => {
    let now = 0;
    const stream = streamAt(() => now);
    stream.push(piece('unfinished'));
    expect(stream.heldSince()).toBe(0);
    now = guard.policy.hold.milliseconds - 1;
    expect(stream.expire().toString()).toBe('');
    now += 1;
    stream.expire();
    expect(stream.heldSince()).toBeNull();
  });
});
