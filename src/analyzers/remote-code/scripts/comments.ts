/** Languages in which a line that begins with `#` is a comment, unless a text or another comment is open. */
const HASH =
  /\.(?:sh|bash|zsh|ksh|fish|ps1|psd1|mk|dockerfile|ya?ml|toml|cfg|ini|conf|service|env|envrc)$|^(?:dockerfile|containerfile|makefile|gnumakefile|procfile|crontab|mlproject|\.env|\.envrc)/i;
const SHELL = /^#![^\n]{0,80}\b(?:ba|z|k|da|fi)?sh\b/;

/** Whether lines of such a file are comments by their `#`; in batch files, JavaScript or Perl they run, whatever their first line says. */
export function hasHashComments(name: string, text: string): boolean {
  return HASH.test(name) || (!name.includes('.') && SHELL.test(text));
}

/** Which shell reads a file; null where none is known to. */
export function shellOf(name: string, text: string): 'posix' | 'fish' | null {
  if (/\.fish$/i.test(name)) return 'fish';
  if (/\.(?:sh|bash|zsh|ksh|envrc|env|ebuild)$|^\.envrc$|^(?:pkg|apk)build$/i.test(name)) return 'posix';
  return /\.\w{1,4}$/.test(name) || !SHELL.test(text) ? null : 'posix';
}

/**
 * Tells line by line what is a comment and runs nothing. Where it cannot be told whether a text is still open (escaped
 * quotes, three quotes, comments of blocks), no line is a comment any more: what follows is judged as it stands.
 */
export function createCommentReader(hashComments: boolean): (line: string) => boolean {
  let quote = '';
  let unsure = !hashComments;
  let here: { readonly ends: string; readonly indented: boolean } | null = null;
  return (line) => {
    if (here !== null) {
      // What looks like a text that is handed in may be none: its quotes count as those of a program would.
      quote = unquoted(line, quote).quote;
      if ((here.indented ? line.replace(/^\t+/, '') : line) !== here.ends) return false;
      here = null;
      unsure ||= quote !== '';
      return false;
    }
    const closed = !unsure && quote === '';
    // Which program reads a Dockerfile is said in a comment.
    if (closed && /^\s*#(?!>|\s*syntax\s*=)/.test(line)) return true;
    if (UNSURE.test(line)) unsure = true;
    if (unsure) return false;
    const left = unquoted(line, quote);
    quote = left.quote;
    const [, dash, word] = HERE.exec(left.text) ?? [];
    if (word !== undefined) here = { ends: word, indented: dash === '-' };
    return false;
  };
}

/** Quotes that one language takes as they stand and another does not, and comments that end within a line. */
const UNSURE = /[\\`]["']|"""|'''|<#|#>|@["']/;
const HERE = /<<(-?)\s*["']?([A-Za-z_]\w*)/;

/** What of a line is no quoted text, its quotes kept, and the quote that is open behind it. */
function unquoted(line: string, before: string): { readonly text: string; readonly quote: string } {
  let [text, quote] = ['', before];
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (quote === '' && sign === '#' && /(?:^|[^\\`])\s$/.test(line.slice(Math.max(0, at - 2), at))) break;
    if (sign === quote) quote = '';
    else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (quote !== '' && !/\w/.test(sign)) continue;
    text += sign;
  }
  return { text, quote };
}
