import { type Fingerprint, TELLING, type TensorPrint } from './fingerprint.ts';

/**
 * How a model stands to a base, by exact values alone. Nobody is called derived for being built alike: what a full
 * fine-tune leaves is similar weights, which this does not look for.
 */
export type Kinship =
  /** Every telling tensor, and as many of them, with the same values wherever they were read. */
  | 'identical'
  /** The same after rounding to fewer bits. */
  | 'format-change'
  /** Some telling tensors are the base's. */
  | 'shares-tensors'
  /** Built alike; no tensor is the base's. Says nothing of where the weights come from. */
  | 'same-architecture'
  /** Its values could not be read: quantised, or of a type that is not decoded. */
  | 'undetermined'
  | 'no-evidence';

export interface Comparison {
  readonly kinship: Kinship;
  /** Telling tensors of the model that are the base's, and how many it has. */
  readonly shared: number;
  readonly telling: number;
  /** Share of the telling parameters, 0 to 1. */
  readonly share: number;
  /** Shared ones, by name, at most ten. */
  readonly examples: readonly string[];
  readonly undecoded: number;
  readonly sameShapes: boolean;
  readonly sameHyperParameters: boolean;
  readonly sameVocabulary: boolean;
  readonly sameTemplate: boolean;
}

/** Compares by shape and values, not by name: tensors are renamed, layers dropped and doubled. */
export function compareTo(base: Fingerprint, model: Fingerprint): Comparison {
  const [exact, rounded] = [new Set<string>(), new Set<string>()];
  for (const tensor of base.tensors) {
    if (tensor.values !== null) exact.add(keyOf(tensor.shape, tensor.values));
    for (const digest of [tensor.asF16, tensor.asBF16]) if (digest !== null) rounded.add(keyOf(tensor.shape, digest));
  }
  const telling = model.tensors.filter(isTelling);
  const same = telling.filter(({ shape, values }) => values !== null && exact.has(keyOf(shape, values)));
  const shared = telling.filter(
    ({ shape, values }) => values !== null && (exact.has(keyOf(shape, values)) || rounded.has(keyOf(shape, values))),
  );
  const undecoded = model.tensors.filter(({ values, elements }) => values === null && elements >= TELLING).length;
  const counts = { same: same.length, shared: shared.length, telling: telling.length, undecoded };
  const alike = {
    sameShapes: shapesOf(base) === shapesOf(model),
    sameHyperParameters: isSame(base.hyperParameters, model.hyperParameters),
    sameVocabulary: base.vocabulary !== null && base.vocabulary === model.vocabulary,
    sameTemplate: base.chatTemplate !== null && base.chatTemplate === model.chatTemplate,
  };
  return {
    kinship: kinshipOf(counts, alike, base.tensors.filter(isTelling).length),
    shared: shared.length,
    telling: telling.length,
    share: parametersOf(telling) === 0 ? 0 : parametersOf(shared) / parametersOf(telling),
    examples: shared.slice(0, 10).map(({ name }) => name),
    undecoded,
    ...alike,
  };
}

function kinshipOf(
  { same, shared, telling, undecoded }: { same: number; shared: number; telling: number; undecoded: number },
  alike: { readonly sameShapes: boolean; readonly sameHyperParameters: boolean },
  ofBase: number,
): Kinship {
  const whole = telling > 0 && telling === ofBase && undecoded === 0;
  if (whole && same === telling) return 'identical';
  if (whole && shared === telling) return 'format-change';
  if (shared > 0) return 'shares-tensors';
  if (undecoded > 0 || telling === 0) return 'undetermined';
  return alike.sameShapes && alike.sameHyperParameters ? 'same-architecture' : 'no-evidence';
}

/** Large enough, and not all one value. */
function isTelling({ values, elements, constant }: TensorPrint): boolean {
  return values !== null && elements >= TELLING && !constant;
}

function keyOf(shape: readonly number[], digest: string): string {
  return `${shape.join('x')}:${digest}`;
}

function shapesOf({ tensors }: Fingerprint): string {
  return tensors
    .map(({ shape }) => shape.join('x'))
    .sort()
    .join(' ');
}

function isSame(a: Fingerprint['hyperParameters'], b: Fingerprint['hyperParameters']): boolean {
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length > 0 && keys.length === others.length && keys.every((key) => a[key] === b[key]);
}

function parametersOf(tensors: readonly TensorPrint[]): number {
  return tensors.reduce((sum, { elements }) => sum + elements, 0);
}
