import type { Advisory, IndexedEcosystem, PackageName } from '../domain/advisory.ts';
import type { Ecosystem } from '../domain/dependency.ts';
import type { TouchKey } from '../domain/touch.ts';

/** Advisories on this machine, found by package. Throws `advisories-damaged` when what lies there was not written by us. */
export interface AdvisoryIndex {
  /** Empty when there is none. */
  state(): Promise<readonly IndexedEcosystem[]>;
  /** Touches only what is asked for. Packages of ecosystems that are not indexed bring nothing: ask `state`. */
  lookUp(packages: readonly PackageName[]): Promise<readonly Advisory[]>;
  /** By its id, or by one that it is also known under. */
  byId(id: string): Promise<readonly Advisory[]>;
  /** Replaces an ecosystem whole, or adds to it and replaces by id; readers see the old or the new, never half. */
  write(update: IndexUpdate): Promise<IndexedEcosystem>;
  /** What changed since `settle`; `all` when an ecosystem was replaced. */
  changed(): Promise<Changed>;
  /** Adds to what `changed` tells: news from elsewhere. */
  tell(keys: readonly TouchKey[]): Promise<void>;
  /** What `changed` told was dealt with; what changed in the meantime stays. */
  settle(changed: Changed): Promise<void>;
}

export interface Changed {
  readonly all: boolean;
  readonly keys: readonly TouchKey[];
  /** Characters of the log that this tells of. */
  readonly upTo: number;
}

export interface IndexUpdate {
  readonly ecosystem: Ecosystem;
  readonly advisories: readonly Advisory[];
  readonly whole: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly newest: string;
  readonly source: string;
}
