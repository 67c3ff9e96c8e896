import { ATTACKING_SCRIPT, CODE_OF_NOBODY, FETCHED_CODE } from '../rules.ts';
import { judgeScript } from '../scripts.ts';
import type { Deed } from './deeds.ts';
import { Program } from './program.ts';

/** What a Python program does that no model needs: where, in its words, and what that comes to. */
export interface CodeAttack {
  readonly line: number;
  readonly operation: string;
  readonly what: string;
}

/** Longer sources are tables of data, or made to be long. */
const LONGEST = 1024 * 1024;
/** Code in texts of code. */
const DEEPEST = 3;

/** The first attack of a program, whoever calls the function that it stands in; null where none was seen. */
export function attackIn(text: string, fetchingCounts: boolean, depth = 0): CodeAttack | null {
  let found: CodeAttack | null = null;
  const asked = new Set<string>();
  const said = (deed: Deed, line: number, operation: string) => {
    if (found !== null || isAsked(deed, asked)) return;
    const what = meaningOf(deed, fetchingCounts, depth);
    if (what !== null) found = { line, operation, what };
  };
  if (text.length > LONGEST || !MAY_ATTACK.test(text)) return null;
  new Program(text, said).follow();
  return found;
}

/** Different commands and texts of one file that are looked into: nobody writes more. */
const MOST_ASKED = 2_000;

function isAsked(deed: Deed, asked: Set<string>): boolean {
  if (deed.kind === 'attack') return false;
  const text = deed.kind === 'command' ? deed.line : deed.text;
  if (asked.has(text) || asked.size > MOST_ASKED) return true;
  asked.add(text);
  return false;
}

/** A program without any of these words does none of it. */
const MAY_ATTACK =
  /put_object|publish|numpy|yaml|torch\.load|exec|eval|system|popen|spawn|Popen|subprocess|dup2|loads|urlopen|urlretrieve|CDLL|load_library|requests|httpx|send|write|FunctionType|runpy|getattr|__dict__|__import__|rmtree|gethostbyname|getaddrinfo|encrypt|__subclasses__|load_inline/;

function meaningOf(deed: Deed, fetchingCounts: boolean, depth: number): string | null {
  if (deed.kind === 'attack') return deed.what;
  if (deed.kind === 'code') {
    const inner = depth < DEEPEST ? attackIn(deed.text, fetchingCounts, depth + 1) : null;
    return inner === null ? null : inner.what;
  }
  const judged = judgeScript(deed.line, { buildsImage: false, hashComments: true, shell: 'posix' });
  if (judged?.rule === ATTACKING_SCRIPT) return 'starts a command that attacks the machine';
  if (judged?.rule === CODE_OF_NOBODY) return 'fetches something from a machine without a name and runs it at once';
  return judged?.rule === FETCHED_CODE && fetchingCounts
    ? 'starts a command that fetches something and runs it at once'
    : null;
}
