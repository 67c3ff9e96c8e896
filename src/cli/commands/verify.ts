import { SILENT } from '../../contract/progress.ts';
import type { VerifyInput } from '../../contract/signing.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { FORMAT, identitiesIn, QUIET, several } from '../options.ts';
import type { Register } from '../register.ts';
import { paperFor } from '../terminal/paper.ts';
import { terminalProgress } from '../terminal/progress.ts';
import { renderProvenance, renderStatement, renderVerification } from '../terminal/verification.ts';

interface Options {
  readonly decision?: string;
  readonly bundle?: string;
  readonly revocations?: string;
  readonly provenance?: string;
  readonly statement?: string;
  readonly key?: readonly string[];
  readonly identity?: string;
  readonly issuer?: string;
  readonly trustedRoot?: string;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
}

const HELP = `
Passes when a trusted key signed the decision, it admits, it has not expired, every file it names is there with the same
bytes, and no file was added that a loader might take up. Needs no network. Run it before each start of a model server.

Examples:
  weighbridge verify ./my-model --decision my-model.decision.json
  weighbridge verify ./my-model --decision my-model.decision.json --key team.pub
  weighbridge verify ./my-model --decision d.json --identity dev@example.com --issuer https://accounts.google.com
  weighbridge verify ./my-model --decision my-model.decision.json --revocations revoked.json
  weighbridge verify ./my-model --bundle robot.bundle.json --key server.pub       on a device without a network
  weighbridge verify ./my-model --decision my-model.decision.json --format json --quiet

  weighbridge verify weighbridge-0.1.0.tgz --provenance weighbridge-0.1.0.provenance.json --key weighbridge.pub

  weighbridge verify ./plover --statement plover.publication.json --key server.pub --revocations revoked.json
  weighbridge verify --statement large.decision.json --key server.pub             a hosted model, an image, a composite

With --statement it reads what a server signed about a publication (how far it is out, to whom, under which terms), its withdrawal, or
a subject: it passes while that may be used. A withdrawal is told as one and never passes. Give --revocations, for a statement does
not know what came after it.

With --provenance it holds what was built (a file, or a folder of files) against SLSA provenance v1 that a trusted key signed.

Exit codes: 0 the folder is what was admitted · 1 it is not · 2 wrong call · 4 could not look`;

export const register: Register = (program, io, done) => {
  program
    .command('verify')
    .description('Hold a folder against a signed decision, release or provenance, offline.')
    .argument('[folder]', 'the model on this machine; a statement can be read without one')
    .option('-d, --decision <file>', 'what vet --sign wrote')
    .option('-b, --bundle <file>', 'what weighbridge bundle wrote, instead: decision, release, revocations')
    .option('--revocations <file>', 'what weighbridge key revocations wrote: keys and decisions that no longer count')
    .option(
      '--provenance <file>',
      'signed SLSA provenance of what was built, instead: of a release of Weighbridge, say',
    )
    .option(
      '--statement <file>',
      'what a server signed, instead: weighbridge publication statement, or weighbridge subject decision',
    )
    .option('-k, --key <file>', 'a public key to trust, instead of those in your settings; several', several)
    .option('--identity <name>', 'who must have signed, where no key did but an identity (Sigstore)')
    .option('--issuer <url>', 'the identity provider that vouches')
    .option('--trusted-root <file>', 'another Sigstore than the public one, as trusted_root.json')
    .addOption(FORMAT)
    .addOption(QUIET)
    .addHelpText('after', HELP)
    .action(async (folder: string | undefined, options: Options) => done(await verify(folder, options, io)));
};

async function verify(folder: string | undefined, options: Options, io: Io): Promise<number> {
  if (options.statement !== undefined)
    return verifyStatement(folder ?? null, { ...options, statement: options.statement }, io);
  if (folder === undefined) throw new WeighbridgeError('call-invalid', 'name the folder to hold against the document');
  const weighbridge = await io.weighbridge();
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  if (options.provenance !== undefined)
    return verifyProvenance(folder, { ...options, provenance: options.provenance }, io);
  const input = { folder, ...documentsIn(options), ...signersIn(options) };
  const verification = await weighbridge.verify(input, { signal: io.signal, progress });
  const text =
    options.format === 'json'
      ? `${JSON.stringify(verification, null, 2)}\n`
      : renderVerification(folder, verification, paperFor(io.stdout, io.env));
  io.stdout.write(text);
  return verification.ok ? EXIT.ok : EXIT.deny;
}

function signersIn({
  key,
  identity,
  issuer,
  trustedRoot,
}: Options): Pick<VerifyInput, 'keyFiles' | 'identities' | 'trustedRootFile'> {
  return { keyFiles: key ?? [], identities: identitiesIn({ identity, issuer }), trustedRootFile: trustedRoot ?? null };
}

async function verifyProvenance(
  path: string,
  options: Options & { readonly provenance: string },
  io: Io,
): Promise<number> {
  const { decision, bundle, revocations, provenance: provenanceFile } = options;
  if ([decision, bundle, revocations].some((other) => other !== undefined))
    throw new WeighbridgeError('call-invalid', '--provenance takes neither a decision nor a bundle nor revocations');
  const weighbridge = await io.weighbridge();
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const input = { path, provenanceFile, ...signersIn(options) };
  const verification = await weighbridge.verifyProvenance(input, { signal: io.signal, progress });
  const text =
    options.format === 'json'
      ? `${JSON.stringify(verification, null, 2)}\n`
      : renderProvenance(path, verification, paperFor(io.stdout, io.env));
  io.stdout.write(text);
  return verification.ok ? EXIT.ok : EXIT.deny;
}

async function verifyStatement(
  folder: string | null,
  options: Options & { readonly statement: string },
  io: Io,
): Promise<number> {
  const { decision, bundle, provenance, revocations: revocationsFile, statement: statementFile } = options;
  if ([decision, bundle, provenance].some((other) => other !== undefined))
    throw new WeighbridgeError('call-invalid', '--statement takes neither a decision nor a bundle nor provenance');
  const weighbridge = await io.weighbridge();
  const progress = options.quiet === true ? SILENT : terminalProgress(io);
  const input = { folder, statementFile, revocationsFile, ...signersIn(options) };
  const verification = await weighbridge.verifyStatement(input, { signal: io.signal, progress });
  const text =
    options.format === 'json'
      ? `${JSON.stringify(verification, null, 2)}\n`
      : renderStatement(folder ?? statementFile, verification, paperFor(io.stdout, io.env));
  io.stdout.write(text);
  return verification.ok ? EXIT.ok : EXIT.deny;
}

/** One of both; a bundle has its own list. */
function documentsIn({
  decision,
  bundle,
  revocations,
}: Options): Pick<VerifyInput, 'decisionFile' | 'bundle' | 'revocationsFile'> {
  if (bundle === undefined && decision !== undefined)
    return { decisionFile: decision, bundle: false, revocationsFile: revocations };
  if (bundle !== undefined && decision === undefined && revocations === undefined)
    return { decisionFile: bundle, bundle: true };
  throw new WeighbridgeError('call-invalid', 'give either --decision, with --revocations if you like, or --bundle');
}
