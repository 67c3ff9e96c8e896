import type { Statement } from '../../../formats/python/statements.ts';
import type { Token } from '../../../formats/python/tokens.ts';

/** Libraries by which programs ask services of the network. */
export const CLIENTS: ReadonlySet<string> = new Set(['requests', 'httpx']);

/**
 * Whether a program asks services of its own machine alone, as whoever tries a server out does: it names an address, each
 * address in it is of this machine, and it hands out nothing of who sits there. Where an answer is run or unpickled, or a
 * file of a home is handed out, `attackIn` and the names of those say so.
 */
export function asksOwnMachine(statements: readonly Statement[]): boolean {
  const known = constantsOf(statements);
  if (!statements.every(({ tokens }) => asksPlainly(tokens, known))) return false;
  let addresses = 0;
  for (const { tokens } of statements) {
    for (const [at, { kind, text }] of tokens.entries()) {
      if (kind === 'string') {
        const named = text.match(ADDRESS) ?? [];
        if (named.some((address) => !OWN_ADDRESS.test(address))) return false;
        addresses += named.length;
      } else if (kind === 'name' && (TELLS_WHERE.has(text) || (ENVIRONMENT.has(text) && !asksSetting(tokens, at))))
        return false;
    }
  }
  return addresses > 0;
}

/** What follows a scheme, to the end of the host; `://` alone is put together with a host that nobody sees. */
const ADDRESS = /\w*:\/\/[^/\s"'?#]*/g;
const OWN_ADDRESS =
  /^(?:https?|wss?):\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?::(?:\d{1,5}|\{[\w.]{1,60}\}))?$/;

/** What asks a service of an address that is handed to it first. */
export const VERBS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head']);

/** Names that are given an address of this machine, or a number, wherever they are given anything. */
interface Constants {
  readonly addresses: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/**
 * Each call of a library names its address itself: whole, or by a name that holds one, with a path behind it. Whatever
 * comes out of a file, an answer or pieces may be anybody's, and so may what goes on behind the host: `localhost` + `@host`.
 */
function asksPlainly(tokens: readonly Token[], known: Constants): boolean {
  if (tokens[0]?.text === 'from')
    return !(CLIENTS.has(nameAt(tokens, 1)) && tokens.some((_, at) => VERBS.has(nameAt(tokens, at))));
  return tokens.every((_, at) => {
    if (!CLIENTS.has(nameAt(tokens, at)) || tokens[at + 1]?.text !== '.') return true;
    if (MANY_CALLS.has(nameAt(tokens, at + 2))) return false;
    return !VERBS.has(nameAt(tokens, at + 2)) || (tokens[at + 3]?.text === '(' && isOwnAt(tokens, at + 4, known));
  });
}

/** What keeps a connection of which nobody sees whom it asks. */
const MANY_CALLS: ReadonlySet<string> = new Set(['Session', 'Client', 'AsyncClient']);

function constantsOf(statements: readonly Statement[]): Constants {
  const numbers = new Set<string>();
  const [addresses, others] = [new Set<string>(), new Set<string>()];
  // What is made of an address that is known is one in turn.
  for (let turn = 0; turn < 2; turn++)
    for (const { tokens } of statements) {
      const given = tokens[0]?.kind === 'name' && tokens[1]?.text === '=' ? nameAt(tokens, 0) : null;
      if (given !== null && /^\d{1,5}$/.test(tokens[2]?.text ?? '') && tokens.length === 3) numbers.add(given);
      else if (given !== null && isOwnAt(tokens, 2, { addresses, numbers })) addresses.add(given);
      else if (given !== null && turn > 0) others.add(given);
      if (turn > 0) noteBound(tokens, given === null ? 0 : 1, others);
    }
  const sure = (names: ReadonlySet<string>, but: ReadonlySet<string>): Set<string> =>
    new Set([...names].filter((name) => !others.has(name) && !but.has(name)));
  return { addresses: sure(addresses, numbers), numbers: sure(numbers, addresses) };
}

/** Names that a statement binds otherwise than as `name = value`: loops, parameters, imports, several at once. */
function noteBound(tokens: readonly Token[], from: number, others: Set<string>): void {
  const binds = tokens.some(({ text }) =>
    /^(?:for|as|def|class|import|lambda|global|nonlocal|del|:=|[-+*/%|&@]=)$/.test(text),
  );
  const equals = tokens.findLastIndex(({ text }) => text === '=');
  for (const [at, { kind }] of tokens.entries()) {
    if (at < from || kind !== 'name' || tokens[at - 1]?.text === '.') continue;
    const isTarget = at < equals && !/^[(,]$/.test(tokens[at - 1]?.text ?? '(');
    const several = at < equals && tokens[at + 1]?.text === ',';
    if (isBoundBy(tokens, at, binds) || isTarget || several || (at === 0 && equals > 0)) others.add(nameAt(tokens, at));
  }
}

/** In a statement that binds names by a word: any of them but what is called, looked into or handed on behind that. */
function isBoundBy(tokens: readonly Token[], at: number, binds: boolean): boolean {
  if (!binds) return false;
  const before = tokens[at - 1]?.text ?? '';
  return (
    /^(?:for|as|def|class|import|lambda|global|nonlocal|del|,|\*|\*\*|\(|\[)$/.test(before) ||
    /^(?::=|[-+*/%|&@]=)$/.test(tokens[at + 1]?.text ?? '')
  );
}

/** Whether what begins here is an address of this machine, to the end of its host at least. */
function isOwnAt(tokens: readonly Token[], at: number, known: Constants): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (token?.kind === 'string') {
    const [, mark = '', , text = ''] =
      /^([a-zA-Z]*)("""|'''|["'])([\s\S]*)\2$/.exec(token.text.normalize('NFKC')) ?? [];
    const host = (/f/i.test(mark) ? OWN_OR_NAMED : OWN_HOST).exec(text);
    if (host === null || /[\\]/.test(host[0])) return false;
    const [whole, port, name] = host;
    if (port !== undefined && !known.numbers.has(port)) return false;
    if (name !== undefined && !known.addresses.has(name)) return false;
    return whole.length < text.length || endsHere(tokens, at + 1);
  }
  if (token?.kind !== 'name') return false;
  if (known.addresses.has(nameAt(tokens, at))) return endsHere(tokens, at + 1);
  // `os.environ.get("API_URL", "http://localhost")`
  const asked = token.text === 'os' && after?.text === '.' ? at + 2 : at;
  if (!ENVIRONMENT.has(nameAt(tokens, asked)) || !asksSetting(tokens, asked)) return false;
  const comma = tokens.findIndex(({ text }, place) => place > asked && text === ',');
  return (
    comma > 0 &&
    comma <= asked + 5 &&
    isOwnAt(tokens, comma + 1, known) &&
    tokens[comma + 2]?.text === ')' &&
    endsHere(tokens, comma + 3)
  );
}

const OWN_HOST = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?::\d{1,5})?(?=[/?#]|$)/;
/** In a formatted text the port, or all of it, may be a name. */
const OWN_OR_NAMED =
  /^(?:https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?::(?:\d{1,5}|\{(\w{1,60})\}))?|\{(\w{1,60})\})(?=[/?#]|$)/;

/** Nothing follows, or a path does. */
function endsHere(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined || /^[,)]$/.test(next.text)) return true;
  return next.text === '+' && /^[fF]?["']\//.test(tokens[at + 1]?.text ?? '');
}

function nameAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.kind === 'name' ? (tokens[at]?.text ?? '').normalize('NFKC') : '';
}

/** What says whose machine it is. */
const TELLS_WHERE: ReadonlySet<string> = new Set(
  'node uname gethostname getlogin getpass getuser getfqdn home expanduser getnode gethostbyname proxies auth verify connection'.split(
    ' ',
  ),
);
const ENVIRONMENT: ReadonlySet<string> = new Set(['environ', 'getenv']);

/** `os.environ.get("API_URL", …)`, `os.environ["PORT"]`, `os.getenv("API_URL")`: a setting by its name, and no secret. */
function asksSetting(tokens: readonly Token[], at: number): boolean {
  const isTable = tokens[at]?.text === 'environ';
  const opens = isTable && tokens[at + 1]?.text === '.' && tokens[at + 2]?.text === 'get' ? at + 3 : at + 1;
  const bracket = tokens[opens]?.text;
  const name = /^["'](\w+)["']$/.exec(tokens[opens + 1]?.text ?? '')?.[1];
  if (name === undefined || !/^[,)\]]$/.test(tokens[opens + 2]?.text ?? '')) return false;
  return (
    (bracket === '(' || (isTable && bracket === '[')) &&
    /(?:URL|URI|HOST|PORT|ENDPOINT|ADDRESS|SERVER|TIMEOUT|MODE|DEBUG|LEVEL)$/.test(name)
  );
}
