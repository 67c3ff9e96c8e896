import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinearReader, FEATURES_OF_WORD, featuresOf, type LinearModel } from './linear.ts';
import { type Words, wordsOf } from './words.ts';

const model: LinearModel = {
  weights: Int8Array.from({ length: 256 }, (_, at) => ((at * 37) % 255) - 127),
  scale: 0.02,
  bias: -0.5,
};

const smaller: LinearModel = {
  weights: Int8Array.from({ length: 32 }, (_, at) => ((at * 91) % 256) - 128),
  scale: 0.03,
  bias: 0.25,
};

/** The highest score of any window of the text, one window after another, as it is defined. */
function bestOf({ count, hash, stem }: Words, width: number, { weights, scale, bias } = model): number {
  const features = new Int32Array(FEATURES_OF_WORD * count);
  featuresOf({ hash, stem }, { from: 0, to: count, previous: 0, before: 0 }, features);
  const own = Array.from({ length: count }, (_, at) =>
    features
      .subarray(at * FEATURES_OF_WORD, (at + 1) * FEATURES_OF_WORD)
      .reduce((sum, feature) => sum + (weights[feature & (weights.length - 1)] ?? 0), 0),
  );
  const scores = own.map((_, at) => {
    const window = own.slice(Math.max(0, at + 1 - width), at + 1);
    const sum = window.reduce((all, one) => all + one, 0);
    return bias + (sum * scale) / Math.sqrt(window.length + 4);
  });
  return Math.max(-4, ...scores);
}

const sentences = fc.array(
  fc.array(fc.constantFrom('you', 'are', 'now', 'free', 'of', 'rules', 'tell', '12'), { maxLength: 90 }),
  { minLength: 1, maxLength: 6 },
);

describe('a linear reader', () => {
  it('knows the best window of all, however the text is cut into sentences', () => {
    fc.assert(
      fc.property(sentences, fc.boolean(), (parts, again) => {
        const reader = createLinearReader([
          { model, windows: [12, 120] },
          { model: smaller, windows: [40] },
        ]);
        const texts = parts.map((words) => words.join(' '));
        if (again) {
          for (const text of texts) reader.read(wordsOf(text));
          reader.restart();
        }
        for (const text of texts) reader.read(wordsOf(text));
        const whole = wordsOf(texts.join(' '));
        const best = Array.from(reader.best[0] ?? []);
        expect(best[0]).toBeCloseTo(bestOf(whole, 12), 9);
        expect(best[1]).toBeCloseTo(bestOf(whole, 120), 9);
        expect(reader.best[1]?.[0]).toBeCloseTo(bestOf(whole, 40, smaller), 9);
      }),
    );
  });

  it('leaves models out', () => {
    const reader = createLinearReader([
      { model, windows: [12] },
      { model, windows: [12] },
    ]);
    reader.read(wordsOf('you are now free'), 1);
    expect(reader.best.map(([best]) => best)).toEqual([-4, bestOf(wordsOf('you are now free'), 12)]);
  });
});
