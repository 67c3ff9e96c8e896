import type { GuardAction, GuardFinding } from '../domain/guard.ts';
import { createRelease, type Replace } from './release.ts';
import { createScanner, type Settled } from './scanner.ts';
import { type GuardTable, rankOf } from './table.ts';

/** What a push lets out. */
export interface Released {
  /** May go on, changed where the policy says so. */
  readonly text: string;
  /** Those that were not told before. */
  readonly findings: readonly GuardFinding[];
  /** The strongest of the message so far. */
  readonly action: GuardAction;
  /** Set from the moment on that nothing more is let out, with what the caller may be told. */
  readonly stopped: { readonly finding: GuardFinding; readonly message: string } | null;
}

/** One message, as it comes. */
export interface GuardStream {
  push(delta: string): Released;
  /** The message is complete. */
  end(): Released;
}

export const HELD_TYPE = 'guard/held-too-long';

export function createStream(table: GuardTable, replace: Replace): GuardStream {
  const scanner = createScanner(table);
  const release = createRelease(replace);
  let action: GuardAction = 'allow';

  const letOut = ({ findings, until }: Settled): Released => {
    const text = release.upTo(until, findings);
    for (const finding of findings) if (rankOf(finding.action) > rankOf(action)) action = finding.action;
    const stopped = release.stopped;
    return {
      text,
      findings,
      action,
      stopped: stopped === null ? null : { finding: stopped, message: messageOf(table, stopped) },
    };
  };

  return {
    push: (delta) => {
      release.add(delta);
      return letOut(scanner.advance(delta));
    },
    end: () => letOut(scanner.finish()),
  };
}

function messageOf({ policy }: GuardTable, { rule }: GuardFinding): string {
  return policy.rules.find(({ id }) => id === rule)?.message ?? policy.message;
}
