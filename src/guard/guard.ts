import type { GuardAction, GuardContext, GuardFinding, GuardPolicy, GuardRule } from '../domain/guard.ts';
import type { LinearPattern } from '../text/re2.ts';
import { createAllowances } from './allowances.ts';
import { defaultPolicy } from './default-policy.ts';
import type { Detector } from './detector.ts';
import { DETECTORS } from './detectors/table.ts';
import { createTermsDetector } from './detectors/terms/detector.ts';
import { createPatternsDetector } from './detectors/terms/patterns.ts';
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
  /** Whether a rule's condition holds in a context; without it, every one does. */
  readonly holds?: (rule: GuardRule, context: GuardContext) => boolean;
  /** Needed when the policy has patterns. */
  readonly compilePattern?: (pattern: string) => LinearPattern;
  readonly clock: () => number;
}

export function createGuard(parts: GuardParts): Guard {
  const { policy = defaultPolicy(DETECTORS), compilePattern = noPatterns, holds = () => true, clock } = parts;
  const detectors = [...(parts.detectors ?? DETECTORS), ...termsOf(policy, compilePattern)];
  const isAllowed = createAllowances(policy.allow, compilePattern);
  const tables = new Map<string, GuardTable>();
  const tableFor = (context: GuardContext): GuardTable => {
    const { origin, channel = '', team = '', key = '', region = '' } = context;
    const id = JSON.stringify([origin, channel, team, key, region]);
    const known = tables.get(id);
    if (known !== undefined) return known;
    if (tables.size >= MOST_TABLES) tables.clear();
    const table = createTable({ policy, detectors, context, isAllowed, clock, holds: (rule) => holds(rule, context) });
    tables.set(id, table);
    return table;
  };
  const open = (context: GuardContext) => createStream(tableFor(context), replaced);
  return { policy, open, check: (text, context) => checked(open(context), text) };
}

/** Contexts that are kept compiled: more would be names that a caller makes up. */
const MOST_TABLES = 256;

function noPatterns(): never {
  throw new TypeError('the policy has patterns, and nothing to compile them with was given');
}

function termsOf({ terms }: GuardPolicy, compile: (pattern: string) => LinearPattern): readonly Detector[] {
  const words = terms.filter(({ words }) => words.length > 0);
  const patterns = terms.filter(({ patterns }) => patterns.length > 0);
  return [
    ...(words.length === 0 ? [] : [createTermsDetector(words)]),
    ...(patterns.length === 0 ? [] : [createPatternsDetector(patterns, compile)]),
  ];
}

function checked(stream: GuardStream, text: string): GuardAnswer {
  const first = stream.push(text);
  const { action, stopped, ...last } = stream.end();
  const findings = [...first.findings, ...last.findings];
  return {
    action,
    stopped,
    findings: findings.sort((a, b) => a.start - b.start || a.end - b.end),
    text: first.text + last.text,
  };
}
