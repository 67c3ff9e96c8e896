/** Of a version and a variant that there are, and not one whose bytes are the letters of a text. (RFC 9562) */
const UUID = String.raw`(?!(?:[2-7][\da-f]){4}-(?:[2-7][\da-f]){2}-)[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}`;
/** Names of what programs keep of a row or of who is signed in, and numbers behind them. */
const CLAIMS = new RegExp(
  String.raw`^\{(?:\s?"(?:(?:\w{1,16}_)?id|uid|sub|iat|exp|nbf|ts|t|v|version|page|offset|limit|post|list|user|campaign|issue|time\w{0,6}|(?:created|updated|expires?)(?:_?at)?)"\s?:\s?(?:\d{1,13}(?:\.\d{1,6})?|true|false|null|"${UUID}")\s?,?|\s?"(?:aud|iss|typ|scope)"\s?:\s?"[a-z]{1,12}"\s?,?){1,8}\s?\}$`,
  'i',
);
const NUMBERS = /"(\w{1,20})"\s?:\s?(\d{1,13})(?:\.(\d{1,6}))?/g;
const OF_TIME = /^(?:iat|exp|nbf|ts|t|time\w{0,6}|(?:created|updated|expires?)(?:_?at)?)$/i;
/** In seconds or thousandths, of the years in which there are such rows. */
const TIME = /^1[4-9]\d{8}(?:\d{3})?$/;
/** Numbers of telephones and accounts have more figures, and so has a text that is put into several. */
const LONGEST_NUMBER = 9;
const MOST_FIGURES = 12;
/** `aud`, `iss`; and whom and which row. */
const STRINGS = /:\s?"/g;
const MOST_STRINGS = 2;

/** Whether a row of data says nothing but which one it is, and since when. */
export function isNumbersOfRow(text: string): boolean {
  if (!CLAIMS.test(text) || (text.match(STRINGS)?.length ?? 0) > MOST_STRINGS) return false;
  const figures = [...text.matchAll(NUMBERS)].flatMap(([, name = '', number = '', parts = '']) =>
    OF_TIME.test(name) && TIME.test(number) ? [parts] : [number, parts],
  );
  return figures.every(({ length }) => length <= LONGEST_NUMBER) && figures.join('').length <= MOST_FIGURES;
}

const IN_QUOTES = /"([^"\\]{3,200})(?:"|$)/g;

/** What the names and values of a row of data say, as words; it may be cut off. Empty if it is none. */
export function wordsOfRow(text: string): readonly string[] {
  return /^\s?[[{]/.test(text) ? [...text.matchAll(IN_QUOTES)].map(([, words = '']) => words) : [];
}
