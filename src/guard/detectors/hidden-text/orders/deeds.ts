import { factsOf } from './deed-facts.ts';
import { scoreOf, weighed } from './weighed.ts';
import { WEIGHTS } from './weights.ts';

/**
 * How much a sentence is an order to whoever acts in somebody's stead, by the deed: what is to be said, to whom, and what
 * is to be left unsaid; or what is to be done with something that is not the reader's. Visitors of a page are told what
 * to press and about what is theirs, programmers about rows and tests.
 */
export interface Deed {
  /** How likely it orders whoever answers, and no visitor of a page; and nobody who writes a program: as logarithms of odds. */
  readonly web: number;
  readonly programs: number;
}

const MOST_READ = 400;
const MOST_SENTENCES = 8;
const NOTHING = Number.NEGATIVE_INFINITY;
const NONE: Deed = { web: NOTHING, programs: NOTHING };

let asked = '';
let known = NONE;

export function deedOf(said: string): Deed {
  if (said !== asked) [asked, known] = [said, surest(said)];
  return known;
}

/** Each sentence for itself: what stands in another one says nothing of it. */
function surest(said: string): Deed {
  const deeds = sentencesOf(said).map(judge);
  return {
    web: Math.max(...deeds.map(({ web }) => web)),
    programs: Math.max(...deeds.map(({ programs }) => programs)),
  };
}

/** As many as are read of a text. */
export function sentencesOf(said: string): readonly string[] {
  return said
    .slice(0, MOST_READ)
    .split(/(?<=[.!?;]) {1,2}(?=[A-Z"])/)
    .slice(0, MOST_SENTENCES);
}

const WEB = weighed(WEIGHTS.web);
const PROGRAMS = weighed(WEIGHTS.programs);

function judge(text: string): Deed {
  const facts = factsOf(text);
  return facts === null ? NONE : { web: scoreOf(facts, WEB), programs: scoreOf(facts, PROGRAMS) };
}
