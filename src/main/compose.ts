import { join } from 'node:path';
import { createAdvisoryFolder } from '../adapters/advisories/index-folder.ts';
import { createOsvFeed } from '../adapters/advisories/osv-feed.ts';
import { createAdvisoryCollector } from '../adapters/collectors/advisories.ts';
import { createExternalEvidenceCollector } from '../adapters/collectors/external-evidence.ts';
import { createGitCollector } from '../adapters/collectors/git-signatures.ts';
import { createSignatureCollector } from '../adapters/collectors/model-signatures.ts';
import { detonationCollector } from '../adapters/detonation/collector.ts';
import { pathWithin, readOwnText } from '../adapters/files/own-files.ts';
import { writeChunks, writeWhole } from '../adapters/files/write-whole.ts';
import { createWorkerHasher } from '../adapters/hashing/worker-hasher.ts';
import { createWorkerIsolation } from '../adapters/isolation/worker-isolation.ts';
import { createKeyFolder } from '../adapters/signers/key-folder.ts';
import { createDirectorySource } from '../adapters/sources/directory.ts';
import { createHttpsFileSource } from '../adapters/sources/https-file.ts';
import { createHubSource } from '../adapters/sources/hub.ts';
import { createBaseFolder } from '../adapters/store/base-folder.ts';
import { createDossierFolder } from '../adapters/store/dossier-folder.ts';
import { FILE_ANALYZERS } from '../analyzers/file-table.ts';
import { createApp } from '../app/app.ts';
import { createLineageCollector } from '../app/lineage/collector.ts';
import type { Weighbridge } from '../contract/weighbridge.ts';
import { FORMATS } from '../formats/table.ts';
import type { Clock } from '../ports/clock.ts';
import type { Config } from './config.ts';
import { VERSION } from './version.ts';

/** Where the code of the threads lies, beside the bundle; a test bundles its own. */
export interface ThreadCode {
  readonly hash: URL;
  readonly policyCondition: URL;
  readonly readFile: URL;
}

/** The only place where all parts meet. */
export function compose(config: Config, threads: ThreadCode, clock: Clock = SYSTEM_CLOCK): Weighbridge {
  const token = config.hub.token?.reveal() ?? null;
  const { endpoint, trustedHosts } = config.hub;
  const bases = createBaseFolder(join(config.dataFolder, 'bases'));
  const keys = createKeyFolder(join(config.settingsFolder, 'keys'));
  const advisories = createAdvisoryFolder(join(config.dataFolder, 'advisories'));
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
    collectors: [
      createSignatureCollector(keys),
      createGitCollector(keys),
      createExternalEvidenceCollector(keys),
      createLineageCollector(bases, clock),
      createAdvisoryCollector(advisories, config.advisories.days),
      detonationCollector,
    ],
    hasher: createWorkerHasher(threads.hash),
    isolation: createWorkerIsolation({
      entries: { 'policy-condition': threads.policyCondition, 'read-file': threads.readFile },
    }),
    bases,
    store: createDossierFolder(join(config.dataFolder, 'dossiers')),
    keys,
    advisories,
    feed: createOsvFeed({
      endpoint: config.advisories.endpoint,
      trustedHosts,
      folder: join(config.dataFolder, 'advisories', 'incoming'),
    }),
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

const SYSTEM_CLOCK: Clock = { now: () => new Date(), monotonic: () => performance.now() };
