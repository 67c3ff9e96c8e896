import type { Scorecard, ScoredCheck } from '../../domain/scorecard.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { inputsLine, scorecardSentence, scoreWord } from '../scorecard-view.ts';
import { type Html, html, NOTHING, outside } from './escape.ts';
import { badge } from './icons.ts';

/** Health in numbers: a picture of the checks, then each with its reason and what it looked at. */
export function scorecardSection({ scorecard }: Vetting): Html {
  if (scorecard === undefined) return NOTHING;
  return html`<section class="section" id="score" aria-labelledby="score-h">
<h2 id="score-h">Scorecard</h2>
<p>${outside(scorecardSentence(scorecard))} A score is no verdict: the policy rules, and by more than this.</p>
<figure class="panel panel-body keep">${picture(scorecard)}<figcaption class="small muted">A bar for each check, as wide as its weight and as high as its score; a dashed one is inconclusive.</figcaption></figure>
<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">Check</th><th scope="col">Score</th><th scope="col">Because</th><th scope="col" class="num">Weight</th></tr></thead>
<tbody>${scorecard.checks.map(checkLine)}</tbody></table></div>
</section>`;
}

function checkLine(check: ScoredCheck): Html {
  const { id, title, score, reason, weight } = check;
  return html`<tr><th scope="row">${title}<span class="below"><code>${id}</code></span></th><td>${badge(scoreWord(score))}</td><td>${outside(reason)}<span class="below">${outside(inputsLine(check))}</span></td><td class="num" data-label="Weight:">${weight}</td></tr>`;
}

/** Height of a full score, and space between bars, in the picture's own units. */
const FULL = 60;
const GAP = 3;
const WIDTH_OF_WEIGHT = 4;

function picture({ checks }: Scorecard): Html {
  let x = 0;
  const bars: Html[] = [];
  for (const { title, score, weight } of checks) {
    const width = weight * WIDTH_OF_WEIGHT;
    const word = scoreWord(score);
    const height = score === null ? FULL : Math.max(1, (score / 10) * FULL);
    const kind = score === null ? 'bar bar-open' : 'bar';
    bars.push(
      html`<rect class="${kind}" data-tone="${word.tone}" x="${x}" y="${FULL - height + 1}" width="${width}" height="${height}"><title>${title}: ${word.label}</title></rect>`,
    );
    x += width + GAP;
  }
  const summary = checks.map(({ title, score }) => `${title}: ${scoreWord(score).label}`).join('; ');
  return html`<svg class="bars" viewBox="-1 0 ${x - GAP + 2} ${FULL + 3}" role="img" aria-label="${summary}"><line class="bar-ground" x1="0" y1="${FULL + 1.5}" x2="${x - GAP}" y2="${FULL + 1.5}"/>${bars}</svg>`;
}
