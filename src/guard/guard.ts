import { randomBytes } from 'node:crypto';
import type { GuardAction, GuardContext, GuardFinding, GuardPolicy, GuardRule } from '../domain/guard.ts';
import type { Json } from '../kernel/json.ts';
import type { JsonSchema } from '../text/json-schema/compile.ts';
import type { LinearPattern } from '../text/re2.ts';
import type { VerbatimIndex } from '../text/verbatim/index.ts';
import { type Advice, type Adviser, adviceOf, advised, askedFor, unasked } from './advisers.ts';
import { createAllowances } from './allowances.ts';
import { assertContext, assertText } from './asked-well.ts';
import { type Conversation, inConversation } from './conversation.ts';
import type { Within } from './deadline.ts';
import { defaultPolicy } from './default-policy.ts';
import type { Detector } from './detector.ts';
import { createPseudonymsDetector, TOKEN_TYPE } from './detectors/pseudonyms/detector.ts';
import { DETECTORS } from './detectors/table.ts';
import { createTermsDetector } from './detectors/terms/detector.ts';
import { createPatternsDetector } from './detectors/terms/patterns.ts';
import { createVerbatimDetector, verbatim } from './detectors/verbatim/detector.ts';
import { asRequested, formless, formsOf } from './forms.ts';
import { createJudgement, type Fact } from './judgement.ts';
import { labelOf } from './label.ts';
import { isQuiet } from './quiet.ts';
import { replacing } from './replace.ts';
import { createStopwatch } from './stall.ts';
import { createStream, type GuardStream, type Released } from './stream.ts';
import { createTable, type GuardTable } from './table.ts';
import { createVault, type Vault } from './vault.ts';

/** What is said of a whole message. */
export interface GuardAnswer {
  readonly action: GuardAction;
  readonly findings: readonly GuardFinding[];
  /** What may go on. */
  readonly text: string;
  readonly unlisted: number;
  readonly stopped: Released['stopped'];
}

/** Throws `call-invalid` for a text that is none and for a context without an origin that there is. */
export interface Guard {
  readonly policy: GuardPolicy;
  /** Whether the policy may put pseudonyms into a text. */
  readonly pseudonymises: boolean;
  open(context: GuardContext, options?: MessageOptions): GuardStream;
  /** What the policy does about what was found elsewhere or before: no text is needed. */
  judge(found: readonly Fact[], context: GuardContext): GuardAction;
  /** A message that is there already, after whoever the policy wants to be asked was asked: judges, classifiers. Never rejects for them. */
  consult(text: string, context: GuardContext, options?: MessageOptions): Promise<GuardAnswer>;
  /** What those whom the policy wants to be asked think of a message. Never rejects for them. */
  advise(text: string, context: GuardContext): Promise<readonly Advice[]>;
  /** Whether somebody is asked about such a message, so that it wants `consult` and not `check`. */
  asks(context: GuardContext): boolean;
  /** A message that is there already. */
  check(text: string, context: GuardContext, options?: MessageOptions): GuardAnswer;
}

export interface MessageOptions {
  /** Where pseudonyms go, which leads back from them; without it they lead nowhere once the message is over. */
  readonly vault?: Pick<Vault, 'tokenFor'>;
  /** What the message may not carry out. */
  readonly conversation?: Conversation;
  /** The JSON Schema that whoever asked for the message gave: for forms that check what was requested. */
  readonly schema?: Json;
  /** It stands beside what was asked for, as reasoning does: no form is asked of it. */
  readonly beside?: boolean;
  /** What advisers think of it, where they were asked. */
  readonly advice?: readonly Advice[];
}

export type { Fact } from './judgement.ts';

export interface GuardParts {
  readonly policy?: GuardPolicy;
  readonly detectors?: readonly Detector[];
  /** Whether a rule's condition holds in a context; without it, every one does. */
  readonly holds?: (rule: GuardRule, context: GuardContext) => boolean;
  /** Needed when the policy has forms with a schema. Throws on what is no schema. */
  readonly compileSchema?: (schema: Json) => JsonSchema;
  /** Needed when the policy has patterns. */
  readonly compilePattern?: (pattern: string) => LinearPattern;
  /** Those who are asked about whole messages. */
  readonly advisers?: readonly Adviser[];
  /** Indexes of texts that must not go out word for word. */
  readonly protect?: readonly VerbatimIndex[];
  /** Needed when the policy has a deadline. */
  readonly within?: Within;
  /** Milliseconds that never go back. */
  readonly clock: () => number;
  /** Milliseconds of the processor that this process has used: without it, whoever waits for a turn is taken for stalled. */
  readonly worked?: () => number;
}

export function createGuard(parts: GuardParts): Guard {
  const {
    compilePattern = noPatterns,
    compileSchema = noSchemas,
    holds = () => true,
    advisers = [],
    within = unbounded,
    clock,
  } = parts;
  const given = parts.policy ?? defaultPolicy(DETECTORS);
  if (given.deadline !== null && parts.within === undefined) noDeadlines();
  const builtIn = withProtected(parts.detectors ?? DETECTORS, parts.protect ?? []);
  const known = [...builtIn, ...termsOf(given, compilePattern), ...formsOf(given, compileSchema)];
  const { policy, detectors } = withPseudonyms(given, known);
  const isAllowed = createAllowances(policy.allow, compilePattern);
  const stopwatch = createStopwatch(clock, parts.worked);
  const tables = new Map<string, GuardTable>();
  /** By the context itself, since callers keep theirs: with what it said, since they may change it. */
  const byContext = new WeakMap<GuardContext, GuardTable>();
  const tableFor = (context: GuardContext): GuardTable => {
    let table = byContext.get(context);
    if (table === undefined || !saysTheSame(table.context, context)) {
      assertContext(context);
      table = tableOf({ ...context });
      byContext.set(context, table);
    }
    return table;
  };
  const tableOf = (context: GuardContext): GuardTable => {
    const { origin, channel = '', team = '', key = '', region = '' } = context;
    const id = JSON.stringify([origin, channel, team, key, region]);
    const known = tables.get(id);
    if (known !== undefined) return known;
    if (tables.size >= MOST_TABLES) tables.clear();
    const table = createTable({
      policy,
      detectors,
      context,
      isAllowed,
      stopwatch,
      holds: (rule) => holds(rule, context),
    });
    tables.set(id, table);
    return table;
  };
  const streamBy = (shared: GuardTable, options: MessageOptions = {}): GuardStream => {
    const { vault = passingVault(), conversation, schema, beside = false } = options;
    const own = beside ? formless(shared) : shared;
    const table = schema === undefined ? own : asRequested(own, schema, compileSchema);
    return createStream(
      conversation === undefined ? table : inConversation(table, conversation),
      replacing(vault),
      within,
    );
  };
  const open: Guard['open'] = (context, options) => {
    const table = tableFor(context);
    return streamBy(advised(table, options?.advice ?? unasked(table, advisers)), options);
  };
  const consult: Guard['consult'] = async (text, context, options) => {
    assertText(text);
    const table = tableFor(context);
    const first = checked(streamBy(table, options), text);
    // What is stopped already need not be told to anybody.
    const asked = first.stopped === null ? askedFor(table, advisers) : [];
    return asked.length === 0 ? first : checked(streamBy(advised(table, await adviceOf(asked, text)), options), text);
  };
  const advise: Guard['advise'] = async (text, context) => {
    assertText(text);
    return adviceOf(askedFor(tableFor(context), advisers), text);
  };
  const judge = createJudgement(policy, detectors, tableFor);
  const mayBeQuiet = advisers.length === 0 && policy.deadline === null;
  const check: Guard['check'] = (text, context, options) => {
    assertText(text);
    const { conversation, schema, advice } = options ?? {};
    const alone = conversation === undefined && schema === undefined && advice === undefined;
    if (mayBeQuiet && alone && isQuiet(tableFor(context), text)) return passing(text);
    return checked(open(context, options), text);
  };
  const asks: Guard['asks'] = (context) => advisers.length > 0 && askedFor(tableFor(context), advisers).length > 0;
  const pseudonymises = given.rules.some(({ action }) => action === 'pseudonymise');
  return { policy: given, pseudonymises, open, judge, consult, advise, asks, check };
}

/** Whether a context says what it said when its rules were chosen. */
function saysTheSame(known: GuardContext, now: GuardContext): boolean {
  return (
    known.origin === now.origin &&
    (known.channel ?? '') === (now.channel ?? '') &&
    (known.team ?? '') === (now.team ?? '') &&
    (known.key ?? '') === (now.key ?? '') &&
    (known.region ?? '') === (now.region ?? '')
  );
}

export type ProtectedTexts = VerbatimIndex;
export { createIndexBuilder, verbatimIndexOf } from '../text/verbatim/index.ts';

/** Without an index there is nothing to compare with, and nothing to pay for. */
function withProtected(detectors: readonly Detector[], indexes: readonly VerbatimIndex[]): readonly Detector[] {
  const others = detectors.filter((detector) => detector !== verbatim);
  return indexes.length === 0 ? others : [...others, createVerbatimDetector(indexes)];
}

/** A vault that is made when the first pseudonym is asked for, and forgotten with the message. */
function passingVault(): Pick<Vault, 'tokenFor'> {
  let vault: Vault | undefined;
  return {
    tokenFor: (type, text) => {
      vault ??= createVault(randomBytes(KEY_BYTES));
      return vault.tokenFor(type, text);
    },
  };
}

const KEY_BYTES = 32;

/** Where a policy makes pseudonyms, what looks like one already must be told apart from them. */
function withPseudonyms(policy: GuardPolicy, detectors: readonly Detector[]) {
  const makers = policy.rules.filter(({ action }) => action === 'pseudonymise');
  if (makers.length === 0) return { policy, detectors };
  const kinds = new Set(
    detectors.flatMap(({ types }) => types.map(({ type }) => labelOf(type))).concat(labelOf(TOKEN_TYPE)),
  );
  const rules = makers.map((rule) => ({ ...rule, detectors: ['guard'], types: [TOKEN_TYPE], threshold: 0 }));
  return {
    policy: { ...policy, rules: [...policy.rules, ...rules] },
    detectors: [...detectors, createPseudonymsDetector(kinds)],
  };
}

/** Contexts that are kept compiled: more would be names that a caller makes up. */
const MOST_TABLES = 256;

const unbounded: Within = (_, run) => ({ kind: 'done', value: run() });

function noDeadlines(): never {
  throw new TypeError('the policy has a deadline, and nothing to keep it with was given');
}

function noSchemas(): never {
  throw new TypeError('the policy has schemas, and nothing to read them with was given');
}

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

function passing(text: string): GuardAnswer {
  return { action: 'allow', findings: NOTHING_FOUND, text, unlisted: 0, stopped: null };
}

const NOTHING_FOUND: readonly GuardFinding[] = [];

function checked(stream: GuardStream, text: string): GuardAnswer {
  const { findings, action, text: released, unlisted, stopped } = stream.end(text);
  return {
    action,
    findings: findings.length < 2 ? findings : findings.toSorted(byPlace),
    text: released,
    unlisted,
    stopped,
  };
}

/** Of several on one place, the surest first. */
function byPlace(a: GuardFinding, b: GuardFinding): number {
  return a.start - b.start || a.end - b.end || b.score - a.score;
}
