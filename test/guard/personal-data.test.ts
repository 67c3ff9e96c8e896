import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../../src/text/personal-data/find.ts';
import { drawFrom } from '../../tools/guard/personal-data/draw.ts';
import { NUMBER_KINDS } from '../../tools/guard/personal-data/kinds.ts';

/** Check digits are written twice, from the specifications: what makes these numbers knows nothing of the rules. */
describe('numbers made from their specifications', () => {
  it.each(NUMBER_KINDS.map((kind) => [`${kind.type}, ${kind.called[0]}`, kind] as const))(
    'finds %s behind its word, in each form it is written in',
    (_, kind) => {
      const draw = drawFrom(7);
      for (let round = 0; round < 5; round += 1) {
        for (const value of kind.write(draw)) {
          const text = `${kind.called[0]}: ${value}\n`;
          const found = findPersonalData(text).filter(({ type }) => type === kind.type);
          expect(
            found.map(({ start, end }) => text.slice(start, end)),
            text,
          ).toContain(value);
        }
      }
    },
  );

  it.each(
    NUMBER_KINDS.filter(({ telling, plain }) => telling && plain).map(
      (kind) => [`${kind.type}, ${kind.called[0]}`, kind] as const,
    ),
  )('finds %s in a cell of its own', (_, kind) => {
    const [value = ''] = kind.write(drawFrom(11));
    expect(findPersonalData(value).map(({ type }) => type)).toContain(kind.type);
  });
});
