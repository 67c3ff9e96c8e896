import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSigner } from '../../src/adapters/signers/open-signer.ts';
import { signEnvelope } from '../../src/attest/dsse.ts';
import { provenanceStatement } from '../../src/attest/provenance.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../src/attest/statement.ts';
import { canonicalJson } from '../../src/kernel/canonical-json.ts';
import { releaseBom } from './bom.ts';
import { bundledPackages } from './bundled.ts';

/**
 * The tarball of a release with its papers: `npm run release:papers -- --key release.key --out release`. What is packed is the
 * commit that is checked out, exported twice to folders of its own and built there twice: two tarballs that differ stop it.
 * Beside the tarball come its bill of materials (CycloneDX) and SLSA provenance over both, signed, which `weighbridge verify
 * --provenance` reads.
 */
const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    out: { type: 'string', default: 'release' },
    builder: { type: 'string', default: 'urn:weighbridge:builder:by-hand' },
    source: { type: 'string', default: '' },
  },
});

/** Names its parameters: `command`, and `source` where the repository lies. */
const BUILD_TYPE = 'urn:weighbridge:build:npm-pack:v1';

async function main(): Promise<void> {
  if (values.key === undefined) throw new Error('say --key: a private key (weighbridge key new), kms:… or pkcs11:…');
  const signer = await openSigner(values.key, {
    token: async () => process.env.WEIGHBRIDGE_KMS_TOKEN ?? null,
    trustedHosts: [],
  });
  const commit = git('rev-parse', 'HEAD');
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'weighbridge-release-'));
  try {
    const [first, again] = ['first', 'again'].map((name) => packedIn(exportTo(join(scratch, name))));
    if (first === undefined || again === undefined) throw new Error('nothing was packed');
    if (sha('sha256', first.bytes) !== sha('sha256', again.bytes))
      throw new Error(
        `the same commit gave two tarballs: ${sha('sha256', first.bytes)}, ${sha('sha256', again.bytes)}`,
      );
    const lock = readFileSync(join(first.folder, 'package-lock.json'));
    const { name, version, license } = JSON.parse(readFileSync(join(first.folder, 'package.json'), 'utf8')) as Record<
      'name' | 'version' | 'license',
      string
    >;
    const bom = releaseBom(lock.toString('utf8'), {
      name,
      version,
      licence: license,
      sha256: sha('sha256', first.bytes),
      sha512: sha('sha512', first.bytes),
      bundled: await bundledPackages(first.folder),
    });
    const papers = {
      tarball: first.name,
      bom: `${name}-${version}.cdx.json`,
      provenance: `${name}-${version}.provenance.json`,
    };
    const statement = provenanceStatement(
      [
        { name: papers.tarball, digest: { sha256: sha('sha256', first.bytes) } },
        { name: papers.bom, digest: { sha256: sha('sha256', bom) } },
      ],
      {
        buildType: BUILD_TYPE,
        builder: values.builder,
        parameters: { command: 'npm pack', ...(values.source === '' ? {} : { source: values.source }) },
        materials: [
          { uri: values.source === '' ? 'git:HEAD' : values.source, digest: { gitCommit: commit } },
          { uri: 'package-lock.json', digest: { sha256: sha('sha256', lock) } },
        ],
        versions: { node: process.version, npm: npm(['--version'], process.cwd()).trim() },
      },
    );
    const payload = Buffer.from(canonicalJson(statement as never));
    const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, signer);
    writeFileSync(join(out, papers.tarball), first.bytes);
    writeFileSync(join(out, papers.bom), bom);
    writeFileSync(join(out, papers.provenance), `${JSON.stringify(envelope, null, 2)}\n`);
    process.stdout.write(
      `${Object.values(papers)
        .map((paper) => join(values.out, paper))
        .join('\n')}\n`,
    );
    process.stdout.write(
      `sha256 ${sha('sha256', first.bytes)}, packed twice; signed by ${signer.keyId.slice(0, 16)}…\n`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The commit's files alone, with the packages that are installed here. */
function exportTo(folder: string): string {
  mkdirSync(folder);
  execFileSync('tar', ['-x', '-C', folder], {
    input: execFileSync('git', ['archive', 'HEAD'], { maxBuffer: 1 << 30 }),
  });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

function packedIn(folder: string): { readonly folder: string; readonly name: string; readonly bytes: Buffer } {
  npm(['pack', '--silent'], folder);
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz')) ?? '';
  return { folder, name, bytes: readFileSync(join(folder, name)) };
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

function sha(algorithm: 'sha256' | 'sha512', bytes: Uint8Array | string): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

await main();
