import type { Analyzer, AnyFileAnalyzer } from '../analyzers/analyzer.ts';
import type { NamedText } from '../contract/caller.ts';
import type { RulePack } from '../domain/rule-pack.ts';
import type { Format } from '../formats/format.ts';
import type { AdvisoryFeed } from '../ports/advisory-feed.ts';
import type { AdvisoryIndex } from '../ports/advisory-index.ts';
import type { BaseRegistry } from '../ports/base-registry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Collector } from '../ports/collector.ts';
import type { DossierStore } from '../ports/dossier-store.ts';
import type { Files } from '../ports/files.ts';
import type { Hasher } from '../ports/hasher.ts';
import type { Isolation } from '../ports/isolation.ts';
import type { Keys } from '../ports/keys.ts';
import type { ModelFeeds } from '../ports/model-feeds.ts';
import type { Source } from '../ports/source.ts';
import type { StallWatch } from '../ports/stall-watch.ts';
import type { VexStore } from '../ports/vex-store.ts';

/** What the application is made of; `main/compose.ts` brings the parts together. */
export interface Parts {
  readonly version: string;
  readonly formats: readonly Format[];
  readonly fileAnalyzers: readonly AnyFileAnalyzer[];
  /** Packs whose analyzers are among them, for the threads to make their own. */
  readonly packs?: readonly RulePack[];
  /** Those of files and of models; the latter are loaded when a model is vetted. */
  readonly allAnalyzers: () => Promise<readonly Analyzer[]>;
  /** Asked in order; the first that claims a reference resolves it. */
  readonly sources: readonly Source[];
  /** Asked in order, once a model was read; each sees what those before it brought. Loaded when a model is vetted. */
  readonly allCollectors: () => Promise<readonly Collector[]>;
  readonly hasher: Hasher;
  readonly isolation: Isolation;
  /** Without it, a file that hangs its reader in this thread hangs everything. */
  readonly stalls?: StallWatch;
  readonly store: DossierStore;
  /** Models that the user registered, to know them again. */
  readonly bases: BaseRegistry;
  readonly keys: Keys;
  readonly advisories: AdvisoryIndex;
  readonly feed: AdvisoryFeed;
  readonly feeds: ModelFeeds;
  readonly vex: VexStore;
  /** The user's own licence records, as they lie in their settings; null when there are none. */
  readonly ownLicences: () => Promise<NamedText | null>;
  readonly files: Files;
  readonly clock: Clock;
}
