import { type Finding, findingOf, type Location, type Rule } from '../../domain/finding.ts';
import { licenceReadingIn } from '../../domain/licence.ts';
import type { FrontMatter } from '../../formats/yaml/front-matter.ts';
import { cardOf, frontMatterOf, textOf } from '../../intake/card.ts';
import type { Item } from '../../intake/inventory.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { cardDeclarations, type Declaration, hubDeclarations, innerDeclarations } from './declared.ts';
import { agree, normalId } from './ids.ts';
import { recogniseLicence } from './recognise.ts';
import {
  CARD_AGAINST_FILE,
  CARD_AGAINST_HUB,
  FILE_AGAINST_CARD,
  FRONT_MATTER,
  LICENCE_CLAIM_RULES,
  NO_LICENCE,
  NOT_READ,
} from './rules.ts';

/** Compares where a licence is named with one another and with the licence's text. What they allow is the matter of the analyzer licence. */
export const licenceClaim: ModelAnalyzer = {
  id: 'licence-claim',
  version: 2,
  question: 'Under which licence is the model, and do all places agree?',
  rules: LICENCE_CLAIM_RULES,
  scope: 'model',
  needs: [],
  appliesTo: () => true,
  analyze,
};

/** A licence file, with what its text was recognised as. */
interface LicenceText {
  readonly path: string;
  readonly text: string;
  readonly id: string | null;
}

function* analyze({ inventory, evidence }: Material): Iterable<Finding> {
  const { items } = inventory;
  const card = cardOf(items);
  const files = items.filter(isLicenceFile);
  const matter = frontMatterOf(card);
  const texts = files.flatMap(licenceText);
  const byCard = [...cardDeclarations(card, matter)];
  const byHub = [...hubDeclarations(evidence)];
  const byFiles = [...innerDeclarations(items)];
  const all = [...byCard, ...byHub, ...byFiles];

  yield* unread([...(card === undefined ? [] : [card]), ...files]);
  yield* brokenMatter(card, matter);
  if (all.length === 0 && files.length === 0) yield findingOf(NO_LICENCE, {});
  const told = conflictsRead(evidence);
  if (!told.some((says) => says.includes(' is the text of ')))
    yield* againstTexts(byCard.length > 0 ? byCard : byHub, texts);
  if (byCard.length === 0) return;
  const untold = (others: readonly Declaration[]) =>
    others.filter(({ quote }) => !told.some((says) => says.includes(` says ${quote}`)));
  yield* against(byCard, untold(byHub), CARD_AGAINST_HUB);
  yield* against(byCard, untold(byFiles), FILE_AGAINST_CARD);
}

/** Contradictions that the reading of the licences found, and tells as `licence/open`: each is told once. */
function conflictsRead(evidence: Material['evidence']): readonly string[] {
  const reasons = licenceReadingIn(evidence)?.reasons ?? [];
  return reasons
    .filter(({ field, subject, verdict }) => field === 'declared' && subject === 'weights' && verdict === 'unknown')
    .map(({ says }) => says);
}

/** At the top of the model, and named as the licence itself: notices and use policies come with one. */
function isLicenceFile({ file }: Item): boolean {
  return file.role === 'licence' && /^(?:un)?licen[cs]e(?:[._-].*)?$|^copying(?:[._-].*)?$/i.test(file.path);
}

function licenceText(item: Item): readonly LicenceText[] {
  const text = textOf(item);
  return text === null ? [] : [{ path: item.file.path, text, id: recogniseLicence(text) }];
}

function* unread(items: readonly Item[]): Iterable<Finding> {
  for (const item of items) {
    const { path, kind } = item.file;
    if (kind !== 'empty' && textOf(item) === null) yield findingOf(NOT_READ, { location: { path } });
  }
}

function* brokenMatter(card: Item | undefined, matter: FrontMatter): Iterable<Finding> {
  if (card === undefined || matter.kind !== 'broken') return;
  const message = `${FRONT_MATTER.title} Line ${matter.line}: ${cut(matter.message)}.`;
  yield findingOf(FRONT_MATTER, { message, location: { path: card.file.path, line: matter.line } });
}

/** With several files or several ids, one pair that agrees is enough: dual licences come with both texts. */
function* againstTexts(declared: readonly Declaration[], texts: readonly LicenceText[]): Iterable<Finding> {
  const known = texts.filter(({ id }) => id !== null);
  const [first] = declared;
  const [text] = known;
  if (first === undefined || text === undefined) return;
  if (declared.some(({ id }) => known.some((one) => agree(id, one.id ?? '')))) return;
  const heading =
    text.text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? '';
  const message = `${capitalised(placeOf(first))} says ${cut(first.quote)}; ${text.path} is the text of ${text.id} (${quoted(heading)}).`;
  yield findingOf(CARD_AGAINST_FILE, { message, ...locationOf(first), evidence: first.evidence });
}

function* against(card: readonly Declaration[], others: readonly Declaration[], rule: Rule): Iterable<Finding> {
  const [first] = card;
  if (first === undefined) return;
  for (const other of others) {
    if (card.some(({ id, name }) => agree(id, other.id) || (name !== null && agree(normalId(name), other.id))))
      continue;
    const message = `${placeOf(first)} says ${cut(first.quote)}; ${placeOf(other)} says ${cut(other.quote)}.`;
    const location = other.path === null ? locationOf(first) : locationOf(other);
    yield findingOf(rule, { message, ...location, evidence: other.evidence });
  }
}

function placeOf({ by, path, line }: Declaration): string {
  if (path === null) return by === 'hub' ? 'the hub' : by;
  return line === null ? path : `${path} line ${line}`;
}

function locationOf({ path, line }: Declaration): { readonly location?: Location } {
  return path === null ? {} : { location: { path, ...(line === null ? {} : { line }) } };
}

/** For the start of a sentence; a path stays as it is. */
function capitalised(place: string): string {
  return place === 'the hub' ? 'The hub' : place;
}

function cut(text: string): string {
  return middleCut(text, LIMITS.quotation);
}

function quoted(text: string): string {
  return `“${cut(text)}”`;
}
