import type { GuardContext, GuardPolicy, GuardRule, Origin } from '../domain/guard.ts';
import { type Adviser, remembering } from '../guard/advisers.ts';
import type { Within } from '../guard/deadline.ts';
import { defaultPolicy } from '../guard/default-policy.ts';
import { DETECTORS } from '../guard/detectors/table.ts';
import { createGuard, type Guard } from '../guard/guard.ts';
import { MalformedError } from '../kernel/bytes.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { Advisers } from '../ports/advisers.ts';
import { type ByteRanges, readVerbatimIndex, type VerbatimIndex } from '../text/verbatim/index.ts';

export interface OpenGuard {
  /** A GuardPolicy in YAML; null for what is built in. */
  readonly policy: { readonly name: string; readonly text: string } | null;
  /** Finds all that the policy asks for, however unsure: for calibration. */
  readonly loose?: boolean;
  /** Texts that must not go out, beside those that the policy names. */
  readonly protect?: readonly VerbatimIndex[];
  /** Opens an index that the policy of this name names; it stays open as long as the guard. */
  readonly readIndex?: (path: string, policy: string) => Promise<ByteRanges>;
  /** How judges and classifiers are asked; null where nobody can wait for them. */
  readonly advisers?: Advisers | null;
  /** Of how many texts each adviser keeps its opinion in mind; none unless said. */
  readonly remember?: number;
  /** Origins of texts that go on as they come: nobody can be asked about them. */
  readonly passing?: readonly Origin[];
  /** Needed when a policy has a deadline. */
  readonly within?: Within;
  /** Milliseconds that never go back. */
  readonly clock: () => number;
  /** Milliseconds of the processor that this process has used; without it the clock tells who stalls. */
  readonly worked?: () => number;
}

/** A guard by this policy. Throws `policy-invalid`, `guard-index-invalid`. What only policies need is loaded when there is one. */
export async function openGuard(given: OpenGuard): Promise<Guard> {
  const { policy, clock, loose = false, protect = [] } = given;
  const base = defaultPolicy(DETECTORS);
  const time = given.worked === undefined ? { clock } : { clock, worked: given.worked };
  if (policy === null) return createGuard({ policy: loose ? loosened(base) : base, protect, ...time });
  const [{ parseGuardPolicy }, { guardCondition }, { wrongWithPattern, compilePattern }, schemas] = await Promise.all([
    import('../policy/guard/parse.ts'),
    import('../policy/guard/conditions.ts'),
    import('../text/re2.ts'),
    import('../text/json-schema/compile.ts'),
  ]);
  const compileSchema = (schema: Json) => schemas.compileJsonSchema(schema, compilePattern);
  const wrongWithSchema = (schema: Json) => {
    try {
      compileSchema(schema);
      return null;
    } catch (error) {
      if (error instanceof schemas.SchemaError) return error.message;
      throw error;
    }
  };
  const detectors = DETECTORS.map(({ id, types }) => ({ id, types: types.map(({ type }) => type) }));
  const parsed = parseGuardPolicy(policy.text, policy.name, { detectors, base, wrongWithPattern, wrongWithSchema });
  const asked = loose ? loosened(parsed) : parsed;
  return createGuard({
    policy: asked,
    protect: [...protect, ...(await indexesOf(parsed, policy, given))],
    advisers: await advisersFor(parsed, given),
    ...time,
    ...(given.within === undefined ? {} : { within: given.within }),
    compilePattern,
    compileSchema,
    holds: conditionsOf(parsed, guardCondition),
  });
}

/** Throws `guard-adviser-unready` where nobody could wait for one of them. */
async function advisersFor(
  parsed: GuardPolicy,
  { advisers = null, remember = 0, passing = [] }: OpenGuard,
): Promise<readonly Adviser[]> {
  const late = [...parsed.judges, ...parsed.classifiers].find(({ origins }) =>
    origins.some((one) => passing.includes(one)),
  );
  if (late !== undefined)
    throw new WeighbridgeError(
      'guard-adviser-unready',
      `${late.id} of ${parsed.id} asks about ${late.origins.join(', ')}, and answers go on here as they come`,
      { remedy: 'Give it origins of what is sent to a model alone: system, user, tool-result, document.' },
    );
  const { advisersOf } = await import('./guard-advisers.ts');
  const found = await advisersOf(parsed, advisers);
  return remember === 0 ? found : found.map((adviser) => remembering(adviser, remember));
}

/** What cannot be read protects nothing: then there is no guard. */
async function indexesOf(
  { protect }: GuardPolicy,
  { name, text }: NonNullable<OpenGuard['policy']>,
  { readIndex }: OpenGuard,
) {
  const indexes: VerbatimIndex[] = [];
  for (const [at, path] of protect.entries()) {
    try {
      if (readIndex === undefined)
        throw new WeighbridgeError('guard-index-invalid', `${path}: there is no way to read it`);
      indexes.push(readVerbatimIndex(await readIndex(path, name)));
    } catch (cause) {
      const { placeOfProtected } = await import('../policy/guard/parse.ts');
      throw unreadIndex(placeOfProtected(text, name, at), path, cause);
    }
  }
  return indexes;
}

/** The same error, with the place in the policy that names what cannot be read. */
function unreadIndex(place: string, path: string, cause: unknown): unknown {
  if (cause instanceof MalformedError)
    return new WeighbridgeError('guard-index-invalid', `${place}: ${path}: ${cause.message}`, { cause });
  if (!(cause instanceof WeighbridgeError)) return cause;
  return new WeighbridgeError(cause.code, `${place}: ${cause.detail}`, { cause, remedy: cause.remedy });
}

/** What would be let through for its score alone is found too; what no rule wants stays out. */
function loosened(policy: GuardPolicy): GuardPolicy {
  const rules = policy.rules.map((rule) =>
    lets(rule.action) ? rule : { ...rule, threshold: 0, action: 'flag' as const },
  );
  return { ...policy, rules, thresholds: {} };
}

/** Whether the text goes on as if nothing had been found. */
function lets(action: GuardRule['action']): boolean {
  return action === 'allow' || action === 'note';
}

type Condition = (context: GuardContext) => boolean;

/** A condition that gives no answer counts against the text: the rule holds unless it would let something through. */
function conditionsOf({ rules }: GuardPolicy, compile: (when: string) => Condition) {
  const compiled = new Map(rules.flatMap(({ when }) => (when === null ? [] : [[when, compile(when)]])));
  return ({ when, action }: GuardRule, context: GuardContext): boolean => {
    if (when === null) return true;
    try {
      return compiled.get(when)?.(context) ?? !lets(action);
    } catch {
      return !lets(action);
    }
  };
}
