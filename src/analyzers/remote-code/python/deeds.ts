import { quoted } from '../../../formats/shell/quoted.ts';
import { HOME } from './calls.ts';
import type { Argument } from './expression.ts';
import { FROM, originOf, UNKNOWN, type Value } from './value.ts';

/** What a call does with what it is given. */
export type Deed =
  | { readonly kind: 'attack'; readonly what: string }
  /** A line for a shell, to be judged as one. */
  | { readonly kind: 'command'; readonly line: string }
  /** A text of Python that is run as it stands. */
  | { readonly kind: 'code'; readonly text: string };

const RUNS_CODE =
  /^(?:(?:builtins|__builtins__)\.)?(?:exec|eval|execfile)$|^(?:code\.Interactive\w+|types\.FunctionType|runpy\.run_\w+|cProfile\.run|timeit\.timeit|sympy\.(?:core\.sympify\.)?sympify|sympy\.(?:parsing\.sympy_parser\.)?(?:parse_expr|eval_expr))$/;
const RUNS_COMMAND =
  /^(?:os\.(?:system|popen|exec\w+|spawn\w+|posix_spawnp?)|posix\.system|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|commands\.getoutput|pty\.spawn|airflow(?:\.\w+)*\.(?:bash|bash_operator)\.BashOperator|asyncio\.create_subprocess_(?:shell|exec)|(?:IPython\.)?get_ipython\.(?:system|getoutput))$/;
const UNPICKLES = /^(?:c?[pP]ickle|_pickle|dill|cloudpickle|joblib)\.loads$/;
/** The same from a stream. */
const UNPICKLES_ANY =
  /^(?:(?:c?[pP]ickle|_pickle|dill|cloudpickle|joblib|marshal)\.loads?|pandas\.read_pickle|torch\.storage\._load_from_bytes)$/;
/** Readers that build whatever objects they are told of, where they are asked to. */
function unpicklesSo(name: string, args: readonly Argument[]): boolean {
  const given = (key: string): string => args.find((one) => one.name === key)?.value.name ?? '';
  if (/^(?:yaml\.(?:unsafe|full)_load(?:_all)?|jsonpickle\.decode)$/.test(name)) return true;
  if (/^yaml\.load(?:_all)?$/.test(name)) return /(?:^|\.)C?(?:Unsafe|Full)?Loader$/.test(given('Loader'));
  if (name === 'numpy.load') return given('allow_pickle') === 'True';
  return name === 'torch.load' && given('weights_only') === 'False';
}

/** A pickle that looks such functions up, in any protocol. */
const ATTACKING_PICKLE =
  /(?:^|[c(i\x8c\x94X][\s\S]?)(?:os|nt|posix|subprocess|builtins|__builtin__|commands|pty|runpy|importlib)(?:\n|[\x94\x8cq][\s\S]{0,4})(?:system|popen|exec\w*|eval|spawn\w*|Popen|run\w*|call|check_\w+|getoutput|__import__|import_module|getattr)\b/;
const REMOVES = /^shutil\.rmtree$/;
/** Code in C++ that is compiled and loaded at once. */
const BUILDS = /^torch\.utils\.cpp_extension\.load_inline$/;
const STARTS_IN_C = /\b(?:system|popen|execl\w?)\s*\(\s*"((?:[^"\\]|\\.){1,2000})"/;
const SENDS =
  /^(?:(?:requests|httpx|requests\.api)\.(?:post|put|get|request|patch)|urllib\.request\.(?:urlopen|Request)|smtplib\.\w+|http\.client\.\w+)$/;
const SENDING_METHOD = /^(?:send|sendall|sendto|sendmail|post|put|request|storbinary|stor|storlines|send_message)$/;

/** The worst that a call does; null where nothing is known to be bad about it. */
export function deedOf(callee: Value, args: readonly Argument[]): Deed | null {
  const values = args.map(({ value }) => value);
  const [first = UNKNOWN] = values;
  const from = originOf(values);
  const { name } = callee;
  if (RUNS_CODE.test(name)) return codeDeed(first, callee);
  const handed = handedOn(values);
  if (handed !== null) return handed;
  if (RUNS_COMMAND.test(name)) return commandDeed(values, args, callee);
  if (UNPICKLES.test(name) && first.text !== null && ATTACKING_PICKLE.test(first.text))
    return attack('unpickles a text of its own that starts programs or runs code');
  if ((UNPICKLES_ANY.test(name) || unpicklesSo(name, args)) && (from & FROM.fetched) !== 0)
    return attack('unpickles what it fetches');
  if (/^os\.(?:remove|unlink)$/.test(name) && (from & FROM.home) !== 0)
    return attack('removes the files of whoever runs it');
  if (REMOVES.test(name) && first.text !== null && HOME.test(first.text))
    return attack('removes the files of whoever runs it');
  if (BUILDS.test(name)) return builtDeed(values);
  if (/^socket\.(?:gethostbyname(?:_ex)?|getaddrinfo)$/.test(name) && (from & FROM.person) !== 0)
    return attack('tells a name server who runs it');
  if (/^os\.dup2$/.test(name) && (from & FROM.socket) !== 0) return attack('hands a shell to a connection');
  if (SENDS.test(name) && (from & PRIVATE) !== 0) return attack('sends keys or the whole environment away');
  return null;
}

/** A function that runs what stands beside it, handed to something that calls it: `map`, `Timer`, `atexit.register`. */
function handedOn(values: readonly Value[]): Deed | null {
  const at = values.findIndex(({ name }) => RUNS_COMMAND.test(name) || /^(?:builtins\.)?(?:exec|eval)$/.test(name));
  if (at < 0 || values.length < 2) return null;
  const others = values.filter((_, place) => place !== at).flatMap((value) => value.items ?? [value]);
  const args = others.filter(({ text, from }) => text !== null || from !== 0).map((value) => ({ name: '', value }));
  return args.length === 0 ? null : deedOf(values[at] ?? UNKNOWN, args);
}

/** What is asked of a value: `connection.sendall(secret)`, `file.write(line)`. */
export function methodDeed(value: Value, method: string, args: readonly Argument[]): Deed | null {
  const values = args.map(({ value: one }) => one);
  const from = originOf(values);
  const connection = (value.from & (FROM.socket | FROM.fetched)) !== 0;
  if (connection && SENDING_METHOD.test(method) && (from & PRIVATE) !== 0)
    return attack('sends keys or the whole environment away');
  if (/^(?:put_object|put_item|upload_fileobj|publish|send_message)$/.test(method) && (from & PRIVATE) !== 0)
    return attack('sends keys or the whole environment away');
  // Whatever is asked to post it: what posts keys sends them away.
  if (/^(?:post|sendall|sendmail|storbinary)$/.test(method) && (from & FROM.secret) !== 0)
    return attack('sends keys or the whole environment away');
  if (/^encrypt(?:_and_digest)?$/.test(method) && (from & FROM.home) !== 0)
    return attack('encrypts the files of whoever runs it');
  const writes = /^(?:write|writelines|write_text|write_bytes)$/.test(method) && value.text !== null;
  const [content = UNKNOWN] = values;
  // What nobody knows may be a completion of a program's own.
  if (!writes || content.text === null) return null;
  if (value.text.endsWith('.pth') && /^import[ \t]/.test(content.text))
    return attack('writes a line that every start of Python runs');
  if (RUN_LATER.test(value.text)) return attack('writes into a file that the machine runs by itself');
  if (SHELL_START.test(value.text)) return { kind: 'command', line: content.text };
  return null;
}

const PRIVATE = FROM.secret | FROM.environment;
/** Files that hold what nobody gives away. */
export const SECRET_FILE =
  /(?:^|\/)\.(?:ssh\/(?:id_\w+|[^/]*$)|aws\/credentials|netrc|git-credentials|kube\/config|docker\/config\.json|gnupg\/|\w*_history$)|^\/etc\/(?:shadow|passwd)$|huggingface\/token$|\/(?:Login Data|wallet\.dat|key4\.db|cookies\.sqlite)$/;
/** Files of which whoever signs in, or starts the machine, runs what stands there. */
const RUN_LATER =
  /(?:^|\/)(?:\.ssh\/authorized_keys|authorized_keys|\.config\/autostart\/[^/]+)$|^\/etc\/(?:cron|systemd\/system\/|ld\.so\.preload|sudoers|rc\.local)|\/var\/spool\/cron|(?:^|\/)(?:site|user)customize\.py$|\/\.git\/hooks\/[a-z-]+$|\/profile_default\/startup\/|\/(?:Launch(?:Agents|Daemons)|Startup)\//;
/** Files that shells read as they start: installers put paths and completions there. */
const SHELL_START = /(?:^|\/)\.(?:bashrc|bash_profile|bash_login|zshrc|zshenv|zprofile|profile)$|^\/etc\/profile/;

function attack(what: string): Deed {
  return { kind: 'attack', what };
}

function codeDeed(first: Value, callee: Value): Deed | null {
  const from = originOf([first]);
  if ((from & FROM.fetched) !== 0) return attack('runs as code what it fetches');
  if ((from & FROM.decoded) !== 0 || /(?:^|\.)__doc__$/.test(first.name))
    return attack('runs as code what stands hidden in the source');
  if ((from & FROM.data) !== 0) return attack('runs as code what a picture, a sound or weights hold');
  if ((callee.from & FROM.spelt) !== 0 && /exec|eval/.test(callee.name))
    return attack('hides the name of the function that runs code');
  return first.text === null ? null : { kind: 'code', text: first.text };
}

/** A command within the code that is compiled. */
function builtDeed(values: readonly Value[]): Deed | null {
  const texts = values.flatMap((value) => value.items ?? [value]).flatMap(({ text }) => text ?? []);
  const line = texts.map((text) => STARTS_IN_C.exec(text)?.[1]).find((found) => found !== undefined);
  return line === undefined ? null : { kind: 'command', line };
}

function commandDeed(given: readonly Value[], all: readonly Argument[], callee: Value): Deed | null {
  // `os.spawnlp(mode, program, …)`
  const skipped = callee.name.startsWith('os.spawn') ? 1 : 0;
  const [values, args] = [given.slice(skipped), all.slice(skipped)];
  const [first = UNKNOWN] = values;
  const from = originOf(values);
  if ((from & FROM.socket) !== 0) return attack('hands a program to a connection');
  if ((from & FROM.fetched) !== 0 && (first.from & FROM.fetched) !== 0) return attack('starts what it fetches');
  if ((originOf([first]) & FROM.decoded) !== 0) return attack('starts a command that stands hidden in the source');
  if ((callee.from & FROM.spelt) !== 0) return attack('hides the name of the function that starts programs');
  if ((originOf([first]) & FROM.environment) !== 0) return attack('puts the whole environment into a command');
  const line = lineOf(first, othersOf(callee.name, args));
  return line === null ? null : { kind: 'command', line };
}

/** Of what stands behind the program: how it is called, where words are given one by one, is none of them. */
function othersOf(name: string, args: readonly Argument[]): readonly Argument[] {
  const plain = args.filter((one) => one.name === '').slice(1);
  return /^os\.(?:exec|spawn)l/.test(name) ? plain.slice(1) : plain;
}

/** A command as a shell would be given it. */
function lineOf(first: Value, others: readonly Argument[]): string | null {
  if (first.items !== null) return wordsOf(first.items);
  if (first.text === null) return null;
  const rest = others.flatMap(({ value }) =>
    value.items !== null ? value.items.slice(1) : value.text === null ? [] : [value],
  );
  return rest.length === 0 ? first.text : `${first.text} ${wordsOf(rest)}`;
}

function wordsOf(items: readonly Value[]): string {
  return items
    .slice(0, 200)
    .map(({ text, name }) => (name === 'sys.executable' ? 'python' : quoted(text ?? 'X')))
    .join(' ')
    .slice(0, 8192);
}
