import { type Command, Option } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import { HOUSE_KINDS, type HouseKind } from '../../domain/house-policy.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

type Kept = OutputOf<'policy.put'>;

/** What `policy` does with the policies that a house keeps on its server. */
export function registerHousePolicies(policy: Command, io: Io, done: (code: number) => void): void {
  remote(policy, 'put', 'Keep a version on a server: a policy, the choice among them, or gates of openness.', [
    'put weighbridge.policy.yaml --server https://models.example.com',
    'put choices.yaml',
  ])
    .argument('<file>', 'an AdmissionPolicy, a PolicyChoice or an OpennessPolicy in YAML')
    .action(async (file: string, options: RemoteOptions) => {
      const text = await io.readText(file, LIMITS.policyFile);
      print(io, options, await (await controlFor(options, io))('policy.put', { text }), keptLine);
      done(EXIT.ok);
    });
  remote(policy, 'list', 'The house’s own policies on a server, every version, newest first.', ['list'])
    .addOption(new Option('--kind <kind>', 'only these').choices(HOUSE_KINDS))
    .action(async (options: RemoteOptions & { kind?: HouseKind }) => {
      const answer = await (await controlFor(options, io))('policy.list', { kind: options.kind, limit: 100 });
      print(io, options, answer, ({ items }) => items.map(keptLine).join('') || 'The house keeps no policy.\n');
      done(EXIT.ok);
    });
  remote(policy, 'read', 'One version that a server keeps, as it was put.', ['read sha256:4f0c…'])
    .argument('<digest>', 'of the version')
    .action(async (digest: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('policy.show', { policy: digest });
      print(io, options, answer, ({ text }) => text);
      done(EXIT.ok);
    });
  remote(policy, 'withdraw', 'Have nothing else opened under a version; what was ruled under it stands.', [
    "withdraw sha256:4f0c… --reason 'Replaced by version 3.'",
  ])
    .argument('<digest>', 'of the version')
    .requiredOption('--reason <text>', 'why')
    .action(async (digest: string, options: RemoteOptions & { reason: string }) => {
      const call = await controlFor(options, io);
      print(io, options, await call('policy.withdraw', { policy: digest, reason: options.reason }), keptLine);
      done(EXIT.ok);
    });
  for (const [name, confirm, what] of [
    ['confirm', true, 'Let hold what somebody else put or withdrew, where it loosens the house’s rules.'],
    ['drop', false, 'Drop what somebody put or withdrew and nobody has confirmed.'],
  ] as const)
    remote(policy, name, what, [`${name} 7c1e…`])
      .argument('<loosening>', 'its id, as `policy list` says it')
      .action(async (loosening: string, options: RemoteOptions) => {
        const call = await controlFor(options, io);
        print(io, options, await call('policy.confirm', { loosening, confirm }), keptLine);
        done(EXIT.ok);
      });
  remote(policy, 'choices', 'Which policies a requester may name on a server, for which requests.', ['choices']).action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('policy.choices', {});
      print(io, options, answer, choicesText);
      done(EXIT.ok);
    },
  );
}

function remote(policy: Command, name: string, description: string, examples: readonly string[]): Command {
  return remotely(
    policy
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n${examples.map((one) => `  weighbridge policy ${one}`).join('\n')}`),
  );
}

function keptLine({ digest, kind, name, version, by, at, withdrawn, waits }: Kept): string {
  const end = withdrawn === null ? '' : `  WITHDRAWN ${withdrawn.at.slice(0, 10)}: ${printable(withdrawn.reason)}`;
  return `${digest}  ${kind}  ${name} v${version}  by ${by} at ${at.slice(0, 10)}${end}\n${waits === null ? '' : waitsLine(waits)}`;
}

function waitsLine({ id, act, by }: NonNullable<Kept['waits']>): string {
  const what = act === 'put' ? 'Not in force: it' : 'Still in force: its withdrawal';
  return `  ${what} waits for a second person (admin or security, not ${by}; one is added by weighbridge people add):\n    weighbridge policy confirm ${id}\n`;
}

function choicesText({ items, waiting }: OutputOf<'policy.choices'>): string {
  const laxer = waiting === null ? '' : `Would be looser, and waits:\n${keptLine(waiting)}`;
  return items.map(choiceLine).join('') + laxer;
}

function choiceLine({ when, policies }: OutputOf<'policy.choices'>['items'][number]): string {
  const said = Object.entries(when).map(([key, value]) => `${key}: ${value}`);
  return `${said.join(', ') || 'all others'}\n  ${policies.join(', ')}\n`;
}
