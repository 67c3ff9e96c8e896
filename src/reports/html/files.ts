import type { Vetting } from '../../domain/vetting.ts';
import { hexOf } from '../../kernel/digest.ts';
import { COVERAGE_WORDS } from '../facts.ts';
import { type FileRow, fileRows } from '../view.ts';
import { FILE_WORDS, formatBytes, plural } from '../words.ts';
import { code, type Html, html, NOTHING, outside, when } from './escape.ts';
import { badge, icon } from './icons.ts';
import { LIMITS } from './limits.ts';

/** Every file by content, worst first, with what is known of its bytes. */
export function filesSection(vetting: Vetting): Html {
  const rows = fileRows(vetting);
  const rest = rows.length - LIMITS.files;
  return html`<section class="section" id="files" aria-labelledby="files-h">
<h2 id="files-h">Files and hashes</h2>
<p class="small soft">Proven: hashed here. Claimed: the source's word, until the bytes are downloaded and hashed.</p>
${silentChecks(vetting)}
<div class="panel table-wrap"><table class="table table-stack">
<thead><tr><th scope="col">File</th><th scope="col">Says the scanner</th><th scope="col" class="num">Size</th><th scope="col">Read</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${rows.slice(0, LIMITS.files).map(fileLine)}</tbody></table></div>
${when(rest > 0, () => html`<p class="small soft">And ${plural(rest, 'more file')}: <code>--format json</code> lists every one.</p>`)}
</section>`;
}

/** A broken check cannot call a file clean, so the table says who did not look. */
function silentChecks({ dossier }: Vetting): Html {
  const broken = dossier.checks.filter(({ outcome }) => outcome.kind === 'failed').map(({ analyzer }) => analyzer);
  if (broken.length === 0) return NOTHING;
  const names = outside(broken.slice(0, LIMITS.places).join(', '));
  return html`<div class="callout" data-tone="unknown">${icon('unknown')}<p>“clean” leaves out what broke: ${names}.</p></div>`;
}

function fileLine({ file, verdict }: FileRow): Html {
  return html`<tr><th scope="row">${code(file.path)}<span class="below">${file.kind}, ${file.role}</span></th><td>${badge(FILE_WORDS[verdict])}</td><td class="num" data-label="Size:">${formatBytes(file.size)}</td><td data-label="Read:">${COVERAGE_WORDS[file.coverage]}</td><td>${digestCell(file)}</td></tr>`;
}

function digestCell({ digest }: FileRow['file']): Html {
  if (digest.kind === 'unknown') return html`none: ${outside(digest.reason)}`;
  const standing = digest.kind === 'proven' ? html`proven` : html`claimed by ${outside(digest.by)}`;
  return html`<span class="hash hash-whole">${hexOf(digest.sha256)}</span><span class="below">${standing}</span>`;
}
