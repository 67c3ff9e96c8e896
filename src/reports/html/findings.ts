import type { Location } from '../../domain/finding.ts';
import type { WaiverUse } from '../../domain/verdict.ts';
import { referencePage } from '../facts.ts';
import { type FindingGroup, headingOf, spotOf, waiverSentences } from '../view.ts';
import { formatCount, plural, SAYS_WORDS } from '../words.ts';
import { code, type Html, html, NOTHING, outside, when } from './escape.ts';
import { badge, severityBars } from './icons.ts';
import { LIMITS } from './limits.ts';

/** Every finding, worst first: where, what it would do, why it matters, what to do. */
export function findingsSection(groups: readonly FindingGroup[], waivers: readonly WaiverUse[]): Html {
  const shown = groups.slice(0, LIMITS.findings).map((group) => article(group, waivers));
  const rest = groups.length - shown.length;
  const body = shown.length === 0 ? html`<p>None.</p>` : html`<div class="panel">${shown}</div>`;
  return html`<section class="section" id="findings" aria-labelledby="findings-h">
<h2 id="findings-h">Findings</h2>
${body}
${when(rest > 0, () => html`<p class="small soft">And ${plural(rest, 'more finding')}, none worse than these: <code>--format json</code> lists every one.</p>`)}
</section>`;
}

function article(group: FindingGroup, waivers: readonly WaiverUse[]): Html {
  const { number, finding, rule, places, identities } = group;
  const { severity, says, message, confidence } = finding;
  return html`<article class="finding" id="f${number}">
<div class="finding-head"><h3>F${number}. ${outside(headingOf(rule))}</h3>${severityBars(severity)}${badge(SAYS_WORDS[says])}${code(rule.id)}</div>
${when(message !== rule.title, () => html`<p>${outside(message)}</p>`)}
<dl class="facts">
${where(places)}
${operation(finding.operation)}
${fact('Why it matters', rule.why)}
${fact('Remedy', rule.remedy)}
${when(confidence !== 'certain', () => html`<dt>Confidence</dt><dd>${confidence}</dd>`)}
${when(rule.references.length > 0, () => html`<dt>References</dt><dd class="tags">${rule.references.map(reference)}</dd>`)}
${waiverSentences(group, waivers)
  .slice(0, LIMITS.places)
  .map((sentence) => fact('Waived', sentence))}
<dt>Identity</dt><dd class="hash">${identities[0] ?? ''}${when(identities.length > 1, () => html` and ${formatCount(identities.length - 1)} more`)}</dd>
</dl>
</article>`;
}

function where(places: readonly Location[]): Html {
  if (places.length === 0) return html`<dt>Where</dt><dd>the model as a whole</dd>`;
  const shown = places.slice(0, LIMITS.places).map((place) => html`<dd>${placeLine(place)}</dd>`);
  const rest = places.length - shown.length;
  return html`<dt>Where</dt>${shown}${when(rest > 0, () => html`<dd>and ${plural(rest, 'more place')}</dd>`)}`;
}

function placeLine(place: Location): Html {
  const members = (place.member ?? []).map((member) => html` › ${code(member)}`);
  const spot = spotOf(place);
  return html`${code(place.path)}${members}${spot === '' ? '' : `, ${spot}`}`;
}

function operation(text: string | undefined): Html {
  if (text === undefined) return NOTHING;
  return html`<dt>What it would do</dt><dd><code class="operation">${outside(text)}</code></dd>`;
}

function fact(name: string, text: string): Html {
  return text === '' ? NOTHING : html`<dt>${name}</dt><dd>${outside(text)}</dd>`;
}

function reference(text: string): Html {
  const page = referencePage(text);
  if (page === null) return html`<span class="tag">${outside(text)}</span>`;
  return html`<a class="tag" href="${page}" rel="noreferrer noopener">${text}</a>`;
}
