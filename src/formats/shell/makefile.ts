import type { ShellFile, ShellStep } from './syntax.ts';

/** A Makefile as the shells of its recipes are told it: names of make are replaced by what they stand for; null where another shell reads it. */
export function readMakefile(text: string): ShellFile | null {
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  const names = new Names();
  const whole = /^\.ONESHELL\s*:/m.test(text);
  let recipe: string[] = [];
  const tell = (line: string) => {
    const said = names.expand(line.replace(/^[ \t]*[@+-]*[ \t]*/, ''), 0);
    if (said.trim() !== '') steps.push({ text: said, own: true });
  };
  const close = () => {
    if (recipe.length > 0) tell(recipe.join('\n'));
    recipe = [];
  };
  for (const line of logicalLines(text)) {
    if (line.startsWith('\t')) {
      if (whole) recipe.push(line.slice(1).replace(/^[@+-]+/, ''));
      else tell(line);
      continue;
    }
    close();
    const bare = withoutComment(line);
    const [, name = '', sign = '', value = ''] = ASSIGNMENT.exec(bare) ?? [];
    if (name === 'SHELL' && !/(?:^|[/\s])(?:ba|da|z|k|a)?sh(?:\s|$)/.test(names.expand(value, 0))) return null;
    if (sign === '!=') steps.push({ text: names.expand(value, 0), own: true });
    for (const command of names.commandsIn(bare)) steps.push({ text: names.expand(command, 0), own: true });
    if (name !== '') names.set(name, sign, value);
    else if (DEFINITION.test(bare)) names.set(...definitionOf(bare));
    else {
      const [, targets = '', needed = '', command] = /^([^\t#:=][^:=]*)::?(?!=)([^;]*)(?:;(.*))?$/.exec(bare) ?? [];
      if (targets !== '') names.aim(targets, needed);
      if (command !== undefined) tell(command);
      else if (targets === '') others.push(bare);
    }
  }
  close();
  return { steps, others: others.join('\n'), ...(names.overflowed && { unread: true as const }) };
}

const ASSIGNMENT =
  /^[ ]*(?:(?:export|override|private)[ ]+)*([\w.%-]{1,200})[ \t]*(:{0,3}=|\?=|\+=|!=)[ \t]*([\s\S]*)$/;
const DEFINITION = /^[ ]*(?:(?:export|override)[ ]+)*define[ \t]+([\w.-]+)[^\n]*\n/;

function definitionOf(text: string): [string, string, string] {
  const [head = '', name = ''] = DEFINITION.exec(text) ?? [];
  return [name, '=', text.slice(head.length)];
}

/** Lines that go on are joined, those of recipes as a shell would join them; the lines of a `define` are one. */
function* logicalLines(text: string): Iterable<string> {
  let [open, defines]: [string[], string[] | null] = [[], null];
  for (const line of text.split(/\r?\n/)) {
    if (defines !== null) {
      if (/^[ \t]*endef\b/.test(line)) {
        yield defines.join('\n');
        defines = null;
      } else defines.push(line);
      continue;
    }
    if (open.length === 0 && /^[ ]*(?:(?:export|override)[ ]+)*define[ \t]+[\w.-]+/.test(line)) {
      defines = [line];
      continue;
    }
    if (line.endsWith('\\')) {
      open.push(line.slice(0, -1));
      continue;
    }
    yield open.length === 0 ? line : [...open, line.trimStart()].join(' ');
    open = [];
  }
  if (defines !== null) yield defines.join('\n');
  if (open.length > 0) yield open.join(' ');
}

function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return at < 0 || line.includes('\n') ? line : line.slice(0, at);
}

/** Letters that are looked through and put in for names, in one file and in one line: names in names multiply. */
const MOST_LETTERS = 4 * 1024 * 1024;
const LONGEST_LINE = 16 * 1024;
const DEEPEST = 20;

class Names {
  /** What make gives a value of its own. */
  readonly #values = new Map([
    ['SHELL', '/bin/sh'],
    ['MAKE', 'make'],
    ['RM', 'rm -f'],
  ]);
  #letters = 0;
  /** Whether a line stands for more than is followed: what it says then is not known. */
  overflowed = false;

  set(name: string, sign: string, value: string): void {
    const before = this.#values.get(name);
    if (sign === '?=' && before !== undefined) return;
    const told = sign === '!=' ? `$(shell ${value})` : value;
    this.#values.set(name, sign === '+=' && before !== undefined ? `${before} ${told}`.slice(0, LONGEST_LINE) : told);
  }

  /** The names of a rule: what it makes, and of what. */
  aim(targets: string, needed: string): void {
    const all = this.expand(needed, 0).trim();
    this.#values.set('@', this.expand(targets, 0).trim().split(/\s+/)[0] ?? '');
    this.#values.set('<', all.split(/\s+/)[0] ?? '');
    for (const name of ['^', '+', '?']) this.#values.set(name, all);
  }

  /** What `$(shell …)` runs while the file is read. */
  *commandsIn(line: string): Iterable<string> {
    for (const { index } of line.matchAll(/\$\(shell\s/g)) {
      const end = this.#closing(line, index + 1);
      if (end >= 0) yield line.slice(index + '$(shell'.length, end).trim();
    }
  }

  expand(text: string, depth: number): string {
    if (text.includes('$') && this.#letters > MOST_LETTERS) this.overflowed = true;
    if (!text.includes('$') || depth > DEEPEST || this.#letters > MOST_LETTERS) return text.replaceAll('$$', '$');
    let [made, at] = ['', 0];
    while (at < text.length && made.length < LONGEST_LINE) {
      const next = text.indexOf('$', at);
      if (next < 0) break;
      made += text.slice(at, next);
      const sign = text.charAt(next + 1);
      const end = sign === '(' || sign === '{' ? this.#closing(text, next + 1) : next + 1;
      if (end < 0) {
        at = next + 1;
        continue;
      }
      made += sign === '$' ? '$' : this.#named(end > next + 1 ? text.slice(next + 2, end) : sign, depth);
      at = end + 1;
    }
    made += text.slice(at);
    this.#letters += made.length;
    this.overflowed ||= made.length > LONGEST_LINE;
    return made.slice(0, LONGEST_LINE);
  }

  #named(name: string, depth: number): string {
    const [, command] = /^shell\s+([\s\S]*)$/.exec(name) ?? [];
    if (command !== undefined) return `$(${this.expand(command, depth + 1)})`;
    const [, called] = /^call\s+([\s\S]*)$/.exec(name) ?? [];
    if (called !== undefined) return this.#called(called.split(','), depth);
    const value = this.#values.get(name);
    if (value !== undefined) return this.expand(value, depth + 1);
    return `\${${name.replace(/\W+/g, '_').slice(0, 80)}}`;
  }

  #called([name = '', ...given]: readonly string[], depth: number): string {
    const kept = given.map((_, at) => [String(at + 1), this.#values.get(String(at + 1))] as const);
    for (const [at, word] of given.entries()) this.#values.set(String(at + 1), this.expand(word, depth + 1));
    const said = this.#named(name.trim(), depth + 1);
    for (const [at, value] of kept)
      if (value === undefined) this.#values.delete(at);
      else this.#values.set(at, value);
    return said;
  }

  /** Where the bracket that opens at a place is closed; -1 where it never is, or not soon. */
  #closing(text: string, open: number): number {
    const [opens, closes] = text.charAt(open) === '(' ? ['(', ')'] : ['{', '}'];
    let depth = 0;
    for (let at = open; at < text.length && at < open + LONGEST_LINE && this.#letters < MOST_LETTERS; at++) {
      this.#letters++;
      if (text.charAt(at) === opens) depth++;
      else if (text.charAt(at) === closes && --depth === 0) return at;
    }
    return -1;
  }
}
