import type { Shape } from './shape.ts';

/** Verbs of programs that hand a file to others, whatever they are called. */
const HANDS_ON =
  /(?:^|[\s"'])(?:[\w.-]{0,24}(?:send|upload|share|slackcat|commander)|[\w.-]{2,24} (?:add|put|push|rcat|copy)|unison)\b[^|;&\n]{0,120}$/i;
/** A file by which whoever calls proves himself. */
const PROVES = /(?:^|\s)(?:-i|--identity\S{0,8})[ =]["']?[~\w$/.{}-]{0,60}$/;
/** Calls that do, with what they are given as far as the file. */
const CALLS_ON =
  /(?:\bupload_?file(?:obj)?|\bsftp\.put|\bstor(?:binary|lines)|\bput_object|\bPost(?:Json)?Async|\bHTTP\.post|\bfile_put_contents\(\s?["']\w{2,6}:\/\/[^"'\n]{1,120}["']|\.(?:send|sendall|send_string|send_bytes|emit))\s?[(,][^;\n]{0,200}$/i;
/** The whole environment as what such a call is given. */
const SENT_AS_A_WHOLE =
  /(?:\.|::)(?:send|sendall|send_string|sendbeacon|end|emit|post\w{0,8})\(\s?(?:[\w.]{1,24}\(\s?|&?format!\("[^"\n]{0,12}",\s?|"[^"\n]{1,120}",\s?){0,3}$/i;

/** Whether the statement names no host but the machine itself. */
function staysHere(before: string): boolean {
  const statement = before.slice(before.search(/[^;\n]*$/));
  const hosts =
    statement.match(
      /\/\/[^\s/"'`]{1,100}|(?<=["'])(?:[\w-]{1,63}\.){1,5}\w{1,20}(?=["'])|(?<=["'])localhost(?=["'])/g,
    ) ?? [];
  return hosts.length > 0 && hosts.every((host) => HERE.test(host));
}

const HERE = /^(?:\/\/)?(?:localhost|127(?:\.\d{1,3}){3})(?::\d{1,5})?$/;

function endOf(before: string, length: number): string {
  return before.slice(Math.max(0, before.length - length));
}

/** Files that hold secrets, and the environment, as what somebody's command or program hands on: told by what is sent, not by what sends it. */
export const FILES_SENT: readonly Shape[] = [
  {
    literals: [
      'id_rsa',
      'id_ed25519',
      '.aws/credentials',
      '.netrc',
      '/etc/shadow',
      '.git-credentials',
      '.gnupg',
      '~/.ssh',
    ],
    pattern: /[~./a-z_][\w~./-]{4,60}/iy,
    most: 64,
    before: 240,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (found, _, before) => {
      if (/\.pub$/i.test(found)) return false;
      const line = endOf(before, 220);
      return !PROVES.test(line) && (HANDS_ON.test(line) || (CALLS_ON.test(line) && !staysHere(line)));
    },
  },
  {
    literals: ['process.env)', 'os.environ)', 'env::vars()', 'get_env())', 'sys.getenv())'],
    pattern: /[a-z][\w.:]{4,16}\(?\)/iy,
    most: 20,
    before: 240,
    type: 'exfiltration/command',
    score: 0.75,
    tells: (_, __, before) => SENT_AS_A_WHOLE.test(endOf(before, 200)) && !staysHere(before),
  },
  {
    // A value of it in a name that is looked up.
    literals: ['gethostby', 'getaddrinfo(', 'dns.lookup(', 'dns.resolve', 'dns").', "dns')."],
    pattern:
      /[a-z][\w"').]{4,20}\([^;\n]{0,60}?\.env[^\n;]{2,60}?(?:hex|base64|encode)[^\n;]{0,40}?\+ ?["'\x60]\.[\w-]{1,63}\.\w/iy,
    most: 320,
    type: 'exfiltration/command',
    score: 0.75,
  },
];
