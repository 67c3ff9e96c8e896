import { createHash } from 'node:crypto';
import type { Origin } from '../domain/guard.ts';
import type { UnitDetector } from './detector.ts';
import type { GuardTable } from './table.ts';

/** What is thought of a whole message. */
export interface Opinion {
  /** From 0, for nothing to say, to 1. */
  readonly score: number;
  /** Fit to be shown. */
  readonly detail?: string;
}

/** Somebody who is asked about whole messages, and takes time to answer: a judge, a classifier. */
export interface Adviser {
  readonly detector: 'judges' | 'classifiers';
  readonly type: string;
  readonly title: string;
  readonly origins: readonly Origin[];
  /** Ends by itself, whatever happens. Rejects when there is no answer. */
  ask(text: string): Promise<Opinion>;
}

/** An adviser's answer; an error when there is none. */
export interface Advice {
  readonly adviser: Adviser;
  readonly opinion: Opinion | Error;
}

/** Those that the policy wants to hear about such a message. */
export function askedFor(table: GuardTable, advisers: readonly Adviser[]): readonly Adviser[] {
  return advisers.filter((adviser) => table.enforce(detectorOf({ adviser, opinion: UNASKED })).length > 0);
}

/** The table for a message of which this is thought. The message is there already: however long, it is held. */
export function advised(table: GuardTable, advice: readonly Advice[]): GuardTable {
  if (advice.length === 0) return table;
  const hold = { ...table.policy.hold, characters: Number.MAX_SAFE_INTEGER };
  return {
    ...table,
    policy: { ...table.policy, hold },
    units: [...table.units, ...advice.flatMap((one) => table.enforce(detectorOf(one)))],
  };
}

/**
 * The same adviser, who keeps in mind what they said of so many texts last: callers of a model send what was said before again
 * with every call. Of a text only its hash is kept; no answer is not kept at all.
 */
export function remembering(adviser: Adviser, most: number): Adviser {
  const opinions = new Map<string, Opinion>();
  return {
    ...adviser,
    ask: async (text) => {
      const id = createHash('sha256').update(text).digest('base64');
      const known = opinions.get(id);
      const opinion = known ?? (await adviser.ask(text));
      opinions.delete(id);
      opinions.set(id, opinion);
      const [oldest] = opinions.keys();
      if (opinions.size > most && oldest !== undefined) opinions.delete(oldest);
      return opinion;
    },
  };
}

export async function adviceOf(advisers: readonly Adviser[], text: string): Promise<readonly Advice[]> {
  return Promise.all(
    advisers.map(async (adviser) => {
      try {
        return { adviser, opinion: await adviser.ask(text) };
      } catch (error) {
        return { adviser, opinion: error instanceof Error ? error : new NoAnswer('it gave no answer') };
      }
    }),
  );
}

/** Where nobody waits for advisers, a message that needs them is not one that they had nothing against. */
export function unasked(table: GuardTable, advisers: readonly Adviser[]): readonly Advice[] {
  return askedFor(table, advisers).map((adviser) => ({ adviser, opinion: UNASKED }));
}

/** Its name is what the finding tells. */
export class NoAnswer extends Error {
  constructor(why: string) {
    super(why);
    this.name = why;
  }
}

const UNASKED = new NoAnswer('nobody waited for its answer');

/** Says at the message's end what the adviser thinks; breaks as a detector breaks where there is no answer. */
function detectorOf({ adviser: { detector, type, title, origins }, opinion }: Advice): UnitDetector {
  return {
    kind: 'unit',
    id: detector,
    title,
    types: [{ type, title }],
    origins,
    unit: 'sentence',
    judgesWhole: true,
    defaults: [],
    examples: { fires: () => [], quiet: () => [] },
    open: () => ({
      see: () => [],
      end: () => {
        if (opinion instanceof Error) throw new NoAnswer(`${type}: ${opinion.name}`);
        return opinion.score > 0 ? [{ type, ...opinion }] : [];
      },
    }),
  };
}
