import { factsElsewhere } from './elsewhere-facts.ts';
import { scoreOf, weighed } from './weighed.ts';
import { WEIGHTS } from './weights.ts';

const MOST_READ = 400;
const NOTHING = Number.NEGATIVE_INFINITY;
const WEIGHTS_ELSEWHERE = weighed(WEIGHTS.elsewhere);

/** How likely it orders whoever answers, in eight languages that are not English: as a logarithm of odds. */
export function deedElsewhere(said: string): number {
  if (!/[^\0-\u007f]/.test(said) && !MAY_BE_LATIN.test(said)) return NOTHING;
  const facts = factsElsewhere(said.slice(0, MOST_READ));
  return facts === null ? NOTHING : scoreOf(facts, WEIGHTS_ELSEWHERE);
}

/** Cheaper than to look every word up. */
const MAY_BE_LATIN =
  /(?:^|\s)(?:der|das|und|ist|nicht|dem|ein|eine|mit|auf|von|zu|im|le|la|les|des|est|que|pas|une|du|et|el|los|las|por|con|del|un|os|uma|da|em|no|na|ao|gli|che|di|della|non|il|al)\s/i;
