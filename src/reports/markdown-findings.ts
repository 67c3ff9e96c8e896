import type { WaiverUse } from '../domain/verdict.ts';
import { markdownCode as code, markdownText as text } from './markdown-text.ts';
import { type FindingGroup, headingOf, spotOf, waiverSentences } from './view.ts';
import { formatCount, plural, SAYS_WORDS } from './words.ts';

/** More than anybody reads; the rest is counted, and stands in the JSON report. */
export const MARKDOWN_LIMITS = { files: 500, findings: 200, places: 10, rows: 200 } as const;

/** The findings, worst first; beyond the limits they are counted. */
export function markdownFindings(groups: readonly FindingGroup[], waivers: readonly WaiverUse[]): string {
  if (groups.length === 0) return '## Findings\n\nNone.';
  const shown = groups.slice(0, MARKDOWN_LIMITS.findings).map((group) => findingSection(group, waivers));
  const rest = groups.length - shown.length;
  const more = rest > 0 ? [`And ${plural(rest, 'more finding')}: the JSON report lists every one.`] : [];
  return ['## Findings', ...shown, ...more].join('\n\n');
}

function findingSection(group: FindingGroup, waivers: readonly WaiverUse[]): string {
  const { number, finding, rule, places, identities } = group;
  const { says, severity, confidence, message, operation } = finding;
  const word = SAYS_WORDS[says];
  const sure = confidence === 'certain' ? '' : `, ${confidence}`;
  const facts = [
    `- ${word.sign} ${word.label}, severity ${severity}${sure}, rule ${code(rule.id)}`,
    ...(message === rule.title ? [] : [`- What: ${text(message)}`]),
    ...placeLines(places),
    ...(operation === undefined ? [] : [`- It would do: ${code(operation)}`]),
    ...(rule.why === '' ? [] : [`- Why it matters: ${text(rule.why)}`]),
    ...(rule.remedy === '' ? [] : [`- Remedy: ${text(rule.remedy)}`]),
    ...(rule.references.length === 0 ? [] : [`- References: ${rule.references.map(code).join(', ')}`]),
    ...waiverSentences(group, waivers)
      .slice(0, MARKDOWN_LIMITS.places)
      .map((sentence) => `- Waived: ${text(sentence)}`),
    `- Identity: ${code(identities[0] ?? '')}${identities.length > 1 ? ` and ${formatCount(identities.length - 1)} more` : ''}`,
  ];
  return `### F${number}. ${text(headingOf(rule))}\n\n${facts.join('\n')}`;
}

function placeLines(places: FindingGroup['places']): readonly string[] {
  const lines = places.slice(0, MARKDOWN_LIMITS.places).map((place) => {
    const way = [place.path, ...(place.member ?? [])].map(code).join(' › ');
    const spot = spotOf(place);
    return `- Where: ${way}${spot === '' ? '' : `, ${spot}`}`;
  });
  const rest = places.length - lines.length;
  return rest > 0 ? [...lines, `- And ${plural(rest, 'more place')}`] : lines;
}
