import type { Vetting } from '../../domain/vetting.ts';
import { useFacts } from '../facts.ts';
import { type CheckRow, checkRows } from '../view.ts';
import { formatCount } from '../words.ts';
import { code, type Html, html, outside } from './escape.ts';
import { badge } from './icons.ts';
import { LIMITS } from './limits.ts';

/** What was asked, what came of it, and for which use. */
export function checksSection({ dossier }: Vetting): Html {
  const rows = checkRows(dossier.checks).slice(0, LIMITS.rows).map(checkLine);
  const use = useFacts(dossier.use).map(([name, value]) => html`<dt>${name}</dt><dd>${outside(value)}</dd>`);
  return html`<section class="section" id="checks" aria-labelledby="checks-h">
<h2 id="checks-h">Checks</h2>
<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">Question</th><th scope="col">Result</th><th scope="col">In a sentence</th><th scope="col" class="num">Findings</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<div class="panel panel-body keep"><h3 class="gap-below">The use it was judged for</h3><dl class="facts small">${use}</dl></div>
</section>`;
}

function checkLine({ check, word, sentence, findings }: CheckRow): Html {
  return html`<tr><th scope="row">${outside(check.question)}<span class="below">${code(check.analyzer)}</span></th><td>${badge(word)}</td><td>${outside(sentence)}</td><td class="num" data-label="Findings:">${formatCount(findings)}</td></tr>`;
}
