import { ANY, BOOL, listOf, NUMBER, type Shape, TEXT } from './shape.ts';

/** What a condition may call, and what comes back. Macros that bind a name are in `MACROS`. */
const ROWS: readonly (readonly [names: string, gives: Shape, as: 'function' | 'method' | 'both'])[] = [
  ['size', NUMBER, 'both'],
  ['contains startsWith endsWith', BOOL, 'method'],
  ['matches', BOOL, 'both'],
  ['bool', BOOL, 'function'],
  ['int uint double', NUMBER, 'function'],
  ['string', TEXT, 'function'],
  ['dyn type bytes timestamp duration', ANY, 'function'],
  ['getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getMonth', NUMBER, 'method'],
  ['getHours getMinutes getSeconds getMilliseconds', NUMBER, 'method'],
  ['charAt lowerAscii upperAscii replace substring trim join', TEXT, 'method'],
  ['indexOf lastIndexOf', NUMBER, 'method'],
  ['split', listOf(TEXT), 'method'],
];

const given = (as: 'function' | 'method'): ReadonlyMap<string, Shape> =>
  new Map(
    ROWS.filter(([, , where]) => where === as || where === 'both').flatMap(([names, gives]) =>
      names.split(' ').map((name): [string, Shape] => [name, gives]),
    ),
  );

export const FUNCTIONS = given('function');
export const METHODS = given('method');

/** Macros over a list: how many arguments they take, the bound name included. */
export const MACROS: ReadonlyMap<string, readonly number[]> = new Map([
  ['exists', [2]],
  ['all', [2]],
  ['exists_one', [2]],
  ['existsOne', [2]],
  ['filter', [2]],
  ['map', [2, 3]],
]);
