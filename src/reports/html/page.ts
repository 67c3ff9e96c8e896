import { createHash } from 'node:crypto';
import { findingsIn } from '../../domain/dossier.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { shortDigest } from '../facts.ts';
import { groupFindings } from '../view.ts';
import { checksSection } from './checks.ts';
import { type Html, html, ours } from './escape.ts';
import { filesSection } from './files.ts';
import { findingsSection } from './findings.ts';
import { unknowns, whatToDo, why } from './grounds.ts';
import { sprite } from './icons.ts';
import { licenceSection } from './licence.ts';
import { contents, masthead, ticket } from './masthead.ts';
import { originsSection } from './origins.ts';
import { scorecardSection } from './scorecard.ts';
import { legend, signature } from './signature.ts';
import { reportStyle } from './style.ts';

/** The report in one file: no script, nothing from elsewhere, and a policy of its own that holds it to that. */
export function renderHtml(vetting: Vetting): string {
  const groups = groupFindings(findingsIn(vetting.dossier), vetting.rules);
  const body = html`<div class="sheet">
${masthead(vetting)}
<main class="sheet-main">
${ticket(vetting)}
${contents(vetting)}
${why(vetting, groups)}
${whatToDo(vetting)}
${unknowns(vetting)}
${licenceSection(vetting)}
${originsSection(vetting)}
${checksSection(vetting)}
${scorecardSection(vetting)}
${findingsSection(groups, vetting.verdict.waivers)}
${filesSection(vetting)}
${signature(vetting)}
</main>
${legend()}
</div>`;
  const style = reportStyle(`Weighbridge vet report · dossier ${shortDigest(vetting.dossier.digest)}`);
  return page(`Vet report: ${vetting.dossier.artifact.origin.name}`, style, body);
}

/** One self-contained page. Only `style`, by its hash, may style it; nothing may run, load or be sent. */
function page(title: string, style: string, body: Html): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ours(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ours(style)}</style>
</head>
<body>
${sprite()}
${body}
</body>
</html>
`.markup;
}
