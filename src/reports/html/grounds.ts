import type { Duty, WaiverUse } from '../../domain/verdict.ts';
import type { Action, OpenQuestion, Vetting } from '../../domain/vetting.ts';
import { type FindingGroup, placeOf, type ReasonRow, reasonRows } from '../view.ts';
import { formatCount, NOT_EXAMINED, plural, STATE_WORDS } from '../words.ts';
import { code, type Html, html, NOTHING, outside, when } from './escape.ts';
import { badge, icon } from './icons.ts';
import { LIMITS } from './limits.ts';
import { day } from './masthead.ts';

/** Why the verdict is not kinder, and who answers for what was waived. */
export function why({ verdict }: Vetting, groups: readonly FindingGroup[]): Html {
  const rows = reasonRows(verdict.reasons, groups);
  const list =
    rows.length === 0 ? nothingAgainst() : html`${rows.slice(0, LIMITS.rows).map((row) => reasonItem(row, groups))}`;
  return html`<section class="section" id="why" aria-labelledby="why-h">
<h2 id="why-h">Why</h2>
<ul class="reasons">${list}</ul>${moreRows(rows.length, 'ground')}
${when(verdict.waivers.length > 0, () => waivers(verdict.waivers))}
</section>`;
}

function nothingAgainst(): Html {
  return html`<li data-tone="admit">${icon('admit')}<div><p>Nothing that this policy asks stands against this use.</p></div></li>`;
}

function reasonItem({ reason, word, findings }: ReasonRow, groups: readonly FindingGroup[]): Html {
  const cases = groups.filter(({ number }) => findings.includes(number)).slice(0, LIMITS.cases);
  return html`<li data-tone="${word.tone}">${icon(word.tone)}<div><p><strong>${outside(reason.why)}</strong></p>
${cases.map(caseLine)}
<p class="meta">${outside(reason.id)} → ${reason.outcome}${findingLinks(findings)}</p>
${when(reason.remedy !== '', () => html`<p class="meta remedy">${outside(reason.remedy)}</p>`)}</div></li>`;
}

/** What was found, and where, in the words of the finding itself: a ground without its case convinces nobody. */
function caseLine({ finding }: FindingGroup): Html {
  const place =
    finding.location === undefined ? NOTHING : html` <span class="muted">${outside(placeOf(finding.location))}</span>`;
  return html`<p>${outside(finding.message)}${place}</p>`;
}

function findingLinks(numbers: readonly number[]): Html {
  if (numbers.length === 0) return NOTHING;
  const links = numbers.slice(0, LIMITS.places).map((number, at) => {
    const comma = at === 0 ? '' : ', ';
    // A finding past the limit has no place on this page to go to.
    return number > LIMITS.findings ? html`${comma}F${number}` : html`${comma}<a href="#f${number}">F${number}</a>`;
  });
  const rest = numbers.length - links.length;
  return html` · ${numbers.length === 1 ? 'finding' : 'findings'} ${links}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}`;
}

function waivers(rows: readonly WaiverUse[]): Html {
  const items = rows
    .slice(0, LIMITS.rows)
    .map(
      ({ target, owner, reason, until, state }) =>
        html`<tr><th scope="row"><span class="hash">${outside(target)}</span></th><td>${state}</td><td>${outside(reason)}</td><td>${outside(owner)}</td><td>${day(until)}</td></tr>`,
    );
  return html`<h3>Waived</h3><div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">Finding or check</th><th scope="col">State</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Until</th></tr></thead>
<tbody>${items}</tbody></table></div>${moreRows(rows.length, 'waiver')}`;
}

export function whatToDo({ actions, verdict }: Vetting): Html {
  const steps = actions.slice(0, LIMITS.rows).map(stepItem);
  return html`<section class="section" id="do" aria-labelledby="do-h">
<h2 id="do-h">What to do</h2>
${steps.length === 0 ? html`<p>Nothing.</p>` : html`<ol class="steps">${steps}</ol>`}
${when(verdict.duties.length > 0, () => duties(verdict.duties))}
</section>`;
}

function stepItem({ text, command }: Action): Html {
  const typed = command === null ? NOTHING : html`<pre class="code code-plain">${outside(command)}</pre>`;
  return html`<li><div><p>${outside(text)}</p>${typed}</div></li>`;
}

function duties(rows: readonly Duty[]): Html {
  const items = rows.map(
    ({ id, text, files, owner, due, when: event, probe }) =>
      html`<div class="callout" data-tone="unknown">${icon('unknown')}<p><strong>Duty ${outside(id)}.</strong> ${outside(text)}${files.length > 0 ? ` It is about ${plural(files.length, 'file')}.` : ''} <span class="muted">${outside(`${owner}, ${event}, by ${due}${probe === null ? '' : `; probe: ${probe}`}`)}</span></p></div>`,
  );
  return html`${items}`;
}

export function unknowns({ openQuestions }: Vetting): Html {
  const table = openQuestions.length === 0 ? html`<p>Nothing that this policy asks for.</p>` : questions(openQuestions);
  return html`<section class="section" id="unknown" aria-labelledby="unknown-h">
<h2 id="unknown-h">What could not be known</h2>
${table}
<p class="muted">${NOT_EXAMINED}</p>
</section>`;
}

function questions(rows: readonly OpenQuestion[]): Html {
  const items = rows
    .slice(0, LIMITS.rows)
    .map(
      ({ state, question, why, answeredBy }) =>
        html`<tr><th scope="row">${outside(question)}</th><td>${badge(STATE_WORDS[state])}</td><td>${outside(why)}</td><td data-label="Answer:">${outside(answeredBy)}</td></tr>`,
    );
  return html`<p>Silence is not consent: what the policy asks for is held against the model until somebody answers it, or waives it with a name, a reason and an end date.</p>
<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">Question</th><th scope="col">State</th><th scope="col">Why</th><th scope="col">What would answer it</th></tr></thead>
<tbody>${items}</tbody></table></div>${moreRows(rows.length, 'question')}`;
}

function moreRows(count: number, one: string): Html {
  const rest = count - LIMITS.rows;
  return rest <= 0
    ? NOTHING
    : html`<p class="small soft">And ${plural(rest, `more ${one}`)}: ${code('--format json')} lists every one.</p>`;
}
