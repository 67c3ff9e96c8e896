import type { Command } from 'commander';
import type { RunnerState } from '../../contract/runner.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { count, portFrom, whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { renderError } from '../terminal/error.ts';
import { clean, paperFor } from '../terminal/paper.ts';

const HELP = `
For a laptop, and to try things out: runs one GGUF model on the processor, by node-llama-cpp, and speaks OpenAI's API. It is
no part of the package: install puts it into your data folder by your own npm, for this platform alone (about 85 MB). None of
its scripts is run, nothing is built, and nothing but npm's packages is fetched.

Examples:
  weighbridge runner install
  weighbridge runner serve ./qwen/qwen3-0.6b-q8.gguf --port 8000`;

export const register: Register = (program, io, done) => {
  const runner = program
    .command('runner')
    .description('Run a GGUF model on this machine, for a gateway in front of it.')
    .addHelpText('after', HELP);
  registerInstall(runner, io, done);
  registerServe(runner, io, done);
  runner
    .command('status')
    .description('Say whether what runs models is there.')
    .addHelpText('after', '\nExamples:\n  weighbridge runner status\n\nExit codes: 0 installed · 4 not')
    .action(async () => {
      const state = await (await io.runner()).state();
      io.stdout.write(stateLine(state));
      done(state.kind === 'installed' ? EXIT.ok : EXIT.couldNotLook);
    });
  runner
    .command('remove')
    .description('Take it out of the data folder again.')
    .addHelpText('after', '\nExamples:\n  weighbridge runner remove')
    .action(async () => {
      io.stdout.write(stateLine(await (await io.runner()).remove()));
      done(EXIT.ok);
    });
};

function registerInstall(runner: Command, io: Io, done: (code: number) => void): void {
  runner
    .command('install')
    .description('Put node-llama-cpp for this platform into the data folder, by your own npm: about 85 MB.')
    .addHelpText('after', '\nExamples:\n  weighbridge runner install')
    .action(async () => {
      const runner = await io.runner();
      const { kind, packages, folder } = await runner.state();
      if (kind === 'absent') io.stderr.write(`npm puts ${packages.join(' and ')} into ${clean(folder)} …\n`);
      io.stdout.write(stateLine(await runner.install(io.signal)));
      done(EXIT.ok);
    });
}

const SERVE_HELP = `
Answers POST /v1/chat/completions, /v1/completions and /v1/embeddings and GET /v1/models on 127.0.0.1, without a key: it is meant
to stand behind a gateway. Calls that ask for what it cannot do (tools, a forced format, several choices) are refused.

Examples:
  weighbridge runner serve ./qwen/qwen3-0.6b-q8.gguf --port 8000
  weighbridge run ./qwen --decision qwen.decision.json --sign runner.key --url http://127.0.0.1:8000 --attest qwen.serving.json \\
    -- weighbridge runner serve ./qwen/qwen3-0.6b-q8.gguf --port 8000`;

interface ServeOptions {
  readonly port: number;
  readonly name?: string;
  readonly context?: number;
  readonly parallel: number;
  readonly waiting: number;
  readonly threads?: number;
}

function registerServe(runner: Command, io: Io, done: (code: number) => void): void {
  runner
    .command('serve')
    .description('Load one GGUF model and answer for it as OpenAI does, on this machine alone, until ^C.')
    .argument('<file>', 'the model, a .gguf')
    .option('--port <number>', 'where to listen; 0 for any that is free', portFrom, 0)
    .option('--name <name>', 'what the model is called in answers; as its file unless given')
    .option(
      '--context <tokens>',
      'of a call and its answer; as the model was trained, 4096 at most, unless given',
      whole,
    )
    .option('--parallel <calls>', 'answered at once; each has a context of its own', whole, 2)
    .option('--waiting <calls>', 'that may wait for one of those; the next is answered 429', count, 32)
    .option('--threads <number>', 'for computing; by the size of the model unless given', whole)
    .addHelpText('after', SERVE_HELP)
    .action(async (file: string, options: ServeOptions) => done(await serve(file, options, io)));
}

async function serve(file: string, options: ServeOptions, io: Io): Promise<number> {
  const { port, name, context, parallel, waiting, threads } = options;
  const running = await (await io.runner()).serve({
    file,
    port,
    name: name ?? null,
    context: context ?? null,
    seats: parallel,
    waiting,
    threads: threads ?? null,
    onFault: (error) => io.stderr.write(renderError(error, paperFor(io.stderr, io.env))),
  });
  io.stderr.write(`${clean(running.name)} answers on ${running.address}/v1, ${running.context} tokens a call\n`);
  if (!io.signal.aborted)
    await new Promise<void>((resolve) => io.signal.addEventListener('abort', () => resolve(), { once: true }));
  await running.stop();
  return EXIT.ok;
}

function stateLine({ kind, folder, packages }: RunnerState): string {
  switch (kind) {
    case 'installed':
      return `installed: ${packages.join(' and ')} in ${clean(folder)}\n`;
    case 'absent':
      return `not installed: weighbridge runner install puts ${packages.join(' and ')} into ${clean(folder)}\n`;
    case 'unsupported':
      return 'there is no runner for this platform\n';
  }
}
