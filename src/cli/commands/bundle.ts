import { EXIT } from '../exit.ts';
import { whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { clean } from '../terminal/paper.ts';

const HELP = `
One file with the signed decision (which names every file by its digest), the release, the list of revocations and the audit
log's checkpoint. It counts until it is too old (--hours); then the device refuses until it gets another.

Examples:
  weighbridge bundle 41c0… --out robot.bundle.json
  weighbridge bundle 41c0… --channel production --hours 720 --out robot.bundle.json
  weighbridge verify --bundle robot.bundle.json --key server.pub ./my-model        on the device, without a network

Exit codes: 0 written · 2 wrong call, revoked, expired, not released there · 5 not yours to do`;

interface Options extends RemoteOptions {
  readonly channel?: string;
  readonly hours: number;
  readonly out: string;
}

export const register: Register = (program, io, done) => {
  program
    .command('bundle')
    .description('Make one file by which a device without a network can verify a model.')
    .argument('<request>', 'whose decision')
    .option('--channel <name>', 'it must serve there, and the bundle says so')
    .option('--hours <number>', 'for how long the device may go by it', whole, 168)
    .requiredOption('-o, --out <file>', 'where it goes')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .addHelpText('after', HELP)
    .action(async (request: string, options: Options) => {
      const { channel, hours, out } = options;
      const call = await controlFor(options, io);
      const bundle = await call('bundle.make', { request, channel, hours });
      await io.write(out, `${JSON.stringify(bundle, null, 2)}\n`);
      print(io, options, { file: out }, ({ file }) => `Wrote ${clean(file)}, which counts for ${hours} hours.\n`);
      done(EXIT.ok);
    });
};
