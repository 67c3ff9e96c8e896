import { SILENT } from '../../contract/progress.ts';
import type { Refusal, Verification } from '../../contract/signing.ts';
import type { Decision } from '../../domain/decision.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { QUIET, several } from '../options.ts';
import type { Register } from '../register.ts';
import { clean } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';

const HELP = `
Hashes every file of the folder that a loader would take up, and starts the server only when each is what the decision admits:
one that is missing, changed or added refuses; absent documents do not. A command that names weights outside the folder is not
started. While the server runs, a signed statement that it runs on
these bytes is renewed in a file, and expires by itself when it does not. A gateway that knows the attester's key serves by it.

Examples:
  weighbridge run ./qwen --decision qwen.decision.json -- vllm serve ./qwen --port 8000
  weighbridge run ./qwen --decision qwen.decision.json --sign runner.key --url http://127.0.0.1:8000 --attest qwen.serving.json \\
    -- llama-server -m ./qwen/model.gguf --port 8000

In the gateway's file:
  spec:
    attesters: [runner.pub]
    channels:
      - name: assistant
        releases:
          - decision: qwen.decision.json
            servers:
              - { url: "http://127.0.0.1:8000", attestation: qwen.serving.json }

Exit codes: the server's own · 1 the folder is not what was admitted · 2 wrong call`;

interface Options {
  readonly decision: string;
  readonly key?: readonly string[];
  readonly sign?: string;
  readonly url?: string;
  readonly attest?: string;
  readonly beside?: readonly string[];
  readonly quiet?: boolean;
}

/** Seconds that one statement holds, and between two of them: two may be missed. */
const HOLDS = 60;
const RENEWED = 20;

export const register: Register = (program, io, done) => {
  program
    .command('run')
    .description('Start a model server only on the bytes that were admitted, and go on proving it.')
    .argument('<folder>', 'the model on this machine')
    .argument('<command...>', 'the server, after --')
    .requiredOption('-d, --decision <file>', 'what vet --sign wrote')
    .option('-k, --key <file>', 'a public key to trust, instead of those in your settings; several', several)
    .option('--sign <key>', 'the private key of whoever attests')
    .option('--url <address>', 'where the server will answer')
    .option('--attest <file>', 'where the statement goes')
    .option('--beside <path>', 'weights elsewhere that the command may name, for which you answer; several', several)
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .action(async (folder: string, command: readonly string[], options: Options) =>
      done(await runServer(folder, command, options, io)),
    );
};

async function runServer(folder: string, command: readonly string[], options: Options, io: Io): Promise<number> {
  const attest = attestationOf(options);
  const weighbridge = await io.weighbridge();
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const input = { folder, decisionFile: options.decision, keyFiles: options.key ?? [] };
  const verification = await weighbridge.verify(input, { signal: io.signal, progress });
  const { decision } = verification;
  const refusals = standingAgainst(verification);
  if (decision === null || refusals.length > 0) {
    io.stderr.write(`${clean(folder)} is not what was admitted; the server was not started.\n`);
    for (const { message, path } of refusals)
      io.stderr.write(`  ${path === null ? '' : `${clean(path)}: `}${clean(message)}\n`);
    return EXIT.deny;
  }
  const elsewhere = await io.loadedElsewhere(command, [folder, ...(options.beside ?? [])]);
  if (elsewhere.length > 0) {
    io.stderr.write(`The command names weights that are not in ${clean(folder)}; the server was not started.\n`);
    for (const word of elsewhere) io.stderr.write(`  ${clean(word)}: not looked at here; --beside answers for it\n`);
    return EXIT.deny;
  }
  const startedAt = io.now().toISOString();
  const renew = async (): Promise<void> => {
    if (attest !== null) await weighbridge.attestServing({ ...attest, decision, startedAt, seconds: HOLDS });
  };
  // Before the server is up nobody is asked to believe anything; the gateway looks at the file as it comes.
  await renew();
  const [program = '', ...args] = command;
  const server = await io.startProgram(program, args);
  const timer = setInterval(() => {
    renew().catch((error: unknown) => io.stderr.write(`The statement could not be renewed: ${clean(String(error))}\n`));
  }, RENEWED * 1000);
  const stop = (): void => server.stop();
  io.signal.addEventListener('abort', stop, { once: true });
  try {
    return await server.ended;
  } finally {
    clearInterval(timer);
    io.signal.removeEventListener('abort', stop);
    // A server that is gone is no longer vouched for.
    if (attest !== null) await weighbridge.attestServing({ ...attest, decision, startedAt, seconds: 0 });
  }
}

/** What a loader would not take up may be absent. */
function standingAgainst({ refusals, decision }: Verification): readonly Refusal[] {
  return refusals.filter(({ kind, path }) => kind !== 'missing' || isLoadable(decision, path));
}

function isLoadable(decision: Decision | null, path: string | null): boolean {
  return decision?.files.find((file) => file.path === path)?.loadable ?? true;
}

function attestationOf({ sign, url, attest }: Options) {
  if (sign === undefined && url === undefined && attest === undefined) return null;
  if (sign === undefined || url === undefined || attest === undefined)
    throw new WeighbridgeError('call-invalid', '--sign, --url and --attest go together');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new WeighbridgeError('call-invalid', `--url ${url}: no http address`);
  return { keyFile: sign, url, file: attest };
}
