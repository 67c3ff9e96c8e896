import { areAlike, colourOf, isWhite } from './colours.ts';

/** How much of an element is seen: by nobody, by nobody until the page shows it, or white by whoever has another ground than white. */
export type Seen = 'not' | 'later' | 'half' | 'all';

const ZERO = /^-?0*(?:\.0+)?(?:px|pt|em|rem|%|vw|vh)?$/;
/** A length that no eye reads: two pixels and less. */
const TINY = /^(?:[012](?:\.\d+)?(?:px|pt)|0?\.0?[0-9]+(?:em|rem|px|pt))$/;
const FAR = /^-\d{3,6}(?:px|pt|em|rem|%|vw|vh)?$|^-?[1-9]\d{2,5}(?:vw|vh|%|em|rem)$/;

/** A colour of its own, whichever it is. */
const A_NAME = /^(?!inherit|initial|unset|revert|currentcolor)[a-z]{3,20}$/;

/** By the declarations of its style. (CSS 2.2 and its successors) */
export function seenBy(style: string): Seen {
  const of = new Map(
    style.split(';').flatMap((row) => {
      const at = row.indexOf(':');
      const value = row.slice(at + 1).replace(/!\s*important/i, '');
      return at < 0 ? [] : [[row.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase()] as const];
    }),
  );
  const is = (name: string, pattern: RegExp) => pattern.test(of.get(name) ?? 'none given');
  // Around elements that have sizes of their own, and for the first words of letters.
  const withoutLines = (is('font-size', ZERO) || is('font-size', TINY)) && is('line-height', /^0|^1px$/);
  const small = ['height', 'max-height', 'width', 'max-width'].some(
    (name) => is(name, ZERO) || (is(name, /^1px$/) && is('overflow', /hidden|clip/)),
  );
  // Menus, dialogs, what is read aloud, and the first words of letters are hidden so.
  if (
    small ||
    withoutLines ||
    is('display', /^none$/) ||
    is('visibility', /^(?:hidden|collapse)$/) ||
    is('content-visibility', /^hidden$/) ||
    is('mso-hide', /^all$/) ||
    is('opacity', /^0*(?:\.0\d*)?%?$/) ||
    is('clip', /rect\(\s*(?:0|1px)/) ||
    is('clip-path', /inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0[^)]{0,8}0\s*\)/) ||
    is('transform', /scale[xy3d]*\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\(\s*-\d{3,}/) ||
    ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top'].some((name) => is(name, FAR))
  )
    return 'later';
  if (
    is('filter', /opacity\(0?(?:\.0\d*)?%?\)|brightness\(0\)\s*invert|blur\([1-9]\d{1,3}px\)/) ||
    is('font-size', ZERO) ||
    is('font-size', TINY) ||
    is('line-height', ZERO) ||
    is('zoom', ZERO) ||
    is('scale', ZERO) ||
    is('color', /^transparent$|,\s*0?(?:\.0+)?\s*\)$|^#[0-9a-f]{6}00$|^#[0-9a-f]{3}0$/) ||
    is('fill', /^(?:none|transparent)$/)
  )
    return 'not';
  const colour = colourOf(of.get('color') ?? of.get('fill') ?? '');
  const ground = colourOf(
    (of.get('background') ?? of.get('background-color') ?? '').replace(/\s*(?:url|no-repeat).*$/, ''),
  );
  if (
    areAlike(colour, ground) ||
    (is('color', A_NAME) && of.get('color') === (of.get('background') ?? of.get('background-color')))
  )
    return 'not';
  // Behind what is drawn over it.
  if (is('z-index', /^-\d/) && is('position', /^(?:absolute|fixed)$/)) return 'half';
  return isWhite(colour) && ground === null ? 'half' : 'all';
}
