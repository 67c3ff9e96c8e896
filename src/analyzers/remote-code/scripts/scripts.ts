import type { Rule } from '../../../domain/finding.ts';
import type { ShellFile, ShellStep } from '../../../formats/shell/syntax.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { namesNobody } from '../nameless.ts';
import {
  ATTACKING_SCRIPT,
  CHANGES_MACHINE,
  CODE_OF_NOBODY,
  FETCHED_CODE,
  HOST_ACCESS,
  TRUST,
  UNREAD_SCRIPT,
} from '../rules.ts';
import { referencesInText } from '../settings/strings.ts';
import { commandsInCode } from '../shell/code.ts';
import { beginsAsCommand } from '../shell/commands.ts';
import { judgeShell } from '../shell/judge.ts';
import { unprotected } from '../unprotected.ts';
import { createCommentReader } from './comments.ts';
import { FETCHES, fetchedAndRun } from './fetched-files.ts';
import { SCRIPT_ROWS } from './script-rows.ts';
import { meaningsOf, valuesIn } from './shell-values.ts';

/** What a script is: whether it builds an image, whether `#` begins its comments, and whether a shell reads it. */
export interface ScriptKind {
  readonly buildsImage: boolean;
  readonly hashComments: boolean;
  readonly shell?: 'posix' | 'fish';
  /** What of it is handed to shells, where that is not all of it; null where this cannot be told. */
  readonly handed?: ShellFile | null;
  /** Whether they run on a machine that is made for them, and thrown away. */
  readonly onOwnMachine?: boolean;
  /** Whether it is a program that may start commands of a shell. */
  readonly startsCommands?: true;
}

export interface Judged {
  readonly rule: Rule;
  readonly operation: string;
}

const OTHER: ScriptKind = { buildsImage: false, hashComments: false };

/** The worst that a script does; null when nothing is known of it, which makes it no safer to run. */
export function judgeScript(text: string, kind: ScriptKind = OTHER): Judged | null {
  if (kind.handed !== undefined && kind.handed !== null) return judgeHanded(kind.handed, kind);
  if (kind.shell !== undefined) return judgeCommands([{ text: text.slice(0, LONGEST), own: false }], kind);
  const worst = judgeLines(text, kind);
  if (kind.startsCommands !== true || (worst !== null && worst.rule !== TRUST)) return worst;
  return judgeStarted(text, kind) ?? worst;
}

/** The worst of the commands that are written out in a program of another language, which starts them. */
export function judgeStarted(text: string, kind: ScriptKind = OTHER): Judged | null {
  const started: string[] = [];
  for (const command of commandsInCode(text.slice(0, LONGEST))) {
    if (command.length >= LONGEST_LINE || !beginsAsCommand(command)) continue;
    const found = judgeCommands([{ text: command, own: false }], { ...kind, shell: 'posix' });
    if (found !== null && found.rule !== TRUST && found.rule !== UNREAD_SCRIPT) return found;
    started.push(command);
  }
  // One fetches, and a later one runs what came.
  const run = fetchedAndRun(started);
  return run === null ? null : { rule: FETCHED_CODE, operation: run };
}

/** Houses have indexes of packages of their own, on machines that they give no name. */
const PACKAGES = /\b(?:pip3?|uv|pipx|poetry|conda|mamba|npm|pnpm|yarn|npx|gem|cargo|go)\s|_INDEX|REGISTRY/;

/** What is handed to shells is followed; the rest is looked at line by line. */
function judgeHanded({ steps, others, unread }: ShellFile, kind: ScriptKind): Judged | null {
  const buildsImage = kind.buildsImage || kind.onOwnMachine === true;
  const beyond = unread === true ? { rule: UNREAD_SCRIPT, operation: 'names that stand for too much' } : null;
  const [commands, lines] = [judgeCommands(steps, { ...kind, buildsImage }), judgeLines(others, kind)];
  // The machine itself, in the hands of whoever stands on the way to an address.
  if (lines?.rule === HOST_ACCESS && commands?.rule === FETCHED_CODE && unprotected(commands.operation))
    return { rule: ATTACKING_SCRIPT, operation: commands.operation };
  return worstOf([commands, lines, beyond]);
}

function worstOf(found: readonly (Judged | null)[]): Judged | null {
  return ORDER.map((rule) => found.find((one) => one?.rule === rule)).find((one) => one !== undefined) ?? null;
}

const ORDER = [ATTACKING_SCRIPT, CODE_OF_NOBODY, FETCHED_CODE, HOST_ACCESS, UNREAD_SCRIPT, CHANGES_MACHINE, TRUST];

/** A script that a shell reads: what each command does with what the others brought. */
function judgeCommands(steps: readonly ShellStep[], { buildsImage, shell }: ScriptKind): Judged | null {
  const asked = new Asked(buildsImage, true);
  const { worst, whole } = judgeShell(steps, {
    buildsImage,
    fish: shell === 'fish',
    rulesOf: (line) => {
      const start = line.replace(/[ \t]{2,}/g, ' ').slice(0, LONGEST_LINE);
      const trusts = [...referencesInText(start)].some(({ rule }) => rule === TRUST);
      const rules = asked.rulesOf(start);
      const nobody = rules.includes(FETCHED_CODE) && namesNobody(start) && !PACKAGES.test(start);
      return [...rules, ...(nobody ? [CODE_OF_NOBODY] : []), ...(trusts ? [TRUST] : [])];
    },
  });
  if (worst !== null && worst.rule !== TRUST) return worst;
  return !whole || asked.letters > MOST_ASKED ? { rule: UNREAD_SCRIPT, operation: 'a script in a shell' } : worst;
}

function judgeLines(text: string, { buildsImage, hashComments }: ScriptKind): Judged | null {
  let fetched: string | null = null;
  let trusts: string | null = null;
  let opens: string | null = null;
  const said = text.length > LONGEST ? condensed(text) : text;
  const lines = [...logicalLines(said.slice(0, LONGEST), createCommentReader(hashComments))];
  const values = valuesIn(lines);
  const asked = new Asked(buildsImage);
  for (const start of lines.flatMap(piecesOf)) {
    const operation = start.trim().slice(0, LIMITS.quotation);
    // What it is without its values stays said: a value may be a lure.
    const rules = [start, ...meaningsOf(start, values)].flatMap((one) =>
      SPELLINGS.flatMap((spell) => asked.rulesOf(spell(one))),
    );
    if (rules.includes(ATTACKING_SCRIPT)) return { rule: ATTACKING_SCRIPT, operation };
    if (rules.includes(FETCHED_CODE)) {
      if (namesNobody(start) && !PACKAGES.test(start)) return { rule: CODE_OF_NOBODY, operation };
      fetched ??= operation;
    }
    if (rules.includes(HOST_ACCESS)) opens ??= operation;
    if ([...referencesInText(start)].some(({ rule }) => rule === TRUST)) trusts ??= operation;
    if (asked.letters > MOST_ASKED) break;
  }
  const run = fetched === null ? fetchedAndRun(lines) : null;
  // Where it was put is run: the address stands in another line.
  if (run !== null && lines.some((line) => FETCHES.test(line) && namesNobody(line)))
    return { rule: CODE_OF_NOBODY, operation: run };
  fetched ??= run;
  if (fetched !== null) return { rule: FETCHED_CODE, operation: fetched };
  if (opens !== null) return { rule: HOST_ACCESS, operation: opens };
  if (trusts === null && asked.letters > MOST_ASKED)
    return { rule: UNREAD_SCRIPT, operation: `a script of ${lines.length} lines` };
  return trusts === null ? null : { rule: TRUST, operation: trusts };
}

/**
 * A line, or what of a long one is looked at together: what stands at the end of one piece stands in the next, too. Of lines
 * that are longer than any that a shell of Windows takes, as programs of pages have them, their beginning and their end.
 */
function piecesOf(line: string): readonly string[] {
  const plain = line.replace(/[ \t]{2,}/g, ' ');
  if (plain.length <= LONGEST_LINE) return [plain];
  if (plain.length > LONGEST_LINE_IN_ALL) return [plain.slice(0, LONGEST_LINE), plain.slice(-LONGEST_LINE)];
  const pieces: string[] = [];
  for (let at = 0; at + SHARED < plain.length; at += LONGEST_LINE - SHARED) {
    const piece = plain.slice(at, at + LONGEST_LINE);
    if (at === 0 || SAYS_SOMETHING.test(piece)) pieces.push(piece);
  }
  return pieces;
}

/** As long as what fetches something and runs it. */
const SHARED = 256;
const LONGEST_LINE_IN_ALL = 8 * 1024;

/** Of a text that is longer than anybody writes, the lines that may say something to a shell: a list of words has none. */
function condensed(text: string): string {
  return text
    .split('\n')
    .filter((line) => SAYS_SOMETHING.test(line.slice(0, LONGEST_LINE)))
    .join('\n');
}

const SAYS_SOMETHING =
  /[|&`]|\$[({]|\b(?:curl|wget|bash|sh|zsh|nc|ncat|socat|python[\d.]*|perl|ruby|node|php|base64|eval|exec|powershell|pwsh|iex|cmd|certutil|ssh|scp|rsync|chmod|crontab|sudo|docker|pip3?|npm|privileged)\b/i;

/** Lines that rows were asked about: each once, however often it stands in a file and in how many ways it is spelt. */
export class Asked {
  readonly #lines = new Set<string>();
  /** Letters of them all: rows cost no more than these, times a constant. */
  letters = 0;

  readonly #buildsImage: boolean;
  readonly #follows: boolean;

  constructor(buildsImage: boolean, follows = false) {
    this.#buildsImage = buildsImage;
    this.#follows = follows;
  }

  /** None of a line that was asked about before: what it broke is known. */
  rulesOf(line: string): readonly Rule[] {
    if (line.trim() === '' || this.letters > MOST_ASKED || this.#lines.has(line)) return [];
    this.#lines.add(line);
    this.letters += line.length;
    return SCRIPT_ROWS.filter(
      ({ pattern, unlessImage, followed }) =>
        !(this.#buildsImage && unlessImage) && !(this.#follows && followed) && pattern.test(line),
    ).map(({ rule }) => rule);
  }
}

/** As it stands, and without the marks that shells pass over: `p^ow""er`, `Inv`oke`, `cu\rl`, a list of `["sh", "-c"]`. */
const SPELLINGS: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) =>
    /[\^`]|\\\w|''|""|\$@|\$\{?IFS/.test(line)
      ? line.replace(/\$\{?IFS\}?(?:\$\d)?/g, ' ').replace(/\^(?=\S)|`(?=\w)|\\(?=[a-z])|''|""|\$@/gi, '')
      : '',
  (line) => (/\[\s*"/.test(line) ? line.replace(/["\][,]+/g, ' ') : ''),
  // Words that are quoted in parts, and letters by their codes: `w"g"et`, `$'\\143url'`.
  (line) =>
    /\w["']\w*["']|["']\w*["']\w/.test(line) ? line.replace(/(?<=\w)(["'])(\w*)\1|(["'])(\w*)\3(?=\w)/g, '$2$4') : '',
  (line) =>
    line.includes("$'") ? line.replace(/\$'((?:[^'\\]|\\.){1,200})'/g, (_, text: string) => lettersOf(text)) : '',
  (line) => (/["']\s*\+\s*["']/.test(line) ? line.replace(/(["'])\s*\+\s*\1/g, '').replace(/[()"']/g, ' ') : ''),
];

/** Letters by their codes of eight or sixteen. */
function lettersOf(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{1,2})|([0-7]{1,3}))/gi, (_, hex?: string, octal?: string) =>
    String.fromCharCode(hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16)),
  );
}

/** Lines but for comments, with those that a shell, a batch file or PowerShell continues joined. */
function* logicalLines(text: string, isComment: (line: string) => boolean): Iterable<string> {
  let open = '';
  for (const line of text.split(/\r\n|\r|\n/)) {
    // A comment does not go on in the next line, and may stand among lines that do.
    if (isComment(line)) continue;
    const continued = /[\\^`]$/.test(line) && open.length < LONGEST_LINE;
    if (continued) {
      open += `${line.slice(0, -1)} `;
      continue;
    }
    yield open + line;
    open = '';
  }
  if (open !== '') yield open;
}

/** Scripts are short; data in their clothes is judged by what reads it. */
export const LONGEST = 1024 * 1024;
/** Letters of different lines, in all their spellings: twice what the longest script has. Beyond it a script is not read. */
export const MOST_ASKED = 2 * LONGEST;
/** Patterns look at pairs of words: their cost grows with the square of a line. */
export const LONGEST_LINE = 1024;
