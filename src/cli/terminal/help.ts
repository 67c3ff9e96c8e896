import { fold } from './paper.ts';

/**
 * Help as a terminal of this width shows it: prose is folded at words, and what an example is for stands below it where it
 * does not fit beside it. A command that is wider than the terminal stays in one piece, to be copied.
 */
export function foldHelp(text: string, width: number): string {
  const lines = text.split('\n');
  if (lines.every((line) => line.length <= width)) return text;
  const folded: string[] = [];
  for (const line of sentencesOf(lines)) {
    if (line.length <= width) folded.push(line);
    else if (line.startsWith('  ')) folded.push(...foldExample(line, width));
    else folded.push(...fold(line, width, 0));
  }
  return folded.join('\n');
}

/** Lines of prose that were broken within a sentence, whole. */
function sentencesOf(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before !== undefined && goesOn(before, line)) whole[whole.length - 1] = `${before} ${line.trimStart()}`;
    else whole.push(line);
  }
  return whole;
}

function goesOn(before: string, line: string): boolean {
  const indent = indentOf(line);
  if (indent !== indentOf(before) || /[.:]$/.test(before) || before === '') return false;
  return (indent === 0 || indent > BELOW) && /^\s*["'{(\p{L}\d]/u.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Spaces before what an example is for, where that stands below it. */
const BELOW = 6;

function foldExample(line: string, width: number): readonly string[] {
  const [, example, what] = /^( +\S.*?) {2,}(\S.*)$/.exec(line) ?? [];
  if (example !== undefined && what !== undefined) return [example, ...fold(what, width, BELOW)];
  const indent = indentOf(line);
  // The second line of a list of codes, or a command.
  return indent > BELOW ? fold(line.trim(), width, indent) : [line];
}
