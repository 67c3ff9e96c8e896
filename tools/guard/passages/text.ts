import { randomFrom } from '../rows.ts';

/** What a person reads of a page of HTML: without scripts and what stands on every page, a blank line between blocks. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style|nav|header|footer)\b.*?<\/\1\s*>/gis, ' ')
    .replace(/<\/(?:p|div|li|h\d|tr|pre)>/gi, '\n\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(x[\da-f]{1,5}|\d{1,6});/gi, (_, point: string) => String.fromCodePoint(Number(`0${point}`)))
    .replace(/&(\w{2,6});/g, (whole, name: string) => NAMED.get(name) ?? whole);
}

const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    copy: '©',
  }),
);

/** Roff's requests that begin a paragraph, and those whose arguments are text. */
const BREAKS = /^(?:SH|SS|Sh|Ss|PP?|LP|TP|TQ|[IH]P|Pp|It|sp|br|nf|EX|Bd)$/;
const TEXT = /^(?:SH|SS|Sh|Ss|It|[BIR]{1,2}|SM|SB|Nd|Nm|Fl|Ar|Xr|Dq|Em|Pa)$/;

/** What a person reads of a page of a manual, near enough: lines of a paragraph are filled, as `man` does, but for examples. */
export function textOfRoff(roff: string): string {
  const paragraphs: string[] = [''];
  let filled = true;
  for (const line of roff.split('\n')) {
    const [, request = '', rest = ''] = /^[.']\s*(\S*)\s*(.*)$/.exec(line) ?? [];
    const isText = !/^[.']/.test(line);
    if (/^(?:nf|EX|Bd)$/.test(request)) filled = false;
    if (/^(?:fi|EE|Ed)$/.test(request)) filled = true;
    if (line === '' || BREAKS.test(request)) paragraphs.push('');
    const told = isText ? line : TEXT.test(request) ? rest.replaceAll('"', '') : '';
    if (told !== '') paragraphs.push(`${paragraphs.pop() ?? ''}${told}${filled ? ' ' : '\n'}`);
    if (/^S[HSsh]$/.test(request)) paragraphs.push('');
  }
  const text = paragraphs.map((paragraph) => paragraph.replace(/(.{50,77}) /g, '$1\n').trim());
  return withoutEscapes(text.filter((paragraph) => paragraph !== '').join('\n\n'));
}

function withoutEscapes(roff: string): string {
  return roff
    .replace(/\\f(?:\[\w*\]|\(..|.)|\\s[+-]?\d+|\\[&|^c%:]|\\".*/g, '')
    .replace(/\\(?:\(aq|\*\(Aq|\[aq\])/g, "'")
    .replace(/\\(?:\([lr]q|\*\([lr]q|\[[lr]q\])/g, '"')
    .replace(/\\\(bu|\\\[bu\]/g, '•')
    .replace(/\\[(*](?:\w\w|\(\w\w)|\\\[\w+\]/g, '')
    .replace(/\\e/g, '\\')
    .replace(/\\([-.' ~])/g, (_, kept: string) => (kept === '~' ? ' ' : kept));
}

/** One of the longer docstrings of a module of Python. */
export function docstringOf(source: string, seed: number): string {
  const quoted = source.split('"""').filter((_, at) => at % 2 === 1);
  const all = quoted.filter(({ length }) => length >= 300 && length <= 3000);
  return all[Math.floor(randomFrom(seed)() * all.length)] ?? '';
}

const LENGTHS = [300, 600, 1000, 1700];
const LONGEST = 1800;
const SHORTEST = 120;

/** Some paragraphs of a text that follow each other, the same for the same seed; undefined where they are hardly prose. */
export function passageOf(text: string, seed: number): string | undefined {
  const random = randomFrom(seed);
  const paragraphs = text
    .replace(/[ \t]+/g, ' ')
    .trim()
    .split(/\n\s*\n/);
  const length = LENGTHS[Math.floor(random() * LENGTHS.length)] ?? LONGEST;
  let passage = '';
  for (let at = Math.floor(random() * paragraphs.length); at < paragraphs.length && passage.length < length; at += 1) {
    passage += `${paragraphs[at]}\n\n`;
  }
  passage = passage.trim().slice(0, LONGEST);
  const letters = passage.match(/[A-Za-z]/g)?.length ?? 0;
  return passage.length < SHORTEST || letters < passage.length / 2 ? undefined : passage;
}
