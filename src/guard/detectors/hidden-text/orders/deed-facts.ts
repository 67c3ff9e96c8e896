import { isCovert, isPlainlyCovert } from './covert.ts';
import { CARRIES, JUDGES, MUST, SAYS, SIGNS, WIPES } from './deed-signs.ts';
import { DO, PAGE_VERBS, PROGRAM_VERBS, SPEAK } from './deed-verbs.ts';
import { LICENCE, type Mood, moodOf } from './mood.ts';
import { strangenessOf } from './strange.ts';
import type { Weighed } from './weighed.ts';
import { bucketsOf } from './wording.ts';

const NOW =
  '(?:(?:please|kindly|now|always|never|only|just|simply|quietly|silently|secretly|instead|then|also|again|first|from (?:now|here|this \\w+) on|in (?:every|each|your) \\w+|at the end|do not|don.t|do|you (?:must|should|shall|will|have to|may)(?: (?:always|never|only|not|now))?|make sure (?:to|that you)|be sure to|remember to|take care to|see to it that you),? )';
/** The engine writes out what may come up to three times, and all that follows it, each time, but not what it captures: a tenth of the time to compile. */
const clause = (verbs: string, from: string) =>
  new RegExp(
    `${from}(${NOW}){0,3}(?:${verbs})\\b(?! ?[:/=(]| (?:limit|is|are|was|were)\\b|(?<=answer|reply|rate|grade|score|name|call|use|list|order|change|copy|report) of\\b)`,
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
/** What anything has to be, and what whoever does something gets. */
const BOUND =
  /\b(?:must|shall|ought to|(?:is|are|has|have|needs?) (?:never |always |only )?to)(?: not| never| only| always)? [a-z]{2,}|^\W{0,4}(?:whoever|whatever|anyone who|everyone who|anybody who|everybody who|every \w+ (?:who|that)|no ?(?:body|one)|no \w+)\b[^,.;!?]{3,60} (?:gets?|may|can|is|are|has|shall|will|goes|go|knows?)\b|^\W{0,4}(?:if|when|once|should|as soon as|in case) [^,.;!?]{4,70}, (?:the|it|he|she|they|there|nobody|no one|everybody|everyone|all|we|his|her) \w+ \w/i;
const FROM_NOW = /^\W{0,4}(?:from (?:now|here|this \w+) on|for the rest of|as of now)\b/i;

const FEWEST = 4;

/** What is looked for in an order, in the order in which it is told; beside it count its words. */
export const FACTS: readonly string[] = [
  'says',
  'binds',
  'then says',
  'then does',
  'strange',
  'very strange',
  'short',
  'very short',
  'page',
  'program',
  'both',
  ...SIGNS.map(({ name }) => `sign ${name}`),
  'covert',
  'plainly covert',
  'carries',
  'wipes',
  'judges',
  'dictates',
];

/** Small words of other languages, and of this one: without any of these, verbs and objects are only alike by chance. */
const SMALL_ELSEWHERE =
  /(?<!\p{L})(?:el|la|los|las|lo|del|de|da|do|dos|das|que|cuando|quando|para|por|pro|antes|não|no se|o|os|ao|até|der|den|dem|und|nicht|wenn|für|ist|le|les|des|du|quand|est|une|pour|che|non|di|il|per|della|het|een|niet|voor|jest|nie|gdy|när|inte|och|för|bir|ve|için|když|není|și|este|untuk|dan|yang|hogy|nem|khi|và)(?!\p{L})/iu;
const SMALL_ENGLISH =
  /\b(?:the|and|of|to|in|is|that|for|with|it|this|your|not|on|you|by|be|are|from|as|or|at|if|when|an|him|her|them|every|all|any|only|what|who)\b/i;

function isElsewhere(text: string): boolean {
  return SMALL_ELSEWHERE.test(text) && !SMALL_ENGLISH.test(text);
}

/** Null where nothing is ordered. */
export function factsOf(text: string): Weighed | null {
  const words = text.match(/\S+/g)?.length ?? 0;
  if (words < FEWEST || asks(text) || LICENCE.test(text) || isElsewhere(text)) return null;
  const mood = moodOf(text);
  const first = firstOf(text, mood);
  if (first === 0) return null;
  const strange = strangenessOf(text);
  const [page, program] = [PAGE_VERBS.has(mood.verb), PROGRAM_VERBS.has(mood.verb)];
  return {
    facts: [
      Number(first === 3),
      Number(first === 1),
      Number(has(text, NEXT_SPEAK)),
      Number(has(text, NEXT_DO)),
      strange / 2,
      Math.max(0, strange - OF_PEOPLE) / 2,
      Number(words <= SHORT),
      Number(words <= FEWEST),
      Number(page && !program),
      Number(program && !page),
      Number(page && program),
      ...SIGNS.map(({ pattern }) => Number(pattern.test(text))),
      Number(isCovert(text)),
      Number(isPlainlyCovert(text)),
      ...[CARRIES, WIPES, JUDGES, SAYS].map((pattern) => Number(pattern.test(text))),
    ],
    buckets: bucketsOf(text),
  };
}

/** Within an address nothing is asked. */
export function asks(text: string): boolean {
  return text.includes('?') && /\?(?:\W|$)/.test(text);
}

/** Buttons and headings are as short as the shortest orders. */
const SHORT = 5;
/** Words as they are of what is done to people and by them, and in no program. */
const OF_PEOPLE = 5;

function firstOf(text: string, { orders, binds }: Mood): number {
  if (has(text, FIRST_SPEAK) || MUST.test(text)) return 3;
  if (has(text, FIRST_DO) || FROM_NOW.test(text)) return 2;
  return binds ? 3 : orders ? 2 : BOUND.test(text) ? 1 : 0;
}

function has(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
