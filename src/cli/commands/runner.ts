import type { Command } from 'commander';
import type { RunnerState } from '../../contract/runner.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import { clean } from '../terminal/paper.ts';

const HELP = `
For a laptop, and to try things out: runs one GGUF model on the processor, by node-llama-cpp, and speaks OpenAI's API. It is
no part of the package: install puts it into your data folder by your own npm, for this platform alone (about 85 MB). None of
its scripts is run, nothing is built, and nothing but npm's packages is fetched.

Examples:
  weighbridge runner install
  weighbridge runner status`;

export const register: Register = (program, io, done) => {
  const runner = program
    .command('runner')
    .description('Run a GGUF model on this machine, for a gateway in front of it.')
    .addHelpText('after', HELP);
  registerInstall(runner, io, done);
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
      io.stdout.write(stateLine(await (await io.runner()).install(io.signal)));
      done(EXIT.ok);
    });
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
