import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathWithin, readOwnText } from '../adapters/files/own-files.ts';
import { writeChunks, writeWhole } from '../adapters/files/write-whole.ts';
import { createWorkerHasher } from '../adapters/hashing/worker-hasher.ts';
import { createWorkerIsolation } from '../adapters/isolation/worker-isolation.ts';
import { passed, workedLately } from '../adapters/process/worked.ts';
import { createDirectorySource } from '../adapters/sources/directory.ts';
import { createHttpsFileSource } from '../adapters/sources/https-file.ts';
import { createHubSource } from '../adapters/sources/hub.ts';
import { FILE_ANALYZERS } from '../analyzers/file-table.ts';
import { createApp } from '../app/app.ts';
import type { NamedText } from '../contract/caller.ts';
import type { Weighbridge } from '../contract/weighbridge.ts';
import { FORMATS } from '../formats/table.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { AdvisoryFeed } from '../ports/advisory-feed.ts';
import type { Clock } from '../ports/clock.ts';
import type { Isolation } from '../ports/isolation.ts';
import type { StallWatch } from '../ports/stall-watch.ts';
import type { Config } from './config.ts';
import { kmsOf } from './kms.ts';
import { lazily } from './lazily.ts';
import { VERSION } from './version.ts';

/** Where the code of the threads lies, beside the bundle. */
export interface ThreadCode {
  readonly hash: URL;
  readonly policyCondition: URL;
  readonly readFile: URL;
  /** Whether this process does nothing else meanwhile, and answers nobody. */
  readonly alone?: boolean;
}

/**
 * The only place where all parts meet. `isolation`: threads that another of these started, where there are several; `stalls`:
 * who reads in a main thread has it watched.
 */
export function compose(
  config: Config,
  threads: ThreadCode,
  clock: Clock = SYSTEM_CLOCK,
  isolation: Isolation = isolationIn(threads),
  stalls?: StallWatch,
): Weighbridge {
  const token = config.hub.token?.reveal() ?? null;
  const { endpoint, trustedHosts } = config.hub;
  const bases = lazily(async () =>
    (await import('../adapters/store/base-folder.ts')).createBaseFolder(join(config.dataFolder, 'bases')),
  );
  const keys = lazily(async () =>
    (await import('../adapters/signers/key-folder.ts')).createKeyFolder(
      join(config.settingsFolder, 'keys'),
      kmsOf(config),
    ),
  );
  const advisories = lazily(async () =>
    (await import('../adapters/advisories/index-folder.ts')).createAdvisoryFolder(
      join(config.dataFolder, 'advisories'),
    ),
  );
  const feeds = lazily(async () =>
    (await import('../adapters/advisories/feed-folder.ts')).createFeedFolder(
      join(config.dataFolder, 'model-advisories'),
    ),
  );
  const vex = lazily(async () =>
    (await import('../adapters/advisories/vex-folder.ts')).createVexFolder(join(config.dataFolder, 'vex')),
  );
  const feed = lazily<Omit<AdvisoryFeed, 'name'>>(async () =>
    (await import('../adapters/advisories/osv-feed.ts')).createOsvFeed({
      endpoint: config.advisories.endpoint,
      trustedHosts,
      folder: join(config.dataFolder, 'advisories', 'incoming'),
    }),
  );
  return createApp({
    version: VERSION,
    formats: FORMATS,
    fileAnalyzers: FILE_ANALYZERS,
    allAnalyzers: async () => (await import('../analyzers/table.ts')).ANALYZERS,
    sources: [
      createHubSource({ endpoint, token, trustedHosts, clock }),
      createHttpsFileSource({ trustedHosts }),
      createDirectorySource(),
    ],
    allCollectors: async () =>
      (await import('./collectors.ts')).collectorsOf({
        keys,
        bases,
        advisories,
        feeds,
        vex,
        days: config.advisories.days,
        clock,
        hub: { endpoint, token, trustedHosts, clock },
      }),
    hasher: createWorkerHasher(threads.hash, threads.alone),
    isolation,
    ...(stalls && { stalls }),
    bases,
    store: lazily(async () =>
      (await import('../adapters/store/dossier-folder.ts')).createDossierFolder(join(config.dataFolder, 'dossiers')),
    ),
    keys,
    advisories,
    feeds,
    vex,
    feed: {
      name: config.advisories.endpoint,
      changes: (...call) => feed.changes(...call),
      record: (...call) => feed.record(...call),
      archive: (...call) => feed.archive(...call),
    },
    ownLicences: () => ownText(join(config.settingsFolder, 'licences.json')),
    files: {
      readText: readOwnText,
      write: (path, content) => writeWhole(path, content),
      writeChunks,
      pathWithin,
      download: async (model, folder, options) => {
        const { downloadCopy } = await import('../adapters/sources/download-copy.ts');
        return downloadCopy(model, folder, options);
      },
    },
    clock,
  });
}

/** Starts no thread before it is asked something. */
export function isolationIn({ policyCondition, readFile }: ThreadCode): Isolation {
  return createWorkerIsolation({ entries: { 'policy-condition': policyCondition, 'read-file': readFile } });
}

async function ownText(path: string): Promise<NamedText | null> {
  return existsSync(path) ? { name: path, text: await readOwnText(path, LIMITS.ownLicences) } : null;
}

export const SYSTEM_CLOCK: Clock = { now: () => new Date(), monotonic: passed, worked: workedLately };
