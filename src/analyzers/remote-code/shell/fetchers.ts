import { isNameless } from '../nameless.ts';
import { ATTACKING_SCRIPT, HOST_ACCESS } from '../rules.ts';
import { isForge, isHouse, isKnownInstaller } from './known-hosts.ts';
import type { Call, Machine } from './machine.ts';
import { isPrivate, MARKS } from './marks.ts';
import { baseOf, resolved } from './paths.ts';
import { contentOf, write } from './places.ts';

/** What a command line of curl or wget says. */
interface Order {
  readonly addresses: readonly string[];
  /** Null for the output of the command; empty for the last name of the address. */
  readonly output: string | null;
  readonly folder: string;
  /** What is sent. */
  readonly sent: readonly string[];
  /** What proves who asks. */
  readonly proofs: readonly string[];
}

const CURL = { values: 'odHFTuAebcxKmwXErCyYztQPU', output: 'o', named: 'O', data: 'dFT', proof: 'uH' };
const WGET = { values: 'OPoatTwQeiUARDIXBl', output: 'O', named: '', data: '', proof: '' };
const LONG_DATA =
  /^--(?:data(?:-\w+)?|form(?:-string)?|upload-file|json|post-data|post-file|body-data|body-file|url-query)$/;
const LONG_PROOF = /^--(?:header|user|oauth2-bearer|cookie)$/;
const LONG_OUTPUT = /^--(?:output|output-document|out)$/;
const LONG_VALUE =
  /^--(?:request|max-time|retry(?:-delay|-max-time)?|connect-timeout|write-out|proxy|cacert|cert|key|range|tries|timeout|wait(?:retry)?|user-agent|referer|limit-rate|resolve|config|output-dir|max-redirs|http-user|http-password|dir)$/;

function orderOf(name: string, args: readonly string[]): Order {
  const letters = name === 'wget' ? WGET : CURL;
  const [addresses, sent, proofs]: [string[], string[], string[]] = [[], [], []];
  let output: string | null = name === 'wget' || name === 'aria2c' || name === 'axel' ? '' : null;
  let folder = '';
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [long = arg, given] = /^(--[\w-]+)(?:=([\s\S]*))?$/.exec(arg)?.slice(1) ?? [arg];
    const value = () => given ?? args[++at] ?? '';
    if (LONG_OUTPUT.test(long)) output = value();
    else if (/^--(?:output-dir|directory-prefix|dir)$/.test(long)) folder = value();
    else if (long.startsWith('--remote-name')) output = '';
    else if (LONG_DATA.test(long)) sent.push(long.endsWith('-file') ? `@${value()}` : value());
    else if (LONG_PROOF.test(long)) proofs.push(value());
    else if (LONG_VALUE.test(long)) value();
    else if (/^-\w/.test(arg)) {
      const end = Array.from(arg.slice(1)).findIndex((letter) => letters.values.includes(letter));
      if (letters.named !== '' && arg.includes(letters.named)) output = '';
      if (end < 0) continue;
      const letter = arg.charAt(end + 1);
      const rest = arg.slice(end + 2);
      const taken = rest === '' ? (args[++at] ?? '') : rest;
      if (letter === letters.output) output = taken;
      else if (letter === 'P' && name === 'wget') folder = taken;
      else if (letters.data.includes(letter)) sent.push(letter === 'T' ? `@${taken}` : taken);
      else if (letters.proof.includes(letter)) proofs.push(taken);
    } else if (!arg.startsWith('--')) addresses.push(arg);
  }
  return { addresses, output, folder, sent, proofs };
}

/** curl, wget and the like: what they bring, where they put it, and what they carry away. */
export function fetch({ name, args, stdin, machine }: Call): string {
  const order = orderOf(name, withConfig(args, stdin, machine));
  const sends = [...order.sent, ...order.addresses].some((text) => isPrivate(sentText(text, stdin, machine)));
  const shows = order.proofs.some((text) => isPrivate(text) && !(AUTHORISES.test(text) && onlyToken(text)));
  const plain = order.proofs.some(isPrivate) && order.addresses.some((address) => address.startsWith('http:'));
  if (sends || shows || plain) machine.tell(ATTACKING_SCRIPT);
  const address = order.addresses.find((one) => /:\/\/|\./.test(one)) ?? order.addresses[0] ?? '';
  machine.fetchedName = archiveOf(address.replace(/[?#].*$/, ''));
  const mark = markOf(address);
  if (order.output === null || order.output === '-' || order.output === '/dev/stdout') return mark;
  for (const one of order.output === '' ? order.addresses : [''])
    write(placeOf(order, one, machine), one === '' ? mark : markOf(one), false, machine);
  return '';
}

/** Options that stand in a file, or in what comes in (`curl -K`), beside those of the line. */
function withConfig(args: readonly string[], stdin: string, machine: Machine): readonly string[] {
  const at = args.findIndex((arg) => /^(?:-\w*K|--config)$/.test(arg));
  const file = args[at + 1];
  if (at < 0 || file === undefined) return args;
  const text = file === '-' ? stdin : contentOf(file, machine);
  const told = [...text.matchAll(/^\s*-{0,2}([\w-]{1,40})(?:\s*[=:]\s*|[ \t]+)"?([^"\n]*)"?\s*$/gm)];
  return [
    ...args,
    ...told.flatMap(([, option = '', value = '']) => (option === 'url' ? [value] : [`--${option}`, value])),
  ];
}

const AUTHORISES = /^(?:authorization|x-\w+-token|private-token|proxy-authorization)\s*:|^[^:]{0,80}:[\uE007]/i;

function onlyToken(text: string): boolean {
  return !text.includes(MARKS.secret) && !text.includes(MARKS.environment);
}

function placeOf({ output, folder }: Order, address: string, { folder: here }: Machine): string {
  const name = output === '' ? baseOf(address.replace(/[?#].*$/, '').replace(/\/+$/, '')) : (output ?? '');
  return folder === '' ? name : resolved(name, resolved(folder, here));
}

/** `@file`, `name=@file`, `@-` and the text itself. */
function sentText(text: string, stdin: string, machine: Machine): string {
  const path = /^(?:[\w.[\]-]{1,80}=)?[@<]([^;]+)/.exec(text)?.[1];
  if (path === undefined) return text;
  return path === '-' || path === '.' ? stdin : contentOf(path, machine);
}

/** Where a cloud hands its own machines their rights. */
const CREDENTIALS =
  /169\.254\.169\.254\S*(?:iam|credentials|token|user-data|identity)|metadata\.google\.internal\S*(?:token|identity)/;

export function markOf(address: string): string {
  if (CREDENTIALS.test(address)) return MARKS.secret;
  if (isKnownInstaller(address)) return MARKS.known;
  if (isForge(address)) return MARKS.forge;
  if (isNameless(address)) return MARKS.nameless;
  return /^(?:\w+:\/\/)?[\w.-]+/.test(address) ? MARKS.fetched : MARKS.unnamed;
}

/** The last name of an address; houses of source code pack a folder with the project's name before that of the version. */
function archiveOf(address: string): string {
  const [, project, version] = ARCHIVE.exec(address) ?? [];
  return version === undefined ? baseOf(address) : `${project}-${version}`;
}

const ARCHIVE =
  /\/([\w.-]{1,100})\/(?:-\/)?archive\/(?:refs\/(?:heads|tags)\/)?v?([\w.-]{1,100}\.(?:tar|tgz|zip)(?:\.\w+)?)$/;

/** Programs that carry what they are given to another machine, and bring its answer. */
export function connect({ name, args, stdin, machine }: Call): string {
  const given = [...args.map((arg) => (/^[@<]/.test(arg) ? contentOf(arg.slice(1), machine) : arg)), stdin];
  if (given.some(isPrivate)) machine.tell(ATTACKING_SCRIPT);
  if (/^(?:nc|ncat|netcat)$/.test(name) && args.some((arg) => /^-\w*z|^-\w*l/.test(arg))) return MARKS.unknown;
  if (given.some((text) => text.includes(MARKS.session))) machine.tell(ATTACKING_SCRIPT);
  if (name === 'ssh' && args.some((arg) => /^-[a-zA-Z]*R/.test(arg))) machine.tell(HOST_ACCESS);
  if (name === 'ssh') {
    const remote = args.findIndex((arg) => /^[^-].*@|^[\w.-]+$/.test(arg));
    startRemote(args.slice(remote + 1), machine);
    return remote >= 0 && args.length > remote + 1 ? MARKS.fetched : MARKS.unknown;
  }
  return MARKS.fetched;
}

function startRemote(words: readonly string[], machine: Machine): void {
  for (const word of words) if (/[|;&]\s*\S/.test(word)) machine.runText(word);
}

/** Names that are looked up tell whoever answers for them what stands in them. */
export function lookUp({ args, stdin, machine }: Call): string {
  if ([...args, stdin].some(isPrivate) || args.some((arg) => /[\uE001-\uE007][.-]\w/.test(arg) && !/^[-+@]/.test(arg)))
    machine.tell(ATTACKING_SCRIPT);
  return args.some((arg) => /^txt$/i.test(arg) || /^-(?:t|q|type)=?txt$/i.test(arg)) || args.includes('+short')
    ? MARKS.fetched
    : MARKS.unknown;
}

/** scp, rsync, and the commands of clouds: `from to`. */
export function carry({ args, machine }: Call): string {
  const paths = args.filter(
    (arg, at) => (arg === '-' || !arg.startsWith('-')) && !/^-[ioPFpe]$/.test(args[at - 1] ?? ''),
  );
  const [to, from] = [paths.at(-1) ?? '', paths.slice(0, -1)];
  const remote = (path: string) => /^(?:[\w.${}-]+@)?[\w.${}-]+:(?!\\)|^\w+:\/\//.test(path);
  if (remote(to) && from.some((path) => isPrivate(contentOf(path, machine)))) machine.tell(ATTACKING_SCRIPT);
  if (to === '-' && from.some(remote)) return MARKS.fetched;
  if (!remote(to))
    for (const path of from)
      if (remote(path)) write(/\/$|^\.$/.test(to) ? `${to}/${baseOf(path)}` : to, MARKS.fetched, false, machine);
  return '';
}

/** What such a program is told to do, where it hands out files under somebody's name. */
const HANDS_OUT =
  /^(?:upload(?:-large-folder|-file)?|(?:release|file) upload|(?:release|gist|snippet|datasets?|models?) (?:create|version|upload)|artifact put|(?:cp|mirror|mv|put|send|add|sync|pipe)\b|storage blob (?:upload|sync|copy)|os object (?:bulk-upload|put))/;

/** Programs of services that take files: none of them has a use for the keys of a person. */
export function upload({ args, stdin, machine }: Call): string {
  const words = args
    .filter((arg) => !arg.startsWith('-'))
    .slice(0, 4)
    .join(' ');
  if (
    HANDS_OUT.test(words) &&
    [...args.map((arg) => contentOf(arg.replace(/^--?[\w-]+=/, ''), machine)), stdin].some(isPrivate)
  )
    machine.tell(ATTACKING_SCRIPT);
  return MARKS.unknown;
}

/** git: what is cloned is a folder of somebody's code. */
export function git({ args, machine }: Call): string {
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (
    words[0] === 'push' &&
    words.some((word) => /^\w+:\/\/|@/.test(word)) &&
    [...machine.files].some(([path, value]) => !path.startsWith('by name') && isPrivate(value))
  )
    machine.tell(ATTACKING_SCRIPT);
  if (!args.includes('clone')) return MARKS.unknown;
  const address = args.find((arg) => /:\/\/|^[\w.-]+@[\w.-]+:/.test(arg));
  if (address === undefined) return '';
  const after = args.slice(args.indexOf(address) + 1).find((arg) => !arg.startsWith('-'));
  const folder = after ?? baseOf(address.replace(/(?:\.git)?\/*$/, ''));
  const mark = isForge(address) ? MARKS.known : isHouse(address) ? MARKS.forge : MARKS.fetched;
  machine.trees.push({ path: resolved(folder, machine.folder), mark });
  return '';
}
