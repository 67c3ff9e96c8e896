import type { HouseKind, HouseLoosening, HousePolicy } from '../../domain/house-policy.ts';
import type { Digest } from '../../kernel/digest.ts';
import type { Page, PageWanted } from './page.ts';

export interface HousePolicyBook {
  /** Until the transaction ends, nobody else changes what is in force. */
  lock(): Promise<void>;
  /** False where this name has this version already, or something says the same. */
  put(policy: HousePolicy): Promise<boolean>;
  byDigest(digest: Digest): Promise<HousePolicy | null>;
  /** The one that was put last, was not withdrawn and does not wait to be in force; of any name where none is said. */
  newest(kind: HouseKind, name: string | null, besides?: Digest): Promise<HousePolicy | null>;
  /** The one of which something waits for a second person; of any name where none is said. */
  waiting(kind: HouseKind, name: string | null): Promise<HousePolicy | null>;
  byLoosening(id: string): Promise<HousePolicy | null>;
  wait(policy: Pick<HousePolicy, 'digest' | 'kind'>, waits: HouseLoosening): Promise<void>;
  /** Nothing waits under this id any more. */
  settle(loosening: string): Promise<void>;
  /** Newest first, whatever became of them. */
  list(wanted: PageWanted & { readonly kind?: HouseKind | undefined }): Promise<Page<HousePolicy>>;
  /** False when it was withdrawn before. */
  withdraw(digest: Digest, withdrawn: NonNullable<HousePolicy['withdrawn']>): Promise<boolean>;
  /** Days before a due day that the most anxious of the policies reminds; 0 where there is none. */
  longestReminder(): Promise<number>;
}
