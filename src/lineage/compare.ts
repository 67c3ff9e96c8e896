import { type Fingerprint, TELLING, type TensorPrint } from './fingerprint.ts';

/**
 * How a model stands to a base, by exact values alone. Nobody is called derived for being built alike: what a full
 * fine-tune leaves is similar weights, which this does not look for.
 */
export type Kinship =
  /** Every telling tensor, and as many of them, with the same values: all of them where both lie on this machine, else where they were read. */
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
  /** Shared ones of which all bytes were read and are the base's. */
  readonly proven: number;
  /** Those whose sampled values are the base's and whose other values are not, by name, at most a hundred. */
  readonly altered: readonly string[];
  readonly undecoded: number;
  readonly sameShapes: boolean;
  readonly sameHyperParameters: boolean;
  readonly sameVocabulary: boolean;
  readonly sameTemplate: boolean;
}

/** Compares by shape and values, not by name: tensors are renamed, layers dropped and doubled. */
export function compareTo(base: Fingerprint, model: Fingerprint): Comparison {
  const index = indexOf(base);
  const telling = model.tensors.filter(isTelling);
  const same = telling.filter((tensor) => index.exact(tensor).length > 0);
  const shared = telling.filter((tensor) => index.exact(tensor).length > 0 || index.isRounded(tensor));
  const altered = same.filter((tensor) => proofOf(tensor, index.exact(tensor)) === 'altered');
  const proven = same.filter((tensor) => proofOf(tensor, index.exact(tensor)) === 'proven').length;
  const undecoded = model.tensors.filter(({ values, elements }) => values === null && elements >= TELLING).length;
  const counts = {
    same: same.length - altered.length,
    shared: shared.length,
    altered: altered.length,
    telling: telling.length,
    undecoded,
  };
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
    proven,
    altered: altered.slice(0, 100).map(({ name }) => name),
    undecoded,
    ...alike,
  };
}

/** Tensors whose sampled values are the base's, and that the base keeps a digest of all values of. */
export function worthReadingWhole(base: Fingerprint, model: Fingerprint): readonly TensorPrint[] {
  const index = indexOf(base);
  return model.tensors.filter(
    (tensor) =>
      isTelling(tensor) && index.exact(tensor).some((one) => one.whole !== null && one.dtype === tensor.dtype),
  );
}

interface BaseIndex {
  /** Tensors of the base with these sampled values. */
  exact(tensor: TensorPrint): readonly TensorPrint[];
  /** Whether the values are some of the base's after rounding to fewer bits. */
  isRounded(tensor: TensorPrint): boolean;
}

function indexOf({ tensors }: Fingerprint): BaseIndex {
  const exact = new Map<string, TensorPrint[]>();
  const rounded = new Set<string>();
  for (const tensor of tensors) {
    const { shape, values, asF16, asBF16 } = tensor;
    if (values !== null) exact.set(keyOf(shape, values), [...(exact.get(keyOf(shape, values)) ?? []), tensor]);
    for (const digest of [asF16, asBF16]) if (digest !== null) rounded.add(keyOf(shape, digest));
  }
  return {
    exact: ({ shape, values }) => (values === null ? [] : (exact.get(keyOf(shape, values)) ?? [])),
    isRounded: ({ shape, values }) => values !== null && rounded.has(keyOf(shape, values)),
  };
}

/** What all bytes say of a tensor whose sample agrees: the base's own, other ones, or nobody read them. */
function proofOf({ dtype, whole }: TensorPrint, ofBase: readonly TensorPrint[]): 'proven' | 'altered' | 'sampled' {
  const known = ofBase.filter((one) => one.whole !== null && one.dtype === dtype);
  if (whole === null || known.length === 0) return 'sampled';
  return known.some((one) => one.whole === whole) ? 'proven' : 'altered';
}

function kinshipOf(
  {
    same,
    shared,
    altered,
    telling,
    undecoded,
  }: Readonly<Record<'same' | 'shared' | 'altered' | 'telling' | 'undecoded', number>>,
  alike: { readonly sameShapes: boolean; readonly sameHyperParameters: boolean },
  ofBase: number,
): Kinship {
  const whole = telling > 0 && telling === ofBase && undecoded === 0;
  if (whole && same === telling) return 'identical';
  if (whole && altered === 0 && shared === telling) return 'format-change';
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
