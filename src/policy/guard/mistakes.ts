import type { GuardPolicy } from '../../domain/guard.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { nearest, suggest } from '../../kernel/nearest.ts';
import { ConditionMistake } from '../cel/tokens.ts';
import type { PositionedYaml, Way } from '../yaml/document.ts';
import type { Mistake } from '../yaml/mistakes.ts';
import { guardCondition } from './conditions.ts';
import { FORM, wrongWithForm } from './forms.ts';

/** What a policy may speak of. */
export interface Known {
  readonly detectors: readonly { readonly id: string; readonly types: readonly string[] }[];
  /** What `extends: default` begins with. */
  readonly base: GuardPolicy;
  /** Why a pattern is no RE2 pattern; null when it is one. */
  readonly wrongWithPattern: (pattern: string) => string | null;
  /** Why a schema cannot be checked; null when it can. */
  readonly wrongWithSchema: (schema: Json) => string | null;
}

/** What is wrong in a GuardPolicy beside its shape. Looks at the file as it stands, so that no mistake hides another. */
export function mistakesBeyondShape(yaml: PositionedYaml, known: Known): readonly Mistake[] {
  return [
    ...unknownNames(yaml, known),
    ...wrongConditions(yaml),
    ...wrongPatterns(yaml, known),
    ...wrongForms(yaml, known),
    ...emptyTerms(yaml),
    ...repeated(yaml),
  ];
}

interface Row {
  readonly row: unknown;
  readonly way: Way;
}

/** Rows of a list of the file; none where there is no list. Beyond the bound the shape has said enough. */
function rowsOf({ value }: PositionedYaml, list: string): readonly Row[] {
  const rows = member(member(value, 'spec'), list);
  if (!Array.isArray(rows)) return [];
  return rows.slice(0, LIMITS.guardTerms).map((row: unknown, at) => ({ row, way: ['spec', list, at] }));
}

/** The texts of a list in a row, each with its way; trimmed, as the shape has them. */
function textsOf({ row, way }: Row, list: string): readonly { readonly text: string; readonly way: Way }[] {
  const texts = member(row, list);
  if (!Array.isArray(texts)) return [];
  return texts
    .slice(0, LIMITS.guardTerms)
    .flatMap((text: unknown, at) =>
      typeof text === 'string' && text.trim() !== '' ? [{ text: text.trim(), way: [...way, list, at] }] : [],
    );
}

/** Each is compared with all names there are, and few mistakes are shown. */
const MOST_NAMES = 100;

/** A rule about what does not exist would never do anything, and look as if it did. */
function unknownNames(yaml: PositionedYaml, known: Known): readonly Mistake[] {
  const detectors = [...known.detectors.map(({ id }) => id), 'terms', 'forms', 'judges', 'classifiers'];
  const own = (['term', 'form', 'judge', 'classifier'] as const).flatMap((kind) =>
    rowsOf(yaml, `${kind}s`).flatMap(({ row }) => {
      const id = member(row, 'id');
      return typeof id === 'string' ? [`${kind}/${id}`] : [];
    }),
  );
  const types = [...new Set([...known.detectors.flatMap((detector) => detector.types), ...own])];
  const isType = (type: string) =>
    types.some((one) => (type.endsWith('*') ? one.startsWith(type.slice(0, -1)) : one === type));
  const rules = rowsOf(yaml, 'rules');
  const thresholds = member(member(yaml.value, 'spec'), 'thresholds');
  return [
    ...rules
      .flatMap((row) => textsOf(row, 'detectors'))
      .filter(({ text }) => !detectors.includes(text))
      .slice(0, MOST_NAMES)
      .map(({ text, way }) => ({
        ...yaml.at(way),
        sentence: `there is no detector ${text}${suggest(text, detectors)}`,
      })),
    ...[...rules, ...rowsOf(yaml, 'allow')]
      .flatMap((row) => textsOf(row, 'types'))
      .filter(({ text }) => !isType(text))
      .slice(0, MOST_NAMES)
      .map(({ text, way }) => ({ ...yaml.at(way), sentence: `there is no type ${text}${suggestType(text, types)}` })),
    ...Object.keys(isJsonObject(thresholds) ? thresholds : {})
      .filter((type) => !types.includes(type))
      .slice(0, MOST_NAMES)
      .map((type) => ({
        ...yaml.atKey(['spec', 'thresholds'], type),
        sentence: `there is no type ${type}${suggestType(type, types)}`,
      })),
  ];
}

/** What would never be found, and look as if it were. */
function emptyTerms(yaml: PositionedYaml): readonly Mistake[] {
  return rowsOf(yaml, 'terms').flatMap((term): readonly Mistake[] => {
    if (!isJsonObject(term.row)) return [];
    const isEmpty = (list: string): boolean => {
      const texts = member(term.row, list) ?? [];
      return Array.isArray(texts) && texts.length === 0;
    };
    if (isEmpty('words') && isEmpty('patterns'))
      return [{ ...yaml.at(term.way), sentence: 'the term has neither words nor patterns: nothing would be found' }];
    return textsOf(term, 'words')
      .filter(({ text }) => UNSEEN.test(text))
      .map(({ way }) => ({ ...yaml.at(way), sentence: 'nothing of this word can be seen' }));
  });
}

const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\s]*$/u;

/** Of types that have a word in common, more would be a list to search. */
const MOST_MEANT = 6;

/** There are a thousand types: those meant are of the same family, or have a word of the name in theirs. */
function suggestType(word: string, types: readonly string[]): string {
  const near = nearest(word, types);
  if (near !== undefined) return `; did you mean ${near}?`;
  const slash = word.indexOf('/') + 1;
  const family = slash === 0 ? [] : types.filter((type) => type.startsWith(word.slice(0, slash)));
  const words = wordsOf(word.slice(slash));
  const alike = (slash > 0 && family.length > 0 ? family : types).filter((type) =>
    wordsOf(type).some((one) => words.includes(one)),
  );
  if (alike.length > 0) return `; did you mean ${listed(alike.toSorted((a, b) => a.length - b.length))}?`;
  if (family.length > 0) return `; there is ${listed(family)}`;
  if (OWN_FAMILIES.includes(word.slice(0, slash)))
    return `; this policy has no ${word.slice(0, slash - 1)}s that have an id`;
  return '; docs/reference/guard-detectors.md has all that there are';
}

/** What a policy names itself. */
const OWN_FAMILIES: readonly string[] = ['term/', 'form/', 'judge/', 'classifier/'];

function wordsOf(type: string): readonly string[] {
  return type
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
}

function listed(types: readonly string[]): string {
  const unshown = types.length - MOST_MEANT;
  const shown = types.slice(0, MOST_MEANT);
  if (unshown > 0) return `${shown.join(', ')} or another of ${types.length}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}

function wrongConditions(yaml: PositionedYaml): readonly Mistake[] {
  return rowsOf(yaml, 'rules').flatMap(({ row, way }) => {
    const when = member(row, 'when');
    const wrong = typeof when !== 'string' || when === '' ? null : wrongWhen(when);
    return wrong === null ? [] : [{ ...yaml.within([...way, 'when'], wrong.at), sentence: wrong.message }];
  });
}

function wrongWhen(when: string): ConditionMistake | null {
  try {
    guardCondition(when);
    return null;
  } catch (error) {
    if (error instanceof ConditionMistake) return error;
    throw error;
  }
}

function wrongPatterns(yaml: PositionedYaml, { wrongWithPattern }: Known): readonly Mistake[] {
  const allowances = rowsOf(yaml, 'allow').filter(({ row }) => isJsonObject(row));
  const patterns = [
    ...allowances.flatMap(({ row, way }) => {
      const text = member(row, 'pattern');
      return typeof text === 'string' && text.trim() !== '' ? [{ text: text.trim(), way: [...way, 'pattern'] }] : [];
    }),
    ...rowsOf(yaml, 'terms').flatMap((row) => textsOf(row, 'patterns').slice(0, LIMITS.guardPatterns)),
  ];
  const mistakes = patterns.flatMap(({ way, text }) => {
    const why = text.length > LIMITS.guardPatternLength ? null : wrongWithPattern(text);
    return why === null ? [] : [{ ...yaml.at(way), sentence: `this is no RE2 pattern: ${why}` }];
  });
  const unclear = allowances
    .filter(({ row }) => (member(row, 'text') === undefined) === (member(row, 'pattern') === undefined))
    .map(({ way }) => ({ ...yaml.at(way), sentence: 'give either a text or a pattern' }));
  return [...mistakes, ...unclear];
}

function wrongForms(yaml: PositionedYaml, { wrongWithSchema }: Known): readonly Mistake[] {
  return rowsOf(yaml, 'forms')
    .slice(0, LIMITS.guardForms)
    .flatMap(({ row, way }) => {
      const form = FORM.safeParse(row);
      const sentence = form.success ? wrongWithForm(form.data, wrongWithSchema) : null;
      return sentence === null ? [] : [{ ...yaml.at(way), sentence }];
    });
}

function repeated(yaml: PositionedYaml): readonly Mistake[] {
  return ['rules', 'terms', 'forms', 'judges', 'classifiers'].flatMap((list) => {
    const seen = new Set<string>();
    return rowsOf(yaml, list).flatMap(({ row, way }) => {
      const id = member(row, 'id');
      if (typeof id !== 'string') return [];
      if (seen.has(id)) return [{ ...yaml.at([...way, 'id']), sentence: `${id} stands there twice` }];
      seen.add(id);
      return [];
    });
  });
}
