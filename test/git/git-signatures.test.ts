import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gitFolder } from '../../src/adapters/collectors/git-signatures.ts';
import { type GitFolder, headCommit, readObject, tagsOf } from '../../src/attest/git/objects.ts';
import { gitSignatureOf } from '../../src/attest/git/signed-object.ts';
import { sshPublicKey } from '../../src/attest/git/ssh.ts';
import { MalformedError } from '../../src/kernel/bytes.ts';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const FIXTURES = join(import.meta.dirname, 'fixtures');
const KEYS = Object.fromEntries(
  ['ed', 'ec', 'rsa'].map((name) => [name, sshPublicKey(readFileSync(join(FIXTURES, `${name}.pub`), 'utf8'))]),
);
const open = (name: string): GitFolder => gitFolder(join(FIXTURES, name), new AbortController().signal);

let copies = 0;
function copy(name: string): string {
  const folder = join(home, `git-${copies++}`);
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  return folder;
}

describe('the signature of a commit', () => {
  it.each([
    ['packed', 'ed'],
    ['loose', 'ec'],
    ['with-rsa', 'rsa'],
  ])('in %s holds under its own key and no other', async (name, own) => {
    const head = (await headCommit(open(name))) ?? '';
    const tag = (await tagsOf(open(name))).get('v1.0') ?? '';
    for (const id of [head, tag]) {
      const object = await readObject(open(name), id);
      if (object === null) throw new Error(`no ${id}`);
      for (const [key, trusted] of Object.entries(KEYS)) {
        const state = key === own ? 'trusted' : 'unknown-key';
        expect(gitSignatureOf(object, [trusted])).toMatchObject({ kind: 'ssh', state });
      }
      const altered = {
        ...object,
        body: Buffer.from(Buffer.from(object.body).toString('latin1').replace('Publisher', 'Imitator'), 'latin1'),
      };
      expect(gitSignatureOf(altered, Object.values(KEYS))).toMatchObject({ kind: 'ssh', state: 'broken' });
    }
  });

  it.each([
    ['no signature', 'tree x\nauthor a <a@b> 1 +0000\n\ngpgsig is what people talk of\n', 'none'],
    ['OpenPGP', 'tree x\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\nm', 'pgp'],
    ['X.509', 'tree x\ngpgsig -----BEGIN SIGNED MESSAGE-----\n x\n -----END SIGNED MESSAGE-----\n\nm', 'x509'],
    ['rubbish', 'tree x\ngpgsig -----BEGIN SSH SIGNATURE-----\n AAAA\n -----END SSH SIGNATURE-----\n\nm', 'unreadable'],
  ])('of %s is called so', (_, text, kind) => {
    expect(gitSignatureOf({ type: 'commit', body: Buffer.from(text) }, [])).toEqual({ kind });
  });
});

describe('objects of git', () => {
  // Deltas on the newest commit, as git verify-pack lists them.
  it.each(['7be24a4486497173c5a0cbee8f525e4d4a91be73', 'f2993f85d1d1858855fb0b75bd912792c2eb1163'])(
    '%s is put together from its delta',
    async (id) => {
      const object = await readObject(open('packed'), id);
      expect(object?.type).toBe('commit');
      expect(
        gitSignatureOf({ type: 'commit', body: object?.body ?? new Uint8Array() }, Object.values(KEYS)),
      ).toMatchObject({ state: 'trusted' });
    },
  );

  it('that are not there are not there', async () => {
    for (const name of ['packed', 'loose']) expect(await readObject(open(name), '00'.repeat(20))).toBeNull();
  });

  it('with any bytes changed are themselves, absent or malformed', async () => {
    const folder = copy('packed');
    const git = gitFolder(folder, new AbortController().signal);
    const [index = ''] = (await git.list('objects/pack')).filter((name) => name.endsWith('.idx'));
    const files = [index, index.replace('.idx', '.pack')].map((name) => join(folder, 'objects/pack', name));
    const ids = ['a37a7f4cb7c042a25b0d7af4e41ff2333fdbc645', '7be24a4486497173c5a0cbee8f525e4d4a91be73'];
    const before = await Promise.all(ids.map((id) => readObject(git, id)));
    const bytes = files.map((file) => readFileSync(file));
    await fc.assert(
      fc.asyncProperty(fc.nat(1), fc.nat(2000), fc.nat(255), async (which, at, value) => {
        const spoilt = Buffer.from(bytes[which] ?? []);
        spoilt[at % spoilt.length] = value;
        writeFileSync(files[which] ?? '', spoilt);
        for (const [order, id] of ids.entries()) {
          const found = await readObject(git, id).catch((error: unknown) => error);
          if (!(found instanceof MalformedError) && found !== null) expect(found).toEqual(before[order]);
        }
        writeFileSync(files[which] ?? '', bytes[which] ?? '');
      }),
      { numRuns: cases(60) },
    );
  });

  it('behind links are not read, nor refs that lead out', async () => {
    const folder = copy('loose');
    renameSync(join(folder, 'objects'), join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(folder, 'objects'));
    const git = gitFolder(folder, new AbortController().signal);
    expect(await readObject(git, (await headCommit(git)) ?? '')).toBeNull();
    writeFileSync(join(folder, 'HEAD'), 'ref: refs/../../../etc/passwd\n');
    expect(await headCommit(git)).toBeNull();
    rmSync(join(home, 'elsewhere'), { recursive: true });
  });
});

describe('vet', () => {
  it('says who signed a checkout, once the key is trusted', async () => {
    const model = join(home, 'checkout');
    mkdirSync(model);
    cpSync(join(FIXTURES, 'packed'), join(model, '.git'), { recursive: true });
    writeFileSync(join(model, 'config.json'), '{"model_type":"llama"}');
    const rules = async () => {
      const { stdout } = await wb(['vet', model, '--format', 'json', '--quiet', '--no-keep'], { home });
      const { checks } = JSON.parse(stdout).dossier;
      const check = checks.find(({ analyzer }: { analyzer: string }) => analyzer === 'identity');
      return check.outcome.findings.map(({ rule }: { rule: string }) => rule);
    };
    expect(await rules()).toContain('identity/commit-signature-unverified');
    expect((await wb(['key', 'trust', join(FIXTURES, 'ed.pub')], { home })).code).toBe(0);
    expect(await rules()).toEqual(expect.arrayContaining(['identity/commit-signed', 'identity/unsigned']));
  });
});

describe('what Git would run in a checkout', () => {
  const LFS = `#!/bin/sh\ncommand -v git-lfs >/dev/null 2>&1 || { echo >&2 "\\nno 'git-lfs' on your path.\\n"; exit 2; }\n`;

  it('is read, and is no part of the model', async () => {
    const model = join(home, 'hooked');
    mkdirSync(join(model, '.git', 'hooks'), { recursive: true });
    writeFileSync(join(model, 'config.json'), '{"model_type":"llama"}');
    const say = async () => {
      const { stdout } = await wb(['vet', model, '--format', 'json', '--quiet', '--no-keep'], { home });
      const { artifact, checks } = JSON.parse(stdout).dossier;
      const found = checks.flatMap(({ outcome }: { outcome: { findings?: object[] } }) => outcome.findings ?? []);
      const rows = found.map(
        (one: { rule: string; location: { path: string } }) => `${one.location?.path} ${one.rule}`,
      );
      return { digest: artifact.digest, rows: rows.filter((row: string) => /^\.git\/.*runs-in-place$/.test(row)) };
    };
    const before = await say();
    writeFileSync(join(model, '.git', 'config'), '[core]\n\tbare = false\n');
    writeFileSync(join(model, '.git', 'hooks', 'pre-push'), `${LFS}git lfs pre-push "$@"\n`);
    expect(await say()).toEqual({ digest: before.digest, rows: [] });
    writeFileSync(join(model, '.git', 'config'), '[core]\n\tfsmonitor = "true x"\n');
    writeFileSync(join(model, '.git', 'hooks', 'post-checkout'), '#!/bin/sh\ntrue\n');
    const { digest, rows } = await say();
    expect(digest).toEqual(before.digest);
    expect(rows).toEqual(
      expect.arrayContaining([
        '.git/config remote-code/runs-in-place',
        '.git/hooks/post-checkout remote-code/runs-in-place',
      ]),
    );
  });
});
