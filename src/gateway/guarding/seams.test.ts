import { describe, expect, it } from 'vitest';
import { createGuard, type Guard } from '../../guard/guard.ts';
import type { Slot } from '../../wire/surface.ts';
import { guardSlots } from './guard-call.ts';

const guard = createGuard({ clock: () => 0 });
const caller = {
  operator: { origin: 'system' },
  user: { origin: 'user' },
  tool: { origin: 'tool-result' },
  assistant: { origin: 'assistant' },
  'tool-call': { origin: 'tool-call' },
} as unknown as Parameters<typeof guardSlots>[2];

function guarded(texts: readonly string[], by: Guard = guard) {
  const out = [...texts];
  const slots: Slot[] = texts.map((text, at) => ({
    speaker: 'user',
    text,
    fixed: false,
    within: texts,
    put: (other) => {
      out[at] = other;
    },
  }));
  const { stopped } = guardSlots(by, slots, caller, { wanted: null, vault: null, comesBack: null });
  return { stopped, out };
}

const SECRET = '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';

describe('parts of one message', () => {
  it('are what they are for what stands before them', () => {
    expect(guarded(['api_key =', '"aK93jd72hDk29dkQ0x81" is it', 'and more'])).toEqual({
      stopped: null,
      out: ['api_key =', expect.stringMatching(/^"\[SECRET[^\]]*\]" is it$/), 'and more'],
    });
  });

  it('are read as one text however many they are, looked at for no more than their text has', () => {
    const words = Array.from({ length: 3000 }, (_, at) => (at % 7 === 0 ? 'and ' : 'so '));
    let looked = 0;
    const counted: Guard = {
      ...guard,
      check: (text, ...rest) => {
        looked += text.length;
        return guard.check(text, ...rest);
      },
    };
    expect(guarded(words, counted)).toEqual({ stopped: null, out: words });
    // Each of the first seams for itself, by both joints; of the others some thousand characters at once.
    const alone = 64 * 2 * 2 * 512;
    expect(looked).toBeGreaterThan(words.join('').length);
    expect(looked).toBeLessThan(alone + 8 * words.join('').length);
  });

  it.each([100, 1000, 2999])('hide nothing in many of them: %i', (at) => {
    const words = Array.from({ length: 3000 }, () => 'so ');
    const halves = words.with(at - 1, `k ${SECRET.slice(0, 20)}`).with(at, SECRET.slice(20));
    expect(guarded(halves).stopped).not.toBeNull();
    const letters = [...words.slice(0, at), 'k ', ...Array.from(SECRET), ' '];
    expect(guarded(letters).stopped).not.toBeNull();
  });
});
