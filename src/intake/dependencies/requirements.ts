import { type Asked, askedOf, type Manifest } from './declaration.ts';
import { fromAddress, nameInAddress, pythonRequirement } from './python-requirement.ts';

/** A requirements or constraints file of pip: continued lines, comments, options, hashes, addresses, and other files taken in. */
export function requirementsFile(text: string): Manifest {
  const asked: Asked[] = [];
  const problems: Manifest['problems'][number][] = [];
  const includes: { file: string; line: number }[] = [];
  for (const { words, line } of logicalLines(text)) {
    const include = /^(?:-r|-c|--requirement|--constraint)(?:\s*=\s*|\s*)(\S+)$/.exec(words)?.[1];
    if (include !== undefined) {
      includes.push({ file: include, line });
      continue;
    }
    const found = requirementLine(words, line);
    if (found === null) problems.push({ line, message: `${words.slice(0, 80)} is no requirement` });
    else asked.push(...found);
  }
  return { asked, problems: problems.slice(0, 20), includes };
}

/** Lines joined where a backslash ends them, without comments. */
function* logicalLines(text: string): Iterable<{ readonly words: string; readonly line: number }> {
  let held: string[] = [];
  let start = 1;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (held.length === 0) start = index + 1;
    const continued = raw.endsWith('\\') && !/^\s*#/.test(raw);
    held.push(continued ? raw.slice(0, -1) : raw);
    if (continued && held.length < 10_000) continue;
    const words = wordsOf(held);
    held = [];
    if (words !== '') yield { words, line: start };
  }
  const words = wordsOf(held);
  if (words !== '') yield { words, line: start };
}

/** One space between words, so that no pattern runs along thousands; without the comment. */
function wordsOf(lines: readonly string[]): string {
  const words = lines.join(' ').trim().split(/\s+/).join(' ');
  return words.replace(/(?:^| )#.*$/, '').slice(0, 200_000);
}

/** Null when pip would not understand it either. Options that name no package give none. */
function requirementLine(words: string, line: number): readonly Asked[] | null {
  const editable = /^(?:-e|--editable)[\s=]+(\S+)/.exec(words)?.[1];
  const target = editable ?? words;
  if (editable === undefined && words.startsWith('-')) return [];
  const plain = target.replace(/ --(?:hash|config-settings|global-option|no-binary|only-binary)\b.*$/, '');
  if (
    !/^[\w.[\],-]+ ?@/.test(plain) &&
    /^[a-z+]+:\/\/|^(?:git|hg|svn|bzr)\+|^\.{0,2}\/|\.(?:whl|zip|tar\.gz)(?:$|[\s;#])/i.test(plain)
  ) {
    const address = plain.split(/[\s;]/, 1)[0] ?? '';
    return askedOf('PyPI', nameInAddress(address), fromAddress(address), line);
  }
  if (editable !== undefined) return [];
  return pythonRequirement(plain, line);
}
