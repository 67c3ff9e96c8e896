import { factsElsewhere } from './elsewhere-facts.ts';
import { scoreOf, weighed } from './weighed.ts';
import { WEIGHTS } from './weights.ts';

const MOST_READ = 400;
const NOTHING = Number.NEGATIVE_INFINITY;
const WEIGHTS_ELSEWHERE = weighed(WEIGHTS.elsewhere);

/** How likely it orders whoever answers, in eight languages that are not English: as a logarithm of odds. */
export function deedElsewhere(said: string): number {
  const facts = factsElsewhere(said.slice(0, MOST_READ));
  return facts === null ? NOTHING : scoreOf(facts, WEIGHTS_ELSEWHERE);
}
