import { unescaped } from './carries.ts';

const MOST_PARTS = 12;
/** An address as a value: what a drawing of it, or a page that shows it, is asked for. */
const AS_VALUE = /(?<==)https?(?::|%3a)[^&#\s]{4,400}/gi;
/** Numbers of books and goods, by which everybody asks for their pictures. */
const OF_GOODS = /(?<=[/=-])(?:isbn|ean|gtin|upc)[/=-]?(\d{9}[\dx]|\d{12,13})(?![\da-z])/gi;
/** How orders, parcels and tickets are numbered. */
const NUMBERED = /(?<=[/=])[A-Z]{2,6}-?\d{6,20}(?=$|[/?&#])/g;

/**
 * The address without what it repeats of addresses that were spoken of: its beginning, and addresses that are its values; and
 * without the number of an order, for whoever clicks on it, and numbers of goods that nobody told as a secret.
 */
export function withoutKnown(
  address: string,
  earlier: readonly string[],
  loads: boolean,
  isSecret: (told: string) => boolean = () => false,
): string {
  const own = address.replace(AS_VALUE, (value) =>
    earlier.some((said) => said.includes(unescaped(value))) ? '' : value,
  );
  const numbered = (loads ? own : own.replace(NUMBERED, '')).replace(OF_GOODS, (goods, number: string) =>
    isOfGoods(number) && !isSecret(number) ? '' : goods,
  );
  const [, scheme = '', rest = ''] = /^([a-z+]{0,12}:?\/\/)(.*)$/is.exec(numbered) ?? [];
  if (rest === '') return numbered;
  let end = rest.length;
  for (let part = 0; part < MOST_PARTS && end > 0; part++) {
    const known = rest.slice(0, end);
    if (known.includes('.') && earlier.some((said) => said.includes(known))) return `${scheme}known${rest.slice(end)}`;
    end = Math.max(rest.lastIndexOf('/', end - 1), rest.lastIndexOf('?', end - 1));
  }
  return numbered;
}

/** Whether its last figure is the check of all before it. */
function isOfGoods(number: string): boolean {
  const figures = Array.from(number, (figure) => (/x/i.test(figure) ? 10 : Number(figure))).reverse();
  const isBook = figures.length === 10;
  const sum = figures.reduce((all, figure, place) => all + figure * (isBook ? place + 1 : place % 2 === 0 ? 1 : 3), 0);
  return sum % (isBook ? 11 : 10) === 0;
}
