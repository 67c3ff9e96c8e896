/** Names of what programs keep of a row or of who is signed in, and numbers behind them: no word of anybody's. */
const CLAIMS =
  /^\{(?:\s?"(?:(?:\w{1,16}_)?id|uid|sub|iat|exp|nbf|ts|t|v|version|page|offset|limit|post|list|user|campaign|issue|time\w{0,6}|(?:created|updated|expires?)(?:_?at)?)"\s?:\s?(?:\d{1,13}(?:\.\d{1,6})?|true|false|null|"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}")\s?,?|\s?"(?:aud|iss|typ|scope)"\s?:\s?"[a-z]{1,12}"\s?,?){1,8}\s?\}$/i;

/** Whether a row of data says nothing but which one it is, and since when. */
export function isNumbersOfRow(text: string): boolean {
  return CLAIMS.test(text);
}

const IN_QUOTES = /"([^"\\]{3,200})(?:"|$)/g;

/** What the names and values of a row of data say, as words; it may be cut off. Empty if it is none. */
export function wordsOfRow(text: string): readonly string[] {
  return /^\s?[[{]/.test(text) ? [...text.matchAll(IN_QUOTES)].map(([, words = '']) => words) : [];
}
