import { LIMITS } from '../../kernel/limits.ts';
import { findHidden } from '../../text/hidden.ts';
import { carriedAway } from './addresses.ts';
import { alterationIn, formsOf, isThinned } from './altered.ts';
import { type Asked, follow, sentenceIn } from './branches.ts';
import { condition } from './conditions.ts';
import { forgedIn } from './forged.ts';
import { judge, type Scope } from './judge.ts';
import { doubles, ENDLESS_COUNT, roundsOf } from './lengths.ts';
import { segmentsOf, TemplateError } from './lexer.ts';
import { endlessMacros, unopenedIn } from './nesting.ts';
import type { Observation } from './observation.ts';
import { judgeText } from './orders.ts';
import { type Around, raisesUsers } from './roles.ts';
import { ALTERED, CARRIES_AWAY, CONDITIONAL, ENDLESS, FALSE_ROLE, HIDDEN, ORDER, UNPARSED } from './rules.ts';
import { scopeOf } from './scope.ts';
import { spokenIn } from './spoken.ts';
import { readSegment, type Step } from './statements.ts';

export interface TemplateFinding extends Observation {
  /** In the template, from 1. */
  readonly line: number;
}

/** All that is remarkable in a template, each operation once. Never throws, and never renders anything. */
export function judgeTemplate(template: string): readonly TemplateFinding[] {
  const found = new Map<string, TemplateFinding>();
  for (const finding of findingsIn(template)) {
    const key = `${finding.rule.id} ${finding.operation}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()];
}

function* findingsIn(template: string): Iterable<TemplateFinding> {
  for (const { kind, decoded, start } of findHidden(template)) {
    const spelt = decoded === null ? '' : `: '${decoded}'`;
    yield { rule: HIDDEN, operation: `hidden ${kind}${spelt}`, line: template.slice(0, start).split('\n').length };
  }
  for (const { index, 0: comment } of template.matchAll(COMMENT)) {
    const order = TO_REVIEWERS.exec(comment)?.[0];
    if (order !== undefined)
      yield {
        rule: HIDDEN,
        operation: `a comment to whoever reviews it: '${order.slice(0, LIMITS.quotation)}'`,
        line: template.slice(0, index).split('\n').length,
      };
  }
  try {
    yield* findingsOf(segmentsOf(template).map(readSegment));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield { rule: UNPARSED, operation: error.message, line: 1 };
  }
}

const COMMENT = /\{#[\s\S]{0,4000}?#\}/g;
/** Words in a comment, which no model is shown, to a program that reads the file: what it is to find. */
const TO_REVIEWERS =
  /\b(?:reviewers?|scanners?|auditors?|AIs?|LLMs?|assistants?|agents?|classifiers?)\b[^#]{0,80}\b(?:report no|no findings|do not (?:flag|report|warn)|(?:is|as) (?:safe|benign|clean|trusted)\b(?! to)|approve|skip (?:this|the|all) (?:check|scan|review)s?)\b/i;

function* findingsOf(steps: readonly Step[]): Iterable<TemplateFinding> {
  const scope = scopeOf(steps);
  const forms = formsOf(steps, scope);
  const asked: Asked[] = [];
  const flags = new Set<string>();
  const loops: number[] = [];
  const around: Around[] = [];
  let before = '';
  for (const [at, step] of steps.entries()) {
    const { line, text, expressions, conditions, observations } = step;
    follow(asked, step, scope, flags);
    const rounds = nested(loops, step, scope);
    if (rounds >= ENDLESS_COUNT) yield { rule: ENDLESS, operation: `goes round ${rounds} times, loop in loop`, line };
    if (loops.length > 0 && step.branch !== 'for' && step.assigns.some(doubles))
      yield { rule: ENDLESS, operation: 'doubles what it has, round after round', line };
    for (const forged of forgedIn(step, scope)) yield { ...forged, line };
    const said = asked.some(({ now }) => now) ? sentenceIn([text, ...expressions], scope) : null;
    if (said !== null) yield { rule: CONDITIONAL, operation: `says '${said}' when a message holds a mark`, line };
    if (raisesUsers(around, before, step, scope))
      yield { rule: FALSE_ROLE, operation: 'writes a message behind the mark of the system', line };
    const alteration = alterationIn(step, scope, forms);
    if (alteration !== null) yield { rule: ALTERED, operation: alteration, line };
    if (isThinned(step, steps[at + 1], scope))
      yield { rule: ALTERED, operation: 'leaves out letters of a message', line };
    const address = carriedAway(before, expressions, scope);
    if (address !== null) yield { rule: CARRIES_AWAY, operation: `puts a message into '${address}'`, line };
    before = text ?? '';
    for (const observation of observations) yield { ...observation, line };
    for (const observation of text === null ? [] : judgeText(text)) yield { ...observation, line };
    for (const one of conditions) for (const observation of condition(one, scope)) yield { ...observation, line };
    for (const expression of expressions)
      for (const observation of judge(expression, scope)) yield { ...observation, line };
  }
  const unopened = unopenedIn(steps);
  if (unopened !== null)
    yield { rule: UNPARSED, operation: `${unopened.keyword} closes what was never opened`, line: unopened.line };
  for (const { name, line } of endlessMacros(steps))
    yield { rule: ENDLESS, operation: `the macro ${name} calls itself without end`, line };
  const { spoken, whole } = spokenIn(steps);
  if (!whole) yield { rule: UNPARSED, operation: 'more rounds and calls than are followed', line: 1 };
  for (const { text, line } of spoken)
    for (const observation of judgeText(text)) if (observation.rule === ORDER) yield { ...observation, line };
  if (asked.length > 0)
    yield { rule: UNPARSED, operation: 'a statement that is never closed', line: steps.at(-1)?.line ?? 1 };
}

/** The rounds of all loops that stand around what comes next; of one alone, `judge` tells. */
function nested(loops: number[], { branch, assigns }: Step, { constants }: Scope): number {
  const [over] = assigns;
  if (branch === 'endfor') loops.pop();
  if (branch === 'for' && over === undefined) loops.push(1);
  if (branch !== 'for' || over === undefined) return 1;
  loops.push(roundsOf(over.value, constants));
  return loops.length < 2 ? 1 : loops.reduce((all, rounds) => all * rounds, 1);
}
