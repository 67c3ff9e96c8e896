import { Command, CommanderError } from 'commander';
import { EXIT, exitOfError } from './exit.ts';
import type { Io } from './io.ts';
import type { Register } from './register.ts';
import { renderError } from './terminal/error.ts';
import { foldHelp } from './terminal/help.ts';
import { paperFor } from './terminal/paper.ts';

interface Row {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly load: () => Promise<{ readonly register: Register }>;
}

/** Every command. Only the one that is called is loaded; --help loads none. */
const COMMANDS: readonly Row[] = [
  { name: 'vet', summary: 'look into a model and judge it by a policy', load: () => import('./commands/vet.ts') },
  {
    name: 'scan',
    summary: 'check files for code that runs when they are loaded',
    load: () => import('./commands/scan.ts'),
  },
  {
    name: 'licence',
    aliases: ['license'],
    summary: 'read a model’s licences against a use, or a declared one’s',
    load: () => import('./commands/licence.ts'),
  },
  {
    name: 'verify',
    summary: 'hold a folder against a signed decision, offline',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'run',
    summary: 'start a model server only on the bytes that were admitted',
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'waive',
    summary: 'answer for one finding of one model until a day, with a signature',
    load: () => import('./commands/waive.ts'),
  },
  {
    name: 'model-signature',
    summary: 'sign a model folder as OpenSSF Model Signing does, or verify one',
    load: () => import('./commands/model-signature.ts'),
  },
  {
    name: 'dossier',
    summary: 'list, show and compare what was found before',
    load: () => import('./commands/dossier.ts'),
  },
  {
    name: 'lineage',
    summary: 'register bases, and tie models to them by their weights',
    load: () => import('./commands/lineage.ts'),
  },
  {
    name: 'scorecard',
    summary: 'a model’s health in numbers: 18 checks, each with what it looked at',
    load: () => import('./commands/scorecard.ts'),
  },
  {
    name: 'policy',
    summary: 'print a built-in policy, check one of yours, try it on dossiers',
    load: () => import('./commands/policy.ts'),
  },
  {
    name: 'guard',
    summary: 'find secrets, personal data and attacks in texts, and redact or block them',
    load: () => import('./commands/guard.ts'),
  },
  {
    name: 'disasm',
    summary: 'show what a pickle would do, without running it',
    load: () => import('./commands/disasm.ts'),
  },
  {
    name: 'convert',
    summary: 'rewrite a PyTorch checkpoint as safetensors',
    load: () => import('./commands/convert.ts'),
  },
  {
    name: 'advisories',
    summary: 'keep advisories about packages on this machine',
    load: () => import('./commands/advisories.ts'),
  },
  {
    name: 'rules',
    summary: 'test, sign or verify rules of your own',
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'revet',
    summary: 'judge dossiers anew by what is known today, without the bytes',
    load: () => import('./commands/revet.ts'),
  },
  {
    name: 'privacy',
    summary: 'what differential privacy a training really gives',
    load: () => import('./commands/privacy.ts'),
  },
  {
    name: 'up',
    summary: 'start the server: requests, decisions, people, with a database of its own',
    load: () => import('./commands/up.ts'),
  },
  {
    name: 'gateway',
    summary: 'serve only what was admitted, guarded, in front of model servers',
    load: () => import('./commands/gateway.ts'),
  },
  {
    name: 'runner',
    summary: 'run a GGUF model on this machine, for a gateway in front of it',
    load: () => import('./commands/runner.ts'),
  },
  {
    name: 'server',
    summary: 'start the API and the console alone, on a PostgreSQL server of yours',
    load: () => import('./commands/server.ts'),
  },
  {
    name: 'worker',
    summary: 'vet what such a server is asked for, on as many machines as you like',
    load: () => import('./commands/worker.ts'),
  },
  {
    name: 'migrate',
    summary: 'bring a server’s database up to date, and end',
    load: () => import('./commands/migrate.ts'),
  },
  {
    name: 'backup',
    summary: 'keep everything that a server has in one file',
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    summary: 'put a backup back where nothing is',
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'adopt',
    summary: 'give every model that is there already a first dossier',
    load: () => import('./commands/adopt.ts'),
  },
  {
    name: 'request',
    summary: 'ask a server for a model, rule on requests, fetch decisions',
    load: () => import('./commands/request.ts'),
  },
  {
    name: 'people',
    summary: 'add people to a server, change what they may do',
    load: () => import('./commands/people.ts'),
  },
  { name: 'team', summary: 'keep the teams of your organisation', load: () => import('./commands/team.ts') },
  {
    name: 'obligation',
    summary: 'see to what admissions left open: findings and duties, with owners and days',
    load: () => import('./commands/obligation.ts'),
  },
  {
    name: 'incident',
    summary: 'say what went wrong with an admitted model, and find everything made from it',
    load: () => import('./commands/incident.ts'),
  },
  {
    name: 'witness',
    summary: 'have others cosign a server’s audit log, and cosign theirs',
    load: () => import('./commands/witness.ts'),
  },
  {
    name: 'webhook',
    summary: 'have a server tell your addresses what is done with models',
    load: () => import('./commands/webhook.ts'),
  },
  {
    name: 'factor',
    summary: 'ask for a code of your authenticator app at sign-in',
    load: () => import('./commands/factor.ts'),
  },
  {
    name: 'organisation',
    summary: 'add organisations to a server',
    load: () => import('./commands/organisation.ts'),
  },
  {
    name: 'token',
    summary: 'sign in to a server for a token, list and revoke yours',
    load: () => import('./commands/token.ts'),
  },
  {
    name: 'channel',
    summary: 'the names that a server’s models are released under: gates, freezes, what serves',
    load: () => import('./commands/channel.ts'),
  },
  {
    name: 'release',
    summary: 'bring what was admitted to a channel, in whole or for a share of the calls',
    load: () => import('./commands/release.ts'),
  },
  {
    name: 'rollback',
    summary: 'bring back the newest earlier release of a channel that may still serve',
    load: () => import('./commands/rollback.ts'),
  },
  {
    name: 'subject',
    summary: 'hosted models, images and composites: what is admitted besides weights',
    load: () => import('./commands/subject.ts'),
  },
  {
    name: 'publication',
    summary: 'let models of yours out by levels, each with its gate, and take them back',
    load: () => import('./commands/publication.ts'),
  },
  {
    name: 'drill',
    summary: 'prove that a rollback of a channel would work, without doing it',
    load: () => import('./commands/drill.ts'),
  },
  {
    name: 'evaluation',
    summary: 'have programs of yours evaluate what a server is asked for, before people rule',
    load: () => import('./commands/evaluation.ts'),
  },
  {
    name: 'bundle',
    summary: 'make one file by which a device without a network verifies a model',
    load: () => import('./commands/bundle.ts'),
  },
  {
    name: 'family',
    summary: 'families of models: versions, proposed forks, a baseline that two people move',
    load: () => import('./commands/family.ts'),
  },
  {
    name: 'audit',
    summary: 'read a server’s log of every act, verify it, cosign it',
    load: () => import('./commands/audit.ts'),
  },
  { name: 'explain', summary: 'say what a rule means and what to do', load: () => import('./commands/explain.ts') },
  {
    name: 'key',
    summary: 'make a signing key, trust others; rotate and revoke a server’s',
    load: () => import('./commands/key.ts'),
  },
];

const EXAMPLES = `
Examples:
  weighbridge vet ./models/my-model                     a folder on this machine
  weighbridge vet hf:org/name@v1.0 --commercial no      a hub's model, without downloading it
  weighbridge vet hf:org/name --format html=report.html
  weighbridge scan ./downloads --format jsonl           files alone, one line of JSON each
  weighbridge help vet                                  every option, with examples

Exit codes: 0 admit, clean · 1 deny, malicious · 2 wrong call · 3 review, suspicious, unscannable · 4 could not look
            70 fault in Weighbridge · 130 stopped. The worst wins; --fail-on deny lets 3 pass as 0,
            but for the unscannable, which policies deny.`;

/** Runs one command line (without `node` and the script) and gives its exit code. Throws nothing. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.ok;
  try {
    const program = await programFor(args, io, (exit) => (code = exit));
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongCall;
    if (io.signal.aborted) {
      io.stderr.write('\nStopped. Nothing was kept; the same command starts again.\n');
      return EXIT.stopped;
    }
    io.stderr.write(renderError(error, paperFor(io.stderr, io.env)));
    return exitOfError(error);
  }
}

async function programFor(args: readonly string[], io: Io, done: (code: number) => void): Promise<Command> {
  const program = new Command('weighbridge')
    .description('The checkpoint that open-weight AI models pass before, and while, a company runs them.')
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this, or the help of a command')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(weighbridge --help shows what there is)')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(foldHelp(text, paperFor(io.stdout, io.env).width)),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => paperFor(io.stdout, io.env).width,
      getErrHelpWidth: () => paperFor(io.stderr, io.env).width,
    });
  const called = args.find((word) => COMMANDS.some((row) => isCalled(row, word)));
  // A call that begins with its command asks nothing of the others.
  const first = COMMANDS.find((row) => isCalled(row, args[0] ?? ''));
  for (const row of first === undefined ? COMMANDS : [first]) {
    if (called !== undefined && isCalled(row, called)) (await row.load()).register(program, io, done);
    else
      program
        .command(row.name)
        .aliases([...(row.aliases ?? [])])
        .description(row.summary);
  }
  for (const command of program.commands) hintAtHelp(command, `weighbridge ${command.name()}`);
  if (args.length === 0) program.action(() => program.outputHelp());
  return program;
}

/** A wrong call is told where the help of that very command is. */
function hintAtHelp(command: Command, name: string): void {
  command.showHelpAfterError(`(${name} --help shows what there is)`);
  for (const below of command.commands) hintAtHelp(below, `${name} ${below.name()}`);
}

function isCalled({ name, aliases = [] }: Row, word: string): boolean {
  return name === word || aliases.includes(word);
}
