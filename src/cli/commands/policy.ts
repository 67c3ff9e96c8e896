import { dirname, resolve } from 'node:path';
import type { InputOf, OutputOf } from '../../contract/control/operations.ts';
import { SILENT } from '../../contract/progress.ts';
import type { VetInput } from '../../contract/vetting.ts';
import type { PolicyCaseResult, PolicyFlip } from '../../domain/policy-case.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { OUTCOME_WORDS, plural } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { QUIET } from '../options.ts';
import { policyFrom } from '../policy-argument.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, TOKEN } from '../remote.ts';
import { clean, type Paper, paperFor, signOf } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { registerHousePolicies } from './house-policy.ts';

const HELP = `
Examples:
  weighbridge policy show default > weighbridge.policy.yaml     begin your own from a built-in one
  weighbridge policy check weighbridge.policy.yaml              mistakes, with line and column
  weighbridge policy test weighbridge.policy.yaml cases.yaml    hold it against saved dossiers
  weighbridge policy what-if weighbridge.policy.yaml            which verdicts it would change
  weighbridge policy put weighbridge.policy.yaml                keep it on a server, for requests there
  weighbridge policy what-if house-review --stored              which of the server’s dossiers it would flip`;

const TEST_HELP = `
Cases are a YAML file; \`dossier\` is the first digits of one that is kept, or a JSON report beside the file:

  apiVersion: weighbridge/v1
  kind: PolicyTest
  cases:
    - name: a pickle that runs a command is denied
      dossier: reports/tainted.json
      expect: deny
      because: [malicious]      # grounds that must be among the verdict's; may be left out
      on: 2027-01-31            # judge as on that day; may be left out

Examples:
  weighbridge policy test strict cases.yaml
  weighbridge policy test weighbridge.policy.yaml cases.yaml --format json

Exit codes: 0 every verdict is as expected · 1 one is not, or a dossier is lost · 2 wrong call`;

interface Options {
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

export const register: Register = (program, io, done) => {
  const policy = program
    .command('policy')
    .description('Print a built-in policy, check one of yours, or try it on dossiers.')
    .addHelpText('after', HELP);
  policy
    .command('show')
    .description('Print a built-in profile as YAML.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge policy show strict\n  weighbridge policy show default > weighbridge.policy.yaml',
    )
    .argument('<profile>', 'default, strict or research')
    .action(async (id: string) => {
      io.stdout.write((await io.weighbridge()).profileText({ id }));
      done(EXIT.ok);
    });
  policy
    .command('check')
    .description('Check a policy file; every mistake with its line and column.')
    .addHelpText('after', '\nExamples:\n  weighbridge policy check weighbridge.policy.yaml')
    .argument('<file>', 'an AdmissionPolicy in YAML')
    .action(async (file: string) => {
      const text = await io.readText(file, LIMITS.policyFile);
      const { id, version, digest, rules, waivers } = await (await io.weighbridge()).checkPolicy({ name: file, text });
      io.stdout.write(`${clean(id)} v${version}: ${rules.length} rules, ${waivers.length} waivers, ${digest}\n`);
      for (const { target, bytes } of waivers)
        if (bytes === undefined && !target.startsWith('check:'))
          io.stderr.write(
            `note: the waiver of ${clean(target)} names no bytes: of what stands in a file it lifts nothing\n`,
          );
      done(EXIT.ok);
    });
  policy
    .command('test')
    .description('Hold a policy against saved dossiers, with the verdicts that you expect.')
    .addHelpText('after', TEST_HELP)
    .argument('<policy>', 'a built-in profile, or a file')
    .argument('<cases>', 'a PolicyTest in YAML')
    .addOption(FORMAT)
    .action(async (name: string, cases: string, options: Options) => done(await test(name, cases, options, io)));
  policy
    .command('what-if')
    .description('Which of all kept dossiers another policy would judge otherwise; nothing is kept.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge policy what-if strict\n  weighbridge policy what-if house-review --stored --server https://models.example.com\n  weighbridge policy what-if mine.policy.yaml --format json',
    )
    .argument('<policy>', 'a built-in profile, or a file')
    .option('-s, --server <url>', 'of a server’s dossiers, instead of those on this machine')
    .option('--stored', 'the policy is one that the server keeps, by name or digest')
    .addOption(TOKEN)
    .addOption(FORMAT)
    .addOption(QUIET)
    .action(async (name: string, options: Options & RemoteOptions & { stored?: true }) => {
      const progress = options.quiet === true ? SILENT : terminalProgress(io);
      const answer =
        options.server === undefined && options.stored === undefined
          ? await (await io.weighbridge()).whatIf(
              { policy: await policyFrom(name, io) },
              { signal: io.signal, progress },
            )
          : await whatIfAt(options.stored ? { kind: 'stored', name } : await policyFrom(name, io), options, io);
      const paper = paperFor(io.stdout, io.env);
      print(io, options, answer, ({ looked, flips }) =>
        [
          ...flips.map((flip) => flipLine(flip, paper)),
          `${plural(looked, 'dossier')} looked at, ${flips.length === 0 ? 'none' : flips.length} would flip.\n`,
        ].join(''),
      );
      done(EXIT.ok);
    });
  registerHousePolicies(policy, io, done);
};

/** The same of a server's dossiers, which stay there. */
async function whatIfAt(
  policy: InputOf<'policy.what-if'>['policy'],
  options: RemoteOptions,
  io: Io,
): Promise<{ readonly looked: number; readonly flips: readonly PolicyFlip[] }> {
  const call = await controlFor(options, io);
  const flips: PolicyFlip[] = [];
  for (let from: number | null = 0, looked = 0; ; ) {
    io.signal.throwIfAborted();
    const page: OutputOf<'policy.what-if'> = await call('policy.what-if', { policy, from });
    flips.push(...page.items);
    looked += page.looked;
    from = page.next;
    if (from === null) return { looked, flips };
  }
}

async function test(name: string, file: string, options: Options, io: Io): Promise<number> {
  const policy: VetInput['policy'] = await policyFrom(name, io);
  const cases = { name: file, text: await io.readText(file, LIMITS.policyFile) };
  const beside = dirname(resolve(io.cwd, file));
  const readDossier = (path: string): Promise<string> => io.readText(resolve(beside, path), LIMITS.document);
  const results = await (await io.weighbridge()).testPolicy({ policy, cases, readDossier });
  const failed = results.filter(({ passed }) => !passed).length;
  const paper = paperFor(io.stdout, io.env);
  print(io, options, { passed: results.length - failed, failed, cases: results }, () =>
    [
      ...results.map((result) => caseLines(result, file, paper)),
      `${results.length - failed} passed, ${failed} failed.\n`,
    ].join(''),
  );
  return failed === 0 ? EXIT.ok : EXIT.deny;
}

function caseLines(
  { name, line, passed, outcome, reasons, complaints }: PolicyCaseResult,
  file: string,
  paper: Paper,
): string {
  const word = OUTCOME_WORDS[passed ? 'admit' : 'deny'];
  const head = paper.tone(word.tone)(`${signOf(paper, word)} ${passed ? 'passed' : 'failed'}`);
  const grounds =
    outcome === null
      ? ''
      : paper.dim(`  ${outcome}${reasons.length === 0 ? '' : `: ${reasons.map(clean).join(', ')}`}`);
  const rest = complaints.map((complaint) => `    ${clean(file)}:${line}  ${clean(complaint)}\n`);
  return `${head}  ${clean(name)}${grounds}\n${rest.join('')}`;
}

function flipLine({ dossier, reference, before, policy, after, reasons }: PolicyFlip, paper: Paper): string {
  const word = OUTCOME_WORDS[after];
  const grounds = reasons.length === 0 ? '' : `: ${reasons.map(clean).join(', ')}`;
  return `${paper.tone(word.tone)(`${signOf(paper, word)} ${before} → ${after}`)}  ${paper.bold(clean(reference))}  ${paper.dim(`${dossier.slice(7, 19)}  was by ${clean(policy)}${grounds}`)}\n`;
}
