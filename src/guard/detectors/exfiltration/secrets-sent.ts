import { DUMPED, ENVIRONMENT, NAMED, OF_MACHINE, READS, READS_HOME } from './secret-sources.ts';
import type { Shape } from './shape.ts';

/** Of a value what is not asked for in its midst, and is no address. */
const VALUE = String.raw`(?:(?!\$\(|:\/\/)[^\s;|&<\x60]){1,200}`;
const OPTION = String.raw`(?<=(?<!\b(?:ba|da|z|k)?sh)(?:^|\s))`;
/** Files by which a command proves who calls or where it writes, used and not sent; and what a manual has put in. */
const USES = new RegExp(
  [
    String.raw`<[\w:.-]{1,40}>|>{1,2}\s?(?!\/dev\/|&)${VALUE}|export \$\([^()\n]{0,200}\)|(?<=^|[;&]\s?)(?:source|\.) ${VALUE}`,
    // What is told to people of it, but nothing that is asked for.
    String.raw`<\s?\/dev\/null|${OPTION}(?:--exclude[= ]|(?:-m|--message|--desc)[= ]{1,2})(["'])(?:(?!\$\(|[\x60\n]|\1)[\s\S]){0,200}\1`,
    `${OPTION}(?:-[ibcEO]|-o|-OutFile|--(?:netrc-file|cookie(?:-jar)?|key|cert|cacert|env-file|kubeconfig|config|identity|private-key|output|exclude)|-CA(?:file|path)|-cert|-key)[= ]{1,2}(?![-@"'])${VALUE}`,
  ].join('|'),
  'gi',
);
/** The same without the options that have no value where `curl` is meant. */
const BARE_OF_CURL = /^-[iIO][= ]/;
/** What a caller proves himself by, as the value of a header. */
const PROOF_IN_HEADER =
  /(?:-H|--header)[= ]{0,2}(["'])(?:[\w-]{0,30}(?:authorization|token|api-?key|auth))["' ]{0,2}:[^"'\n]{0,200}\1/gi;
/** One secret that is asked for by its name, to prove something by. */
const ASKED = String.raw`\$\((?:op read|pass show|bw get|lpass show|secret-tool lookup|gcloud auth print-(?:access|identity)-token|az account get-access-token)\b[^()"\n;|&<>$\x60]{0,120}\)`;
const NAMED_FOR = new RegExp(String.raw`\b\w{1,20}="?${ASKED}`, 'g');
/** The same as who logs in. */
const PROOF_OF_USER = new RegExp(String.raw`(?<=\s)(?:-u|--user)[= ]{0,2}"(?:[\w.@:-]|${ASKED}){1,120}"`, 'g');
/** Which no header proves anybody by, or not to everybody: a whole file of the machine, or all that it knows. */
const NO_PROOF = new RegExp(
  String.raw`${OF_MACHINE}|\.env\b|\.kdbx|wallet|\bgh auth token\b|(?:\$\(|\x60)\s{0,2}(?:env|printenv|export -p|history)\b`,
  'i',
);

/** A file or an answer that is spelt in letters within an address or the name of a host. */
const SPELT =
  /(?:\/\/|(?:host|dig|nslookup|ping|resolve-dnsname)\s)[^\s|;]{0,120}(?:\$\(|\x60)[^\n]{0,160}?(?:base64|xxd|\bod\b|ToHexString|BitConverter|ReadAll(?:Bytes|Text))/i;
/** Who runs it, and where, in the name of a host. */
const WHO_IN_HOST =
  /(?:\$\(|\x60)(?:whoami|hostname|id|env|cat|base64|printenv)\b[^)\x60\n]{0,80}[)\x60]\.(?:[a-z0-9-]{1,63}\.){0,4}[a-z]{2,12}|%(?:USERNAME|COMPUTERNAME|USERDOMAIN)%\.[\w%-]{1,63}\.|\b(?:certutil|bitsadmin)\b[^\n]{0,80}\/\/[^\s"']{0,120}%(?:USERNAME|COMPUTERNAME|USERDOMAIN)%/i;
/** The key to a service as a value of an address, or as what is sent there; and what its own program tells of it. */
const SERVICE_KEY =
  /(?:[?&]\w{0,20}=|(?:-d|--data(?:-raw|-binary|-urlencode)?|-Body)[= ]{1,2}["']?[^"'\n]{0,40}?)\$(?:\{|env:)?(openai|anthropic|aws|github|gitlab|azure|stripe|slack|npm|huggingface|cohere|mistral|twilio|sendgrid|cloudflare|heroku|vercel)_\w{0,24}(?:KEY|TOKEN|SECRET)\b|\b(gh) auth token\b/i;
/** Where these are at home: not where anybody rents. */
const AT_HOME: Readonly<Record<string, RegExp>> = {
  aws: /(?:^|\.)aws\.amazon\.com$|^(?:iam|sts)(?:\.[a-z\d-]{4,20})?\.amazonaws\.com$/i,
  azure: /^(?:management\.azure|login\.microsoftonline|[\w-]{1,63}\.(?:openai|cognitiveservices)\.azure)\.com$/i,
  cohere: /(?:^|\.)cohere\.(?:ai|com)$/i,
  gh: /(?:^|\.)github\.com$/i,
  huggingface: /(?:^|\.)(?:huggingface|hf)\.co$/i,
  mistral: /(?:^|\.)mistral\.ai$/i,
  npm: /(?:^|\.)npmjs\.(?:com|org)$/i,
  sendgrid: /(?:^|\.)sendgrid\.(?:com|net)$/i,
};

/** Each of them that is named, and how its own program is asked for one. */
const EACH_KEY =
  /\$(?:\{|env:)?(openai|anthropic|aws|github|gitlab|azure|stripe|slack|npm|huggingface|cohere|mistral|twilio|sendgrid|cloudflare|heroku|vercel)_\w{0,24}(?:KEY|TOKEN|SECRET)\b|\b(gh) auth token\b([^|;&\n)\x60]{0,80})/gi;
/** Whose token it is, where it says so once and nothing else. */
const OF_HOST = /^ (?:-h|--hostname)[= ]([\w.-]{3,100})\s{0,3}$/;
const NAMES_HOST = /-h/;

/** A word that all of the above have; most commands have none. */
const HINT =
  /[~\w}%][\\/]\.\w|wp-conf|master\.k|keyring|keyvault|-decryption|declare|compgen|\bexport\b|secret-tool|consul|etcdctl|keyctl|railway|vercel|nmcli|key=clear|whoami -t|pass show|keepass|\.(?:ssh|aws|env|password-|vault-|tfstate|git\/c|config\/|netrc|kube|gnupg|npmrc|pypirc|pgpass|git-cred|docker|mozilla|kdbx)|id_rsa|id_e[dc]|\/etc\/|credential|hosts\.yml|login data|secret|password|cookies|wallet|keychain|history|environ|\benv\b|printenv|export -p|\bset\b|config|bundle|crontab|token|log -p|inspect|security |vault|manager get|cmdkey|systeminfo|getenv|_server|base64|xxd|\bod\b|tohex|bitconv|readall|\$\(|\x60|%user|%comp|_key|%env|\/run\/|gpg |pass |\bop |\bbw |access|heroku|sops|terraform|helm |clip|pbpaste|dump|--rdb|reg \w{4,5} hk/i;

/** What of a program sends, where an address is named. */
const CALL =
  /(?:\.(?:post|put|request|get)\(|(?:urlopen|urlretrieve|fetch|request|file_get_contents|newbuilder)\(|\bbun\.write\(|curlopt_postfields|net::http|http::tiny|lwp::simple)[^\n]{0,300}?["'\x60]https?:\/\//iy;
/** The same, to a host that stands there without a scheme. */
const TALK = /(?:create_connection|\.connect|\.sendmail|smtp)\([^\n]{0,200}?["']/iy;
/** What reaches another machine. Where it listens, it sends nothing. */
const COMMANDS = [
  /(?:["']?curl(?:\.exe)?|wget|invoke-\w{7,10}|irm|iwr|xdg-open|start-process|send-mailmessage|https? post|curlie (?:post|put)|xh (?:post|put)|httpie post|aria2c|lynx|w3m|l?ftp|tftp|certutil|bitsadmin|start-bitstransfer|\.(?:up|down)load\w{4,6})\b[^\n]{0,300}?[\w-]\.[a-z\d]/iy,
  /(?:nc|ncat|netcat|telnet) (?![^\n]{0,20}-\w{0,3}l)[^\n]{0,40}?[\w-]\.[a-z\d]|openssl s_client|\/dev\/(?:tcp|udp)\/|ssh [^\n|]{0,60}?[\w-]@|socat [^\n]{0,120}?\b(?:tcp|udp|openssl|ssl)[\w-]{0,8}:(?!listen)/iy,
  /(?:nslookup|dig|host|ping|resolve-dnsname|getent \w{4,8}|traceroute|tracepath) {0,2}[^\n]{0,80}?[$\x60%]/iy,
  /(?:scp|rsync|sftp) [^\n]{0,160}?[\w\]]:|rclone (?:copy|copyto|sync|move) |aws s3 (?:cp|sync|mv) [^\n]{0,160}?s3:\/\/|gsutil [^\n]{0,160}?gs:\/\/|(?:gh|hub) gist create|git add\b[^\n]{0,200}?\bgit push\b|(?:croc|wormhole) send |ffsend upload |transfer\.sh |b2 upload|s3cmd put |mc cp |az storage blob upload|gcloud storage cp |smbclient \/\//iy,
  /(?:mailx?|mutt|sendmail) [^\n]{0,160}?[\w.+-]@[\w-]{1,63}\./iy,
];
/** The machine itself and those beside it, by their whole names. */
const NEAR =
  /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\]|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|(?:[\w-]{1,63}\.){1,4}(?:local|lan|corp|internal|intra))$/i;
/** Where an address names its host; buckets are of the whole world. */
const ADDRESSED = /(?<!\b(?:s3|gs):)\/\/([^\s/"'?#\\\x60<>)]{0,255})/gi;
/** Where a command names it without a scheme: behind who logs in, a protocol, or as a word that is no file's name. */
const BARE =
  /(?:(?:^|[\s"'])\w[\w.-]{0,40}@|\/dev\/(?:tcp|udp)\/|\b(?:tcp|udp|openssl|ssl)[\w-]{0,8}:|(?<=^|[\s"']))(localhost|(?:[a-z\d-]{1,63}\.){1,6}(?!(?:json|ya?ml|txt|env|pem|key|db|xlsx?|csv|gz|tgz|tar|kdbx|conf|ini|toml|sql|log|bak)\b)[a-z]{2,63}|\d{1,3}(?:\.\d{1,3}){3})(?=[:/?#\s"']|$)/gi;
/** What these reach is not what they name: remotes, buckets, and whoever answers for a name. */
const ELSEWHERE =
  /^(?:git|rclone|aws|gsutil|gh|hub|croc|wormhole|ffsend|transfer|b2|s3cmd|mc|az|gcloud|nslookup|dig|host|ping|resolve-dnsname|getent|traceroute|tracepath)\b/i;
/** What a header says of an address is not asked, nor a remark. */
const SAID_OF =
  /(?:^|\s)(?:#[^\n]{0,300}|(?:-H|-A|-e|--header|--referer|--user-agent)[= ]{0,2}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))/g;
/** Where one command prepares what another sends. */
const TOGETHER = /\/dev\/(?:tcp|udp)\/|\bgit push\b|\bdo\b|(?:@|-T |--upload-file[= ])\/tmp\//i;
/** Where a command ends, and nothing of it goes on to the next. */
const ENDS = /&&|\|\||;(?! ?\w{0,20}[)}])|\n/;

function beginsWith(pattern: RegExp, found: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(found);
}

/** Where a line goes on in the next. */
const GOES_ON = /(?:\\| [\x60^])\r?\n/g;
/** What another machine is told, and what it is given of this one. */
const TOLD = /"[^"\n]{0,300}"|'[^'\n]{0,300}'/g;
const GIVEN = /<\s?[^\s<>|;&]{1,200}/;

/** As a shell has it, where a program gives its words one by one. */
function inOneLine(found: string): string {
  const line = found.replace(GOES_ON, ' ');
  return /^["'](?:curl|wget|scp|nc)["'],/.test(line) ? line.slice(1).replace(/["'],\s{0,2}["']/g, ' ') : line;
}

function sendsSecret(asFound: string, asBefore: string): boolean {
  const [found, before] = [inOneLine(asFound), asBefore.replace(GOES_ON, ' ')];
  if (beginsWith(TALK, found) && NEAR.test(/["']([^"']{1,100})["']/.exec(found)?.[1] ?? '')) return false;
  if (beginsWith(CALL, found) || beginsWith(TALK, found))
    return HINT.test(before + found) && callSends(found.replaceAll('\\"', '"'), before);
  if (!COMMANDS.some((command) => beginsWith(command, found))) return false;
  // Prose puts each command in marks of its own.
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('`')) + 1);
  const together =
    TOGETHER.test(line + found) ||
    usesNamed(line.replace(NAMED_FOR, ' '), found) ||
    usesNamed(line, found.replaceAll('\\"', '"').replace(PROOF_IN_HEADER, ' '));
  // What another machine is told to do is done there.
  const first = found.split(ENDS, 1)[0] ?? '';
  const own = /^ssh /i.test(found)
    ? (GIVEN.exec(first.replaceAll('\\"', '"').replace(TOLD, ' '))?.[0] ?? '')
    : together
      ? found
      : first;
  // What stands before it is sent only where it is handed on.
  const given = together || /[|<]/.test(line) ? (together ? line : (line.split(ENDS).at(-1) ?? '')) : '';
  if (!HINT.test(given + own)) return false;
  const [command, reached] = [given + own, given + (/^ssh /i.test(found) ? first : own)].map((part) =>
    withoutUsed(part.replaceAll('\\"', '"'), /^curl/i.test(found)),
  ) as [string, string];
  const kept = !/^(?:ssh|scp|rsync|sftp|git|rclone)/i.test(found) && READS_HOME.test(command);
  return (
    (kept || hasSecret(command)) &&
    (ELSEWHERE.test(found) || !staysNear(reached.replace(SAID_OF, ' '), [ADDRESSED, BARE]))
  );
}

function withoutUsed(part: string, ofCurl: boolean): string {
  return part
    .replace(PROOF_IN_HEADER, (header) => (NO_PROOF.test(header) ? header : ' '))
    .replace(PROOF_OF_USER, (user) => (ofCurl && !NO_PROOF.test(user) ? ' ' : user))
    .replace(USES, (used) => (ofCurl && BARE_OF_CURL.test(used) ? used : ' '));
}

/** Whether every host that is named is the machine itself or one beside it. */
function staysNear(part: string, named: readonly RegExp[]): boolean {
  const hosts = hostsIn(part, named);
  return hosts.length > 0 && hosts.every((host) => NEAR.test(host));
}

function hostsIn(part: string, named: readonly RegExp[]): readonly string[] {
  return named.flatMap((pattern) => [...part.matchAll(pattern)].map(([, place = '']) => hostOf(place)));
}

/** Without who logs in there, and the port. */
function hostOf(place: string): string {
  return place.slice(place.lastIndexOf('@') + 1).replace(/\.?(?::\d{0,5})?$/, '');
}

/** Whether a command uses what one before it on the line gave a name. */
function usesNamed(line: string, found: string): boolean {
  if (!line.includes('=') || !found.includes('$')) return false;
  return [...line.matchAll(/(?<![\w-])\$?(\w{1,20}) ?=/g)].some(
    ([, name = '']) => found.includes(`$${name}`) || found.includes(`\${${name}}`),
  );
}

/** What reads is looked for only where there is something to be read: each of many would be asked for what follows it. */
function readsSecret(part: string): boolean {
  return NAMED.test(part) && READS.test(part);
}

function hasSecret(part: string): boolean {
  if (DUMPED.test(part) || SPELT.test(part) || WHO_IN_HOST.test(part) || readsSecret(part)) return true;
  return SERVICE_KEY.test(part) && !isSentHome(part);
}

/** Whether every host that is named, and there is one, is at home to every key that is. */
function isSentHome(part: string): boolean {
  const hosts = hostsIn(part.replace(SAID_OF, ' ').replace(EACH_KEY, ' '), [ADDRESSED, BARE]);
  return (
    hosts.length > 0 &&
    [...part.matchAll(EACH_KEY)].every(([, asked, told, options = '']) =>
      hosts.every((host) => isHome(host.toLowerCase(), (asked ?? told ?? '').toLowerCase(), options)),
    )
  );
}

function isHome(host: string, service: string, options: string): boolean {
  const home = AT_HOME[service];
  if (service === 'gh' && NAMES_HOST.test(options)) return OF_HOST.exec(options)?.[1]?.toLowerCase() === host;
  return home === undefined ? `.${host}`.endsWith(`.${service}.com`) : home.test(host);
}

/** What the line has a name for where its value begins. */
const ASSIGNED = /\b(\w{1,40})\s?:?=\s?[^\n=;]{0,80}$/;
/** `env` is what other programs are started with, too, as an argument. */
const DECLARED = /(?:^|[\n;]\s{0,8}|\b(?:const|let|var)\s)env\s?=[^=\n;]{0,80}$/;
const TAKEN_APART = /^env\s?\}\s?=\s?process\b/;
/** Names that come behind: of an opened file, or of what a function is called with. */
const NAMED_BEHIND = /\bas (\w{1,40})\b|\b(\w{1,40})\)?\s?=>/g;
const ASSIGNMENT = /\b(\w{1,40})\s?:?=\s?([^\n=;]{1,120})/g;
/** As itself, as a whole: one value of it is what it was asked for by name, and an argument is only called so. */
const AS_A_WHOLE =
  /(?<!\w)(\w{1,40})(?![\w"']|\s?[=:](?!=)|\[|\.(?!(?:items|entries|values|copy|to[A-Z_]\w{0,10}|encode|decode|read|strip|trim|replace|hex|join|slice|body)\b))/g;

/** A call of a program that sends what it or the lines before it read. */
function callSends(call: string, before: string): boolean {
  if (staysNear(call, [ADDRESSED])) return false;
  if (ENVIRONMENT.test(call) || readsSecret(call)) return true;
  const file = NAMED.test(before) ? before.search(READS) : -1;
  return [before.search(ENVIRONMENT), file].some((at) => at >= 0 && usesAny(call, namesOf(before, at)));
}

/** What the value that is read there is called, and what is made of it. */
function namesOf(before: string, at: number): ReadonlySet<string> {
  const behind = before.slice(at);
  const [, own] = ASSIGNED.exec(before.slice(Math.max(0, at - 130), at)) ?? [];
  const named = own === undefined || (own === 'env' && !DECLARED.test(before.slice(Math.max(0, at - 130), at)));
  const names = new Set(named ? [] : [own]);
  if (TAKEN_APART.test(behind)) names.add('env');
  for (const [, opened, given] of behind.matchAll(NAMED_BEHIND)) names.add(opened ?? given ?? '');
  for (const [, name = '', value = ''] of behind.matchAll(ASSIGNMENT)) if (usesAny(value, names)) names.add(name);
  return names;
}

function usesAny(part: string, names: ReadonlySet<string>): boolean {
  return names.size > 0 && [...part.matchAll(AS_A_WHOLE)].some(([, name = '']) => names.has(name));
}

/** Secrets of a machine and what reaches another, in one command or call. */
export const SECRETS_SENT: Shape = {
  literals: [
    'curl ',
    'curl.exe',
    'wget ',
    'invoke-webrequest',
    'invoke-restmethod',
    'irm ',
    'iwr ',
    'http post',
    'nslookup',
    'dig ',
    'ping ',
    'host ',
    'resolve-dnsname',
    'certutil',
    'bitsadmin',
    'start-bitstransfer',
    '.uploadstring',
    '.uploadfile',
    '.uploaddata',
    'scp ',
    'rsync ',
    'sftp ',
    'rclone ',
    'aws s3',
    'gsutil ',
    'gh gist',
    'git add',
    'nc ',
    'ncat ',
    'netcat ',
    'socat ',
    'openssl s_client',
    '"curl",',
    "'curl',",
    'curlie ',
    'xdg-open ',
    'start-process ',
    'send-mailmessage',
    '.downloadstring',
    'xh ',
    'httpie post',
    'aria2c ',
    'lynx -',
    'w3m ',
    'lftp ',
    'tftp ',
    'ftp -u',
    'getent hosts',
    'traceroute ',
    'tracepath ',
    'croc send',
    'wormhole send',
    'ffsend upload',
    'transfer.sh ',
    'b2 upload',
    's3cmd put',
    'mc cp ',
    'az storage blob upload',
    'gcloud storage cp',
    'hub gist',
    'smbclient ',
    'mail -',
    'mutt ',
    'sendmail',
    'create_connection(',
    '.connect((',
    'smtp(',
    'bun.write(',
    'lwp::simple',
    'curlopt_postfields',
    'telnet ',
    'ssh ',
    '/dev/tcp/',
    '/dev/udp/',
    '.post(',
    '.put(',
    '.request(',
    'request(',
    '.get(',
    'urlopen(',
    'file_get_contents(',
    'newbuilder(',
    'net::http',
    'http::tiny',
    'fetch(',
  ],
  pattern: /["'./a-z][\s\S](?:[^\\\n]|\\[\s\S]|\n(?!\n)){2,320}/iy,
  most: 330,
  before: 240,
  apart: [
    'xh ',
    'w3m ',
    'mc cp ',
    'mail -',
    'irm ',
    'iwr ',
    'host ',
    'ping ',
    'scp ',
    'ssh ',
    'dig ',
    'nc ',
    'http post',
  ],
  type: 'exfiltration/command',
  score: 0.75,
  tells: (found, _, before) => sendsSecret(found, before),
};
