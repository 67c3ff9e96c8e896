import type { DossierDifference } from '../../contract/dossiers.ts';
import { findingsIn } from '../../domain/dossier.ts';
import { identityOf } from '../../domain/finding.ts';
import type { DossierSummary, Vetting } from '../../domain/vetting.ts';
import { hexOf } from '../../kernel/digest.ts';
import { REPORTS, renderReport } from '../../reports/table.ts';
import { formatMoment, OUTCOME_WORDS, SAYS_WORDS } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { FORMAT, several } from '../options.ts';
import { parseOutputs, writeOutputs } from '../outputs.ts';
import type { Register } from '../register.ts';
import { clean, type Paper, paperFor, signOf } from '../terminal/paper.ts';
import { renderVetting } from '../terminal/vetting.ts';
import { registerTravel } from './dossier-travel.ts';

const FORMATS = REPORTS.map(({ id }) => id);

const HELP = `
A dossier is named by the digest of what was found; its first digits will do.

Examples:
  weighbridge dossier list
  weighbridge dossier show 7d0e4b91
  weighbridge dossier show 7d0e4b91 --format html=report.html
  weighbridge dossier diff 7d0e4b91 3b90c1f4
  weighbridge dossier push 7d0e4b91            to a server, which judges it anew
  weighbridge dossier pull 7d0e4b91            from a server`;

export const register: Register = (program, io, done) => {
  const dossier = program
    .command('dossier')
    .description('List, show and compare what was found before; send it to a server, or fetch it.')
    .addHelpText('after', HELP);
  dossier
    .command('list')
    .description('Every dossier that is kept, newest first.')
    .addHelpText('after', '\nExamples:\n  weighbridge dossier list\n  weighbridge dossier list --format json')
    .addOption(FORMAT)
    .action(async ({ format }: { format: string }) => {
      const listings = await (await io.weighbridge()).listDossiers();
      io.stdout.write(
        format === 'json'
          ? `${JSON.stringify(listings, null, 2)}\n`
          : renderList(listings, paperFor(io.stdout, io.env)),
      );
      done(EXIT.ok);
    });
  dossier
    .command('show')
    .description('The newest vetting of a dossier, as text or as a report.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge dossier show 7d0e4b91\n  weighbridge dossier show 7d0e4b91 --format html=report.html,sarif=report.sarif',
    )
    .argument('<dossier>', 'the first digits of its digest')
    .option('-f, --format <format[=file]>', `${FORMATS.join(', ')}; several at once`, several)
    .option('-v, --verbose', 'show notes too')
    .action(async (id: string, options: { format?: readonly string[]; verbose?: boolean }) => {
      const outputs = parseOutputs(options.format ?? [], FORMATS);
      const vetting = await (await io.weighbridge()).showDossier({ dossier: id });
      const { failures } = await writeOutputs(io, outputs, (format) => renderReport(format, vetting));
      if (outputs.length === 0)
        io.stdout.write(
          renderVetting(vetting, paperFor(io.stdout, io.env), { verbose: options.verbose === true, kept: true }),
        );
      done(failures > 0 ? EXIT.wrongCall : EXIT.ok);
    });
  dossier
    .command('diff')
    .description('What changed from one dossier to another: verdict, findings, files.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge dossier diff 7d0e4b91 3b90c1f4\n  weighbridge dossier diff 7d0e4b91 3b90c1f4 --format json',
    )
    .argument('<before>', 'the first digits of its digest')
    .argument('<after>', 'the first digits of its digest')
    .addOption(FORMAT)
    .action(async (before: string, after: string, { format }: { format: string }) => {
      const difference = await (await io.weighbridge()).diffDossiers({ before, after });
      io.stdout.write(
        format === 'json' ? `${JSON.stringify(summaryOf(difference), null, 2)}\n` : renderDifference(difference, io),
      );
      done(EXIT.ok);
    });
  registerTravel(dossier, io, done);
};

function renderList(listings: readonly DossierSummary[], paper: Paper): string {
  if (listings.length === 0) return 'No dossier is kept yet: weighbridge vet <reference> makes one.\n';
  return listings
    .map(({ dossier, reference, outcome, policy, vettedAt }) => {
      const word = OUTCOME_WORDS[outcome];
      const verdict = paper.tone(word.tone)(`${signOf(paper, word)} ${outcome.padEnd(6)}`);
      return `${hexOf(dossier).slice(0, 12)}  ${verdict}  ${formatMoment(vettedAt)}  ${paper.bold(clean(reference))}  ${paper.dim(clean(policy))}\n`;
    })
    .join('');
}

function summaryOf({ before, after, files, findingsAdded, findingsGone }: DossierDifference): unknown {
  const side = (vetting: Vetting): unknown => ({
    dossier: vetting.dossier.digest,
    reference: vetting.reference,
    outcome: vetting.verdict.outcome,
  });
  return { before: side(before), after: side(after), files, findingsAdded, findingsGone };
}

function renderDifference({ before, after, files, findingsAdded, findingsGone }: DossierDifference, io: Io): string {
  const paper = paperFor(io.stdout, io.env);
  const lines = [`${paper.bold('Verdict')}   ${before.verdict.outcome} → ${after.verdict.outcome}`];
  const named = (vetting: Vetting, ids: readonly string[], sign: string): string[] =>
    findingsIn(vetting.dossier)
      .filter((finding) => ids.includes(identityOf(finding)))
      .map(
        ({ says, message, location }) =>
          `  ${sign} ${paper.tone(SAYS_WORDS[says].tone)(says.padEnd(12))} ${clean(message)} ${paper.dim(clean(location?.path ?? ''))}`,
      );
  const findings = [...named(after, findingsAdded, '+'), ...named(before, findingsGone, '-')];
  lines.push(paper.bold('Findings'), ...(findings.length === 0 ? ['  the same'] : findings));
  const changes = files.map(({ path, change }) => `  ${change.padEnd(8)} ${clean(path)}`);
  lines.push(paper.bold('Files'), ...(changes.length === 0 ? ['  the same'] : changes));
  return `${lines.join('\n')}\n`;
}
