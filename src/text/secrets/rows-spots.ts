import { LETTERS_AND_DIGITS, textFrom } from './examples.ts';
import { isBarePassword, isPassword, isPasswordName, isStrong, nameBefore } from './passwords.ts';
import { entropyOf, isPlaceholder } from './placeholder.ts';
import { looksRandom } from './randomness.ts';
import type { SpotRow } from './spot.ts';

const BASE64 = `${LETTERS_AND_DIGITS}+/`;

const literals = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const inAnyCase = (...texts: readonly string[]) => texts.map((text) => ({ text, anyCase: true }));

/** Words that examples write in place of a password in a URL. */
const EXAMPLES =
  /^(?:pass(?:w(?:or)?d)?|pwd?|pw|xyz|abc|123|p|\*+|x+|\$\w+|%\w+%?|test|token|foo|bar|baz|user(?:name)?|guest|some(?:pass(?:word)?|secret))$/i;

/** What those who write of addresses put there, with spaces and signs escaped. */
const OF_ADDRESSES = /^(?:(?:a ?)?(?:p[a@]? ?ss ?word\d{0,3}|pass[ #]?pass)|a ?secret)$/i;

function isOfAddresses(secret: string): boolean {
  return OF_ADDRESSES.test(
    secret.replace(/%([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

export const SPOT_ROWS: readonly SpotRow[] = [
  {
    id: 'private-key',
    title: 'Private key',
    literals: literals('-----BEGIN '),
    // Header lines (RFC 1421), escaped line ends, the marks of strings put together, and what quotes, comments and listings set before a
    // line may stand before the base64 and within it.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\[nr]|[\s"'+\\>#*|;:%!]|\/{2,3}[ \t]|-{1,2}[ \t]|(?:REM|rem)[ \t]|[0-9]{1,6}(?:[ \t:|]|[.)][ \t])){0,40}(?:[A-Za-z-]{2,20}: [^\n\\]{0,90}(?:\\[nr]|\s)(?:\\[nr]|[\s>#*|;:]){0,8}){0,3}[A-Za-z0-9+/=]{40}(?:[A-Za-z0-9+/=]|\\[nr]|[\s"'+\\>#*|;:%!]|-{1,2}[ \t]|[.)][ \t]){0,12000}(?:-----END (?:[A-Z0-9]{2,10} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/dy,
    // Text that is no key is not waited for: after 400 characters it is clear.
    open: /-----BEGIN (?:[A-Z0-9 ]{0,60}-{0,4}$|[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]{0,400}$|[\s"'+\\nrREMem>#*|;:%!/0-9.)-]{0,60}(?:[A-Za-z-]{2,20}: [^\n\\]{0,90}(?:\\[nr]|\s)(?:\\[nr]|[\s>#*|;:]){0,8}){0,3}(?:[A-Za-z0-9+/=\s"'\\>#*|;:%!]|-{1,2}[ \t]|[.)][ \t]){0,12000}(?:-{1,5}(?:E(?:N(?:D[A-Z0-9 ]{0,60}-{0,5})?)?)?)?$))/y,
    longest: 12_500,
    // Numbers in a key are filled up with zeros, so that one letter over and over says nothing there.
    judge: (secret) =>
      entropyOf(secret.slice(27, 500)) >= 3 && !/example|placeholder|x{12}|0{24}/i.test(secret.slice(64, 500)),
    confidence: 'likely',
    shown: 27,
    source: 'RFC 7468, RFC 1421, openssh PROTOCOL.key',
    fires: () =>
      ['RSA ', 'OPENSSH ', 'EC ', '']
        .map((kind) => `-----BEGIN ${kind}PRIVATE KEY-----\n${textFrom(BASE64, 64)}\n${textFrom(BASE64, 20)}==\n`)
        .concat(
          `> -----BEGIN PRIVATE KEY-----\n> ${textFrom(BASE64, 64)}\n> ${textFrom(BASE64, 20)}==\n> -----END PRIVATE KEY-----\n`,
        ),
    quiet: ['-----BEGIN PRIVATE KEY-----\n...\n', '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD\n'],
  },
  {
    id: 'putty-key',
    title: 'PuTTY private key',
    literals: literals('Private-Lines: '),
    pattern: /Private-Lines: [0-9]{1,4}\r?\n(?<secret>[A-Za-z0-9+/=]{40}[A-Za-z0-9+/=\r\n]{0,8000})/dy,
    open: /Private-Lines: [0-9]{0,4}\r?(?:\n[A-Za-z0-9+/=\r\n]{0,8040})?$/y,
    longest: 8100,
    judge: (secret) => !isPlaceholder(secret.slice(0, 500)),
    confidence: 'likely',
    shown: 0,
    source: 'the.earth.li/~sgtatham/putty: PPK file format',
    fires: () => [`Private-Lines: 1\n${textFrom(BASE64, 48)}\n`],
    quiet: ['Private-Lines: 2 are private'],
  },
  {
    id: 'json-web-key',
    title: 'JSON Web Key with its private part',
    literals: literals('"d"', '"k"'),
    pattern: /"[dk]"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9_-]{20,700})"/dy,
    open: /"[dk]"\s{0,4}(?::\s{0,4}(?:"[A-Za-z0-9_-]{0,700})?)?$/y,
    longest: 720,
    // In an RSA key the modulus may stand between, and is long.
    judge: (secret, _, before) =>
      (/"kty"\s{0,4}:/.test(before) || /"e"\s{0,4}:\s{0,4}"AQAB"\s{0,4},\s{0,12}$/.test(before)) &&
      entropyOf(secret) >= 4,
    confidence: 'likely',
    shown: 0,
    source: 'RFC 7518, section 6',
    fires: () => [`{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"${textFrom(LETTERS_AND_DIGITS, 43)}"}`],
    quiet: [`{"kty":"EC","crv":"P-256","x":"${textFrom(LETTERS_AND_DIGITS, 43)}"}`],
  },
  {
    id: 'url-password',
    title: 'Password in an address',
    literals: literals('://'),
    pattern: /:\/\/[^\s:@/"'`<>{}$()]{0,64}:(?<secret>[^\s:@/"'`<>{}()\\]{3,128})@[A-Za-z0-9[]/dy,
    open: /:\/\/[^\s:@/"'`<>{}$()]{0,64}(?::[^\s:@/"'`<>{}()\\]{0,128}@?)?$/y,
    longest: 210,
    judge: (secret, _, before) =>
      /[A-Za-z0-9]$/.test(before) &&
      !EXAMPLES.test(secret) &&
      !isOfAddresses(secret) &&
      !isPlaceholder(secret) &&
      entropyOf(secret) >= 1.5,
    confidence: 'possible',
    shown: 0,
    source: 'RFC 3986, section 3.2.1',
    fires: () => [`postgres://app:${textFrom(LETTERS_AND_DIGITS, 14)}@db.internal:5432/x`],
    quiet: [
      'https://user:password@host',
      'https://{user}:{password}@host',
      'http://localhost:8080/@scope',
      'see https://example.org:443/a@b',
      'redis://:********@host',
      'http://user:pass%20pass@a.example',
      'https://jo%40a.example:a%20secret@b.example',
      'https://user:password123@a.example',
      'postgres://user:pass@localhost',
      'http://abc:xyz@example.com',
      'mysql://root:$PASSWORD@db',
    ],
  },
  {
    id: 'url-token',
    title: 'Token in an address',
    literals: literals('://'),
    pattern: /:\/\/(?<secret>[A-Za-z0-9_-]{20,255})(?::x-oauth-basic)?@[A-Za-z0-9[]/dy,
    open: /:\/\/[A-Za-z0-9_-]{0,255}(?::(?:x-oauth-basic|[a-z-]{0,13}))?@?$/y,
    longest: 280,
    judge: (secret, _, before) => /[A-Za-z0-9]$/.test(before) && looksRandom(secret),
    confidence: 'possible',
    shown: 0,
    source: 'RFC 3986, section 3.2.1',
    fires: () => [`https://${textFrom(LETTERS_AND_DIGITS, 32)}@sentry.example/4`],
    quiet: ['https://somebody-with-a-long-name@example.org'],
  },
  {
    id: 'password',
    title: 'Password',
    literals: inAnyCase('pass', 'pwd', 'secret'),
    // The rest of a name, what stands between (a type, the value's own line, a mark), and a value in quotes or up to the next space.
    pattern:
      /(?<name>[A-Za-z0-9_.-]{3,40})(?![A-Za-z0-9_])(?:["'`\])}]|\\["']|&quot;){0,3}(?<op>\s{0,2}(?::\s?|\s[Aa]s\s)[A-Za-z_&'][\w.&'<>[\]|? ]{0,30}?\s?=\s{0,3}(?=["'`rbuf@$])|\s{0,3}\r?\n[ \t]{1,16}value:\s{1,4}|\s{0,12}(?:!==?|:=|[:=?.+]{0,3}=>?={0,2}|<-|:{1,2}|->|,|>|\()\s{0,12}|\s{1,4}(?:is|value\s?=)?\s{0,4})(?:[rbuf@$]{0,2}(?:(?<quote>["'`])(?<quoted>(?:(?!\k<quote>)[^\n]){3,128})\k<quote>|\\"(?<escaped>[^\n"\\]{3,128})\\"|&quot;(?<entity>[^\n&]{3,128})&quot;)|(?=(?<bare>(?:[^\s"'`<>()[\]{},;\\&]|&(?![\w.%-]{0,40}=|[&\s]|[a-z]{2,6};|#|$)){4,100}))\k<bare>(?![([]))/dy,
    open: /[A-Za-z0-9_.-]{3,40}(?![A-Za-z0-9_])(?:["'`\])}]|\\["']?|&[quot;]{0,5}){0,3}(?:\s{0,12}(?:[!:=?.+<>,(-]{1,5}\s{0,12})?|\s{0,2}(?::\s?|\s[Aa]s\s?)[A-Za-z_&'][\w.&'<>[\]|? ]{0,32}(?:=\s{0,3})?|\s{0,3}\r?\n[ \t]{0,16}(?:v[alue]{0,4}:?\s{0,4})?|\s{1,4}(?:is?|v[alue]{0,4}\s?=?)\s{0,4})(?:[rbuf@$]{0,2}(?:["'`][^\n]{0,129}|\\"?[^\n"\\]{0,128}\\?"?|&[^\n&]{0,134}&?[quot;]{0,5})|[^\s"'`<>()[\]{},;\\]{0,102})$/y,
    longest: 260,
    judge: judgePassword,
    confidence: 'possible',
    shown: 0,
    source: 'CWE-798',
    fires: () => [
      `db_password = "${textFrom(LETTERS_AND_DIGITS, 12)}"`,
      'DB_PASSWORD=abc12&Xyz99Qw',
      `<password>${textFrom(LETTERS_AND_DIGITS, 10)}</password>`,
      `Server=db;User Id=app;Password=${textFrom(LETTERS_AND_DIGITS, 9)};`,
      `machine a.example login app password ${textFrom(LETTERS_AND_DIGITS, 12)}`,
      `DB_PASS: Final[str] = "${textFrom(LETTERS_AND_DIGITS, 12)}"`,
      `Dim password As String = "${textFrom(LETTERS_AND_DIGITS, 12)}"`,
      `- name: DB_PASSWORD\n  value: "${textFrom(LETTERS_AND_DIGITS, 12)}"`,
      `std::string password("${textFrom(LETTERS_AND_DIGITS, 12)}");`,
    ],
    quiet: [
      'password = "correct horse battery"',
      'password = get_password_from_keyring()',
      'the password is not "required" here',
      '"password": "{{ DB_PASSWORD_1 }}"',
      'bypass: "a1b2c3d4"',
      'input type="password" name="password2"',
    ],
  },
  {
    id: 'basic-credentials',
    title: 'Name and password for a request',
    literals: literals(' -u', ' --user', ' --proxy-user'),
    pattern:
      / -(?:u|-user|-proxy-user)[ =]?(?:"(?<double>[^"\n]{5,128})"|'(?<single>[^'\n]{5,128})'|(?<bare>[^\s"']{3,64}:(?:'[^'\n]{4,64}'|[^\s"']{0,128})))/dy,
    open: / -(?:u|-user|-proxy-user)[ =]?(?:"[^"\n]{0,128}|'[^'\n]{0,128}|[^\s"']{0,64}:?(?:'[^'\n]{0,64}|[^\s"']{0,128}))?$/y,
    longest: 220,
    judge: (_, { double, single, bare }, before) =>
      /curl(?: [^\n]{0,290})?$/.test(before) && isCredential(double ?? single ?? bare ?? ''),
    confidence: 'possible',
    shown: 0,
    source: 'man 1 curl: --user',
    fires: () => [`curl -s -u "app:${textFrom(LETTERS_AND_DIGITS, 12)}" https://host.example`],
    quiet: ['curl -u username:token', 'curl -u "${user}:${password}" x', 'sort -u names:here1234'],
  },
  {
    id: 'network-credential',
    title: 'Name and password of an account',
    literals: literals('Credential('),
    pattern: /Credential\(\s{0,4}["'][^"'\n]{1,64}["']\s{0,4},\s{0,4}["'](?<secret>[^"'\n]{4,128})["']/dy,
    open: /Credential\(\s{0,4}(?:["'][^"'\n]{0,64}(?:["']\s{0,4}(?:,\s{0,4}(?:["'][^"'\n]{0,128})?)?)?)?$/y,
    longest: 220,
    judge: (secret) => isPassword(secret, 'password'),
    confidence: 'possible',
    shown: 0,
    source: 'learn.microsoft.com/dotnet/api/system.net.networkcredential',
    fires: () => [`new NetworkCredential("app", "${textFrom(LETTERS_AND_DIGITS, 12)}")`],
    quiet: ['new NetworkCredential("user", "password")'],
  },
  {
    id: 'django',
    title: 'Django secret key',
    literals: literals('django-insecure-'),
    pattern: /django-insecure-(?<secret>[^\s"'`]{30,80})/dy,
    open: /django-insecure-[^\s"'`]{0,80}$/y,
    longest: 100,
    judge: (secret) => entropyOf(secret) >= 3.5,
    confidence: 'likely',
    shown: 0,
    source: 'docs.djangoproject.com: SECRET_KEY',
    fires: () => [`SECRET_KEY = 'django-insecure-${textFrom(`${LETTERS_AND_DIGITS}!@#$%^&*(-_=+)`, 50)}'`],
    quiet: ['django-insecure-key'],
  },
  {
    id: 'argon2',
    title: 'Hash of a password',
    literals: literals('$argon2'),
    pattern:
      /\$argon2(?:id|i|d)\$v=[0-9]{1,3}\$m=[0-9]{1,8},t=[0-9]{1,4},p=[0-9]{1,4}\$[A-Za-z0-9+/]{8,90}\$[A-Za-z0-9+/]{16,100}/dy,
    open: /\$argon2[a-z0-9$=,]{0,60}(?:\$[A-Za-z0-9+/]{0,90}(?:\$[A-Za-z0-9+/]{0,100})?)?$/y,
    longest: 270,
    judge: (secret) => entropyOf(secret) >= 3,
    confidence: 'likely',
    shown: 7,
    source: 'RFC 9106; PHC string format',
    fires: () => [`$argon2id$v=19$m=65536,t=3,p=4$${textFrom(BASE64, 22)}$${textFrom(BASE64, 43)}`],
    quiet: ['$argon2id is the one to use'],
  },
  {
    id: 'seed-phrase',
    title: 'Words that open a wallet',
    literals: inAnyCase('mnemonic', 'seed phrase', 'recovery phrase'),
    pattern:
      /[a-z]{4,9} ?[a-z]{0,6}[^\n]{0,30}?[\s:="'`]{1,12}(?<secret>(?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})(?![a-z])/diy,
    open: /[a-z]{4,9} ?[a-z]{0,6}[^\n]{0,40}[\s:="'`]{0,12}[a-z ,]{0,250}$/iy,
    longest: 320,
    judge: (secret) => isSeedPhrase(secret.split(/[ ,]+/)),
    confidence: 'likely',
    shown: 0,
    source: 'BIP 39: 12 to 24 words of three to eight letters',
    fires: () => [
      'MNEMONIC="velvet orbit salmon crouch timber glance fabric noble walnut drift amazing pepper"',
      'my recovery phrase is: velvet orbit salmon crouch timber glance fabric noble walnut drift amazing pepper',
    ],
    quiet: [
      'mnemonic: these words must never be told and nobody asks for them when things work right',
      'a seed phrase has twelve words',
    ],
  },
  {
    id: 'kubernetes-secret',
    title: 'Value of a Kubernetes secret',
    literals: literals('data:', 'Data:'),
    pattern:
      /[dD]ata:[ \t]{0,4}\r?\n(?:[ \t]{1,12}[\w.-]{1,64}: {0,4}["']{0,2}\r?\n){0,3}[ \t]{1,12}[\w.-]{1,64}: {0,4}(?:[|>]-?\s{1,14})?["']?(?<secret>[A-Za-z0-9+/]{10,4000}={0,2})["']?[ \t]{0,4}(?=\r?\n|$)/dy,
    open: /[dD]ata:[ \t]{0,4}\r?(?:\n(?:[ \t]{1,12}[\w.-]{1,64}: {0,4}["']{0,2}\r?\n){0,3}[ \t]{0,12}[\w.-]{0,64}:? {0,4}[|>]?-?\s{0,14}["']?[A-Za-z0-9+/]{0,4000}={0,2}["']?[ \t]{0,4}\r?)?$/y,
    longest: 4500,
    judge: (secret, _, before) => /kind:\s{1,4}["']?[Ss]ecret["']?\s/.test(before) && !isPlaceholder(secret),
    confidence: 'possible',
    shown: 0,
    source: 'kubernetes.io/docs/concepts/configuration/secret',
    fires: () => [`kind: Secret\nmetadata:\n  name: a\ndata:\n  password: ${textFrom(BASE64, 16)}\n`],
    quiet: [`kind: ConfigMap\ndata:\n  password: ${textFrom(BASE64, 16)}\n`],
  },
];

function judgePassword(
  secret: string,
  { name: rest = '', op = '', quoted, escaped, entity, bare }: Readonly<Record<string, string | undefined>>,
  before: string,
): boolean {
  if (!/^(?:pass|Pass|PASS|pwd|Pwd|PWD|secret|Secret|SECRET)/.test(rest)) return false;
  const name = nameBefore(before) + rest;
  if (!isPasswordName(name) || before.endsWith('::')) return false;
  const inQuotes = quoted ?? escaped ?? entity;
  if (op.includes('(') && (inQuotes === undefined || !takesPassword(name, before))) return false;
  if (inQuotes !== undefined) return isPassword(inQuotes, name, op);
  return bare !== undefined && isBarePassword(secret, { op, name, before });
}

/** Whether what stands in brackets behind this name is what it will be: `setPassword(`, `std::string password(`. */
function takesPassword(name: string, before: string): boolean {
  return /^(?:[\w.]{0,30}\.)?(?:set|with)/i.test(name) || /(?:\bstring|String)\s{1,4}[\w.]{0,40}$/.test(before);
}

/** Lists of words have a number of them that three divides, no word twice (or once), and none that holds a sentence together. */
function isSeedPhrase(words: readonly string[]): boolean {
  if (words.length < 12 || words.length > 24 || words.length % 3 !== 0) return false;
  return new Set(words).size >= words.length - 1 && !words.some((word) => SENTENCE_WORDS.has(word.toLowerCase()));
}

const SENTENCE_WORDS = new Set(
  'the and for are was were that this with from have has had not but you your they them their its his her our which when will would can could should must into than then there these those what who how word words phrase'.split(
    ' ',
  ),
);

function isCredential(pair: string): boolean {
  const [user = '', ...rest] = pair.split(':');
  const password = rest.join(':').replace(/^'|'$/g, '');
  if (rest.length === 0) return false;
  if (password === '') return isPassword(user, 'password');
  return !/[${<[]/.test(user) && !isPlaceholder(password) && isStrong(password) && isPassword(password, 'password');
}
