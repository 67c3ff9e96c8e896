import type { GuardAction, GuardFinding } from '../domain/guard.ts';
import { LIMITS } from '../kernel/limits.ts';
import { createUtf8Reader } from '../text/utf8.ts';
import { assertDelta, assertText, endedAlready } from './asked-well.ts';
import { boundLooks, type Within } from './deadline.ts';
import { createRelease, type Replace } from './release.ts';
import { BROKEN_TEXT, createScanner, HELD_TOO_LONG, type Settled } from './scanner.ts';
import { type GuardTable, rankOf } from './table.ts';

/** What a push lets out. */
export interface Released {
  /** May go on, changed where the policy says so. */
  readonly text: string;
  /** Those that were not told before. */
  readonly findings: readonly GuardFinding[];
  /** The strongest of the message so far. */
  readonly action: GuardAction;
  /** Findings of the message so far that are not listed, since there are too many. They were acted upon. */
  readonly unlisted: number;
  /** Set from the moment on that nothing more is let out, with what the caller may be told. */
  readonly stopped: { readonly finding: GuardFinding; readonly message: string } | null;
}

/** One message, as it comes. Throws `call-invalid` for what is neither text nor bytes, and for what comes after its end. */
export interface GuardStream {
  /** Bytes are UTF-8, and may end within a character. */
  push(delta: string | Uint8Array): Released;
  /** Characters that came and may not go on yet. */
  held(): number;
  /** What is held has waited too long: it is judged as the policy has it for what cannot be known. */
  expire(): Released;
  /** The message is complete, with this at its end. */
  end(delta?: string): Released;
}

export function createStream(table: GuardTable, replace: Replace, within: Within): GuardStream {
  const scanner = boundLooks(createScanner(table), table, within);
  const release = createRelease(replace);
  const utf8 = createUtf8Reader();
  let action: GuardAction = 'allow';
  let [listed, unlisted] = [0, 0];
  let ended = false;

  const list = (findings: readonly GuardFinding[]): readonly GuardFinding[] => {
    if (findings.length === 0) return findings;
    const few = findings.slice(0, LIMITS.guardFindings - listed);
    listed += few.length;
    unlisted += findings.length - few.length;
    return few;
  };

  const letOut = ({ findings, until }: Settled): Released => {
    const text = release.upTo(until, findings);
    for (const finding of findings) {
      if (finding.action !== 'note' && rankOf(finding.action) > rankOf(action)) action = finding.action;
    }
    const by = release.stopped();
    const stopped = by === null ? null : { finding: by, message: messageOf(table, by) };
    return { text, findings: list(findings), unlisted, action, stopped };
  };

  return {
    held: () => scanner.held(),
    push: (delta) => {
      if (ended) throw endedAlready();
      assertDelta(delta);
      const text = typeof delta === 'string' ? delta : utf8.read(delta);
      if (text === null) return letOut(scanner.giveUp(BROKEN_TEXT));
      release.add(text);
      return letOut(scanner.advance(text));
    },
    expire: () => letOut(scanner.giveUp(HELD_TOO_LONG)),
    end: (delta = '') => {
      if (ended) throw endedAlready();
      assertText(delta);
      ended = true;
      if (utf8.end() === null) return letOut(scanner.giveUp(BROKEN_TEXT));
      release.add(delta);
      return letOut(scanner.finish(delta));
    },
  };
}

function messageOf({ policy }: GuardTable, { rule }: GuardFinding): string {
  return policy.rules.find(({ id }) => id === rule)?.message ?? policy.message;
}
