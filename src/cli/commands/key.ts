import { Option } from 'commander';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { clean, paperFor } from '../terminal/paper.ts';
import { registerServerKeys } from './server-keys.ts';

const HELP = `
Examples:
  weighbridge key new                        in your settings folder
  weighbridge key new ./release.key          writes release.key (mode 0600) and release.pub
  weighbridge key trust ./colleague.pub      verify then takes decisions signed with it
  weighbridge key rotate                     a server signs with a new key
  weighbridge key revocations > list.json    for verify --revocations`;

export const register: Register = (program, io, done) => {
  const key = program
    .command('key')
    .description('Make a signing key, trust somebody else’s; list, rotate and revoke a server’s.')
    .addHelpText('after', HELP);
  key
    .command('new')
    .description('Make a key that only you may read, and trust its public half.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge key new\n  weighbridge key new ./release.key\n  weighbridge key new ./models.key --type p256',
    )
    .argument('[file]', 'where the private key goes; never overwritten')
    .addOption(
      new Option('--type <type>', 'p256 (ECDSA) for model-signature; ed25519 for all else')
        .choices(['ed25519', 'p256'])
        .default('ed25519'),
    )
    .action(async (file: string | undefined, { type }: { type: 'ed25519' | 'p256' }) => {
      const made = await (await io.weighbridge()).newKey({ file: file ?? null, kind: type });
      const paper = paperFor(io.stdout, io.env);
      io.stdout.write(`${paper.dim('Private key')}  ${clean(made.keyFile)} (only you may read it)\n`);
      io.stdout.write(`${paper.dim('Public key ')}  ${clean(made.publicKeyFile)} (give it to whoever verifies)\n`);
      io.stdout.write(`${paper.dim('Key id     ')}  ${made.keyId}\n`);
      done(EXIT.ok);
    });
  key
    .command('trust')
    .description('Take what is signed with this public key, or below this authority.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge key trust ./colleague.pub\n  weighbridge key trust ./root-ca.pem\n  weighbridge key trust ~/.ssh/id_ed25519.pub',
    )
    .argument('<file>', 'a public key in PEM or of SSH, or a certificate in PEM')
    .action(async (file: string) => {
      const { keyId, storedAt } = await (await io.weighbridge()).trustKey({ file });
      io.stdout.write(`Trusted ${keyId}, kept as ${clean(storedAt)}\n`);
      done(EXIT.ok);
    });
  key
    .command('trust-identity')
    .description('Take models signed by somebody whom an identity provider vouches for (Sigstore).')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge key trust-identity dev@example.com --issuer https://accounts.google.com',
    )
    .argument('<identity>', 'as the provider spells it, whole')
    .requiredOption('--issuer <url>', 'the provider')
    .action(async (identity: string, { issuer }: { issuer: string }) => {
      const { storedAt } = await (await io.weighbridge()).trustIdentity({ identity, issuer });
      io.stdout.write(`Trusted ${clean(identity)}, kept in ${clean(storedAt)}\n`);
      done(EXIT.ok);
    });
  registerServerKeys(key, io, done);
};
