import type { GuardAction, GuardContext, GuardFinding, GuardPolicy } from '../domain/guard.ts';
import { defaultPolicy } from './default-policy.ts';
import type { Detector } from './detector.ts';
import { DETECTORS } from './detectors/table.ts';
import { replaced } from './replace.ts';
import { createStream, type GuardStream, type Released } from './stream.ts';
import { createTable, type GuardTable } from './table.ts';

/** What is said of a whole message. */
export interface GuardAnswer {
  readonly action: GuardAction;
  readonly findings: readonly GuardFinding[];
  /** What may go on. */
  readonly text: string;
  readonly stopped: Released['stopped'];
}

export interface Guard {
  readonly policy: GuardPolicy;
  /** Opens a message. */
  open(context: GuardContext): GuardStream;
  /** A message that is there already. */
  check(text: string, context: GuardContext): GuardAnswer;
}

export interface GuardParts {
  readonly policy?: GuardPolicy;
  readonly detectors?: readonly Detector[];
  /** Whether a rule's condition holds in a context. */
  readonly holds?: (when: string, context: GuardContext) => boolean;
  readonly clock: () => number;
}

export function createGuard({
  policy = defaultPolicy(DETECTORS),
  detectors = DETECTORS,
  holds = () => true,
  clock,
}: GuardParts): Guard {
  const tables = new Map<string, GuardTable>();
  const tableFor = (context: GuardContext): GuardTable => {
    const { origin, channel = '', team = '', key = '', region = '' } = context;
    const id = JSON.stringify([origin, channel, team, key, region]);
    const known = tables.get(id);
    if (known !== undefined) return known;
    if (tables.size >= MOST_TABLES) tables.clear();
    const table = createTable({ policy, detectors, context, clock, holds: (when) => holds(when, context) });
    tables.set(id, table);
    return table;
  };
  const open = (context: GuardContext) => createStream(tableFor(context), replaced);
  return {
    policy,
    open,
    check: (text, context) => {
      const stream = open(context);
      const first = stream.push(text);
      const last = stream.end();
      return {
        action: last.action,
        findings: [...first.findings, ...last.findings].sort((a, b) => a.start - b.start || a.end - b.end),
        text: first.text + last.text,
        stopped: last.stopped,
      };
    },
  };
}

/** Contexts that are kept compiled: more would be names that a caller makes up. */
const MOST_TABLES = 1024;
