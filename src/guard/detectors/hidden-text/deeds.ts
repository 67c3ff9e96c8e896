import { MACHINES, MUST, PAPERS, SIGNS } from './deed-signs.ts';
import { DO, SPEAK } from './deed-verbs.ts';
import { moodOf } from './mood.ts';
import { strangenessOf } from './strange.ts';

/**
 * How much a sentence is an order to whoever acts in somebody's stead, by the deed: what is to be said, to whom, and what
 * is to be left unsaid; or what is to be done with something that is not the reader's. Visitors of a page are told what
 * to press and about what is theirs, programmers about rows and tests.
 */
export interface Deed {
  /** As points: two where somebody went out of his way to hide it, and more where others hide things too. */
  readonly points: number;
  /** How much more must be said of it where people write programs and papers: it speaks of what these are made of. */
  readonly technical: number;
  /** How likely it orders whoever answers, and no visitor of a page; and nobody who writes a program: as logarithms of odds. */
  readonly web: number;
  readonly programs: number;
}

const NOW =
  '(?:(?:please|kindly|now|always|never|only|just|simply|quietly|silently|secretly|instead|then|also|again|first|from (?:now|here|this \\w+) on|in (?:every|each|your) \\w+|at the end|do not|don.t|do|you (?:must|should|shall|will|have to|may)(?: (?:always|never|only|not|now))?|make sure (?:to|that you)|be sure to|remember to|take care to|see to it that you),? )';
const clause = (verbs: string, from: string) =>
  new RegExp(
    `${from}${NOW}{0,3}(?:${verbs})\\b(?! ?[:/=(]| (?:limit|is|are|was|were)\\b|(?<=answer|reply|rate|grade|score|name|call|use|list|order|change|copy|report) of\\b)`,
    'gi',
  );

/** Where a sentence begins, also one behind another, and behind a part that says when. */
const BEGIN =
  '(?:^[^\\w]{0,6}|[.;:!] {1,2}|^[^\\w]{0,4}(?:when|whenever|if|before|after|once|as soon as|should|while|unless|where|wherever|each time|every time)\\b[^,.;!?]{4,70}, (?:then )?)';
const JOIN = '(?:,? (?:and|but|then|or) (?:then |so )?|, )';
const FIRST_SPEAK = clause(SPEAK, BEGIN);
const FIRST_DO = clause(DO, BEGIN);
const NEXT_SPEAK = clause(SPEAK, JOIN);
const NEXT_DO = clause(DO, JOIN);
const FROM_NOW = /^\W{0,4}(?:from (?:now|here|this \w+) on|for the rest of|as of now)\b/i;

/** What is done with the hands, and with nothing that says for whom or why. */
const BARE = 2;
const FEWEST = 5;
const MOST_READ = 300;
const NOTHING = Number.NEGATIVE_INFINITY;
const NONE: Deed = { points: 0, technical: 0, web: NOTHING, programs: NOTHING };

let asked = '';
let known = NONE;

export function deedOf(said: string): Deed {
  if (said !== asked) [asked, known] = [said, judge(said.slice(0, MOST_READ))];
  return known;
}

function judge(text: string): Deed {
  if ((text.match(/\S+/g)?.length ?? 0) < FEWEST || text.includes('?')) return NONE;
  const first = firstOf(text);
  if (first === 0) return NONE;
  const strange = strangenessOf(text);
  const next = has(text, NEXT_SPEAK) ? 2 : has(text, NEXT_DO) ? 1 : 0;
  const signs = SIGNS.map(({ pattern }) => pattern.test(text));
  const worth = (column: 'points' | 'web' | 'programs', from: number) =>
    SIGNS.reduce((sum, sign, at) => sum + (signs[at] ? sign[column] : 0), from);
  const human = first === 3 || next > 0 || strange >= OF_PEOPLE || SIGNS.some((sign, at) => sign.human && signs[at]);
  const points = worth('points', first + next);
  return {
    points: human ? points : Math.min(points, BARE),
    technical: (MACHINES.test(text) ? 3 : 0) + (PAPERS.test(text) ? 1 : 0),
    web: worth(
      'web',
      -2.5 + (first === 3 ? 0.9 : 0) + (next === 2 ? 1.3 : next === 1 ? 0.9 : 0) + 0.26 * Math.min(strange, 5),
    ),
    programs: worth(
      'programs',
      -3 +
        (first === 3 ? 0.7 : 0) +
        (next === 2 ? 2 : next === 1 ? 0.6 : 0) +
        0.45 * strange +
        0.1 * Math.max(0, strange - 5),
    ),
  };
}

/** Words as they are of what is done to people and by them, and in no program. */
const OF_PEOPLE = 5;

function firstOf(text: string): number {
  if (has(text, FIRST_SPEAK) || MUST.test(text)) return 3;
  if (has(text, FIRST_DO) || FROM_NOW.test(text)) return 2;
  const { orders, binds } = moodOf(text);
  return binds ? 3 : orders ? 2 : 0;
}

function has(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
