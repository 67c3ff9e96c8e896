import { isConstantText } from './argument.ts';
import type { Site } from './site.ts';
import type { Cwe } from './weaknesses.ts';

/** Whether what a rule fears was seen to in the lines before, as it is in any language. */
export function isSeenTo(cwe: Cwe, site: Site): boolean {
  if (cwe === 89) return isOfOwnParts(site);
  if (cwe === 78) return isQuoted(site) || isFixedCommand(site);
  if (cwe === 79) return isCounted(site);
  if (cwe === 90) return ESCAPED_FILTER.test(site.statement);
  if (cwe === 22) return isLastOfPath(site);
  if (cwe === 328 || cwe === 327) return namesVersions(site);
  return false;
}

/** What goes into a filter of a directory was escaped for it. */
const ESCAPED_FILTER =
  /\b(?:escape_filter_chars|filter_format|ldap_escape|encodeForLDAP|(?:Ldap)?FilterEncode|LdapFilterEncode|EscapeFilter|escapeFilter|escapeLDAPSearchFilter|encodeFilter|escape_ldap\w*)\s?\(|\bFilter\.escape\(/i;

/** The last name in the first thing that a call is given. */
const OPENED = /\(\s*(?:[^(),]{0,60}[+{]\s*)?([A-Za-z_]\w{0,40})\s*\}?`?\s*[,)]/;

/** Whether the name that is opened was cut to the last part of a path. */
function isLastOfPath({ statement, at, before }: Site): boolean {
  if (!before.includes('basename(')) return false;
  const [, name = ''] = OPENED.exec(statement.slice(at)) ?? [];
  const line = name === '' ? undefined : before.split('\n').findLast((one) => isSet(name, one));
  return line !== undefined && /=\s*(?:path\.)?basename\(/.test(line);
}

/** What is put into a text: by braces, by a dollar, or between quotes and a sign that joins. */
const PUT_IN =
  /\$?\{\s*(?<braced>[A-Za-z_]\w{0,40})\s*\}|(?<=["'`][^"'`\n]{0,200})\$(?<dollar>[A-Za-z_]\w{0,40})|["']\s?[+.]\s?\$?(?<joined>[A-Za-z_]\w{0,40})(?![\w([.])/g;
const PUT_IN_ONCE = new RegExp(PUT_IN.source);
/** Anything that is put in and has no name of its own. */
const BUILT_IN =
  /\{[^{}\n]{0,60}[([][^{}\n]{0,60}\}|["']\s?[+.]\s?\$?\w{1,40}[([.]|%\s?\(|\.format\(|Sprintf|String\.format/;
const MOST_NAMES = 6;

/** What is written as constants are, put in by braces. */
const OWN_CONSTANT = /\$?\{\s*(?:(?:self|cls|this|[A-Z]\w{0,40})\.)?_{0,2}[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*\}/g;

/** Names alone that are put into the places of a text. */
const FORMATTED = /(?:Sprintf|format)\(\s*["`][^"`\n]{1,300}["`]((?:,\s?[A-Za-z_]\w{0,40}){1,4})\s*\)/;

/** Whether a statement is put together of marks for values, and of words that were chosen from a list of the program's own. */
function isOfOwnParts({ statement: written, before }: Site): boolean {
  const statement = written.replace(OWN_CONSTANT, '');
  if (statement !== written && !PUT_IN_ONCE.test(statement) && !BUILT_IN.test(statement)) return true;
  if (before.trim() === '') return false;
  const names = new Set<string>();
  const [, given] = FORMATTED.exec(statement) ?? [];
  for (const name of given?.match(/\w+/g) ?? []) names.add(name);
  if (given === undefined && BUILT_IN.test(statement)) return false;
  for (const { groups } of statement.matchAll(PUT_IN))
    names.add(groups?.braced ?? groups?.dollar ?? groups?.joined ?? '');
  if (names.size === 0) return isOfOwnText(statement, before);
  if (names.size > MOST_NAMES) return false;
  return [...names].every((name) => isOwn(name, before));
}

/** What is given to a call is a text of some lines before. */
const GIVEN = /\(\s*(?:text\(\s*)?\$?([A-Za-z_]\w{0,40})\s*[,)]/;

function isOfOwnText(statement: string, before: string): boolean {
  const [, name = ''] = GIVEN.exec(statement) ?? [];
  if (name === '') return false;
  const lines = before.split('\n');
  const at = lines.findLastIndex((line) => isSet(name, line));
  const line = lines[at] ?? '';
  // Once more is enough: a text of a text of texts is for people to read.
  return (
    at > 0 && PUT_IN_ONCE.test(line) && isOfOwnParts({ statement: line, at: 0, before: lines.slice(0, at).join('\n') })
  );
}

function isSet(name: string, line: string): boolean {
  const place = line.indexOf(name);
  return (
    place >= 0 &&
    !/[\w.]/.test(line.charAt(place - 1)) &&
    /^\s*(?::?=|:\s?\w+\s?=)(?!=)/.test(line.slice(place + name.length))
  );
}

/** Marks of values; one of two words; what a list of words has under a key, or a word of one's own where it has none. */
const MARKS = /`\$\$\{\w+|["'`](?:\?|%s|\?,|%s,|\?, )["'`]|\('\?'|fill\(["']\?["']/;
const ONE_OF =
  /if \([^\n]{1,80}\) ["'][\w ,.]{1,40}["'] else ["'][\w ,.]{1,40}["']|\?\s*["'][\w ,.]{1,40}["']\s*:\s*["'][\w ,.]{1,40}["']|["'][\w ,.]{1,40}["'] if [^\n]{1,80} else ["'][\w ,.]{1,40}["']|(?:\?\?|\|\||\?:)\s*["'][\w ,.]{1,40}["']|\.get\([^\n]{1,80}, ?["'][\w ,.]{1,40}["']\)|\b[A-Z][A-Z_]{2,30}(?:\[|\.get\()|in_array\([^\n]{1,80}\)\s*\?[^\n:]{1,60}:\s*["'][\w ,.]{1,40}["']/;
/** Ends what goes on with a word that is on no list. */
const GUARDS = /\b(?:not in|includes\(|in_array\(|contains\(|has\(|Contains\(|contains\?\()/;
const ENDS = /\b(?:raise|throw|return|abort|exit|die|continue|Forbid|BadRequest|status\(4)\b/;

function isOwn(name: string, before: string): boolean {
  const lines = before.split('\n');
  const set = lines.filter((line) => isSet(name, line));
  if (set.length > 0 && set.every((line) => /=\s*["'][\w ,.]{1,40}["'];?\s*$/.test(line))) return true;
  for (const [at, line] of lines.entries()) {
    const place = line.indexOf(name);
    if (place < 0 || /\w/.test(line.charAt(place + name.length)) || /\w/.test(line.charAt(place - 1))) continue;
    const behind = line.slice(place + name.length);
    if (/^\s*(?::?=|:\s?\w+\s?=)(?!=)/.test(behind) && (MARKS.test(behind) || ONE_OF.test(behind))) return true;
    if (/\bif\b|\bunless\b/.test(line) && GUARDS.test(line) && (ENDS.test(line) || ENDS.test(lines[at + 1] ?? '')))
      return true;
  }
  return false;
}

/** A digest that names a version, a file or a picture, and keeps nothing secret. */
const VERSIONS =
  /\bgit\b|\bblob\b|\bchecksums?\b|\bmanifest\b|\be_?tag\b|gravatar|cache_?key|\bcache\b|\bdedup\w*|\bfingerprints?\b|\bcontent[_ -]?hash\b|\bid of a\b|md5\((?:serialize|json_encode)/i;
/** Where something is kept secret, a digest is told whatever else it is for. */
const SECRETS = /passw|secret|token|credential|\bauth|sign|session|\bpin\b|salt|encrypt/i;
const NEAR = 160;

function namesVersions({ statement, before }: Site): boolean {
  const near = before.slice(-NEAR) + statement;
  return VERSIONS.test(near) && !SECRETS.test(near);
}

/** Up to where a call asks for a shell. */
const SHELLED =
  /\b(?:run|call|Popen|check_output|check_call)\(\s*(?:args\s*=\s*)?([A-Za-z_]\w{0,40})\s*,[^()]{0,200}(?:\([^()]{0,60}\)[^()]{0,100})?$/;

/** Whether a shell is given a text of the lines before, with nothing put into it. */
function isFixedCommand(site: Site): boolean {
  const [, name] = SHELLED.exec(site.before.slice(-300) + site.statement.slice(0, site.at)) ?? [];
  return name !== undefined && isConstantText(name, site);
}

/** Whether each part of a command was quoted for a shell. */
function isQuoted({ statement }: Site): boolean {
  const parts = statement.match(/\{[^{}\n]{1,120}\}/g) ?? [];
  return (
    parts.length > 0 && !/["']\s?[+%]/.test(statement) && parts.every((part) => /^\{\s*(?:shlex\.)?quote\(/.test(part))
  );
}

/** Whether what is put into a page is how many there are. */
function isCounted({ statement }: Site): boolean {
  const parts = statement.match(/\$\{[^{}\n]{1,80}\}/g) ?? [];
  return parts.length > 0 && !/[`"']\s?\+|\+\s?[`"'\w]/.test(statement) && parts.every((part) => COUNTED.test(part));
}

const COUNTED =
  /^\$\{\s*(?:(?!req|ctx|param|query|body|input)(?:\w{1,40}\.){0,3}(?!req|param|query|body)\w{0,30}(?:[cC]ount|[lL]ength|[tT]otal|[sS]ize|[iI]ndex|[wW]idth|[hH]eight|[pP]ercent)|i|n)\s*\}$/;
