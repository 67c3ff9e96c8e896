import { createFenceCutter } from '../../text/fences.ts';
import { attackIn } from './python/attacks.ts';
import { ATTACKING_SCRIPT, CODE_OF_NOBODY, FETCHED_CODE, HOST_ACCESS } from './rules.ts';
import { judgeScript, LONGEST_LINE } from './scripts/scripts.ts';
import { unprotected } from './unprotected.ts';

/** What tells people, and assistants, what to type: cards, READMEs, pages on how to install something. */
export const PAPER =
  /\.(?:md|markdown|mdx|rst|adoc)$|(?:^|\/)(?:readme|install(?:ation)?|usage|setup|llms(?:-full)?)(?:\.txt)?$/i;

/** Longer papers are books; their first part says how to begin. */
const LONGEST_PAPER = 512 * 1024;
const MOST_BLOCKS = 200;

const SHELL =
  /^(?:sh|bash|zsh|shell|console|terminal|shell-?session|commandline|cmd|bat|batch|powershell|ps1?|pwsh|text|txt)?$/;
const PYTHON = /^(?:py|python3?|ipython3?|pycon)$/;
const POWERSHELL = /^(?:cmd|bat|batch|powershell|ps1?|pwsh)$/;
const PROMPTS =
  /^[ \t]*(?:\$|%|PS[^>\n]{0,80}>|[A-Z]:\\[^>\n]{0,80}>|>>>|\.\.\.|(?:\([\w.-]{1,40}\)\s*)?[\w.-]{1,40}@[\w.-]{1,40}:[^$#\n]{0,80}[$#])\s+/gm;
/** Without one of these a block brings nothing from outside, and hides nothing. */
const REACHES = /https?:|--privileged|base64|\biex\b|-enc|fromhex|xxd|[A-Za-z0-9+/]{60}/i;

/**
 * What a paper tells its reader to run that no honest one needs to: what arrives over a way that anybody on it can change,
 * or from a machine without a name, and code that nobody can read. Installers over protected ways are how tools are
 * installed, and are left alone; so is what a paper on security shows of attacks in plain sight.
 */
export function toldToRun(text: string): { readonly operation: string; readonly at: number } | null {
  for (const { code, info, at } of blocksOf(text.slice(0, LONGEST_PAPER))) {
    if (!REACHES.test(code)) continue;
    const operation = PYTHON.test(info) ? ofPython(code) : ofShell(code, info);
    if (operation !== null) return { operation, at };
  }
  const sentence = inSentence(text.slice(0, LONGEST_PAPER));
  if (sentence !== null) return sentence;
  const unguarded = UNGUARDED.exec(text.slice(0, LONGEST_PAPER));
  return unguarded === null ? null : { operation: unguarded[0], at: unguarded.index };
}

/** In a sentence, or behind the number of a step: what arrives is handed to a shell, and nobody is warned of it. */
function inSentence(text: string): { readonly operation: string; readonly at: number } | null {
  for (const { index } of text.matchAll(/\b(?:curl|wget)\s/g)) {
    const before = text.slice(Math.max(0, index - 120), index).replace(/^[\s\S]*\n/, '');
    const taken = TAKEN.test(before) ? FETCHES : PIPES;
    const command = taken.exec(text.slice(index, index + 500));
    if (command === null || !TELLS.test(before) || WARNS.test(before) || !unprotected(command[0])) continue;
    return { operation: command[0], at: index };
  }
  for (const { 0: command, index } of text.matchAll(PACKAGES)) {
    const before = text.slice(Math.max(0, index - 120), index).replace(/^[\s\S]*\n/, '');
    if (TELLS.test(before) && !WARNS.test(before) && unprotected(command))
      return { operation: command.slice(1, -1), at: index };
  }
  return null;
}

const PIPES = /^[^\n|`'"]{0,200}https?:\/\/[^\n|`]{1,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/;
/** What a shell is given to run is what arrives: `sh -c "$(curl …)"`, `bash <(curl …)`. */
const TAKEN = /\b(?:ba|z|da)?sh\s+(?:-c\s+["']?\$\(|<\()\s*$/;
const FETCHES = /^[^\n|`'")]{0,200}https?:\/\/[^\n|`)]{1,200}\)/;

/** Packages from a place that is not protected, between ticks of a sentence. */
const PACKAGES = /`(?:sudo\s+)?(?:pip3?|uv pip|pipx|uv tool) install [^`\n]{0,200}?(?:git\+)?http:\/\/[^`\n]{1,200}`/g;

const TELLS = /^[ \t]*\d+[.)][ \t]|\b(?:run|paste|type|execute|enter)\b/i;
const WARNS =
  /\b(?:never|not|don't|avoid|like|danger\w*|attack\w*|attacker\w*|malicious|exploit\w*|payload\w*|would|could|might|may|tricks?|tricked)\b/i;

/** A reader who is to turn off what would stop a program, for one that comes locked or wants all rights. */
const UNGUARDED =
  /\b(?:disable|turn(?:ing)? off|switch off|deactivate|pause)\b[^.\n]{0,40}\b(?:anti-?virus|defender|smartscreen|real-?time protection)\b[^\n]{0,300}\b(?:password|administrator)\b/i;

interface Block {
  readonly code: string;
  readonly info: string;
  readonly at: number;
}

/** Fenced blocks of a language that is run, and lines that are set in as code is. */
function* blocksOf(text: string): Iterable<Block> {
  let seen = 0;
  for (const { start, end, info } of createFenceCutter().advance(text, 0, true)) {
    const language = info.replace(/^\{?\.?|\}$/g, '');
    if (!SHELL.test(language) && !PYTHON.test(language)) continue;
    yield { code: withoutPrompts(text.slice(start, end)), info: language, at: start };
    if (++seen > MOST_BLOCKS) return;
  }
  for (const { 0: line, index } of text.matchAll(SET_IN)) {
    yield { code: withoutPrompts(line), info: '', at: index };
    if (++seen > MOST_BLOCKS) return;
  }
}

const SET_IN =
  /^(?: {4}|\t) {0,12}(?:\$ )?(?:sudo )?(?:curl|wget|pip3?|python3?|powershell|iwr|irm|echo|bash|sh)\b[^\n]{1,400}$/gm;

function withoutPrompts(code: string): string {
  return code.replace(PROMPTS, '');
}

function ofPython(code: string): string | null {
  const typed = code.match(/^[ \t]*!.*$/gm);
  const started = typed === null ? null : ofShell(typed.map((line) => line.replace(/^[ \t]*!/, '')).join('\n'), '');
  if (started !== null) return started;
  const attack = attackIn(code, { fetchingCounts: true });
  return attack !== null && (hides(attack.operation) || unprotected(code)) ? attack.operation : null;
}

function ofShell(code: string, info: string): string | null {
  const kind = { buildsImage: false, hashComments: true };
  const judged = [
    POWERSHELL.test(info) ? null : judgeScript(code, { ...kind, shell: 'posix' }),
    judgeScript(code, kind),
  ];
  for (const found of judged) {
    if (found === null) continue;
    if (found.rule === CODE_OF_NOBODY) return found.operation;
    if (found.rule === HOST_ACCESS && TAKES_MACHINE.test(found.operation)) return found.operation;
    if (found.rule === ATTACKING_SCRIPT && hides(found.operation)) return found.operation;
    if ((found.rule === FETCHED_CODE || found.rule === ATTACKING_SCRIPT) && unprotected(found.operation))
      return found.operation;
  }
  return lineOf(code, INDEX);
}

/** Packages from a place that is not protected. */
const INDEX =
  /\b(?:pip3?|uv|pipx|poetry|conda)\b[^\n]{0,300}(?:\s(?:-i|-f|--(?:extra-)?index-url|--find-links|--index|--default-index)(?:\s|=)|@\s*|install\s+(?:git\+)?)(?=http:)/;

/** A container that holds all of the machine's files, with all rights. */
const TAKES_MACHINE =
  /--privileged\b[^\n]*\s(?:-v|--volume)[= ]*["']?\/:|\s(?:-v|--volume)[= ]*["']?\/:[^\n]*--privileged\b/;

function lineOf(code: string, pattern: RegExp): string | null {
  for (const line of code.split('\n')) {
    const start = line.slice(0, LONGEST_LINE);
    if (pattern.test(start) && unprotected(start)) return start.trim();
  }
  return null;
}

/** Code that is written so that its reader cannot read it. */
function hides(operation: string): boolean {
  return /base64|b64decode|fromhex|unhexlify|\bxxd\b|\s-e(?:nc\w*)?\s+[A-Za-z0-9+/=]{20}|frombase64string|marshal|[A-Za-z0-9+/]{60}/i.test(
    operation,
  );
}
