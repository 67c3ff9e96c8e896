import { ORIGINS } from '../../../domain/guard.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';
import { argumentKind } from './argument.ts';
import { languageOf, SAFER } from './language.ts';
import { type CodeRule, isGiven } from './rule.ts';
import { CODE_RULES } from './rules.ts';
import { isSeenTo } from './seen-to.ts';
import { isOpenStatement, type Kind, LEFT, placeKind, REACH, type Site, siteAt } from './site.ts';
import { WEAKNESSES } from './weaknesses.ts';

/** Literals, and the rules that look at each. */
const BY_LITERAL = new Map<string, CodeRule[]>();
for (const rule of CODE_RULES) {
  for (const literal of new Set(rule.at)) {
    const rules = BY_LITERAL.get(literal);
    if (rules === undefined) BY_LITERAL.set(literal, [rule]);
    else rules.push(rule);
  }
}
const LITERALS = [...BY_LITERAL.keys()];
const LONGEST = Math.max(...LITERALS.map(({ length }) => length));
const BEGINNINGS: ReadonlySet<string> = new Set(
  LITERALS.flatMap((literal) => Array.from(literal, (_, end) => literal.slice(0, end)).slice(1)),
);
/** What characters of ASCII a beginning may begin with, up to three: of other places no text is cut out. */
const FIRST_THREE = new Uint8Array(1 << 15);
for (const beginning of BEGINNINGS) FIRST_THREE[firstThree(beginning, 0)] = 1;
/** What longer beginnings end in: behind any other three characters, only a beginning of one or two can be open. */
const LAST_THREE = new Uint8Array(1 << 15);
for (const beginning of BEGINNINGS)
  if (beginning.length > 2) LAST_THREE[firstThree(beginning, beginning.length - 3)] = 1;
const RULES_OF: readonly (readonly CodeRule[])[] = [...BY_LITERAL.values()];

/** Under this, a rule only says that more should be known: such rules are for policies that ask for them. */
const SURE = 0.5;

/**
 * Code that is not safe, told statement by statement as it is written, in fenced blocks or without: what a statement
 * calls, what it gives to it, and what that was in the lines before. No parser is asked: code that is still being
 * written, and the middle of a file, would not parse, and a tree could change with every cut.
 */
export const insecureCode: SpanDetector = {
  kind: 'span',
  id: 'code',
  title: 'Insecure code',
  types: Object.entries(WEAKNESSES).map(([cwe, title]) => ({ type: `code/CWE-${cwe}`, title })),
  // The operator's own prompt may show bad examples.
  origins: ORIGINS.filter((origin) => origin !== 'system'),
  sees: 'canonical',
  triggers: { literals: LITERALS.map((text) => ({ text })) },
  left: LEFT + REACH,
  defaults: [{ types: [], origins: [], threshold: SURE, action: 'flag' }],
  find: ({ text, from }, places) => {
    const fresh = hitsIn(text, places, from, text.length);
    if (fresh.length === 0) return [];
    // A statement may have begun before, and what it is was told then.
    return onceEach(text, [...hitsIn(text, places, Math.max(0, from - REACH), from), ...fresh]).filter(
      ({ start }) => start >= from,
    );
  },
  unsettled: (reading, { count, at, which }) => {
    const { text, from } = reading;
    let end = openLiteral(reading);
    for (let index = 0; index < count; index++) {
      const here = at[index] ?? 0;
      if (here < from || here >= end || !isOpenStatement(text, here)) continue;
      const kind = placeKind(siteAt(text, here));
      const rules = RULES_OF[which[index] ?? 0] ?? [];
      if (kind === 'code' || (kind === 'string' && rules.some(({ inStrings }) => inStrings === true))) end = here;
    }
    return end;
  },
  examples: {
    fires: () => CODE_RULES.flatMap(({ fires, cwe }) => fires.map((text) => [text, `code/CWE-${cwe}`] as const)),
    quiet: () => CODE_RULES.flatMap(({ quiet }) => quiet),
  },
};

/** Where a literal begins that the reading ends in. */
function openLiteral({ text, from }: Reading): number {
  const longest = LAST_THREE[firstThree(text, text.length - 3)] === 1 ? LONGEST - 1 : 2;
  for (let start = Math.max(from, text.length - longest); start < text.length; start++) {
    if (FIRST_THREE[firstThree(text, start)] === 1 && BEGINNINGS.has(text.slice(start))) return start;
  }
  return text.length;
}

/** Three characters as one number of fifteen bits; what lies behind the end counts as nothing. */
function firstThree(text: string, at: number): number {
  const three = (text.charCodeAt(at) << 14) ^ (text.charCodeAt(at + 1) << 7) ^ text.charCodeAt(at + 2);
  return Math.imul(three, 0x9e3779b1) >>> 17;
}

/** A hit, and where its statement ends. */
interface Told extends Hit {
  readonly until: number;
}

function hitsIn(text: string, { count, which, at }: Places, from: number, to: number): readonly Told[] {
  const hits: Told[] = [];
  let place = -1;
  let site = NO_SITE;
  // Of few places it is asked: most match no rule.
  let kind: Kind | undefined;
  for (let index = 0; index < count; index++) {
    const here = at[index] ?? 0;
    if (here < from || here >= to) continue;
    if (here !== place) [place, site, kind] = [here, siteAt(text, here), undefined];
    for (const rule of RULES_OF[which[index] ?? 0] ?? []) {
      const length = matchLength(rule, site);
      if (length === 0) continue;
      kind ??= placeKind(site);
      if (kind !== 'code' && (kind !== 'string' || rule.inStrings !== true)) continue;
      if (isSeenTo(rule.cwe, site)) continue;
      const told = hitOf(rule, { start: here, length, site });
      if (told !== null) hits.push(told);
    }
  }
  return hits;
}

const NO_SITE: Site = { statement: '', at: 0, before: '' };

/** How long the match is; 0 when there is none. */
function matchLength({ match, unless, statement, near, settled, story, given }: CodeRule, site: Site): number {
  match.lastIndex = site.at;
  if (!match.test(site.statement)) return 0;
  const end = match.lastIndex;
  if (unless?.test(site.statement) === true) return 0;
  if (settled?.test(site.before) === true) return 0;
  if (statement?.test(site.statement) === false) return 0;
  if (near !== undefined && !near.test(site.statement) && !near.test(site.before)) return 0;
  if (story !== undefined && !story.test(site.before + site.statement.slice(0, end))) return 0;
  if (given !== undefined && !isGiven(given.kind, argumentKind(site, end, given.index))) return 0;
  return end - site.at;
}

interface Match {
  readonly start: number;
  readonly length: number;
  readonly site: Site;
}

/** Null for what is another thing in the language that the code is in. */
function hitOf({ cwe, safer, language, native, score = 0.7 }: CodeRule, { start, length, site }: Match): Told | null {
  const written = languageOf(site);
  if (native !== undefined && written !== null && written !== native) return null;
  const detail = written === null || written === language ? safer : (SAFER[cwe]?.[written] ?? safer);
  const until = start - site.at + site.statement.length;
  return { type: `code/CWE-${cwe}`, start, end: start + length, score, detail, until };
}

/**
 * Several rules may say the same of one place: the surest counts, then the longest, in whatever order they come. Of one statement
 * the first says it: what is built, and what takes it, are one weakness.
 */
function onceEach(text: string, hits: readonly Told[]): readonly Hit[] {
  const seen = new Map<string, Told>();
  for (const hit of hits) {
    const key = `${hit.start} ${hit.type}`;
    const other = seen.get(key);
    if (other === undefined || hit.score > other.score || (hit.score === other.score && hit.end > other.end))
      seen.set(key, hit);
  }
  const open = new Map<string, Told[]>();
  const kept: Hit[] = [];
  for (const told of [...seen.values()].sort((a, b) => a.start - b.start)) {
    if (NARROWER.get(told.type)?.some((type) => seen.has(`${told.start} ${type}`)) === true) continue;
    const before = (open.get(told.type) ?? []).filter(({ until }) => until > told.start);
    const said = before.some(
      ({ until, score, end }) =>
        told.until <= until && told.score <= score && !text.slice(end, told.start).includes(STATEMENTS_PART),
    );
    open.set(told.type, [...before, told]);
    const { until: _, ...hit } = told;
    if (!said) kept.push(hit);
  }
  return kept;
}

/** What says of one place the same as another weakness, and less: that is told then. (CWE's "child of".) */
const NARROWER: ReadonlyMap<string, readonly string[]> = new Map([
  ['code/CWE-94', ['code/CWE-95']],
  ['code/CWE-77', ['code/CWE-78', 'code/CWE-88']],
  ['code/CWE-943', ['code/CWE-89']],
]);

const STATEMENTS_PART = ';';
