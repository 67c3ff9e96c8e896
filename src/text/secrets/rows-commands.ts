import { LETTERS_AND_DIGITS, textFrom } from './examples.ts';
import { isPassword, isStrong } from './passwords.ts';
import { isPlaceholder } from './placeholder.ts';
import type { SpotRow } from './spot.ts';

/** A value in quotes, or up to the next space. */
const VALUE = String.raw`(?:"(?<double>[^"\n]{4,128})"|'(?<single>[^'\n]{4,128})'|(?<bare>[^\s"'$<>{}()\\;,]{5,128})(?=[\s;,)]|$))`;
/** A name and a value in quotes, as two arguments. */
const PAIR = String.raw`\(\s{0,4}["'][^"'\n]{1,64}["']\s{0,4},\s{0,4}(?:Some\()?["'](?<secret>[^"'\n]{4,128})["']`;

interface Form {
  readonly id: string;
  readonly title: string;
  readonly literals: readonly string[];
  readonly anyCase?: boolean;
  /** Of the pattern, what stands before the value. */
  readonly lead: string;
  readonly value?: string;
  /** What must stand before the literal. */
  readonly behind?: RegExp;
  readonly judge?: SpotRow['judge'];
  readonly longest?: number;
  readonly source: string;
  readonly fires: () => readonly string[];
  readonly quiet: readonly string[];
}

function form({ literals, lead, value = VALUE, behind, anyCase = false, longest = 170, ...row }: Form): SpotRow {
  const strong: SpotRow['judge'] = (secret) => isStrong(secret) && isPassword(secret, 'password');
  const judge = row.judge ?? strong;
  return {
    ...row,
    literals: literals.map((text) => ({ text, anyCase })),
    pattern: new RegExp(lead + value, anyCase ? 'diy' : 'dy'),
    // The literals are rare: what stands behind one waits until it is out of reach.
    open: new RegExp(String.raw`[\s\S]{0,${longest}}$`, 'y'),
    longest,
    judge: (secret, groups, before) => (behind?.test(before) ?? true) && judge(secret, groups, before),
    confidence: 'possible',
    shown: 0,
  };
}

const PASSWORD = 'k7Rw2bXq9LmZ';

/** Passwords that commands, calls and settings take without a name for them. */
export const COMMAND_ROWS: readonly SpotRow[] = [
  form({
    id: 'command-password',
    title: 'Password on a command line',
    literals: [' -p', ' -P', ' -a ', ' -w '],
    lead: String.raw` -(?:[pP] ?|a |w )`,
    behind:
      /\b(?:mysql\w{0,8}|mariadb|sshpass|(?:docker|podman|oras|helm registry|az) login|redis-cli|ldap(?:search|modify|add|whoami)|sqlcmd|bcp|isql|unzip|zip|7za?|rar|unrar)\b[^\n|;]{0,200}$/,
    source: 'man 1 mysql, sshpass, redis-cli, ldapsearch, sqlcmd, unzip, 7z',
    fires: () => [
      `mysql -u root -p${PASSWORD} -h db`,
      `sshpass -p '${PASSWORD}' ssh a@b`,
      `redis-cli -a ${PASSWORD} ping`,
      `sqlcmd -S db -U sa -P ${PASSWORD}`,
      `7z x -p${PASSWORD} a.7z`,
    ],
    quiet: [
      'mysql -u root -p -h db',
      'mkdir -p build1/out2',
      'docker login -u me -p $TOKEN',
      'docker run -p 8080:80 a',
    ],
  }),
  form({
    id: 'piped-password',
    title: 'Password handed to a command',
    literals: ['echo ', 'printf ', 'add_user ', 'change_password '],
    lead: String.raw`(?:echo (?:-n )?|printf |(?:add_user|change_password) [\w.@-]{1,40} )`,
    value: String.raw`(?:"(?:[\w.-]{1,32}:)?(?<double>[^"\n$:]{5,64})"|'(?:[\w.-]{1,32}:)?(?<single>[^'\n$:]{5,64})'|(?:[\w.-]{1,32}:)?(?<bare>[^\s"'$|:;]{5,64}))(?= {0,3}\| {0,3}(?:(?:sudo )?chpasswd|sudo -S|passwd --stdin|docker login|podman login|htpasswd)|(?<=(?:add_user|change_password) [^\n]{1,140})\s)`,
    source: 'man 8 chpasswd, man 8 sudo, man 8 rabbitmqctl',
    fires: () => [`echo "root:${PASSWORD}" | chpasswd`, `echo '${PASSWORD}' | sudo -S apt update\n`],
    quiet: ['echo "root:$PASS" | chpasswd', 'echo "hello1!" | grep h', 'add_user name password '],
  }),
  form({
    id: 'device-password',
    title: 'Password of a device',
    literals: ['enable secret ', 'enable password ', ' password 0 ', ' secret 0 '],
    lead: String.raw`(?:enable (?:secret|password)(?: 0)?| (?:password|secret) 0) `,
    value: String.raw`(?<secret>[^\s"'$<>{}]{5,64})(?=\s|$)`,
    source: 'cisco.com: enable secret',
    fires: () => [`enable secret ${PASSWORD}`, `username admin password 0 ${PASSWORD}`],
    quiet: ['enable secret level 15', 'enable password <password>', 'enable secret storage'],
  }),
  form({
    id: 'pgpass',
    title: 'Password in a file of passwords of PostgreSQL',
    literals: [':5432:'],
    lead: String.raw`:5432:[\w*-]{1,40}:[\w*-]{1,40}:`,
    value: String.raw`(?<secret>[^\s"'$<>{}:]{5,64})(?=\s|$)`,
    source: 'postgresql.org/docs/current/libpq-pgpass.html',
    fires: () => [`db.internal:5432:shop:app:${PASSWORD}\n`],
    quiet: ['hostname:5432:database:username:password\n', 'a:5432:b'],
  }),
  form({
    id: 'curl-password',
    title: 'Name and password of a call of curl',
    literals: ['curl '],
    lead: String.raw`curl [^\n|;]{0,200}?(?<=\s)(?:-u|--user|--proxy-user)[ =]?["']?[^\s:'"$<>{}]{1,60}:`,
    value: String.raw`(?<secret>[^\s"'$<>{}\\;,]{5,128})`,
    longest: 400,
    source: 'curl.se/docs/manpage.html',
    fires: () => [
      `curl -u admin:${PASSWORD} https://a.example`,
      `curl -s --user 'app:${PASSWORD}' -X POST https://a.example`,
    ],
    quiet: [
      'curl -u admin:password https://a.example',
      'curl -u user:$PASS https://a.example',
      'curl -u 1000:1000 https://a.example',
    ],
  }),
  form({
    id: 'snmp-community',
    title: 'SNMP community of a device',
    literals: ['snmp-server community '],
    lead: 'snmp-server community ',
    value: String.raw`(?<secret>[^\s"'$<>{}]{4,64})`,
    judge: (secret) => !isPlaceholder(secret) && !/^(?:public|private|community|string)$/i.test(secret),
    source: 'cisco.com: snmp-server community',
    fires: () => [`snmp-server community ${PASSWORD} RO`],
    quiet: ['snmp-server community public RO', 'snmp-server community <string> RO'],
  }),
  form({
    id: 'call-password',
    title: 'Name and password as arguments',
    literals: [
      'auth=(',
      'BasicAuth(',
      'basic_auth(',
      '.login(',
      'Credentials(',
      'PasswordAuthentication(',
      'WiFi.begin(',
    ],
    lead: String.raw`(?:auth=|BasicAuth|basic_auth|\.login|Credentials|PasswordAuthentication|WiFi\.begin)`,
    value: PAIR,
    longest: 240,
    source: 'CWE-798',
    fires: () => [
      `requests.get(url, auth=("app", "${PASSWORD}"))`,
      `smtp.login('app', '${PASSWORD}')`,
      `new UsernamePasswordCredentials("app", "${PASSWORD}")`,
    ],
    quiet: ['requests.get(url, auth=("user", "pass"))', 'session.login(user, password)'],
  }),
  form({
    id: 'connection-password',
    title: 'Password of a connection to a database',
    literals: ['getConnection('],
    lead: String.raw`getConnection\(\s{0,20}(?:"[^"\n]{0,200}"|[\w.]{1,60})\s{0,20},\s{0,20}"[^"\n]{1,64}"\s{0,20},\s{0,20}`,
    value: String.raw`"(?<secret>[^"\n]{4,128})"`,
    longest: 460,
    source: 'java.sql.DriverManager',
    fires: () => [`DriverManager.getConnection(url, "app", "${PASSWORD}");`],
    quiet: ['DriverManager.getConnection(url, "app", "password")', 'getConnection(url, user, pass)'],
  }),
  form({
    id: 'statement-password',
    title: 'Password in a statement or a setting',
    literals: ['identified by ', 'securestring ', 'requirepass ', 'masterauth ', 'bindpw ', 'psk=', 'wpa_passphrase='],
    anyCase: true,
    lead: String.raw`(?:identified by|securestring|requirepass|masterauth|bindpw|psk=|wpa_passphrase=) {0,3}(?:-String )?`,
    source: 'CREATE USER; ConvertTo-SecureString; redis.conf; ldap.conf; wpa_supplicant.conf',
    fires: () => [
      `CREATE USER app IDENTIFIED BY '${PASSWORD}';`,
      `ConvertTo-SecureString "${PASSWORD}" -AsPlainText -Force`,
      `requirepass ${PASSWORD}`,
    ],
    quiet: [
      "IDENTIFIED BY 'password'",
      'ConvertTo-SecureString $plain -AsPlainText',
      'requirepass foobared',
      'bindpw secret',
    ],
  }),
  form({
    id: 'oracle-password',
    title: 'Password in an Oracle address',
    literals: [':thin:'],
    lead: String.raw`:thin:[\w$]{1,30}/`,
    value: String.raw`(?<secret>[^\s@"'/$]{4,64})@`,
    source: 'docs.oracle.com: JDBC, database URLs',
    fires: () => [`jdbc:oracle:thin:app/${PASSWORD}@host:1521:x`],
    quiet: ['jdbc:oracle:thin:scott/tiger@host:1521:x', 'jdbc:oracle:thin:@host:1521:x'],
  }),
  form({
    id: 'registry-token',
    title: 'Token of a package registry',
    literals: [':_authToken=', ':_password='],
    lead: String.raw`:_(?:authToken|password)=\s{0,2}"?`,
    value: String.raw`(?<secret>[A-Za-z0-9+/=_.-]{12,200})`,
    longest: 230,
    judge: (secret) => isStrong(secret),
    source: 'docs.npmjs.com: npmrc',
    fires: () => [
      `//registry.example.org/:_authToken=${textFrom('0123456789abcdef', 8, 3)}-4b1e-4c2d-9a3f-7d60c1b2a495`,
    ],
    quiet: ['//registry.example.org/:_authToken=${NPM_TOKEN}'],
  }),
  form({
    id: 'terraform-default',
    title: 'Password as a default of a variable',
    literals: ['variable "'],
    lead: String.raw`variable "[\w-]{0,50}(?:pass(?:word|wd)?|pwd|secret|token|api_key|access_key)"\s{0,3}\{(?:\s{1,12}(?:type|description|sensitive)\s{0,12}=[^\n]{1,100}){0,3}\s{1,12}default\s{0,12}=\s{0,4}`,
    value: String.raw`"(?<secret>[^"\n$]{5,128})"`,
    longest: 700,
    source: 'developer.hashicorp.com/terraform/language/values/variables',
    fires: () => [`variable "db_password" {\n  type = string\n  default = "${PASSWORD}"\n}`],
    quiet: ['variable "db_password" {\n  default = ""\n}', 'variable "region" {\n  default = "eu-west-1a"\n}'],
  }),
  form({
    id: 'typed-password',
    title: 'Password given to a name with a type',
    literals: ['password:', 'passwd:', 'secret:', 'token:', 'api_key:', 'apikey:', 'password string', 'secret string'],
    anyCase: true,
    lead: String.raw`(?:password|passwd|secret|token|api_?key)(?:\s{0,2}:)? {0,4}(?:str|string|(?:&'static |&)str|Optional\[str\]|str \| None|SecretStr|std::string)\s{0,4}=\s{0,4}`,
    value: String.raw`["'](?<secret>[^"'\n]{5,128})["']`,
    source: 'CWE-798',
    fires: () => [`password: str = "${PASSWORD}"`, `private readonly secret: string = "${PASSWORD}"`],
    quiet: ['password: str = "password"', 'token: string = ""', 'secret: string;'],
  }),
  form({
    id: 'password-in-words',
    title: 'Password after a word of another language',
    literals: [
      'пароль',
      'contraseña',
      'mot de passe',
      'kennwort',
      'passwort',
      'parola d’ordine',
      'lösenord',
      'adgangskode',
      'salasana',
      'heslo',
      'jelszó',
      'parolă',
      'şifre',
      'senha',
      'wachtwoord',
      'hasło',
      '密码',
      '密碼',
      'パスワード',
      '비밀번호',
    ],
    anyCase: true,
    lead: String.raw`(?:пароль|contraseña|mot de passe|kennwort|passwort|parola d’ordine|lösenord|adgangskode|salasana|heslo|jelszó|parolă|şifre|senha|wachtwoord|hasło|密码|密碼|パスワード|비밀번호)["']?\s{0,3}[:=：]\s{0,3}`,
    source: 'CWE-798',
    fires: () => [`mot de passe : ${PASSWORD}`, `пароль: ${PASSWORD}`, `密码：${PASSWORD}`],
    quiet: ['mot de passe : oublié', 'пароль: забыт', 'senha: obrigatória'],
  }),
  form({
    id: 'set-up-password',
    title: 'Password or key that a server made up for its first start',
    literals: ['proceed to installation:', 'Unseal Key '],
    lead: String.raw`(?:proceed to installation:\s{1,8}|Unseal Key \d{1,2}: )`,
    value: String.raw`(?<secret>[0-9a-f]{32}|[A-Za-z0-9+/]{43}[A-Za-z0-9+/=])(?![A-Za-z0-9+/])`,
    source: 'jenkins.io: unlocking; developer.hashicorp.com/vault: operator init',
    fires: () => [
      `Please use the following password to proceed to installation:\n\n${textFrom('0123456789abcdef', 32, 5)}\n`,
      `Unseal Key 1: ${textFrom(LETTERS_AND_DIGITS, 44, 5)}`,
    ],
    quiet: ['Unseal Key 1: (hidden)'],
  }),
  form({
    id: 'remote-command-password',
    title: 'Password of a command that runs elsewhere',
    literals: ['psexec', 'net use ', 'wmic /', 'evil-winrm ', 'smbclient ', 'xfreerdp '],
    anyCase: true,
    lead: String.raw`(?:psexec|net use |wmic /|evil-winrm |smbclient |xfreerdp )[^\n]{0,140}? (?:-p ?|/p(?:assword)?:|/user:[^\s/]{1,40} |-U [^\s%]{1,40}%)`,
    value: String.raw`["']?(?<secret>[^\s"'$<>%]{4,64})`,
    longest: 260,
    judge: (secret) => !isPlaceholder(secret) && !/^(?:pass(?:word)?|\*|\/)/i.test(secret),
    source: 'learn.microsoft.com/sysinternals: PsExec; net use',
    fires: () => [`psexec \\\\10.0.0.4 -u app -p ${PASSWORD} cmd`, `xfreerdp /u:app /p:${PASSWORD} /v:host`],
    quiet: [
      'psexec \\\\host -u app -p PASSWORD cmd',
      'psexec \\\\host -u app -p %PW% cmd',
      'net use z: \\\\host\\share',
    ],
  }),
  form({
    id: 'directory-password',
    title: 'Name and password of a directory entry',
    literals: ['DirectoryEntry(', 'PrincipalContext('],
    lead: String.raw`(?:DirectoryEntry|PrincipalContext)\([^\n"']{0,60}["'][^"'\n]{1,120}["']\s{0,4},(?:[^\n"']{0,60},)?\s{0,4}["'][^"'\n]{1,64}["']\s{0,4},\s{0,4}`,
    value: String.raw`["'](?<secret>[^"'\n]{4,128})["']`,
    longest: 460,
    judge: (secret) => !isPlaceholder(secret) && !/^(?:pass(?:word)?|pwd)$/i.test(secret),
    source: 'learn.microsoft.com/dotnet/api/system.directoryservices',
    fires: () => [`new DirectoryEntry("LDAP://10.0.0.4", "corp\\\\app", "${PASSWORD}")`],
    quiet: ['new DirectoryEntry("LDAP://host", "user", "password")', 'new DirectoryEntry("LDAP://host", user, pw)'],
  }),
  form({
    id: 'said-password',
    title: 'Password that a text tells',
    literals: ["password is '", 'password is "', 'password is `'],
    anyCase: true,
    lead: String.raw`password is `,
    value: String.raw`(?<quote>["'\`])(?<secret>[^\s"'\`]{5,64})\k<quote>`,
    judge: (secret) =>
      /[A-Z0-9!@#$%^&*]/.test(secret) && !isPlaceholder(secret) && !/^(?:pass(?:word)?|[A-Z_]+)$/i.test(secret),
    source: 'CWE-798',
    fires: () => [`The default password is '${PASSWORD}'.`],
    quiet: ["the password is 'required'", 'The password is "password"', "password is '${pw}'"],
  }),
];
