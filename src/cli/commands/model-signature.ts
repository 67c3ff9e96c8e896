import { join } from 'node:path';
import type { Command } from 'commander';
import { SILENT } from '../../contract/progress.ts';
import type { SignatureTrustInput } from '../../contract/signing.ts';
import { plural } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { FORMAT, identitiesIn, QUIET, several } from '../options.ts';
import type { Register } from '../register.ts';
import { renderModelVerification } from '../terminal/model-verification.ts';
import { clean, paperFor } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';

const HELP = `
Examples:
  weighbridge model-signature sign ./my-model --key models.key
  weighbridge model-signature verify ./my-model --key publisher.pub`;

const SIGN_HELP = `
Signs every file of the folder, but git's own and those left out, as the reference implementation (model_signing) does.
It takes ECDSA keys alone: weighbridge key new models.key --type p256 makes one. Signing without a key, by an identity
provider, needs a network and is left to the reference implementation; verify takes its bundles.

Examples:
  weighbridge model-signature sign ./my-model --key models.key
  weighbridge model-signature sign ./my-model --key models.key --out my-model.sig --ignore logs
  weighbridge model-signature sign ./my-model --key signer.key --certificate signer.pem --certificate issuing-ca.pem`;

const VERIFY_HELP = `
Passes when somebody you name signed the bundle, every signed file is there with its bytes, nothing was added, and nothing
is a link that the signer did not allow. Needs no network. The bundle never vouches for its own key: name a key, an
authority, or an identity with its issuer; with none of them, those count whom your settings trust (weighbridge key trust).

Examples:
  weighbridge model-signature verify ./my-model --key publisher.pub
  weighbridge model-signature verify ./my-model --signature my-model.sig --certificate root-ca.pem
  weighbridge model-signature verify ./my-model --identity dev@example.com --issuer https://accounts.google.com
  weighbridge model-signature verify ./my-model --key publisher.pub --ignore logs --format json

Exit codes: 0 the folder is what was signed · 1 it is not · 2 wrong call · 4 could not look`;

interface SignOptions {
  readonly key: string;
  readonly certificate?: readonly string[];
  readonly out?: string;
  readonly ignore?: readonly string[];
  readonly allowSymlinks?: true;
  readonly quiet?: boolean;
}

interface VerifyOptions {
  readonly signature?: string;
  readonly key?: readonly string[];
  readonly certificate?: readonly string[];
  readonly at?: string;
  readonly identity?: string;
  readonly issuer?: string;
  readonly trustedRoot?: string;
  readonly ignore?: readonly string[];
  readonly allowSymlinks?: true;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

export const register: Register = (program, io, done) => {
  const command = program
    .command('model-signature')
    .description('Sign a model folder as OpenSSF Model Signing does, or hold one against such a signature.')
    .addHelpText('after', HELP);
  shared(command.command('sign').description('Sign every file of a folder.'))
    .requiredOption('-k, --key <file>', 'the private key, ECDSA')
    .option('--certificate <file>', 'the certificate of the key, then those that issued it; several', several)
    .option('-o, --out <file>', 'where the signature goes (model.sig in the folder)')
    .addHelpText('after', SIGN_HELP)
    .action(async (folder: string, options: SignOptions) => done(await sign(folder, options, io)));
  shared(command.command('verify').description('Hold a folder against a signature, offline.'))
    .option('-s, --signature <file>', 'the bundle (model.sig in the folder)')
    .option('-k, --key <file>', 'a public key to trust; several', several)
    .option('--certificate <file>', 'an authority to trust, in PEM; several', several)
    .option('--at <date>', 'when certificates must have been valid, instead of now')
    .option('--identity <name>', 'who must have signed, as Sigstore vouches for them')
    .option('--issuer <url>', 'the identity provider that vouches')
    .option('--trusted-root <file>', 'another Sigstore than the public one, as trusted_root.json')
    .addOption(FORMAT)
    .addHelpText('after', VERIFY_HELP)
    .action(async (folder: string, options: VerifyOptions) => done(await verify(folder, options, io)));
};

function shared(command: Command): Command {
  return command
    .argument('<folder>', 'the model on this machine')
    .option('--ignore <path>', 'leave out a file or folder, by its path in the model; several', several)
    .option('--allow-symlinks', 'take links to files of the folder as those files')
    .addOption(QUIET);
}

async function sign(folder: string, options: SignOptions, io: Io): Promise<number> {
  const weighbridge = await io.weighbridge();
  const input = {
    folder,
    signatureFile: options.out ?? join(folder, 'model.sig'),
    keyFile: options.key,
    certificateFiles: options.certificate ?? [],
    ignorePaths: options.ignore ?? [],
    allowSymlinks: options.allowSymlinks === true,
  };
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const { files, manifest, signatureFile } = await weighbridge.signModel(input, { signal: io.signal, progress });
  const paper = paperFor(io.stdout, io.env);
  io.stdout.write(`${paper.bold(clean(signatureFile))}  ${plural(files, 'file')} signed\n`);
  io.stdout.write(`${paper.dim('manifest')}  ${manifest}\n`);
  return EXIT.ok;
}

async function verify(folder: string, options: VerifyOptions, io: Io): Promise<number> {
  const weighbridge = await io.weighbridge();
  const input = {
    folder,
    signatureFile: options.signature ?? join(folder, 'model.sig'),
    trust: trustIn(options),
    ignorePaths: options.ignore ?? [],
    allowSymlinks: options.allowSymlinks === true,
  };
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const verification = await weighbridge.verifyModel(input, { signal: io.signal, progress });
  io.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(verification, null, 2)}\n`
      : renderModelVerification(folder, verification, paperFor(io.stdout, io.env)),
  );
  return verification.ok ? EXIT.ok : EXIT.deny;
}

function trustIn({ key, certificate, at, identity, issuer, trustedRoot }: VerifyOptions): SignatureTrustInput {
  return {
    keyFiles: key ?? [],
    authorityFiles: certificate ?? [],
    identities: identitiesIn({ identity, issuer }),
    trustedRootFile: trustedRoot ?? null,
    at: at ?? null,
  };
}
