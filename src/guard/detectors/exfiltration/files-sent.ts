import type { Shape } from './shape.ts';

/** Where a command may begin, and what may stand before its program. */
const BEGINS = /(?:^|[\n\x60;&|"'(]|\$ )[ \t]{0,8}(?=[\w~./])/g;
const FOREWORDS =
  /^(?:(?:sudo|doas|nohup|exec|time|env|then|do|else|python3?|node|(?:ba|z)?sh|ruby|perl|[A-Z]\w{0,30}=[^\s"']{0,60}) {1,3}){1,4}/;
/** Programs that hand a file to others, whatever they are called; the bare word is everybody's. */
const HANDS_ON = /^(?:[a-z][\w.-]{0,24})?(?:send|upload|share|slackcat|commander)(?:\.\w{2,3})?$|^unison$/;
const BARE_VERB = /^(?:re-?)?(?:send|upload|share)$/;
const PROGRAM = /^[a-z][\w.-]{1,24}$/;
const VERB = /^(?:add|put|push|rcat|copy|send|upload|share)$/;
/** What keeps it on the machine or is told of by its own name elsewhere, and words that a sentence goes on with. */
const KEEPS =
  /^(?:keychain|yadm|chezmoi|git|docker|helm|ansible|and|or|then|to|not|never|please|you|we|they|must|can|should|could|will|may|also|just|only|first|now|do|don)$/;
/** Of the words behind: what a sentence does not have. */
const ARGUMENT = /^-|[/.:~@=$<\d]|^$/;
/** A file by which whoever calls proves himself. */
const PROVES =
  /(?:^|\s)(?:-i|--?(?:identity|private-?key|key|key-?file|sftp-key-file)\S{0,12}|-var key)[ =]["']?[~\w$/.{}-]{0,60}$/;
/** Calls that do, with what they are given as far as the file. */
const CALLS_ON =
  /(?:\bupload_?file(?:obj)?|\bsftp\.put|\bstor(?:binary|lines)|\bput_object|\bPost(?:Json)?Async|\bHTTP\.post|\bfile_put_contents\(\s?["']\w{2,6}:\/\/[^"'\n]{1,120}["']|\.(?:send|sendall|send_string|send_bytes|emit))\s?[(,][^;\n]{0,200}$/i;
/** The whole environment as what such a call is given, made a text of and nothing else; a server only answers, and a log only keeps. */
const SENT_AS_A_WHOLE =
  /(?<!\b(?:app|router|res|response|reply|log|logger))(?:\.|::)(?:(?:send|sendall|send_string|sendbeacon|end|emit)\(\s?(?:"[^"\n]{1,120}",\s?)?|post\w{0,8}\(\s?"\w{2,6}:\/\/[^"\n]{1,120}",\s?)(?:(?:JSON\.stringify|String|str|dict|list|json\.dumps|Buffer\.from|btoa|(?:base64\.)?\w{0,8}encode\w{0,8}|Object\.(?:entries|values))\(\s?|&?format!\("[^"\n]{0,12}",\s?){0,3}$/i;

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

/** Whether the line is a command as far as the file, and one that hands it on: advice names verbs and files too. */
function isHandedOn(line: string): boolean {
  return [...line.matchAll(BEGINS)].some(({ 0: begin, index }) => handsOn(line.slice(index + begin.length)));
}

function handsOn(command: string): boolean {
  if (/[\n\x60;&|]/.test(command)) return false;
  const [first = '', second = '', ...others] = command.replace(FOREWORDS, '').split(/[\s"',]+/);
  const program = first.replace(/^.*\//, '');
  const named = HANDS_ON.test(program) && !BARE_VERB.test(program);
  if (named) return true;
  const given = BARE_VERB.test(program) ? [second, ...others] : others;
  const isCalled = BARE_VERB.test(program)
    ? given.some((word) => word.startsWith('-'))
    : PROGRAM.test(program) && !KEEPS.test(program) && VERB.test(second);
  return isCalled && given.every((word, at) => ARGUMENT.test(word) || (given[at - 1] ?? '').startsWith('-'));
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
      return !PROVES.test(line) && (isHandedOn(line) || (CALLS_ON.test(line) && !staysHere(line)));
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
