/** Names, three or six digits, or shares of light, as CSS and terminals write colours: red, green, blue from 0 to 255. */
type Colour = readonly [number, number, number];

const NAMED: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
};

/** Null for what is none, or not known. */
export function colourOf(text: string): Colour | null {
  const name = text.trim().toLowerCase();
  if (NAMED[name] !== undefined) return NAMED[name];
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(name) ?? [];
  if (digits !== undefined) {
    const each = digits.length === 3 ? Array.from(digits, (digit) => digit + digit) : (digits.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0] = each.map((pair) => Number.parseInt(pair, 16));
    return [red, green, blue];
  }
  const [, kind, inside = ''] = /^(rgb|hsl)a?\(([^)]{1,40})\)$/.exec(name) ?? [];
  const [first = 0, second = 0, third = 0] = inside.split(/[\s,/]+/).map((part) => Number.parseFloat(part));
  if (kind === 'rgb') return [first, second, third];
  if (kind === 'hsl' && (third >= 100 || third <= 0)) return third >= 100 ? [255, 255, 255] : [0, 0, 0];
  return null;
}

/** Whether nobody tells them apart. */
export function areAlike(one: Colour | null, other: Colour | null): boolean {
  if (one === null || other === null) return false;
  return one.every((share, at) => Math.abs(share - (other[at] ?? 0)) <= 10);
}

/** Paper and most pages are. */
export function isWhite(colour: Colour | null): boolean {
  return areAlike(colour, [255, 255, 255]);
}
