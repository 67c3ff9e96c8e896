import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type GitFolder, headCommit, readObject, tagsOf } from '../../attest/git/objects.ts';
import { authorOf, gitSignatureOf, tagTarget } from '../../attest/git/signed-object.ts';
import { type Evidence, evidenceOf } from '../../domain/evidence.ts';
import { assertWithin, MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import type { Collector } from '../../ports/collector.ts';
import type { Keys } from '../../ports/keys.ts';

/** Tags that are told of; a release has one or two. */
const TOLD = 10;

/**
 * The signatures of the commit that is checked out and of tags on it, where the model is a git checkout. Objects are read
 * from their files; git is not run, so that no hook and no setting of the checkout is either.
 */
export function createGitCollector(keys: Pick<Keys, 'signers'>): Collector {
  return {
    id: 'git-signatures',
    brings: ['git-signature'],
    collect: async ({ artifact, model, now, signal }) => {
      const checkout = artifact.files.some(({ path, kind }) => path === '.git' && kind === 'git-folder');
      if (!checkout || model.localPath === null) return [];
      const git = gitFolder(model.localPath('.git'), signal);
      const { keys: trusted } = await keys.signers();
      const evidence: Evidence[] = [];
      const say = (body: Json): void => void evidence.push(evidenceOf('git-signature', 'git-signatures', now, body));
      try {
        const head = await headCommit(git);
        const commit = head === null ? null : await readObject(git, head);
        if (head === null || commit?.type !== 'commit') return [];
        say({
          object: 'commit',
          id: head,
          name: null,
          author: authorOf(commit),
          signature: { ...gitSignatureOf(commit, trusted) },
        });
        for (const [name, id] of await tagsOf(git)) {
          if (evidence.length > TOLD) break;
          const tag = await readObject(git, id);
          if (tag?.type !== 'tag' || tagTarget(tag.body) !== head) continue;
          say({ object: 'tag', id, name, author: authorOf(tag), signature: { ...gitSignatureOf(tag, trusted) } });
        }
      } catch (error) {
        if (!(error instanceof MalformedError)) throw error;
        say({
          object: 'repository',
          id: null,
          name: null,
          author: '',
          signature: { kind: 'unreadable', why: error.message },
        });
      }
      return evidence;
    },
  };
}

/** Regular files alone, and no link at the end or on the way. */
export function gitFolder(root: string, signal: AbortSignal): GitFolder {
  return {
    list: async (path) => ((await isPlain(root, path, 'folder')) ? readdir(join(root, path)) : []),
    open: async (path) => {
      signal.throwIfAborted();
      if (!(await isPlain(root, path, 'file'))) return null;
      const handle = await open(
        join(root, path),
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      ).catch(() => null);
      if (handle === null) return null;
      const { size } = await handle.stat();
      return {
        size,
        read: async (offset, length) => {
          assertWithin(size, offset, length);
          const bytes = Buffer.alloc(length);
          const { bytesRead } = await handle.read(bytes, 0, length, offset);
          if (bytesRead < length) throw new MalformedError(`${path} became shorter`, offset);
          return bytes;
        },
        close: () => handle.close(),
      };
    },
  };
}

async function isPlain(root: string, path: string, what: 'file' | 'folder'): Promise<boolean> {
  const parts = path.split('/');
  if (parts.includes('..')) return false;
  for (let depth = 1; depth <= parts.length; depth++) {
    const found = await lstat(join(root, ...parts.slice(0, depth))).catch(() => null);
    const wanted = depth < parts.length || what === 'folder' ? found?.isDirectory() : found?.isFile();
    if (wanted !== true) return false;
  }
  return true;
}
