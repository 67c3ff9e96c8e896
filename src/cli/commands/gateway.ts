import { createHash, randomBytes } from 'node:crypto';
import { InvalidArgumentError, Option } from 'commander';
import type { ChannelState, GatewayReload } from '../../contract/gateway.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { jsonLine, textLine, writtenTogether } from '../call-lines.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { count, portFrom } from '../numbers.ts';
import type { Register } from '../register.ts';
import { renderError } from '../terminal/error.ts';
import { paperFor } from '../terminal/paper.ts';

interface Options {
  readonly config?: string;
  readonly host?: string;
  readonly port?: number;
  readonly databaseUrl?: string;
  readonly node?: string;
  readonly log: 'text' | 'json' | 'off';
}

const HELP = `
Speaks the OpenAI API before your model servers, and passes a call on only when a signed decision admits the model behind the
channel, the key may call it, and the guard lets its texts pass; answers are guarded as well, streams word by word. The file is
followed: a decision that is withdrawn, or that denies, is no longer served a second later, and its streams end.

  apiVersion: weighbridge/v1
  kind: Gateway
  metadata: { name: house }
  spec:
    trust: [signing.pub]                       # whose decisions count
    channels:
      - name: assistant                        # what callers name as their model
        releases:
          - decision: qwen.decision.json       # from weighbridge vet --sign, or a server's request
            servers:
              - url: http://127.0.0.1:8000
                model: Qwen/Qwen3-8B           # what the server calls it
                unattested: started by hand on this machine
    keys:
      - { name: team-a, sha256: 9f86d0…, limits: { requestsPerMinute: 60, tokensPerDay: 1000000 } }

Examples:
  weighbridge gateway --config gateway.yaml
  weighbridge gateway --config gateway.yaml --port 8080 --log json >> calls.jsonl
  weighbridge gateway --config gateway.yaml --database-url postgresql://wb@db/wb --node gw-1   follows channels of a control plane
  weighbridge gateway key team-a                                          a new key, and its row for the file
  weighbridge gateway rotate-key team-a --config gateway.yaml             another one; the old counts 7 days on
  OPENAI_BASE_URL=http://127.0.0.1:7204/v1 OPENAI_API_KEY=wbk_… python app.py

Exit codes: 0 stopped · 2 wrong call, a mistake in the file`;

export const register: Register = (program, io, done) => {
  const gateway = program
    .command('gateway')
    .description('Serve only what was admitted: keys, limits and the guard in front of your model servers.')
    .option('--config <file>', 'what to serve, from where, to whom, in YAML')
    .option('--host <address>', 'where to listen; as the file says unless given')
    .option('--port <number>', 'where to listen; 0 for any that is free', portFrom)
    .option('--database-url <url>', 'of the control plane whose channels are followed; as the file says unless given')
    .option('--node <name>', 'by which the control plane knows it; the host’s name and the port unless given')
    .addOption(
      new Option('--log <how>', 'a line for each call, never with its text')
        .choices(['text', 'json', 'off'])
        .default('text'),
    )
    .addHelpText('after', HELP)
    .action(async (options: Options) => done(await serve(options, io)));
  gateway
    .command('key')
    .description('Make a key for a caller; only its SHA-256 goes into the file.')
    .argument('<name>', 'whose it is')
    .addHelpText('after', '\nExample:\n  weighbridge gateway key team-a')
    .action((name: string) => {
      const { key, sha256 } = newKey();
      io.stderr.write(`The key, shown this once: ${key}\n\nIts row for the file:\n`);
      io.stdout.write(`    - { name: ${JSON.stringify(name)}, sha256: ${sha256} }\n`);
      done(EXIT.ok);
    });
  gateway
    .command('rotate-key')
    .description('Give a caller a new key in the file; the old one counts for some days more.')
    .argument('<name>', 'whose it is')
    .requiredOption('--config <file>', 'the Gateway file; nothing else in it is changed')
    .option('--days <number>', 'that the old key counts on; 0 ends it now', daysFrom, 7)
    .addHelpText(
      'after',
      '\nA gateway that runs takes both keys a second later.\n\nExample:\n  weighbridge gateway rotate-key team-a --config gateway.yaml --days 14',
    )
    .action(async (name: string, { config, days }: { config: string; days: number }) => {
      const { key, sha256 } = newKey();
      const until = new Date(io.now().getTime() + days * DAY);
      await io.rotateKey({ config, name, sha256, until });
      io.stderr.write(`The new key, shown this once: ${key}\n`);
      io.stdout.write(`${printable(name)}: the old key counts until ${until.toISOString()}\n`);
      done(EXIT.ok);
    });
};

const DAY = 24 * 60 * 60 * 1000;

function daysFrom(value: string): number {
  const days = count(value);
  if (days > 366) throw new InvalidArgumentError('Give a year at most.');
  return days;
}

function newKey(): { readonly key: string; readonly sha256: string } {
  const key = `wbk_${randomBytes(32).toString('base64url')}`;
  return { key, sha256: createHash('sha256').update(key).digest('hex') };
}

async function serve({ config, host, port, databaseUrl, node, log }: Options, io: Io): Promise<number> {
  // Not required for the commands below this one.
  if (config === undefined) throw new WeighbridgeError('call-invalid', '--config names no Gateway file');
  const lines = writtenTogether(io.stdout);
  const running = await io.gateway({
    config,
    host: host ?? null,
    port: port ?? null,
    databaseUrl: databaseUrl ?? null,
    node: node ?? null,
    onCall: (call) => {
      if (log !== 'off') lines.add(log === 'json' ? jsonLine(call) : textLine(call));
    },
    onFault: (error) => io.stderr.write(renderError(error, paperFor(io.stderr, io.env))),
    onReload: (what) => io.stderr.write(reloadLines(what, io)),
  });
  io.stderr.write(
    `Weighbridge's gateway listens on ${running.address}/v1\n${running.metrics === null ? '' : `Metrics on ${running.metrics}\n`}${running.channels.map(channelLine).join('')}`,
  );
  if (!io.signal.aborted)
    await new Promise<void>((resolve) => io.signal.addEventListener('abort', () => resolve(), { once: true }));
  await running.stop(GRACE);
  lines.write();
  return EXIT.ok;
}

/** Milliseconds that calls under way get when the gateway is stopped. */
const GRACE = 10_000;

function channelLine({ name, releases }: ChannelState): string {
  return releases
    .map(({ id, share, until, refused, servers }) => {
      const state = refused === null ? `served until ${until ?? ''}` : `NOT served: ${refused}`;
      return `  ${name.padEnd(16)} ${String(share).padStart(3)} %  ${id.slice(0, 19)}  ${servers} ${servers === 1 ? 'server' : 'servers'}  ${printable(state)}\n`;
    })
    .join('');
}

function reloadLines(what: GatewayReload, io: Io): string {
  if (what.kind === 'found') return 'The database of the control plane is found again.\n';
  if (what.kind === 'loaded') return `The configuration changed:\n${what.channels.map(channelLine).join('')}`;
  return `The configuration changed and has a mistake; the last good one goes on.\n${renderError(what.error, paperFor(io.stderr, io.env))}`;
}
