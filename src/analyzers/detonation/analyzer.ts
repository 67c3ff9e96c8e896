import type { Evidence } from '../../domain/evidence.ts';
import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import type { Digest } from '../../kernel/digest.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import {
  CHANGED_FILES,
  DETONATION_RULES,
  DID_NOT_END,
  DID_NOT_LOAD,
  NOT_TRIED,
  QUIET_LOAD,
  RAN_PROGRAM,
  READ_CREDENTIALS,
  TRIED_TO_LEAVE,
  USED_NETWORK,
} from './rules.ts';
import { type ActKind, type Trial, trialsIn, untriedIn } from './trials.ts';

/** What loading the model did, where somebody asked for it to be loaded. */
export const detonation: ModelAnalyzer = {
  id: 'detonation',
  version: 2,
  question: 'What does it do when it is loaded?',
  rules: DETONATION_RULES,
  scope: 'model',
  needs: ['detonation'],
  appliesTo: (_, evidence) =>
    evidence.some(({ kind }) => kind === 'detonation-request') || { because: 'nobody asked to load it (--detonate)' },
  analyze,
};

function* analyze({ evidence }: Material): Iterable<Finding> {
  for (const one of evidence.filter(({ kind }) => kind === 'detonation')) yield* findingsOf(one);
}

function* findingsOf({ digest, body: seen }: Evidence): Iterable<Finding> {
  for (const run of trialsIn(seen)) {
    yield* actsOf(run, digest);
    yield* endOf(run, digest);
  }
  for (const path of untriedIn(seen)) {
    const message = 'It was not loaded: there were too many files.';
    yield findingOf(NOT_TRIED, { message, location: { path }, evidence: [digest] });
  }
}

const RULES: Readonly<Record<ActKind, readonly [Rule, verb: string]>> = {
  ran: [RAN_PROGRAM, 'ran'],
  connected: [USED_NETWORK, 'connected to'],
  'looked-up': [USED_NETWORK, 'asked for the address of'],
  listened: [USED_NETWORK, 'opened a port at'],
  wrote: [CHANGED_FILES, 'wrote'],
  changed: [CHANGED_FILES, 'changed'],
  read: [READ_CREDENTIALS, 'opened'],
  signalled: [TRIED_TO_LEAVE, 'sent'],
  refused: [TRIED_TO_LEAVE, 'called'],
};

function* actsOf(run: Trial, digest: Digest): Iterable<Finding> {
  for (const { kind, what } of run.acts) {
    const [rule, verb] = RULES[kind];
    const message = `Loaded with ${run.loader}, it ${verb} ${what}.`;
    yield findingOf(rule, { message, operation: `${verb} ${what}`, ...placeOf(run), evidence: [digest] });
  }
}

function* endOf(run: Trial, digest: Digest): Iterable<Finding> {
  const say = (rule: Rule, message: string): Finding =>
    findingOf(rule, { message, ...placeOf(run), evidence: [digest] });
  switch (run.outcome) {
    case 'loaded':
      if (run.acts.length === 0) yield say(QUIET_LOAD, `${run.loader} loaded it, and it did nothing but load.`);
      return;
    case 'raised':
      return yield say(DID_NOT_LOAD, `${run.loader} would not load it: ${oneLine(run.said)}`);
    case 'missing':
      return yield say(NOT_TRIED, `It was not loaded with ${run.loader}: ${oneLine(run.said)} is not installed.`);
    case 'no-start':
      return yield say(
        NOT_TRIED,
        `It was not loaded with ${run.loader}: the interpreter did not start. ${oneLine(run.said)}`,
      );
    case 'ended':
      return yield say(DID_NOT_END, `${run.loader} ended without giving an answer.`);
    case 'deadline':
    case 'record-too-long':
    case 'stopped':
      return yield say(
        DID_NOT_END,
        `${run.loader} was stopped: ${run.outcome === 'deadline' ? 'it took too long' : 'it asked too much of the kernel'}.`,
      );
  }
}

function placeOf({ path }: Trial): { readonly location?: { readonly path: string } } {
  return path === null ? {} : { location: { path } };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
