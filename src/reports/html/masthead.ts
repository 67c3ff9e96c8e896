import { findingsIn } from '../../domain/dossier.ts';
import { licenceReadingIn } from '../../domain/licence.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { originSentence } from '../facts.ts';
import { originGraph } from '../origins/graph.ts';
import { firstStep, headline, tally } from '../view.ts';
import {
  formatBytes,
  formatCount,
  formatDay,
  formatMoment,
  formatPercent,
  parseMoment,
  plural,
  verdictWords,
} from '../words.ts';
import { type Html, html, outside, when } from './escape.ts';
import { BRAND, icon } from './icons.ts';

export function masthead(vetting: Vetting): Html {
  const { origin } = vetting.dossier.artifact;
  return html`<header class="masthead">
<div class="masthead-top"><span class="brand">${BRAND}Weighbridge</span><span>Vet report</span><span>${moment(vetting.vettedAt)}</span></div>
<h1>${outside(origin.name)}</h1>
<p class="soft">${outside(originSentence(origin))}</p>
</header>`;
}

/** A time in UTC, with its seconds for who hovers. */
export function moment(iso: string): Html {
  return timeOf(iso, formatMoment(iso));
}

/** A day, as it stands on a calendar. */
export function day(iso: string): Html {
  return timeOf(iso, formatDay(iso));
}

function timeOf(iso: string, shown: string): Html {
  if (parseMoment(iso) === null) return outside(iso);
  return html`<time datetime="${iso}" title="${iso}">${shown}</time>`;
}

/** The stamped verdict: word, reason, what to do, and what was weighed. */
export function ticket(vetting: Vetting): Html {
  const { verdict, policy } = vetting;
  const word = verdictWords(verdict.outcome);
  const step = firstStep(vetting);
  return html`<section class="ticket keep" data-tone="${word.tone}" aria-labelledby="verdict">
<div class="ticket-stub">${icon(word.tone)}
<h2 class="ticket-word" id="verdict"><span class="visually-hidden">Verdict: </span>${word.label}</h2>
<p class="ticket-note">for the use stated below, by policy <b>${outside(policy.id)}</b> v${policy.version}</p></div>
<div class="ticket-body">
<p class="lead">${outside(headline(vetting))}</p>
${when(step !== '', () => html`<p>${outside(step)}</p>`)}
${weights(vetting)}
</div>
</section>`;
}

function weights({ dossier, openQuestions, reading }: Vetting): Html {
  const { bytesRead, bytesTotal } = reading;
  const rows = [
    ['Findings', tally(findingsIn(dossier))],
    ['Not known', openQuestions.length === 0 ? 'nothing asked' : plural(openQuestions.length, 'thing')],
    ['Files', `${formatCount(dossier.artifact.files.length)}, of ${formatBytes(bytesTotal)}`],
    ['Read', `${formatBytes(bytesRead)} (${formatPercent(bytesRead, bytesTotal)})`],
  ] as const;
  return html`<dl class="weights">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

const CONTENTS = [
  ['why', 'Why'],
  ['do', 'What to do'],
  ['unknown', 'What could not be known'],
  ['licence', 'Licence'],
  ['origins', 'Origins'],
  ['checks', 'Checks'],
  ['score', 'Scorecard'],
  ['findings', 'Findings'],
  ['files', 'Files'],
  ['verify', 'Signature'],
] as const;

export function contents(vetting: Vetting): Html {
  const there = CONTENTS.filter(([id]) => {
    if (id === 'licence') return licenceReadingIn(vetting.dossier.evidence) !== null;
    return id !== 'origins' || originGraph(vetting).edges.length > 0;
  });
  const links = there.map(([id, title]) => html`<a href="#${id}">${title}</a>`);
  return html`<nav class="toc no-print" aria-label="Contents">${links}</nav>`;
}
