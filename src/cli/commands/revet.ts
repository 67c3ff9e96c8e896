import type { RevetInput, Revetted } from '../../contract/dossiers.ts';
import { SILENT } from '../../contract/progress.ts';
import { findingsIn } from '../../domain/dossier.ts';
import { identityOf } from '../../domain/finding.ts';
import { outcomeRank } from '../../domain/verdict.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { OUTCOME_WORDS, plural, SAYS_WORDS } from '../../reports/words.ts';
import { EXIT, exitOfOutcome, type FailOn } from '../exit.ts';
import type { Io } from '../io.ts';
import { FAIL_ON, FORMAT, QUIET } from '../options.ts';
import { policyFrom } from '../policy-argument.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { clean, type Paper, paperFor, signOf } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';

const HELP = `
Advisories, licences and policies move on; the model's bytes do not. revet judges what was found before by what is known
now, without the bytes. A dossier that comes out otherwise is kept beside the old one.

Without arguments it looks at the models that news touches since the last time: an advisory of a package they name, a
fact of a licence they are under, a base that was vetted since, a new version of the policy that judged them.

Examples:
  weighbridge advisories update && weighbridge revet
  weighbridge revet --all --policy strict
  weighbridge revet 7d0e4b91 --format json
  weighbridge revet --server https://weighbridge.example     has the server do so with all that is admitted there

Exit codes: those of vet, the worst of all that was looked at; 0 when nothing was.`;

interface Options extends Pick<RemoteOptions, 'server' | 'token'> {
  readonly all?: boolean;
  readonly policy?: string;
  readonly format: string;
  readonly keep: boolean;
  readonly quiet?: boolean;
  readonly failOn: FailOn;
}

export const register: Register = (program, io, done) => {
  program
    .command('revet')
    .description('Judge dossiers anew by what is known today, without the model’s bytes.')
    .argument('[dossiers...]', 'the first digits of their digests')
    .option('--all', 'every model and use that a dossier is kept of')
    .option('-p, --policy <name|file>', 'another policy than the one that judged before')
    .addOption(FORMAT)
    .option('--no-keep', 'keep nothing')
    .addOption(FAIL_ON)
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .addOption(SERVER)
    .addOption(TOKEN)
    .action(async (dossiers: readonly string[], options: Options) =>
      done(options.server === undefined ? await revet(dossiers, options, io) : await revetThere(dossiers, options, io)),
    );
};

async function revet(dossiers: readonly string[], options: Options, io: Io): Promise<number> {
  if (dossiers.length > 0 && options.all === true) {
    throw new WeighbridgeError('call-invalid', '--all looks at every dossier: name none beside it');
  }
  const input: RevetInput = {
    dossiers,
    which: dossiers.length > 0 ? 'named' : options.all === true ? 'all' : 'touched',
    policy: options.policy === undefined ? null : await policyFrom(options.policy, io),
    keep: options.keep,
  };
  const weighbridge = await io.weighbridge();
  const paper = paperFor(io.stdout, io.env);
  const all: Revetted[] = [];
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const summary = await weighbridge.revet(
    input,
    (one) => {
      all.push(one);
      if (options.format !== 'json' && one.changed) io.stdout.write(renderOne(one, paper));
    },
    { signal: io.signal, progress },
  );
  const changed = all.filter((one) => one.changed).length;
  io.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify({ ...summary, changed, models: all.map(jsonOf) }, null, 2)}\n`
      : `${plural(summary.looked, 'model')} of ${summary.kept} looked at, ${changed === 0 ? 'none' : changed} changed.\n`,
  );
  const worst = all.map(({ after }) => after.verdict.outcome).sort((a, b) => outcomeRank(b) - outcomeRank(a))[0];
  return worst === undefined ? EXIT.ok : exitOfOutcome(worst, options.failOn);
}

/** What comes of it is told by the server: to owners, by mail and webhooks. */
async function revetThere(dossiers: readonly string[], { server, token, format }: Options, io: Io): Promise<number> {
  if (dossiers.length > 0) throw new WeighbridgeError('call-invalid', 'a server looks at all that is admitted there');
  const options: RemoteOptions = {
    ...(server && { server }),
    ...(token && { token }),
    format: format === 'json' ? 'json' : 'text',
  };
  const answer = await (await controlFor(options, io))('dossier.revet', {});
  print(io, options, answer, () => 'A worker looks at all that is admitted there; owners are told what came of it.\n');
  return EXIT.ok;
}

function renderOne({ before, after, findingsAdded, findingsGone }: Revetted, paper: Paper): string {
  const [from, to] = [before.verdict.outcome, after.verdict.outcome];
  const word = OUTCOME_WORDS[to];
  const verdict = from === to ? to : `${from} → ${to}`;
  return [
    `${paper.tone(word.tone)(`${signOf(paper, word)} ${verdict}`)}  ${paper.bold(clean(after.reference))}  ${paper.dim(after.dossier.digest.slice(7, 19))}`,
    ...linesOf(after, findingsAdded, '+', paper),
    ...linesOf(before, findingsGone, '-', paper),
    '',
  ].join('\n');
}

function linesOf(vetting: Vetting, ids: readonly string[], sign: string, paper: Paper): readonly string[] {
  return findingsIn(vetting.dossier)
    .filter((finding) => ids.includes(identityOf(finding)))
    .map(
      ({ says, message, location }) =>
        `  ${sign} ${paper.tone(SAYS_WORDS[says].tone)(says.padEnd(11))} ${clean(message)} ${paper.dim(clean(location?.path ?? ''))}`,
    );
}

function jsonOf({ before, after, changed, findingsAdded, findingsGone }: Revetted): unknown {
  const side = ({ dossier, verdict, policy, vettedAt }: Vetting): unknown => ({
    dossier: dossier.digest,
    outcome: verdict.outcome,
    policy: policy.id,
    vettedAt,
  });
  return { reference: after.reference, changed, before: side(before), after: side(after), findingsAdded, findingsGone };
}
