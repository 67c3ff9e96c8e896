import type { Rule } from '../../../domain/finding.ts';
import { quoted } from '../../../formats/shell/quoted.ts';
import { readShell } from '../../../formats/shell/reader.ts';
import type { Command, Group, Part, Pipeline, Script, Simple } from '../../../formats/shell/syntax.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { ATTACKING_SCRIPT, CODE_OF_NOBODY, FETCHED_CODE } from '../rules.ts';
import { assignEach, takeAssignment, wordTexts } from './assignments.ts';
import { builtinOf, setPositions } from './builtins.ts';
import { commandOf, plainName, withoutWrappers } from './commands.ts';
import { startOther } from './consequences.ts';
import { type Names, textsOf, WAYS, way } from './expand.ts';
import { markOf } from './fetchers.ts';
import { forks } from './forks.ts';
import type { Machine } from './machine.ts';
import { isDecoded, isFetched, LONGEST_VALUE, MARKS, marksOf, withoutMarks } from './marks.ts';
import { startByEscape, startByOption } from './options.ts';
import { resolved } from './paths.ts';
import { contentOf, treeOf } from './places.ts';
import { inputOf, open, putOut } from './redirects.ts';
import { judgeRun } from './run-value.ts';
import { saysSecret } from './secrets.ts';
import { literalOf, shownAssignment, shownCommand, shownRedirect } from './shown.ts';

/** What a shell would do with a script, and with what it hands to others; told by `tell`, with the command that does it. */
export interface Heard {
  readonly buildsImage: boolean;
  readonly fish: boolean;
  /** A command as it is meant, names replaced: rows look at it. */
  readonly said: (line: string, operation: string) => void;
  readonly told: (rule: Rule, operation: string) => void;
}

/** Commands that are followed, functions anew with each call. */
const MOST_STEPS = 60_000;
/** Functions that call one another cost no more than this beyond what they cost where they stand. */
const MOST_CALLED = 20_000;
const MOST_CALLS_OF_ONE = 12;
/** Words of one command. */
const MOST_WORDS = 5_000;
/** Scripts in scripts: what is handed to a shell, and names of functions. */
const DEEPEST = 8;
const MOST_NAMES = 5_000;
const GOES = /^(?:cd|pushd|popd)$/;
const SECRET_NAMES = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

export class Interpreter implements Machine {
  readonly values = new Map<string, readonly string[]>(SECRET_NAMES.map((name) => [name, [MARKS.token]]));
  readonly files = new Map<string, string>();
  readonly trees: { path: string; mark: string }[] = [];
  readonly functions = new Map<string, Group>();
  readonly aliases = new Map<string, string>();
  readonly locked = new Set<string>();
  fetchedName = '';
  folder = '';
  before = '';
  readonly folders: string[] = [];
  stdin = '';
  whole = true;
  made = 0;
  readonly buildsImage: boolean;
  readonly fish: boolean;
  readonly #heard: Heard;
  readonly #names: Names;
  #text = '';
  #operation = '';
  #steps = 0;
  #depth = 0;
  #inside = 0;
  #uncertain = 0;
  /** What the command that runs reads: so do those of its `>(…)`. */
  #input = '';
  /** What the commands of the pipeline that runs are, as they are meant. */
  #said: (readonly string[])[] = [];
  #called = 0;
  #callDepth = 0;
  readonly #times = new Map<string, number>();
  readonly #calls: string[] = [];

  constructor(heard: Heard) {
    this.#heard = heard;
    this.buildsImage = heard.buildsImage;
    this.fish = heard.fish;
    this.#names = { values: this.values, depth: 0, outputOf: (part) => this.#outputOf(part) };
  }

  /** Follows a script from its beginning to its end. */
  follow(text: string): void {
    // A carriage return within a line hides what stands before it on a screen.
    this.#text = withoutMarks(text).replace(/\r(?!\n)/g, '\n');
    const { script, whole } = readShell(this.#text, this.fish);
    this.whole &&= whole;
    this.#script(script);
    if (this.#steps > MOST_STEPS) this.whole = false;
  }

  #script(script: Script): string {
    let output = '';
    for (const pipeline of script) {
      if (this.#steps > MOST_STEPS) return output;
      const said = this.#pipeline(pipeline);
      if (output.length < LONGEST_VALUE) output += said;
    }
    return output;
  }

  #pipeline({ commands, conditional }: Pipeline): string {
    const outer = this.#said;
    this.#said = [];
    this.#uncertain += conditional ? 1 : 0;
    let flow = this.stdin;
    for (const command of commands) {
      if (this.#inside === 0) this.#operation = this.#shown(commands[0] ?? command);
      flow = command.kind === 'simple' ? this.#simple(command, flow) : this.#group(command, flow);
    }
    this.#uncertain -= conditional ? 1 : 0;
    const parts = this.#said;
    this.#said = outer;
    const ways = Math.min(
      WAYS,
      parts.reduce((most, texts) => Math.max(most, texts.length), 0),
    );
    const lines = Array.from({ length: ways }, (_, at) =>
      parts
        .map((texts) => way(texts, at))
        .join(' | ')
        .slice(0, LONGEST_VALUE),
    );
    for (const line of lines) this.#heard.said(line, this.#operation);
    // What it speaks with is read from a name, and not from a pipe.
    if (this.#inside === 0 && this.#operation.startsWith('coproc')) this.#heard.said(this.#operation, this.#operation);
    // What a group that is piped says counts as a part of the line around it.
    if (outer.length > 0 && lines.length > 0) outer.push(lines);
    return flow;
  }

  #shown({ at }: Command): string {
    const end = this.#text.indexOf('\n', at);
    return this.#text
      .slice(at, end < 0 ? undefined : Math.max(end, at + 1))
      .slice(0, LIMITS.quotation)
      .trim();
  }

  #group(group: Group, input: string): string {
    if (group.how === 'function') return this.#define(group);
    const stdin = inputOf(group.redirects, input, this.#names, this);
    if (group.how === 'loop' && group.name !== '') assignEach(group.name, group.words, this.#names, this);
    const [outer, folder] = [this.stdin, this.folder];
    this.stdin = stdin;
    this.#uncertain += group.how === 'braces' || group.how === 'shell' ? 0 : 1;
    const output = this.#script(group.body);
    this.#uncertain -= group.how === 'braces' || group.how === 'shell' ? 0 : 1;
    this.stdin = outer;
    if (group.how === 'shell') this.folder = folder;
    return putOut(group.redirects, output, this.#names, this);
  }

  #define(group: Group): string {
    this.functions.set(group.name, group);
    if (forks(group)) this.tell(ATTACKING_SCRIPT);
    // Whatever calls it: what it does with what it is given is told where it is called.
    this.#uncertain++;
    this.#enter(`define ${group.name}`, () => this.#script(group.body));
    this.#uncertain--;
    return '';
  }

  /** Once within itself. */
  #enter(name: string, run: () => string): string {
    if (this.#depth >= DEEPEST || this.#calls.includes(name)) return MARKS.unknown;
    this.#calls.push(name);
    this.#depth++;
    const output = run();
    this.#depth--;
    this.#calls.pop();
    return output;
  }

  #simple(command: Simple, input: string): string {
    this.#steps++;
    const isAlias = command.words.length > 0 && literalOf(command.words[0] ?? []) === 'alias';
    for (const assignment of command.assignments)
      if (isAlias) this.alias(assignment.name, way(textsOf(assignment.value, this.#names), 0));
      else takeAssignment(assignment, command.words.length > 0, this.#names, this);
    const stdin = inputOf(command.redirects, input, this.#names, this);
    this.#input = stdin;
    if (command.words.length > MOST_WORDS) this.whole = false;
    const words = command.words.slice(0, MOST_WORDS).map((word) => wordTexts(word, this.#names));
    const given = command.assignments
      .map(({ name }) => shownAssignment(name, way(this.values.get(name) ?? [''], 0)))
      .join('');
    if (words.length === 0 && given !== '') this.#said.push([given]);
    if (words.length === 0) return putOut(command.redirects, this.#writesOnly(command) ? stdin : '', this.#names, this);
    const ways = Math.max(...words.map((texts) => texts.length));
    const [outputs, said]: [string[], string[]] = [[], []];
    this.#said.push(said);
    for (let at = 0; at < ways; at++) {
      const argv = words.flatMap((texts) => way(texts, at).split(MARKS.split));
      while (argv[0] === '') argv.shift();
      const targets = command.redirects.map((redirect) => shownRedirect(redirect, this.#names)).join('');
      said.push(given + shownCommand(argv, command.redirects.length > 0) + targets);
      outputs.push(this.run(argv, stdin));
      // Of the ways it may go, it goes one.
      if (GOES.test(argv[0] ?? '')) break;
      if (argv[0] === 'exec' && argv.length === 1) open(command.redirects, this.#names, this);
    }
    const output = outputs.find((one) => marksOf(one) !== '') ?? outputs[0] ?? '';
    return putOut(command.redirects, output, this.#names, this);
  }

  /** `> x` alone, and `$(< x)`. */
  #writesOnly({ redirects }: Simple): boolean {
    return redirects.some(({ sign }) => sign.startsWith('<'));
  }

  assign(name: string, texts: readonly string[], append = false): void {
    if (this.values.size > MOST_NAMES && !this.values.has(name)) return;
    const before = this.#uncertain > 0 && !append ? (this.values.get(name) ?? []) : [];
    const all = [...new Set([...texts, ...before])].map((text) => text.slice(0, LONGEST_VALUE));
    this.values.set(name, all.slice(0, WAYS));
  }

  #outputOf(part: Part & { readonly kind: 'output' | 'file' }): string {
    const [outer, folder, said] = [this.stdin, this.folder, this.#said];
    this.stdin = part.kind === 'file' && !part.reads ? this.#input : '';
    this.#said = [];
    this.#inside++;
    const output = this.#script(part.script).replace(/\n+$/, '');
    this.#inside--;
    this.stdin = outer;
    this.folder = folder;
    this.#said = said;
    return output === '' ? MARKS.unknown : output;
  }

  run(argv: readonly string[], stdin: string): string {
    if (++this.#steps > MOST_STEPS) return MARKS.unknown;
    const [first = '', ...args] = withoutWrappers(argv, this);
    if (first === '') return '';
    const path = resolved(first, this.folder);
    const alias = this.aliases.get(first);
    if (alias !== undefined)
      return this.#enter(`alias ${first}`, () => this.runText(`${alias} ${args.map(quoted).join(' ')}`, stdin));
    const called = this.functions.get(first);
    if (called !== undefined) return this.#followed(called) ? this.#call(called, args, stdin) : MARKS.unknown;
    // Behind a name that was decoded, `_` makes it the name of a function of the script's own kind.
    if ((isFetched(first) || isDecoded(first)) && !this.files.has(path) && !/^[\uE000-\uE01F]+_\w+$/.test(first)) {
      judgeRun(first, this);
      return MARKS.unknown;
    }
    const name = plainName(first);
    const said = saysSecret(name, args);
    if (said !== '') return said;
    // A program of what was fetched may be called like one of the machine's.
    const own = treeOf(path, this)?.mark ?? '';
    if (first.includes('/') && isFetched(own)) this.fetchedRun(own);
    const command = builtinOf(name) ?? commandOf(name);
    startByOption(name, args, this);
    startByEscape(name, args, stdin, this);
    if (command !== null) return command({ name, args, stdin, machine: this });
    if (first.includes('/') || this.files.has(path)) this.#runPath(path, args);
    startOther(name, args, this);
    // Whatever it is called: what it says of an address is what lies there.
    const address = args.find((arg) => /^(?:https?|ftp):\/\//.test(arg));
    return address === undefined ? MARKS.unknown : markOf(address);
  }

  #runPath(path: string, args: readonly string[]): void {
    const value = contentOf(path, this);
    judgeRun(value, this);
    if (marksOf(value) === '' && this.files.has(path)) {
      for (const [at, word] of args.slice(0, 9).entries()) this.values.set(String(at + 1), [word]);
      this.runText(value);
      return;
    }
    const around = treeOf(path, this)?.mark ?? '';
    if (isFetched(around)) this.fetchedRun(around);
  }

  /** What a function does is known from where it stands; with what it is given it is followed a few times. */
  #followed({ name }: Group): boolean {
    const times = this.#times.get(name) ?? 0;
    this.#times.set(name, times + 1);
    return times < MOST_CALLS_OF_ONE && this.#called < MOST_CALLED;
  }

  #call(group: Group, args: readonly string[], stdin: string): string {
    const kept = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '@', '*'].map(
      (name) => [name, this.values.get(name)] as const,
    );
    const output = this.#enter(`call ${group.name}`, () => {
      setPositions(args, this);
      const [outer, steps] = [this.stdin, this.#steps];
      this.stdin = stdin;
      this.#callDepth++;
      const said = this.#script(group.body);
      this.#callDepth--;
      this.stdin = outer;
      if (this.#callDepth > 0) return said;
      // What calls take is counted apart: it says nothing of how long the script is.
      this.#called += this.#steps - steps;
      this.#steps = steps;
      return said;
    });
    for (const [name, value] of kept)
      if (value === undefined) this.values.delete(name);
      else this.values.set(name, value);
    return output;
  }

  alias(name: string, text: string): void {
    this.aliases.set(name, text);
    this.#enter(`alias ${name}`, () => this.runText(text));
  }

  runText(text: string, stdin = '', apart = false): string {
    if (text.trim() === '' || this.#depth >= DEEPEST) return MARKS.unknown;
    const { script, whole } = readShell(text, this.fish && this.#inside === 0);
    this.whole &&= whole;
    const [outer, said] = [this.stdin, this.#said];
    this.stdin = stdin;
    if (apart) this.#said = [];
    this.#depth++;
    this.#inside++;
    const output = this.#script(script);
    this.#inside--;
    this.#depth--;
    this.stdin = outer;
    this.#said = said;
    return output;
  }

  askCode(code: string): void {
    const text = withoutMarks(code);
    const lines = text.split('\n').slice(0, 2_000);
    for (const line of lines.length > 1 ? [...lines, text.replace(/\n/g, '; ')] : lines)
      this.#heard.said(`python -c ${line}`, this.#operation);
  }

  tell(rule: Rule): void {
    this.#heard.told(rule, this.#operation);
  }

  fetchedRun(value = ''): void {
    this.tell(value.includes(MARKS.nameless) ? CODE_OF_NOBODY : FETCHED_CODE);
  }
}
