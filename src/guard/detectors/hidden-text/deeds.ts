import { MACHINES, MUST, PAPERS, SIGNS } from './deed-signs.ts';
import { DO, PAGE_VERBS, PROGRAM_VERBS, SPEAK } from './deed-verbs.ts';
import { LICENCE, type Mood, moodOf } from './mood.ts';
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
const MOST_READ = 400;
const MOST_SENTENCES = 8;
const NOTHING = Number.NEGATIVE_INFINITY;
const NONE: Deed = { points: 0, technical: 0, web: NOTHING, programs: NOTHING };

let asked = '';
let known = NONE;

export function deedOf(said: string): Deed {
  if (said !== asked) [asked, known] = [said, surest(said)];
  return known;
}

/** Each sentence for itself: what stands in another one says nothing of it. */
function surest(said: string): Deed {
  const text = said.slice(0, MOST_READ);
  const sentences = text.split(/(?<=[.!?;]) {1,2}(?=[A-Z"])/);
  const [only] = sentences;
  if (only !== undefined && sentences.length === 1) return judge(only);
  const deeds = sentences.slice(0, MOST_SENTENCES).map(judge);
  const most = (of: 'points' | 'technical' | 'web' | 'programs') => Math.max(...deeds.map((deed) => deed[of]));
  return { points: most('points'), technical: most('technical'), web: most('web'), programs: most('programs') };
}

function judge(text: string): Deed {
  const facts = factsOf(text);
  if (facts === null) return NONE;
  const { first, next, strange, signs } = facts;
  const worth = (column: 'points' | 'web' | 'programs', from: number) =>
    SIGNS.reduce((sum, sign, at) => sum + (signs[at] ? sign[column] : 0), from);
  const human = first === 3 || next > 0 || strange >= OF_PEOPLE || SIGNS.some((sign, at) => sign.human && signs[at]);
  const points = worth('points', first + next);
  return {
    points: human ? points : Math.min(points, BARE),
    technical: (MACHINES.test(text) ? 3 : 0) + (PAPERS.test(text) ? 1 : 0),
    web: worth('web', fromOf(facts, WEB)),
    programs: worth('programs', fromOf(facts, PROGRAMS)),
  };
}

/** What is seen of an order, from which it is judged. */
interface DeedFacts {
  /** 3 where it says something or binds somebody, 2 where it does something. */
  readonly first: number;
  readonly next: number;
  readonly strange: number;
  readonly words: number;
  readonly verb: 'page' | 'program' | 'both' | 'neither';
  readonly signs: readonly boolean[];
}

/** Null where nothing is ordered. */
function factsOf(text: string): DeedFacts | null {
  const words = text.match(/\S+/g)?.length ?? 0;
  if (words < FEWEST || text.includes('?') || LICENCE.test(text)) return null;
  const mood = moodOf(text);
  const first = firstOf(text, mood);
  if (first === 0) return null;
  return {
    first,
    next: has(text, NEXT_SPEAK) ? 2 : has(text, NEXT_DO) ? 1 : 0,
    strange: strangenessOf(text),
    words,
    verb: kindOfVerb(mood.verb),
    signs: SIGNS.map(({ pattern }) => pattern.test(text)),
  };
}

function kindOfVerb(verb: string): DeedFacts['verb'] {
  const [page, program] = [PAGE_VERBS.has(verb), PROGRAM_VERBS.has(verb)];
  return page && program ? 'both' : page ? 'page' : program ? 'program' : 'neither';
}

/** Buttons and headings are as short as the shortest orders. */
const SHORT = 0.7;

/** What the verbs and the words tell, beside the signs. */
interface Weights extends Record<DeedFacts['verb'], number> {
  readonly none: number;
  readonly says: number;
  readonly thenSays: number;
  readonly thenDoes: number;
  readonly strange: number;
  readonly veryStrange: number;
}

const WEB: Weights = {
  none: -2.04,
  says: 0.46,
  thenSays: 1.37,
  thenDoes: 1.19,
  strange: 0.29,
  veryStrange: -0.35,
  page: -1.29,
  program: 0.27,
  both: -0.83,
  neither: 0.74,
};
const PROGRAMS: Weights = {
  none: -2.42,
  says: 0.53,
  thenSays: 1.73,
  thenDoes: 1.0,
  strange: 0.41,
  veryStrange: -0.04,
  page: 0.03,
  program: -0.37,
  both: -0.53,
  neither: -0.34,
};

function fromOf({ first, next, strange, verb, words }: DeedFacts, weights: Weights): number {
  return (
    weights.none +
    (first === 3 ? weights.says : 0) +
    (next === 2 ? weights.thenSays : next === 1 ? weights.thenDoes : 0) +
    weights.strange * strange +
    weights.veryStrange * Math.max(0, strange - OF_PEOPLE) +
    weights[verb] -
    (words <= FEWEST ? SHORT : 0)
  );
}

/** Words as they are of what is done to people and by them, and in no program. */
const OF_PEOPLE = 5;

function firstOf(text: string, { orders, binds }: Mood): number {
  if (has(text, FIRST_SPEAK) || MUST.test(text)) return 3;
  if (has(text, FIRST_DO) || FROM_NOW.test(text)) return 2;
  return binds ? 3 : orders ? 2 : 0;
}

function has(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
