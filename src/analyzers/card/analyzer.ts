import { type Finding, findingOf } from '../../domain/finding.ts';
import type { FrontMatter } from '../../formats/yaml/front-matter.ts';
import { cardOf, frontMatterOf, textOf } from '../../intake/card.ts';
import { member } from '../../kernel/json.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { CARD_ROWS, SAFETY_WORDS } from './rows.ts';
import { CARD_RULES, NO_CARD, NO_RESULTS, NO_SAFETY, UNSOURCED_RESULTS } from './rules.ts';

/** What a deployer must know and the card does not say. Whether what it says is true is another matter. */
export const card: ModelAnalyzer = {
  id: 'card',
  version: 1,
  question: 'Does the card say what whoever deploys it must know?',
  rules: CARD_RULES,
  scope: 'model',
  needs: [],
  appliesTo: () => true,
  analyze,
};

function* analyze({ inventory }: Material): Iterable<Finding> {
  const item = cardOf(inventory.items);
  const text = item === undefined ? null : textOf(item);
  if (item === undefined || text === null) {
    yield findingOf(NO_CARD, {});
    return;
  }
  const matter = frontMatterOf(item);
  const headings = headingsOf(text);
  const location = { path: item.file.path };
  for (const { rule, heading, keys } of CARD_ROWS) {
    const said = headings.some((one) => heading.test(one)) || keys.some((key) => hasKey(matter, key));
    if (!said) yield findingOf(rule, { location });
  }
  const results = matter.kind === 'read' ? matter.values.get('model-index')?.value : undefined;
  if (!Array.isArray(results) || results.length === 0) yield findingOf(NO_RESULTS, { location });
  else if (!results.some(hasSource)) yield findingOf(UNSOURCED_RESULTS, { location });
  if (!SAFETY_WORDS.test(text)) yield findingOf(NO_SAFETY, { location });
}

/** Lines that begin as headings of Markdown, and those that are bold as a whole. */
export function headingsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^\s{0,3}(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$|- \*\*[^*]+\*\*)/.test(line));
}

function hasKey(matter: FrontMatter, key: string): boolean {
  if (matter.kind !== 'read') return false;
  const value = matter.values.get(key)?.value;
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** `model-index[].results[].source.url`, as the hub takes it. */
function hasSource(entry: unknown): boolean {
  const results: unknown = member(entry, 'results');
  return (
    Array.isArray(results) && results.some((result) => typeof member(member(result, 'source'), 'url') === 'string')
  );
}
