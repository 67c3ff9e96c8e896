import type { HouseKind, HousePolicy } from '../../domain/house-policy.ts';
import type { Digest } from '../../kernel/digest.ts';
import type { Page, PageWanted } from './page.ts';

export interface HousePolicyBook {
  /** False where this name has this version already, or something says the same. */
  put(policy: HousePolicy): Promise<boolean>;
  byDigest(digest: Digest): Promise<HousePolicy | null>;
  /** The one that was put last and was not withdrawn; of any name where none is said. */
  newest(kind: HouseKind, name: string | null): Promise<HousePolicy | null>;
  /** Newest first, whatever became of them. */
  list(wanted: PageWanted & { readonly kind?: HouseKind | undefined }): Promise<Page<HousePolicy>>;
  /** False when it was withdrawn before. */
  withdraw(digest: Digest, withdrawn: NonNullable<HousePolicy['withdrawn']>): Promise<boolean>;
  /** Days before a due day that the most anxious of the policies reminds; 0 where there is none. */
  longestReminder(): Promise<number>;
}
