import { type LicenceReason, type LicenceState, licenceReadingIn } from '../../domain/licence.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { LICENCE_WORDS, plural } from '../words.ts';
import { type Html, html, NOTHING, outside, when } from './escape.ts';
import { badge } from './icons.ts';
import { LIMITS } from './limits.ts';

/** The licence reading: what is declared, detected and concluded, and each ground with the user's own words marked. */
export function licenceSection({ dossier }: Vetting): Html {
  const reading = licenceReadingIn(dossier.evidence);
  if (reading === null) return NOTHING;
  const { verdict, concluded, states, reasons } = reading;
  const rows = reasons.slice(0, LIMITS.rows);
  return html`<section class="section" id="licence" aria-labelledby="licence-h">
<h2 id="licence-h">Licence</h2>
<p>${badge(LICENCE_WORDS[verdict])} Concluded: ${outside(concluded.length === 0 ? 'no licence that is known' : concluded.join('; '))}. Engineering guidance, not legal advice.</p>
${when(states.length > 0, () => statesTable(states))}
<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">Says</th><th scope="col">Licence</th><th scope="col">Because</th></tr></thead>
<tbody>${rows.map(reasonRow)}</tbody></table></div>
${when(reasons.length > rows.length, () => html`<p class="small soft">And ${plural(reasons.length - rows.length, 'more ground')}.</p>`)}
</section>`;
}

function statesTable(states: readonly LicenceState[]): Html {
  const rows = states
    .slice(0, LIMITS.rows)
    .map(
      ({ state, source, line, text, records, match }) =>
        html`<tr><th scope="row">${state}</th><td>${outside(placeOf(source, line))}</td><td>${outside(text)}</td><td>${outside(records.join(', ') || 'not known')}${match === null ? NOTHING : html`<span class="below">${outside(match)}</span>`}</td></tr>`,
    );
  return html`<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">State</th><th scope="col">Where</th><th scope="col">Words</th><th scope="col">Licence</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function reasonRow({ verdict, about, licence, field, says, span }: LicenceReason): Html {
  const words =
    span === null || span.text === ''
      ? NOTHING
      : html`<span class="below">${outside(placeOf(span.source, span.line))}: <mark>${outside(span.text)}</mark></span>`;
  return html`<tr><th scope="row">${badge(LICENCE_WORDS[verdict])}</th><td>${outside(licence ?? about)}<span class="below">${outside(licence === null ? field : `${about}, ${field}`)}</span></td><td>${outside(says)}${words}</td></tr>`;
}

function placeOf(source: string, line: number | null): string {
  return line === null ? source : `${source} line ${line}`;
}
