import type { DecisionRef, Vetting } from '../../domain/vetting.ts';
import { readingSentence } from '../facts.ts';
import { TONES, wordOf } from '../words.ts';
import { code, type Html, html, NOTHING, outside } from './escape.ts';
import { badge } from './icons.ts';
import { day, moment } from './masthead.ts';

/** What this page is a picture of, and how anybody checks that. */
export function signature(vetting: Vetting): Html {
  const { decision } = vetting;
  return html`<section class="section" id="verify" aria-labelledby="verify-h">
<h2 id="verify-h">${decision === null ? 'What this rests on' : 'Signature, and how to check it'}</h2>
${decision === null ? unsigned() : pictureOf(decision)}
<div class="panel panel-body seal keep">${seal(vetting)}</div>
${decision === null ? NOTHING : howToCheck(vetting, decision)}
</section>`;
}

function unsigned(): Html {
  return html`<p>Nobody signed this verdict: believe the dossier, which ${code('weighbridge dossier show')} prints again, and not this page.</p>`;
}

function pictureOf({ file }: DecisionRef): Html {
  return html`<p>This page is a picture of the decision. The decision itself is the signed file ${code(file)}; believe that one.</p>`;
}

function seal(vetting: Vetting): Html {
  const { decision, dossier, policy, tool } = vetting;
  const { manifest } = dossier.artifact;
  const signed =
    decision === null
      ? NOTHING
      : html`<dt>Key</dt><dd class="hash">${outside(decision.keyId)}</dd><dt>Expires</dt><dd>${day(decision.expiresAt)}</dd>`;
  return html`<dl class="facts small">
<dt>Vetted</dt><dd>${moment(vetting.vettedAt)}</dd>
<dt>Asked for</dt><dd>${code(vetting.reference)}</dd>
<dt>By policy</dt><dd>${outside(policy.id)}, version ${policy.version}</dd>
<dt>Read</dt><dd>${readingSentence(vetting)}</dd>
<dt>Made by</dt><dd>${tool.name} ${tool.version}</dd>
${signed}</dl>
<dl class="facts small">
<dt>Dossier</dt><dd class="hash">${dossier.digest}</dd>
<dt>Manifest</dt><dd class="hash">${manifest ?? 'none: not every digest is known'}</dd>
<dt>Policy</dt><dd class="hash">${policy.digest}</dd>
</dl>`;
}

function howToCheck(vetting: Vetting, { file }: DecisionRef): Html {
  return html`<figure class="section keep">
<figcaption class="small soft">Anyone can check it without a network, with the public key at hand:</figcaption>
<pre class="code code-plain">weighbridge verify ${outside(shellWord(folderOf(vetting)))} --decision ${outside(shellWord(file))}</pre>
<p class="small soft">It says what does not hold: the signature, the expiry, or the first file that differs or is not listed. Exit code 0 means all holds.</p>
</figure>`;
}

/** Where the model lies, or would lie after a download. Never begins like an option. */
function folderOf({ dossier, reference }: Vetting): string {
  const { source, name } = dossier.artifact.origin;
  const folder = source === 'directory' ? reference : (name.split('/').at(-1) ?? '');
  return /^[./]/.test(folder) ? folder : `./${folder}`;
}

/** A word that a shell takes as it stands, whatever it holds. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** How to read the signs, for whoever sees the first report of their life. */
export function legend(): Html {
  const badges = TONES.filter((tone) => tone !== 'note').map((tone) => badge(wordOf(tone, tone)));
  return html`<footer class="foot"><div class="legend"><span>How to read the signs:</span>${badges}</div>
<p>admit: may run. review: named people must rule. deny: must not run. unscannable: nobody can say. unknown: a question without an answer. Each has its own shape, so the page reads the same in grey.</p></footer>`;
}
