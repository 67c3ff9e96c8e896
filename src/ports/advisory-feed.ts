import type { Ecosystem } from '../domain/dependency.ts';
import type { Json } from '../kernel/json.ts';
import type { DownloadOptions } from './files.ts';
import type { OpenFile } from './source.ts';

/** A public collection of OSV records, laid out as OSV's own export: `<ecosystem>/all.zip`, `modified_id.csv`, `<id>.json`. */
export interface AdvisoryFeed {
  /** Its address, for people. */
  readonly name: string;
  /** What changed and when, oldest first. Throws WeighbridgeError. */
  changes(ecosystem: Ecosystem, since: string | null, signal: AbortSignal): Promise<readonly Change[]>;
  /** One record as it stands. */
  record(ecosystem: Ecosystem, id: string, signal: AbortSignal): Promise<Json>;
  /** The whole archive, fetched to this machine; goes on where an earlier call was cut off. `close` removes it. */
  archive(ecosystem: Ecosystem, options: DownloadOptions): Promise<OpenFile>;
}

export interface Change {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly modified: string;
}
