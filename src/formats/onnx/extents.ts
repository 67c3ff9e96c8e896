/** How long a value is along an axis; null where nothing tells. */
export type Extent = number | null;
/** How long along each axis; null where not even their number is known. */
export type Extents = readonly Extent[] | null;

/** A node with what is known of the sizes of its inputs. */
export interface Sized {
  readonly version: number;
  /** An input that is left out is null, too. */
  readonly inputs: readonly Extents[];
  readonly given: readonly boolean[];
  readonly outputs: number;
  /** The numbers of an input that is constant and short. */
  readonly numbers: (input: number) => readonly number[] | undefined;
  readonly integers: (attribute: string) => readonly number[] | undefined;
  readonly text: (attribute: string) => string;
}

/** What is wrong with the sizes, or those of the outputs; outputs beyond the list are not known. */
export type Outcome = string | readonly Extents[];

export function isProblem(outcome: Outcome): outcome is string {
  return typeof outcome === 'string';
}

/** Whether both are known, and not the same. */
export function differ(left: Extent | undefined, right: Extent | undefined): boolean {
  return typeof left === 'number' && typeof right === 'number' && left !== right;
}

export function known(extents: readonly Extent[]): extents is readonly number[] {
  return extents.every((extent) => extent !== null);
}

export function product(extents: readonly Extent[]): Extent {
  return known(extents) ? extents.reduce((all, extent) => all * extent, 1) : null;
}

export function unknownOf(rank: number): Extents {
  return Array.from({ length: rank }, () => null);
}

export function integer(call: Sized, attribute: string, otherwise: number): number {
  return call.integers(attribute)?.[0] ?? otherwise;
}

/** An axis counted from the front; null where there is none such. */
export function axisOf(axis: number, rank: number): number | null {
  const front = axis < 0 ? axis + rank : axis;
  return front >= 0 && front < rank ? front : null;
}

/** Axes counted from the front; null where one is none, or stands there twice. */
export function axesOf(axes: readonly number[], rank: number): readonly number[] | null {
  const front = axes.flatMap((axis) => axisOf(axis, rank) ?? []);
  return front.length === axes.length && new Set(front).size === axes.length ? front : null;
}

/** What several values make together, where each is stretched along axes of one (onnx/docs/Broadcasting.md); a text tells what does not fit. */
export function stretched(values: readonly Extents[]): string | Extents {
  const all = values.flatMap((value) => (value === null ? [] : [value]));
  const rank = Math.max(0, ...all.map(({ length }) => length));
  const made = Array.from({ length: rank }, (_, fromBack): Extent | undefined => {
    const along = all.flatMap((value) => {
      const extent = value.at(-1 - fromBack);
      return extent === undefined || extent === 1 ? [] : [extent];
    });
    const sure = along.filter((extent) => extent !== null);
    if (sure.some((extent) => extent !== sure[0])) return undefined;
    return sure[0] ?? (along.length > 0 ? null : 1);
  }).reverse();
  if (made.includes(undefined)) return `is given values of sizes ${shownFew(all)}`;
  return all.length < values.length ? null : made.flatMap((extent) => (extent === undefined ? [] : [extent]));
}

/** Whether a value can be stretched to another, which stays as it is. */
export function stretchesTo(value: Extents, whole: Extents): boolean {
  if (value === null || whole === null) return true;
  if (value.length > whole.length) return false;
  return value.every((extent, index) => extent === 1 || !differ(extent, whole[whole.length - value.length + index]));
}

/** Of values by the thousand the first few. */
export function shownFew(values: readonly Extents[]): string {
  const few = values.slice(0, FEW).map((value) => (value === null ? '?' : shown(value)));
  return [...few, ...(values.length > FEW ? [`${values.length - FEW} more`] : [])].join(' and ');
}

const FEW = 8;

export function shown(extents: readonly Extent[]): string {
  return `[${extents.map((extent) => extent ?? '?').join(', ')}]`;
}
