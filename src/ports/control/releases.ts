import type { Channel } from '../../domain/channel.ts';
import type { Release, StandingRelease } from '../../domain/release.ts';
import type { Digest } from '../../kernel/digest.ts';
import type { Page, PageWanted } from './page.ts';

export interface ReleaseBook {
  /** False when there is one of that name. */
  openChannel(channel: Channel): Promise<boolean>;
  channels(): Promise<readonly Channel[]>;
  /** Locked against other writers until the transaction ends. */
  channel(name: string): Promise<Channel | null>;
  /** Tells every gateway that listens, once the transaction has ended; all that changes what may serve does. */
  changeChannel(channel: Channel): Promise<void>;
  add(release: Release): Promise<void>;
  /** A channel's, newest first. */
  of(channel: string): Promise<readonly StandingRelease[]>;
  byId(id: string): Promise<StandingRelease | null>;
  page(channel: string, wanted: PageWanted): Promise<Page<StandingRelease>>;
  /** Until the transaction ends: what is released to outsiders shares it, whoever takes something back from them has it alone. */
  lockOutside(how: 'shared' | 'alone'): Promise<void>;
  /** Those that rest on one decision, newest first. */
  restingOn(request: string): Promise<readonly StandingRelease[]>;
  /** False when it was withdrawn before. */
  withdraw(release: string, by: string, reason: string, at: Date): Promise<boolean>;
  /** False when it was revoked before. */
  revoke(request: string, by: string, reason: string, at: Date, about: 'model' | 'signature'): Promise<boolean>;
  /** Decisions that were taken back because of their model. */
  condemned(): Promise<readonly { readonly request: string; readonly envelope: string; readonly at: string }[]>;
  /** Requests but this one whose releases have this manifest, and whose decision stands. */
  othersOn(manifest: Digest, request: string): Promise<readonly string[]>;
  revokedAt(request: string): Promise<string | null>;
}
