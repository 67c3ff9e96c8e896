import { tokensOf } from '../../../formats/python/tokens.ts';
import { ATTACKING_SCRIPT, CODE_OF_NOBODY, FETCHED_CODE } from '../rules.ts';
import { judgeScript } from '../scripts/scripts.ts';
import type { Deed } from './deeds.ts';
import { isPreparation } from './preparation.ts';
import { Program, type Said } from './program.ts';
import { LONGEST as LONGEST_VALUE } from './value.ts';

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

/** Who judges a program, and what counts beside what nobody needs anywhere. */
export interface Asked {
  /** Whether a command that fetches and runs at once is an attack. */
  readonly fetchingCounts: boolean;
  /** Whether a loader of models runs the file, or Python itself: then it starts no programs as it is loaded. */
  readonly loaded?: boolean;
}

/** The first attack of a program, whoever calls the function that it stands in; null where none was seen. */
export function attackIn(text: string, by: Asked, depth = 0): CodeAttack | null {
  return followed(text, by, depth).attack;
}

/** What was found of a program, and whether all that it may do was looked at. */
export interface Followed {
  readonly attack: CodeAttack | null;
  readonly whole: boolean;
}

/** The first attack of a program, and whether it was followed to its end, or to that attack. */
export function followed(text: string, by: Asked, depth = 0): Followed {
  let found: CodeAttack | null = null;
  const asked = new Set<string>();
  const said: Said = (deed, line, operation, onLoad) => {
    if (found !== null || isAsked(deed, onLoad, asked)) return;
    const what = meaningOf(deed, { ...by, loaded: by.loaded === true && onLoad }, depth);
    if (what !== null) found = { line, operation, what };
  };
  const program = withoutComments(text);
  if (!MAY_ATTACK.test(program)) return { attack: null, whole: true };
  if (program.length > LONGEST) return { attack: null, whole: false };
  const walk = new Program(program, said);
  walk.follow();
  return { attack: found, whole: found !== null || (walk.whole && asked.size <= MOST_ASKED) };
}

/**
 * Lines of comments are as long as somebody likes, and say nothing to Python; of texts that carry data no more is known than
 * their beginning. Which line is which stays.
 */
function withoutComments(text: string): string {
  if (text.length <= LONGEST) return text;
  const plain = text.replace(/^[ \t]*(?:#.*)?$/gm, '');
  return plain.length <= LONGEST ? plain : withoutData(plain);
}

/** More of a text than a value keeps. */
const LARGEST_TEXT = 2 * LONGEST_VALUE;

function withoutData(text: string): string {
  let kept = '';
  let from = 0;
  for (const { kind, start, end } of tokensOf(text)) {
    if (kind !== 'string' || end - start <= LARGEST_TEXT) continue;
    const data = text.slice(start + LONGEST_VALUE, end - LONGEST_END);
    kept += text.slice(from, start + LONGEST_VALUE) + data.replace(/[^\n]+/g, '');
    from = end - LONGEST_END;
  }
  return kept + text.slice(from);
}

/** Three quotes. */
const LONGEST_END = 3;

/** Different commands and texts of one file that are looked into: nobody writes more. */
const MOST_ASKED = 4_000;

function isAsked(deed: Deed, onLoad: boolean, asked: Set<string>): boolean {
  if (deed.kind === 'attack') return false;
  const text = `${onLoad ? 1 : 0}${deed.kind === 'command' ? deed.line : deed.text}`;
  if (asked.has(text) || asked.size > MOST_ASKED) return true;
  asked.add(text);
  return false;
}

/** A program without any of these words does none of it. */
const MAY_ATTACK =
  /put_object|publish|numpy|yaml|torch\.load|exec|eval|system|popen|spawn|Popen|subprocess|dup2|loads|urlopen|urlretrieve|CDLL|load_library|requests|httpx|send|write|FunctionType|runpy|getattr|__dict__|__import__|rmtree|gethostbyname|getaddrinfo|encrypt|__subclasses__|load_inline|sympify|parse_expr|eval_expr/;

function meaningOf(deed: Deed, by: Asked, depth: number): string | null {
  if (deed.kind === 'attack') return deed.what;
  if (deed.kind === 'code') {
    const inner = depth < DEEPEST ? attackIn(deed.text, by, depth + 1) : null;
    return inner === null ? null : inner.what;
  }
  const judged = judgeScript(deed.line, { buildsImage: false, hashComments: true, shell: 'posix' });
  if (judged?.rule === ATTACKING_SCRIPT) return 'starts a command that attacks the machine';
  if (judged?.rule === CODE_OF_NOBODY) return 'fetches something from a machine without a name and runs it at once';
  if (judged?.rule === FETCHED_CODE && by.fetchingCounts)
    return 'starts a command that fetches something and runs it at once';
  return by.loaded === true && !isPreparation(deed.line) ? 'starts a program as soon as it is loaded' : null;
}
