import { describe, expect, it } from 'vitest';
import { told } from './judge.ts';
import { HIDING_PLACES } from './make/hiding-places.ts';

describe('room in containers that no reader looks at', () => {
  it.each(HIDING_PLACES.map((each) => [each.path, each.verdict, each.what, each] as const))(
    '%s is %s: %s',
    async (_, verdict, __, each) => {
      expect(await told(each)).toBe(verdict);
    },
  );
});
