import type { BaselineVoice, Contribution, Family, FamilyVersion } from '../../domain/family.ts';
import type { Page, PageWanted } from './page.ts';

export interface FamilyBook {
  /** False when there is one of that name. */
  open(family: Family): Promise<boolean>;
  list(wanted: PageWanted): Promise<Page<Family>>;
  /** Locked against other writers until the transaction ends. */
  byName(name: string): Promise<Family | null>;
  /** Its owner, its policy for contributions, its baseline. */
  change(family: Family): Promise<void>;
  /** False when the family has a version of that name, or one that rests on that request. */
  addVersion(version: FamilyVersion): Promise<boolean>;
  version(family: string, version: string): Promise<FamilyVersion | null>;
  /** The version that rests on a request. */
  versionOn(family: string, request: string): Promise<FamilyVersion | null>;
  /** In whatever families: the versions that rest on a request. */
  versionsOn(request: string): Promise<readonly FamilyVersion[]>;
  /** Requests by which a version was forked, or a fork of it was proposed. */
  forksOf(family: string, version: string): Promise<readonly string[]>;
  versions(family: string, wanted: PageWanted): Promise<Page<FamilyVersion>>;
  speak(family: string, voice: BaselineVoice): Promise<void>;
  /** Oldest first. */
  voices(family: string): Promise<readonly BaselineVoice[]>;
  propose(contribution: Contribution): Promise<void>;
  contribution(request: string): Promise<Contribution | null>;
  contributions(family: string, wanted: PageWanted): Promise<Page<Contribution>>;
}
