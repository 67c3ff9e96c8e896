import {
  GUARD_ACTIONS,
  type GuardAction,
  type GuardContext,
  type GuardPolicy,
  type GuardRule,
} from '../domain/guard.ts';
import type { Detector, SpanDetector, UnitDetector } from './detector.ts';
import { createGlance, type Glance } from './glance.ts';
import type { Stopwatch } from './stall.ts';
import { createTriggers, type Triggers } from './triggers.ts';

/** What one policy says for one context: which detectors look, and what is done about what they find. */
export interface GuardTable {
  readonly context: GuardContext;
  /** Span detectors that see the text as it stands, and those that see its canonical form. */
  readonly raw: readonly SpanDetector[];
  readonly canonical: readonly SpanDetector[];
  /** Of the latter, in their order, and how far the one that looks back furthest does. */
  readonly triggers: Triggers;
  readonly left: number;
  readonly units: readonly EnforcedUnit[];
  /** The same for a detector of one message alone; empty when no rule asks for what it finds. */
  enforce(detector: UnitDetector): readonly EnforcedUnit[];
  /** The last rule that matches. */
  ruleFor(detector: string, found: { readonly type: string; readonly score: number }): GuardRule | undefined;
  /** Whether the policy lets this text through although it was found. */
  isAllowed(type: string, text: string): boolean;
  readonly policy: GuardPolicy;
  readonly stopwatch: Stopwatch;
  readonly glance: Glance;
}

export interface EnforcedUnit {
  readonly detector: UnitDetector;
  /** Whether something it finds may change what is released, so that its units are held until it has spoken. */
  readonly holds: boolean;
}

export interface TableParts {
  readonly policy: GuardPolicy;
  readonly detectors: readonly Detector[];
  readonly context: GuardContext;
  /** Whether a rule's condition holds in the context. */
  readonly holds: (rule: GuardRule) => boolean;
  readonly isAllowed: GuardTable['isAllowed'];
  readonly stopwatch: Stopwatch;
}

/** Compiles the policy for one context: what no rule asks for is not looked for. */
export function createTable({ policy, detectors, context, holds, isAllowed, stopwatch }: TableParts): GuardTable {
  const rules = policy.rules.filter((rule) => includes(rule.origins, context.origin) && holds(rule));
  const wants = ({ id, types, origins, namedOnly }: Detector) =>
    origins.includes(context.origin) &&
    (namedOnly !== true || rules.some(({ detectors }) => detectors.includes(id))) &&
    types.some(({ type }) => isAsked(rules, id, type));
  const enforced = (detector: UnitDetector): EnforcedUnit => ({
    detector,
    holds: detector.types.some(({ type }) => matching(rules, detector.id, type).some(({ action }) => enforces(action))),
  });
  const asked = detectors.filter(wants);
  const spans = asked.filter((detector) => detector.kind === 'span').map((detector) => narrowed(detector, rules));
  const canonical = spans.filter(({ sees }) => sees === 'canonical');
  return {
    context,
    policy,
    stopwatch,
    glance: createGlance(),
    isAllowed,
    raw: spans.filter(({ sees }) => sees === 'raw'),
    canonical,
    triggers: createTriggers(canonical),
    left: Math.max(0, ...canonical.map(({ left }) => left)),
    units: asked.filter((detector) => detector.kind === 'unit').map(enforced),
    enforce: (detector) => (wants(detector) ? [enforced(detector)] : []),
    ruleFor: createLookup(rules, policy.thresholds),
  };
}

/** What no rule asks for need not be looked for. */
function narrowed(detector: SpanDetector, rules: readonly GuardRule[]): SpanDetector {
  if (detector.narrow === undefined) return detector;
  const types = detector.types.map(({ type }) => type).filter((type) => isAsked(rules, detector.id, type));
  return types.length === detector.types.length ? detector : detector.narrow(new Set(types));
}

function createLookup(rules: readonly GuardRule[], thresholds: GuardPolicy['thresholds']): GuardTable['ruleFor'] {
  const known = new Map<string, readonly GuardRule[]>();
  return (detector, { type, score }) => {
    const key = `${detector} ${type}`;
    let own = known.get(key);
    if (own === undefined) {
      own = matching(rules, detector, type).toReversed();
      known.set(key, own);
    }
    const least = Object.hasOwn(thresholds, type) ? (thresholds[type] ?? 0) : 0;
    return score < least ? undefined : own.find(({ threshold }) => score >= threshold);
  };
}

function isAsked(rules: readonly GuardRule[], detector: string, type: string): boolean {
  return matching(rules, detector, type).some(({ action }) => action !== 'allow');
}

/** The rules that speak of findings of this type, in order. */
export function matching(rules: readonly GuardRule[], detector: string, type: string): readonly GuardRule[] {
  return rules.filter(
    (rule) =>
      includes(rule.detectors, detector) && (rule.types.length === 0 || rule.types.some((one) => covers(one, type))),
  );
}

function includes(list: readonly string[], wanted: string): boolean {
  return list.length === 0 || list.includes(wanted);
}

/** Whether `secret/*`, or the type itself, names the type. */
export function covers(pattern: string, type: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

const RANK: ReadonlyMap<GuardAction, number> = new Map(GUARD_ACTIONS.map((action, at) => [action, at]));

export function rankOf(action: GuardAction): number {
  return RANK.get(action) ?? GUARD_ACTIONS.length;
}

/** Whether the action changes or stops what is released. */
export function enforces(action: GuardAction): boolean {
  return rankOf(action) > rankOf('flag');
}

export function strongest(actions: readonly GuardAction[]): GuardAction {
  return actions.reduce((worst, action) => (rankOf(action) > rankOf(worst) ? action : worst), 'allow');
}
