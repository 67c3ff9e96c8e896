/** Texts that begin as pickles, programs and archives do in base64 or hexadecimal, wherever they stand in a document; lines that go on with them count. */
const LETTERS =
  /(?<![A-Za-z0-9+/_-])(?:gA[I-X]|f0VM|TVq[QA]|UEsD|H4sI|QlpoO|\/Td6|80(?:02|03|04|05)|7f454c46|504b0304|1f8b08)[A-Za-z0-9+/=_-]{40,1000000}(?:(?:\r?\n[ \t]{0,40}|&#(?:x[0-9A-Fa-f]|1[03]);)[A-Za-z0-9+/=_-]{4,200}(?![^\r\n&"'])){0,20000}/g;
/** Lists of numbers that begin so. */
const NUMBERS =
  /\[\s{0,100}((?:128\s{0,100},\s{0,100}[2-5]|31\s{0,100},\s{0,100}139\s{0,100},\s{0,100}8|80\s{0,100},\s{0,100}75\s{0,100},\s{0,100}3|127\s{0,100},\s{0,100}69\s{0,100},\s{0,100}76)(?:\s{0,100},\s{0,100}\d{1,3}){13,1000000})\s{0,100}\]/g;
/** Bytes in the escapes of a programming language, or of protobuf's text form. */
const ESCAPES = /\\(?:x80\\x0[2-5]|200\\00[2-5])(?:\\[^\n]|[^"'\n\\]){12,100000}/g;
/** Ends of lines as XML writes them in attributes. */
const BREAKS = /&#(?:x[0-9A-Fa-f]|1[03]);/g;
const MOST_LETTERS = 100;

/** What in a document may be a file, by its place; whether it is one shows once it is decoded. */
export function lettersIn(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { 0: letters, index } of text.matchAll(LETTERS)) {
    const whole = letters.replace(BREAKS, '');
    if (!isCut(whole)) found[`text at ${index}`] = whole;
    if (Object.keys(found).length >= MOST_LETTERS) return found;
  }
  for (const { 0: escapes, index } of text.matchAll(ESCAPES)) {
    found[`escapes at ${index}`] = plain(escapes);
    if (Object.keys(found).length >= MOST_LETTERS) return found;
  }
  for (const { 1: numbers = '', index } of text.matchAll(NUMBERS)) {
    found[`numbers at ${index}`] = `[${numbers.replace(/\s+/g, '')}]`;
    if (Object.keys(found).length >= MOST_LETTERS) return found;
  }
  return found;
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([abfnrtv\\'"?]))/g;
const CONTROLS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Each byte as a character. */
function plain(escapes: string): string {
  return escapes.replace(ESCAPE, (_, hex: string | undefined, octal: string | undefined, letter = '') => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    return CONTROLS[letter] ?? letter;
  });
}

/** An archive whose end is not among its letters: what Office writes of drawings may go on elsewhere. */
function isCut(letters: string): boolean {
  return letters.startsWith('UEsD') && !Buffer.from(letters, 'base64').includes('PK\x05\x06');
}
