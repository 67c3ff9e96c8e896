import { markdownCode as code, markdownText as text } from './markdown-text.ts';
import { type FindingGroup, headingOf, spotOf } from './view.ts';
import { formatCount, plural, SAYS_WORDS } from './words.ts';

/** The findings, worst first; beyond the limits they are counted. */
export function markdownFindings(
  groups: readonly FindingGroup[],
  limits: { readonly findings: number; readonly places: number },
): string {
  if (groups.length === 0) return '## Findings\n\nNone.';
  const shown = groups.slice(0, limits.findings).map((group) => findingSection(group, limits.places));
  const rest = groups.length - shown.length;
  const more = rest > 0 ? [`And ${plural(rest, 'more finding')}: the JSON report lists every one.`] : [];
  return ['## Findings', ...shown, ...more].join('\n\n');
}

function findingSection({ number, finding, rule, places, identities }: FindingGroup, limit: number): string {
  const { says, severity, confidence, message, operation } = finding;
  const word = SAYS_WORDS[says];
  const sure = confidence === 'certain' ? '' : `, ${confidence}`;
  const facts = [
    `- ${word.sign} ${word.label}, severity ${severity}${sure}, rule ${code(rule.id)}`,
    ...(message === rule.title ? [] : [`- What: ${text(message)}`]),
    ...placeLines(places, limit),
    ...(operation === undefined ? [] : [`- It would do: ${code(operation)}`]),
    ...(rule.why === '' ? [] : [`- Why it matters: ${text(rule.why)}`]),
    ...(rule.remedy === '' ? [] : [`- Remedy: ${text(rule.remedy)}`]),
    ...(rule.references.length === 0 ? [] : [`- References: ${rule.references.map(code).join(', ')}`]),
    `- Identity: ${code(identities[0] ?? '')}${identities.length > 1 ? ` and ${formatCount(identities.length - 1)} more` : ''}`,
  ];
  return `### F${number}. ${text(headingOf(rule))}\n\n${facts.join('\n')}`;
}

function placeLines(places: FindingGroup['places'], limit: number): readonly string[] {
  const lines = places.slice(0, limit).map((place) => {
    const way = [place.path, ...(place.member ?? [])].map(code).join(' › ');
    const spot = spotOf(place);
    return `- Where: ${way}${spot === '' ? '' : `, ${spot}`}`;
  });
  const rest = places.length - lines.length;
  return rest > 0 ? [...lines, `- And ${plural(rest, 'more place')}`] : lines;
}
