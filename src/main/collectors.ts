import { createAdvisoryCollector } from '../adapters/collectors/advisories.ts';
import { createEvaluatorCollector } from '../adapters/collectors/evaluators.ts';
import { createExternalEvidenceCollector } from '../adapters/collectors/external-evidence.ts';
import { createGitCollector } from '../adapters/collectors/git-signatures.ts';
import { createModelAdvisoryCollector } from '../adapters/collectors/model-advisories.ts';
import { createSignatureCollector } from '../adapters/collectors/model-signatures.ts';
import { otherToolsCollector } from '../adapters/collectors/other-tools.ts';
import { createVexCollector } from '../adapters/collectors/vex.ts';
import { detonationCollector } from '../adapters/detonation/collector.ts';
import { createHubDatasets } from '../adapters/sources/hub-datasets.ts';
import type { HubOptions } from '../adapters/sources/hub-options.ts';
import { createDataCardCollector } from '../app/data-cards.ts';
import { createLineageCollector } from '../app/lineage/collector.ts';
import type { AdvisoryIndex } from '../ports/advisory-index.ts';
import type { BaseRegistry } from '../ports/base-registry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Collector } from '../ports/collector.ts';
import type { Keys } from '../ports/keys.ts';
import type { ModelFeeds } from '../ports/model-feeds.ts';
import type { VexStore } from '../ports/vex-store.ts';

interface CollectorParts {
  readonly keys: Keys;
  readonly bases: BaseRegistry;
  readonly advisories: AdvisoryIndex;
  readonly feeds: ModelFeeds;
  readonly vex: VexStore;
  /** After so many days an index of advisories is stale. */
  readonly days: number;
  readonly clock: Clock;
  readonly hub: HubOptions;
}

/** Every collector, in the order in which they are asked. Apart from `compose`, so that only a vetting loads them. */
export function collectorsOf({
  keys,
  bases,
  advisories,
  feeds,
  vex,
  days,
  clock,
  hub,
}: CollectorParts): readonly Collector[] {
  return [
    createSignatureCollector(keys),
    createGitCollector(keys),
    createExternalEvidenceCollector(keys),
    otherToolsCollector,
    createEvaluatorCollector(keys),
    createLineageCollector(bases, clock),
    createDataCardCollector(createHubDatasets(hub)),
    createAdvisoryCollector(advisories, days),
    createModelAdvisoryCollector(feeds),
    createVexCollector(vex),
    detonationCollector,
  ];
}
