import type { Command } from 'commander';
import { Option } from 'commander';
import type { Control, OutputOf } from '../../contract/control/operations.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { EXIT } from '../exit.ts';
import { whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

type RevokeOptions = RemoteOptions & { readonly cause: 'superseded' | 'compromised'; readonly since?: string };

/** Of `key`: the keys that a server signs with. */
export const registerServerKeys: Register = (key, io, done) => {
  remote(key, 'list', 'The keys that a server’s decisions are and were signed with.', 'list').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('key.list', {});
      print(io, options, answer, ({ items }) => items.map(keyLine).join(''));
      done(EXIT.ok);
    },
  );
  remote(key, 'rotate', 'Have the server sign with a new key; give its public half to whoever verifies.', 'rotate')
    .addOption(new Option('--type <type>', 'of the new key').choices(['ed25519', 'p256']).default('ed25519'))
    .action(async (options: RemoteOptions & { readonly type: 'ed25519' | 'p256' }) => {
      const made = await (await controlFor(options, io))('key.rotate', { type: options.type });
      print(io, options, made, ({ publicKey }) => `${keyLine(made)}${publicKey}`);
      done(EXIT.ok);
    });
  remote(key, 'revoke', 'Say that a key which was rotated away is revoked.', 'revoke 5f0c… --cause compromised')
    .argument('<key>', 'its id as key list shows it, or the first eight digits or more of it')
    .addOption(new Option('--cause <cause>', 'why').choices(['superseded', 'compromised']).makeOptionMandatory())
    .option(
      '--since <time>',
      'from when on nothing counts that it signed (ISO 8601, UTC); when it was rotated unless said',
    )
    .action(async (keyId: string, options: RevokeOptions) => {
      const { cause, since } = options;
      const call = await controlFor(options, io);
      const whole = (await keyNamed(call, keyId)).keyId;
      print(io, options, await call('key.revoke', { keyId: whole, cause, since }), keyLine);
      done(EXIT.ok);
    });
  remote(key, 'revocations', 'What no longer counts, signed: for verify --revocations.', 'revocations > revoked.json')
    .option('--hours <number>', 'for how long whoever verifies may go by it', whole, 168)
    .action(async (options: RemoteOptions & { readonly hours: number }) => {
      const list = await (await controlFor(options, io))('revocation.list', { hours: options.hours });
      io.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
      done(EXIT.ok);
    });
};

function remote(key: Command, name: string, description: string, example: string): Command {
  return remotely(
    key.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge key ${example}`),
  );
}

/** The key whose id begins so. Throws `key-not-found` for none, `call-invalid` for several, or where that says too little. */
async function keyNamed(call: Control, given: string): Promise<OutputOf<'key.rotate'>> {
  const prefix = given.replace(/…$/, '');
  if (!/^[0-9a-f]{8,64}$/.test(prefix))
    throw new WeighbridgeError('call-invalid', 'give a key id, or its first eight hexadecimal digits or more');
  const [found, ...others] = (await call('key.list', {})).items.filter(({ keyId }) => keyId.startsWith(prefix));
  if (found === undefined) throw new WeighbridgeError('key-not-found', prefix);
  if (others.length > 0)
    throw new WeighbridgeError('call-invalid', `several keys begin with ${prefix}: give more of it`);
  return found;
}

function keyLine({ keyId, reason, endedAt, madeAt }: OutputOf<'key.rotate'>): string {
  const state = reason === null ? 'signs' : `${reason} ${endedAt}`;
  return `${keyId}  ${state}${madeAt === null ? '' : `  made ${madeAt}`}\n`;
}
