import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import { isJoined } from '../../../text/verbatim/joints.ts';
import { isLeak } from './evidence.ts';
import { createFollower, type Follower, type Stretch, UNJOINED } from './follower.ts';

/** Units in a row without anything between their words, behind which nobody waits for more of it. */
const PLAIN_UNITS = 8;

/**
 * Follows a text as it stands and, from the first tag, number of a line or the like on, once more without what stands between
 * its words.
 */
export function createReader(indexes: readonly VerbatimIndex[]): Omit<Follower, 'isIdle'> {
  const follower = createFollower(indexes, isLeak);
  let unjoined: Follower | null = null;
  let plain = 0;
  /** The unit before, in which a copy may have begun. */
  let before: readonly [text: string, start: number, characters: number] | null = null;
  let units = 0;
  let told: readonly Told[] = [];
  /** What one of the two says when the other has said it is left out. */
  const both = (found: readonly Stretch[], more: readonly Stretch[] = NOTHING): readonly Stretch[] => {
    const all = more.length === 0 ? found : [...found, ...more];
    if (all.length === 0) return all;
    const said = all.map((stretch) => ({ stretch, unit: units - stretch.back }));
    const fresh = said.filter(({ unit, stretch: { start, end } }) =>
      told.every((one) => one.unit !== unit || start < one.start || end > one.end),
    );
    told = [...told, ...fresh.map(({ unit, stretch: { start, end } }) => ({ unit, start, end }))].slice(-KEPT);
    return fresh.map(({ stretch }) => stretch);
  };
  return {
    read: (text, start, characters) => {
      units++;
      const found = follower.read(text, start, characters);
      plain = isJoined(text) ? 0 : plain + 1;
      if (plain > PLAIN_UNITS && unjoined?.isIdle() === true) unjoined = null;
      if (plain === 0 && unjoined === null) {
        unjoined = createFollower(indexes, isLeak, UNJOINED);
        // What stands in it alone was told as it stands.
        if (before !== null) unjoined.read(...before);
      }
      before = [text, start, characters];
      return both(found, unjoined?.read(text, start, characters));
    },
    open: (characters) => {
      const [first, second] = [follower.open(characters), unjoined?.open(characters) ?? null];
      if (first === null || second === null) return first ?? second;
      return second.back > first.back || (second.back === first.back && second.at < first.at) ? second : first;
    },
    finish: (characters) => both(follower.finish(characters), unjoined?.finish(characters)),
  };
}

/** Where something was told of a unit, by its place in the message. */
interface Told {
  readonly unit: number;
  readonly start: number;
  readonly end: number;
}

const KEPT = 256;
const NOTHING: readonly Stretch[] = [];
