import type { ProvenanceVerification, Refusal, StatementVerification, Verification } from '../../contract/signing.ts';
import { formatDay, plural, wordOf } from '../../reports/words.ts';
import { clean, fold, type Paper, signOf } from './paper.ts';

/** Refusals that are printed; the rest are counted. */
const SHOWN = 20;

/** Whether the folder is what was admitted, and everything that is not. */
export function renderVerification(folder: string, verification: Verification, paper: Paper): string {
  const { ok, decision, refusals, extraDocuments, filesChecked } = verification;
  const label = ok ? ' verified ' : ' refused ';
  const lines = [` ${paper.ground(ok ? 'admit' : 'deny')(label)} ${paper.bold(clean(folder))}`];
  if (decision !== null) {
    const about = `${decision.model}, ${plural(filesChecked, 'file')} hashed, policy ${decision.policy.id} v${decision.policy.version}, until ${formatDay(decision.expiresAt)}`;
    lines.push(...fold(about, paper.width, label.length + 2).map(paper.dim));
  }
  lines.push(...whyRefused(refusals, paper));
  if (ok && decision !== null && decision.duties.length > 0) {
    lines.push(
      '',
      paper.bold('Duties'),
      ...decision.duties.map(
        ({ id }) =>
          `  ${id}${id === 'verify-bytes' ? ': discharged here, every byte was hashed and what was claimed was judged again' : ''}`,
      ),
    );
  }
  if (extraDocuments.length > 0) {
    lines.push(
      '',
      paper.dim(
        `${plural(extraDocuments.length, 'document')} not in the decision: ${clean(extraDocuments.slice(0, 5).join(', '))}`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Whether files are what somebody says was built, of what and by whom. */
export function renderProvenance(path: string, verification: ProvenanceVerification, paper: Paper): string {
  const { ok, provenance, refusals, filesChecked } = verification;
  const label = ok ? ' verified ' : ' refused ';
  const lines = [` ${paper.ground(ok ? 'admit' : 'deny')(label)} ${paper.bold(clean(path))}`];
  if (provenance !== null) {
    const { builder, buildType, parameters, materials } = provenance;
    const rows = [
      `${plural(filesChecked, 'file')} hashed; built by ${builder} (${buildType})`,
      ...Object.entries(parameters).map(([name, value]) => `${name} ${value}`),
      ...materials.map(
        ({ uri, digest }) => `of ${[uri, ...Object.entries(digest).map((one) => one.join(':'))].join(' ')}`,
      ),
    ];
    lines.push(...rows.flatMap((row) => fold(row, paper.width, label.length + 2)).map(paper.dim));
  }
  return `${[...lines, ...whyRefused(refusals, paper)].join('\n')}\n`;
}

/** What a server says of a publication or a subject, and whether that still counts. */
export function renderStatement(named: string, verification: StatementVerification, paper: Paper): string {
  const { ok, stated, refusals, filesChecked } = verification;
  // Of a hosted model nobody here has verified anything.
  const label = ok ? ' holds ' : ' refused ';
  const lines = [` ${paper.ground(ok ? 'admit' : 'deny')(label)} ${paper.bold(clean(named))}`];
  if (stated !== null) {
    const { kind, name, digest, says, at, expiresAt, parts } = stated;
    const until = expiresAt === null ? '' : `, until ${formatDay(expiresAt)}`;
    const rows = [
      `${kind} ${name}: ${says}`,
      `${digest}, signed ${formatDay(at)}${until}${filesChecked === 0 ? '' : `, ${plural(filesChecked, 'file')} hashed`}`,
      ...parts.map(({ role, digest: part }) => `its ${role} is ${part}`),
    ];
    lines.push(...rows.flatMap((row) => fold(clean(row), paper.width, label.length + 2)).map(paper.dim));
  }
  return `${[...lines, ...whyRefused(refusals, paper)].join('\n')}\n`;
}

function whyRefused(refusals: readonly Refusal[], paper: Paper): readonly string[] {
  if (refusals.length === 0) return [];
  const lines = ['', paper.bold('Why')];
  const deny = wordOf('deny', 'refused');
  for (const { path, message, kind } of refusals.slice(0, SHOWN)) {
    const text = path === null ? message : `${path}: ${message}`;
    const [first = '', ...rest] = fold(text, paper.width, 17);
    lines.push(`  ${paper.tone('deny')(`${signOf(paper, deny)} ${kind.padEnd(13)}`)}${first.trimStart()}`, ...rest);
  }
  if (refusals.length > SHOWN) lines.push(`  and ${refusals.length - SHOWN} more`);
  return lines;
}
