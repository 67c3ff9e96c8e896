import { lettersOf } from '../../../formats/shell/words.ts';
import type { Call } from './machine.ts';
import { isDecoded, isFetched, isPrivate, MARKS, marksOf } from './marks.ts';
import { baseOf, resolved } from './paths.ts';
import { contentOf, write } from './places.ts';

/** What a command reads: its files, or its input. */
function inputOf({ args, stdin, machine }: Call): string {
  const paths = args.filter((arg) => arg !== '' && !arg.startsWith('-'));
  const texts = paths.map((path) => contentOf(path, machine)).filter((text) => text !== MARKS.unknown);
  if (texts.length > 0) return texts.join('');
  return stdin === '' && paths.length > 0 ? MARKS.unknown : stdin;
}

export function cat(call: Call): string {
  return inputOf(call);
}

export function tee(call: Call): string {
  for (const path of call.args)
    if (!path.startsWith('-')) write(path, call.stdin, call.args.includes('-a'), call.machine);
  return call.stdin;
}

/** Programs whose output is what they read, in another order or with other letters: nobody sees in the script what it says. */
export function change(call: Call): string {
  if (call.name === 'sed' && call.args.some((arg) => /^-\w*i|^--in-place/.test(arg))) return insert(call);
  const input = inputOf({ ...call, args: call.args.slice(1) }) || call.stdin;
  const marks = marksOf(input);
  if (marks !== '') return marks;
  const replaced = call.name === 'sed' ? replacedIn(input, call.args) : null;
  if (replaced !== null) return replaced;
  return input === '' || /\$\{/.test(input) ? MARKS.unknown : MARKS.decoded + input;
}

/** `sed -i '$a text' file`: the text stands in the file from then on. */
function insert({ args, machine }: Call): string {
  const words = args.filter((arg) => !arg.startsWith('-'));
  const text = /^(?:\d+|\$|\/(?:[^/\\]|\\.){0,200}\/)?\s*[aic]\s*\\?\s*([\s\S]+)$/.exec(words[0] ?? '')?.[1];
  if (text !== undefined) for (const file of words.slice(1)) write(file, text, true, machine);
  return '';
}

/** `sed s/a/b/`, where the part is written out. */
function replacedIn(input: string, args: readonly string[]): string | null {
  let text = input;
  for (const expression of args.filter((arg) => !arg.startsWith('-'))) {
    const [, , old = '', by = '', flags = ''] =
      /^s(.)((?:(?!\1)[\w :/.@-])+)\1((?:(?!\1)[^\\&])*)\1(g?)$/.exec(expression) ?? [];
    if (old === '') return null;
    text = flags === 'g' ? text.replaceAll(old, by) : text.replace(old, () => by);
  }
  return text;
}

/** Programs that pick lines or fields. */
export function pick(call: Call): string {
  const input = inputOf(call);
  return input === '' ? MARKS.unknown : input;
}

/** Programs that say something about what they read, and not what it says. */
export function measure(): string {
  return MARKS.unknown;
}

const DECODES: Readonly<Record<string, RegExp>> = {
  base64: /^(?:-\w*[dD]\w*|--decode)$/,
  base32: /^(?:-\w*d\w*|--decode)$/,
  basenc: /^(?:-\w*d\w*|--decode)$/,
  xxd: /^-\w*r/,
  openssl: /^-d$/,
  gpg: /^(?:-d|--decrypt)$/,
};

/** base64 and its kind, both ways. */
export function code(call: Call): string {
  const { name, args } = call;
  const input = inputOf({ ...call, args: args.filter((arg) => !/^(?:enc|base64|aes[\w-]*|pass:.*)$/.test(arg)) });
  const decodes = DECODES[name];
  if (
    name === 'openssl'
      ? /^(?:enc|aes)/.test(args[0] ?? '') && !args.includes('-d')
      : name === 'gpg' && args.some((arg) => /^(?:-\w*[ce]|--symmetric|--encrypt)$/.test(arg))
  )
    lock(call);
  if (decodes === undefined || !args.some((arg) => decodes.test(arg))) return marksOf(input) || MARKS.unknown;
  return MARKS.decoded + decoded(name, input);
}

/** Files that are written again under a key. */
export function lock({ args, machine }: Call): void {
  for (const arg of args) if (/[/~\uE005*]/.test(arg)) machine.locked.add(arg);
}

/** What a text in base64 or hexadecimal says, where it is written out. */
function decoded(name: string, input: string): string {
  const text = input.replace(/\s+/g, '');
  if (name === 'xxd') return /^[0-9a-f]+$/i.test(text) ? Buffer.from(text, 'hex').toString('latin1') : '';
  return /^[A-Za-z0-9+/=]+$/.test(text) ? Buffer.from(text, 'base64').toString('latin1') : '';
}

/** gunzip and its kind: what was fetched packed is still what was fetched. */
export function unpackText(call: Call): string {
  const input = inputOf(call);
  const marks = marksOf(input).replace(MARKS.unknown, '');
  return marks === '' ? MARKS.decoded : marks;
}

/** `echo`, with or without the codes of letters. */
export function echo({ args }: Call): string {
  const words = args.slice(args.findIndex((arg) => !/^-[neE]+$/.test(arg)));
  const text = words.join(' ');
  if (text === '') return '\n';
  return args.some((arg) => /^-\w*e/.test(arg)) ? spelt(text) : text;
}

/** `printf format words`. */
export function printf({ args, machine }: Call): string {
  const variable = args[0] === '-v' ? (args[1] ?? '') : '';
  const [format = '', ...words] = args[0] === '-v' ? args.slice(2) : args.filter((arg) => arg !== '--');
  let at = 0;
  const places = (format.match(/%[-+ 0#]*\d*(?:\.\d+)?[a-zA-Z]/g) ?? []).length;
  let text = '';
  do {
    text += format.replace(/%(?:%|[-+ 0#]*\d*(?:\.\d+)?([a-zA-Z]))/g, (whole, letter?: string) =>
      letter === undefined
        ? '%'
        : letter === 'c'
          ? (words[at++] ?? '').slice(0, 1)
          : (words[at++] ?? (whole === '%s' ? '' : '0')),
    );
    if (places === 0) break;
  } while (at < words.length && text.length < 4_000);
  const said = spelt(text);
  if (variable === '') return said;
  machine.assign(variable, [said]);
  return '';
}

/** Letters by their codes are read by nobody; colours and ends of lines are what they are for. */
function spelt(text: string): string {
  const codes = text.match(/\\(?:x[2-7][0-9a-f]|0?(?:0[4-7]|1[0-7])[0-7])/gi) ?? [];
  return `${codes.length > 3 ? MARKS.decoded : ''}${lettersOf(text)}`;
}

export function environment(call: Call): string {
  return call.args.some((arg) => !arg.startsWith('-')) && call.name !== 'env' ? MARKS.unknown : MARKS.environment;
}

/** cp, mv, install and ln: what a file holds goes along. */
export function copy({ name, args, machine }: Call): string {
  const paths = args.filter((arg, at) => !arg.startsWith('-') && !/^-[mogt]$/.test(args[at - 1] ?? ''));
  const to = paths.at(-1) ?? '';
  const rights =
    args.some((arg) => /^-m\s?\d*[1357]/.test(arg)) || /\b\d*[1357]\d*\b/.test(args[args.indexOf('-m') + 1] ?? '');
  // `install` makes a program of it unless it is told other rights.
  const runs = args.includes('-m') ? rights : name === 'install' && /(?:^|\/)bin(?:\/|$)/.test(to);
  for (const from of paths.slice(0, -1)) {
    // What `<(…)` gave stands in the place of its name.
    const value = isFetched(from) || isDecoded(from) ? from : contentOf(from, machine);
    if (value === MARKS.unknown) continue;
    write(/\/$|^\.$|^[\w/]+\/bin$/.test(to) ? `${to}/${baseOf(from)}` : to, value, false, machine);
    if (runs && (value.startsWith(MARKS.fetched) || value.startsWith(MARKS.nameless))) machine.fetchedRun(value);
  }
  return '';
}

const PACKED = /\.(?:tar|t?gz|tbz2?|txz|zip|xz|bz2|zst).*$/;

/** tar, zip and unzip. */
export function pack(call: Call): string {
  const { name, args, stdin, machine } = call;
  const letters = args.filter((arg, at) => /^-\w+$/.test(arg) || (at === 0 && name === 'tar')).join('');
  const given = args.findIndex((arg) => /^(?:-C|-d|--directory)$/.test(arg));
  const at = given >= 0 ? resolved(args[given + 1] ?? '', machine.folder) : machine.folder;
  const unpacks = /^(?:unzip|7z|7za)$/.test(name) || /x/.test(letters) || args.includes('--extract');
  if (unpacks) {
    const packed = args.find((arg) => !arg.startsWith('-') && contentOf(arg, machine) !== MARKS.unknown);
    const mark = marksOf(packed === undefined ? stdin : contentOf(packed, machine));
    const [first = ''] = mark;
    const named = packed === undefined || isFetched(packed) ? [] : [baseOf(packed)];
    const here = at === machine.folder && !/strip/.test(args.join(' '));
    const tree =
      first === MARKS.fetched ? MARKS.fetched : first === MARKS.known || first === MARKS.forge ? MARKS.known : null;
    for (const name of new Set([...named, machine.fetchedName].map((one) => one.replace(PACKED, ''))))
      if (tree !== null && name !== '') machine.trees.push({ path: here ? resolved(name, at) : at, mark: tree });
    return /O/.test(letters) ? mark : '';
  }
  if (args.some((arg) => /^-(?:p\S|P|e$|-password|-encrypt)/.test(arg))) lock(call);
  const content =
    args
      .map((arg) => contentOf(arg, machine))
      .filter(isPrivate)
      .join('') || (isPrivate(stdin) ? stdin : '');
  const file = args.find((arg) => /\.(?:tar|tgz|gz|zip|7z|xz|bz2|zst)$/.test(arg));
  if (file === undefined) return content === '' ? MARKS.unknown : content;
  if (content !== '') write(file, content, false, machine);
  return '';
}
