import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeed } from '../../advisories/models/feed.ts';
import { digestOfJson } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { FollowedFeed, ModelFeeds } from '../../ports/model-feeds.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Feeds as files, each with the digest of what it holds; their signatures were held against the user's keys as they came. */
export function createFeedFolder(folder: string): ModelFeeds {
  return {
    list: async () => {
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readOne(join(folder, name))));
    },
    keep: async (feed) => {
      const value = { ...feed, feed: { schemaVersion: '1.0', ...feed.feed } } as unknown as Json;
      await writeWhole(join(folder, `${feed.feed.name}.json`), JSON.stringify({ digest: digestOfJson(value), value }));
    },
  };
}

async function readOne(path: string): Promise<FollowedFeed> {
  const damaged = (cause?: unknown): WeighbridgeError => new WeighbridgeError('advisories-damaged', path, { cause });
  let kept: unknown;
  try {
    kept = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw damaged(cause);
  }
  if (!isJsonObject(kept) || !isJsonObject(kept.value) || digestOfJson(kept.value) !== kept.digest) throw damaged();
  const { keyId, source, feed } = kept.value;
  const parsed = parseFeed(feed);
  if (parsed.kind === 'broken' || typeof keyId !== 'string' || typeof source !== 'string') throw damaged();
  const { name, issuedAt, expiresAt, advisories } = parsed.value;
  return { feed: { name, issuedAt, expiresAt, advisories }, keyId, source };
}
