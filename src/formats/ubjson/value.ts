/** Numbers of one type, left where they lie: a model of XGBoost is little else. */
export interface NumberColumn {
  readonly length: number;
  /** NaN outside. */
  readonly at: (index: number) => number;
}

export type UbjValue =
  | null
  | boolean
  | number
  | string
  | NumberColumn
  | readonly UbjValue[]
  | { readonly [key: string]: UbjValue };

/** Bytes of a value by its marker; texts and containers say theirs. */
export const WIDTHS: ReadonlyMap<string, number> = new Map([
  ...['Z', 'N', 'T', 'F'].map((marker): [string, number] => [marker, 0]),
  ...['i', 'U', 'C'].map((marker): [string, number] => [marker, 1]),
  ['I', 2],
  ...['l', 'd'].map((marker): [string, number] => [marker, 4]),
  ...['L', 'D'].map((marker): [string, number] => [marker, 8]),
]);

/** The value of a marker that has a width. */
export function scalarAt(view: DataView, at: number, type: string): null | boolean | number {
  if (type === 'T' || type === 'F') return type === 'T';
  return type === 'Z' || type === 'N' ? null : numberAt(view, at, type);
}

export function numberAt(view: DataView, at: number, type: string): number {
  switch (type) {
    case 'U':
    case 'C':
      return view.getUint8(at);
    case 'i':
      return view.getInt8(at);
    case 'I':
      return view.getInt16(at, false);
    case 'l':
      return view.getInt32(at, false);
    case 'L':
      return Number(view.getBigInt64(at, false));
    case 'd':
      return view.getFloat32(at, false);
    default:
      return view.getFloat64(at, false);
  }
}

/** `count` numbers of a type that has a width, big-endian, from `start`. */
export function columnOf(view: DataView, start: number, count: number, type: string): NumberColumn {
  const width = WIDTHS.get(type) ?? 1;
  return {
    length: count,
    at: (index) => (index >= 0 && index < count ? numberAt(view, start + index * width, type) : Number.NaN),
  };
}
