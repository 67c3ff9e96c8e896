import { SILENT } from '../../contract/progress.ts';
import type { Scorecard } from '../../domain/scorecard.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { inputsLine, scorecardSentence, scoreWord } from '../../reports/scorecard-view.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { FORMAT, QUIET } from '../options.ts';
import type { Register } from '../register.ts';
import { clean, fold, type Paper, paperFor, signOf } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';

const HELP = `
Eighteen checks of 0 to 10, weighed as OpenSSF Scorecard weighs (10, 7.5, 5, 2.5). What nobody could say is inconclusive, and
counts for nothing. --format json holds what each check looked at, so that anybody can score it again. A score is no
verdict: weighbridge vet rules, and its policies may ask for scores (docs/reference/policy.md).

Examples:
  weighbridge scorecard ./my-model
  weighbridge scorecard hf:org/name --format json
  weighbridge scorecard 7d0e4b91              a dossier that is kept, as it was scored then`;

interface Options {
  readonly format: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

export const register: Register = (program, io, done) => {
  program
    .command('scorecard')
    .description('A model’s health in numbers.')
    .argument('<reference>', 'a model, as for vet; or the first digits of a dossier')
    .addOption(FORMAT)
    .option('-v, --verbose', 'show what each check looked at')
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .action(async (reference: string, options: Options) => {
      const { scorecard } = await vettingOf(reference, options, io);
      if (scorecard === undefined) throw new WeighbridgeError('bug', 'a vetting came without its scorecard');
      io.stdout.write(
        options.format === 'json'
          ? `${JSON.stringify(scorecard, null, 2)}\n`
          : render(reference, scorecard, paperFor(io.stdout, io.env), options.verbose === true),
      );
      done(EXIT.ok);
    });
};

/** Digits are a dossier's where one is kept that begins so; everything else is a model. */
async function vettingOf(reference: string, options: Options, io: Io): Promise<Vetting> {
  const weighbridge = await io.weighbridge();
  if (/^[0-9a-f]{6,64}$/.test(reference)) {
    try {
      return await weighbridge.showDossier({ dossier: reference });
    } catch (error) {
      if (!(error instanceof WeighbridgeError) || error.code !== 'dossier-not-found') throw error;
    }
  }
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const nothing = { policy: null, use: null, useFlags: {}, downloadTo: null, sign: null, keep: false };
  return weighbridge.vet({ reference, ...nothing }, { signal: io.signal, progress });
}

const LABEL = 19;

function render(reference: string, scorecard: Scorecard, paper: Paper, verbose: boolean): string {
  const lines = [paper.bold(clean(reference)), ...fold(scorecardSentence(scorecard), paper.width, 0), ''];
  for (const check of scorecard.checks) {
    const word = scoreWord(check.score);
    const [first = '', ...rest] = fold(`${check.title}: ${check.reason}`, paper.width, LABEL);
    const label = paper.tone(word.tone)(`${signOf(paper, word)} ${word.label}`.padEnd(LABEL - 2));
    lines.push(`  ${label}${first.trimStart()}`, ...rest);
    if (verbose) lines.push(...fold(inputsLine(check), paper.width, LABEL).map(paper.dim));
  }
  return `${lines.join('\n')}\n`;
}
