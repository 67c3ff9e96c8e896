import { type Token, tokensOf } from '../../../formats/python/tokens.ts';
import { isOwnDunder } from './plain-code-words.ts';
import { isPlainName, nameOf, type Source } from './plain-names.ts';

/** Places where a written text is run later, or where secrets are. */
const SENSITIVE =
  /(?:^|[\s"'/~])(?:etc\/(?:passwd|shadow|cron|profile|sudoers|ld\.so|hosts|systemd|rc\.local)|\.(?:ssh|aws|kube|gnupg|netrc|bashrc|bash_profile|profile|zshrc|zshenv|git-credentials|docker\/config)\b)|authorized_keys|id_rsa|crontab|site-packages|sitecustomize|usercustomize|LD_PRELOAD|autostart|\/proc\/self|wallet\.dat|Login Data/i;
/** A path file of Python, which is one of weights too; its line is an import. */
const PATH_FILE = /\.pth["']$/i;
/** Texts that are code: what reads types from texts, or rows of a table by them, evaluates these. */
const CODE =
  /(?<![\w.])(?:eval|exec|compile|getattr|open)\s?\(|(?<![\w.])(?:os|sys|subprocess|importlib|builtins|shutil|socket)\s?\.\s?[a-z_]+\s?\(|curl\b[^|\n]{0,200}\|\s*(?:sudo\s+)?(?:ba)?sh\b/;
/** Bytes in the letters of Base64, longer than any key or mark. */
const PACKED = /^\s*[A-Za-z0-9+/]{40,}(?:\s+[A-Za-z0-9+/]{40,}){3,}={0,2}\s*$|^[A-Za-z0-9+/]{300,}={0,2}$/;
/** A letter, or an underscore, by its number: nobody needs to. */
const ESCAPED_LETTER =
  /\\x(?:5f|[46][1-9a-f]|[57][0-9a])|\\[uU]0*(?:5f|[46][1-9a-f]|[57][0-9a])(?![0-9a-f])|\\1[0-7]{2}|\\N\{(?:LATIN|LOW LINE)/i;

/** Whether a text and those that stand right behind it, which are one text, are code. */
export function holdsCode(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.kind === 'string') return false;
  let whole = '';
  for (let place = at; tokens[place]?.kind === 'string'; place++)
    whole += writtenIn(tokens[place]?.text ?? '').replace(/^[a-zA-Z]*["']{1,3}|["']{1,3}$/g, '');
  const dunders = whole.match(/__\w+?__/g) ?? [];
  if (CODE.test(whole) || PACKED.test(whole) || trusts(whole, tokens, at) || dunders.some((name) => !isOwnDunder(name)))
    return true;
  return ESCAPED_LETTER.test(whole) && !/^[rR]/.test(tokens[at]?.text ?? '');
}

/** Of a formatted text what is not computed: what stands in its braces is judged as code. */
function writtenIn(text: string): string {
  if (!FORMATTED.test(text) || text.length > LONGEST_WRITTEN) return text;
  return expressionsIn(text).reduce((rest, inner) => rest.replace(`{${inner}}`, '{}'), text);
}

/** In each expression the whole is looked through. */
const LONGEST_WRITTEN = 4096;

/** A switch that is set: on a command line, or in a table. What a person's own answer sets is theirs. */
function trusts(text: string, tokens: readonly Token[], at: number): boolean {
  if (!/trust[-_]remote[-_]code/.test(text)) return false;
  if (!/^(?:--)?trust[-_]remote[-_]code$/.test(text))
    return /--trust[-_]remote[-_]code\b|trust_remote_code["']?\s*[=:]\s*["']?(?:True|true|1)/.test(text);
  return tokens.slice(at + 1, at + 9).some((token) => token.text === 'True' || token.kind === 'newline');
}

const FORMATTED = /^(?:[fFtT][rR]?|[rR][fFtT])/;
const BYTES = /^(?:[bB][rR]?|[rR][bB])/;
/** Bytes beyond this are a file of their own. */
const LONGEST_BYTES = 64;

/** Whether a text alone names nothing sensitive, and what is put into it is plain. */
export function isPlainString(text: string, source: Source): boolean {
  if (SENSITIVE.test(text) || (BYTES.test(text) && text.length > LONGEST_BYTES)) return false;
  if (PATH_FILE.test(text) && source.writesImport) return false;
  if (!FORMATTED.test(text) || !text.includes('{')) return true;
  return expressionsIn(text).every((inner) => {
    const tokens = [...tokensOf(inner.replace(/\\/g, ' '))].filter(({ kind }) => kind !== 'newline');
    return tokens.every((token, at) => token.kind !== 'name' || isPlainName(tokens, at, nameOf(token), source));
  });
}

/** What stands in the braces of a formatted text, doubled ones left out; all of it where they do not close. */
function expressionsIn(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth === 0 && text[at + 1] === '{') at++;
    else if (text[at] === '{') {
      if (depth === 0) start = at + 1;
      depth++;
    } else if (text[at] === '}' && depth > 0) {
      depth--;
      if (depth === 0) found.push(unquoted(text.slice(start, at)));
    }
  }
  return depth === 0 ? found : [unquoted(text.slice(1))];
}

/** Without its quotes every name in it is read, those of its texts too. */
function unquoted(text: string): string {
  return text.replace(/["'#]/g, ' ');
}
