import { type Constants, fold } from './fold.ts';
import type { Observation } from './observation.ts';
import type { Expression } from './parser.ts';
import { ENDLESS } from './rules.ts';
import type { Assignment } from './statements.ts';
import { dotted } from './texts.ts';

/** Prompts have some ten thousand characters and messages some hundred; a template counts in neither. */
export const ENDLESS_COUNT = 10_000_000;

/** A loop, or a text, as long as a number that is written out. */
export function* judgeLength(expression: Expression, constants: Constants): Iterable<Observation> {
  const counts =
    expression.kind === 'call' && expression.of.kind === 'name' && expression.of.name === 'range'
      ? expression.arguments
      : expression.kind === 'binary' && (expression.operator === '*' || expression.operator === '**')
        ? [expression.left, expression.right]
        : [];
  for (const count of counts) {
    const value = fold(count, constants);
    if (typeof value === 'number' && Math.abs(value) >= ENDLESS_COUNT)
      yield { rule: ENDLESS, operation: `counts to ${value}` };
  }
  const width = Math.max(widthOf(expression, constants), writtenWidth(expression));
  if (width >= ENDLESS_COUNT) yield { rule: ENDLESS, operation: `pads to ${width}` };
}

/** Filters and methods that make a text as wide as they are told. */
const PADS = /^(?:center|indent|ljust|rjust|zfill|wordwrap|expandtabs|tojson)$/;

/** The widths that a format asks for: `%999999999d`, `{:>999999999}`. */
function writtenWidth(expression: Expression): number {
  if (expression.kind !== 'constant' || typeof expression.value !== 'string') return 0;
  const [, old, braced] =
    /%[-+ #0]{0,5}(\d{8,20})|\{[^{}:]{0,50}:[^{}]{0,9}?(\d{8,20})[^{}]{0,9}\}/.exec(expression.value) ?? [];
  return Number(old ?? braced ?? 0);
}

function widthOf(expression: Expression, constants: Constants): number {
  const name =
    expression.kind === 'filter'
      ? expression.name
      : expression.kind === 'call' && expression.of.kind === 'attribute'
        ? expression.of.name
        : '';
  if (!PADS.test(name) || (expression.kind !== 'filter' && expression.kind !== 'call')) return 0;
  return Math.max(0, ...expression.arguments.map((given) => numberOf(fold(given, constants))));
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** How often a loop over this runs, where that is written out; one where it is not. */
export function roundsOf(expression: Expression, constants: Constants): number {
  if (expression.kind !== 'call' || expression.of.kind !== 'name' || expression.of.name !== 'range') return 1;
  const [from = 0, to, step = 1] = expression.arguments.map((given) => numberOf(fold(given, constants)));
  return to === undefined ? Math.max(1, from) : Math.max(1, Math.abs((to - from) / (step === 0 ? 1 : step)));
}

/** `s = s ~ s`: what grows so in a loop has a billion parts after thirty rounds. */
export function doubles({ name, value }: Assignment): boolean {
  if (value.kind !== 'binary' || !/^[+~]$/.test(value.operator)) return false;
  return [value.left, value.right].every((side) => nameIn(side) === name);
}

function nameIn(expression: Expression): string {
  return expression.kind === 'name' ? expression.name : dotted(expression);
}
