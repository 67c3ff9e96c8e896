import type { Statement } from '../../formats/python/statements.ts';
import type { Token } from '../../formats/python/tokens.ts';

/** Libraries by which programs ask services of the network. */
export const CLIENTS: ReadonlySet<string> = new Set(['requests', 'httpx']);

/**
 * Whether a program asks services of its own machine alone, as whoever tries a server out does: it names an address, each
 * address in it is of this machine, and it hands out nothing of who sits there. Where an answer is run or unpickled, or a
 * file of a home is handed out, `attackIn` and the names of those say so.
 */
export function asksOwnMachine(statements: readonly Statement[]): boolean {
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

/** What says whose machine it is. */
const TELLS_WHERE: ReadonlySet<string> = new Set(
  'node uname gethostname getlogin getpass getuser getfqdn home expanduser getnode gethostbyname proxies auth verify'.split(
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
