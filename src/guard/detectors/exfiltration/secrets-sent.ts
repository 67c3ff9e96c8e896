import type { Shape } from './shape.ts';

/** What a file is called, or where it lies, that holds secrets; not the half of a key that everybody may have, and no form to fill in. */
const SECRET_FILE = String.raw`(?:\.ssh|id_rsa|id_ed25519|id_ecdsa|\.aws|\.env(?![\w-])(?!\.(?:example|sample|template|dist))|\/etc\/(?:passwd|shadow)|credentials|\.netrc|\.kube\b|\.gnupg|\.npmrc|\.pypirc|\.pgpass|\.git-credentials|\.docker\/config|gh\/hosts\.yml|secrets?(?![a-z])|passwords?(?![a-z])|cookies(?![a-z])|Login Data|wallet|keychain|_history|\/proc\/\w{1,8}\/environ)(?![\w.\/-]{0,60}\.pub\b)`;
/** Of these no program has one of its own, as it has `credentials.json`. */
const OF_MACHINE = String.raw`(?:\.ssh\b|id_rsa|id_ed25519|\.aws\b|\/etc\/(?:passwd|shadow)|\.netrc|\.kube\b|\.gnupg|\.npmrc|\.pypirc|\.git-credentials|Login Data|keychain|_history|\/proc\/\w{1,8}\/environ)(?![\w.\/-]{0,60}\.pub\b)`;
/** What reads a file, or hands it on, and up to where its name stands; a file of another machine is only fetched. */
const READS = new RegExp(
  [
    String.raw`(?:(?:[=:]|[ "'])@|(?:--post-file|--upload-file|--body-file|-InFile|-T)[= ]|<\s?|\b(?:cat|base64|head|tail|xxd|od|gzip|tar|zip|openssl|strings|type|gc|get-content|FILE)[ :])[^|;&\n<>]{0,80}?${SECRET_FILE}`,
    String.raw`\b(?:scp|rsync|sftp|cp|mv|copy|copyto|move|sync|create|add) [^|;&\n<>:]{0,80}?${SECRET_FILE}`,
    String.raw`\b(?:open|read\w{2,20}|Path|expanduser|file_get_contents|slurp)\([^|;&\n<>]{0,80}?${OF_MACHINE}`,
  ].join('|'),
  'i',
);
/** Files by which a command proves who calls or where it writes: used, and not sent. */
const USES =
  /(?<=^|\s)(?:-[ibcE]|--(?:netrc-file|cookie(?:-jar)?|key|cert|cacert|env-file|kubeconfig|config|identity|private-key)|-o|-O|--output|-OutFile)[= ]{1,2}(?!@)[^\s;|&]{1,200}|>{1,2}\s?(?!\/dev\/|&)[^\s;|&]{1,200}|export \$\([^()\n]{0,200}\)|(?<=^|[;&]\s?)(?:source|\.) [^\s;|&]{1,200}|(?:-H|--header) {0,2}(\\?["'])Authorization[^"'\n]{0,200}\1/gi;

/** What a machine knows of itself, all of it: not one value that is asked for by its name. */
const DUMPED = new RegExp(
  [
    String.raw`(?:\$\(|\x60|\||;|&&|\bdo |\{ ?|["'( ]|^)\s{0,2}(?:env|printenv|export -p|set|history)\s{0,3}(?=\||\)|\x60|>|$|["'\\])`,
    String.raw`\b(?:git config (?:--list|-l)\b|crontab -l|kubectl (?:get secrets?|config view)|(?:gci|ls|dir|get-childitem) env:)`,
    String.raw`\bJSON\.stringify\(\s?process\.env\s?\)|(?:\bdict|\bdumps|\bstr|\brepr|\burlencode|=)\(?\s?os\.environ\b(?!\s?[.[])`,
    String.raw`\b(?:System\.getenv\(\)|ENV\.to_h|\$_(?:ENV|SERVER)\b(?!\s?\[))`,
  ].join('|'),
  'i',
);
/** A file or an answer that is spelt in letters within an address or the name of a host. */
const SPELT =
  /(?:\/\/|(?:host|dig|nslookup|ping|resolve-dnsname)\s)[^\s|;]{0,120}(?:\$\(|\x60)[^\n]{0,160}?(?:base64|xxd|\bod\b|ToHexString|BitConverter|ReadAll(?:Bytes|Text))/i;
/** Who runs it, and where, in the name of a host. */
const WHO_IN_HOST =
  /(?:\$\(|\x60)(?:whoami|hostname|id|env|cat|base64|printenv)\b[^)\x60\n]{0,80}[)\x60]\.(?:[a-z0-9-]{1,63}\.){0,4}[a-z]{2,12}|\b(?:certutil|bitsadmin)\b[^\n]{0,80}\/\/[^\s"']{0,120}%(?:USERNAME|COMPUTERNAME|USERDOMAIN)%/i;
/** The key to a service as a value of an address, or as what is sent there. */
const SERVICE_KEY =
  /(?:[?&]\w{0,20}=|(?:-d|--data(?:-raw|-binary|-urlencode)?|-Body)[= ]{1,2}\\?["']?[^"'\n]{0,40}?)\$(?:\{|env:)?(openai|anthropic|aws|github|gitlab|azure|stripe|slack|npm|huggingface|cohere|mistral|twilio|sendgrid|cloudflare|heroku|vercel)_\w{0,24}(?:KEY|TOKEN|SECRET)\b/i;

/** What reaches another machine. Where it listens, it sends nothing. */
const REACHES = [
  /\b(?:curl|wget|invoke-(?:webrequest|restmethod)|irm|iwr|https? (?:get|post|put)|xh|certutil|bitsadmin|(?:upload|download)(?:string|file|data)|requests\.\w{3,5}|httpx\.\w{3,5}|urlopen|urlretrieve|fetch|axios|https?['"]?\)?\.(?:get|request)|sendbeacon)\b[^\n]{0,400}[\w-]\.[a-z\d]/i,
  /\b(?:nc|ncat|netcat)\s(?![^\n]{0,20}-\w{0,3}l)[^\n]{0,40}[\w-]\.[a-z\d]|\b(?:openssl s_client|telnet|websocat|sendmail|mailx?|mutt)\s|\/dev\/(?:tcp|udp)\/|\bsocat\b[^\n]{0,120}\b(?:tcp|udp|openssl|ssl)[\w-]{0,8}:(?!listen)|\bssh [^\n|]{0,60}[\w-]@/i,
  /\b(?:nslookup|dig|host|ping|resolve-dnsname|test-connection)\s[^\n]{0,80}(?:\$|\x60)/i,
  /\b(?:scp|rsync|sftp)\s[^\n]{0,160}[\w\]]:|\brclone (?:copy|copyto|sync|move)\s|\baws s3 (?:cp|sync|mv)\s[^\n]{0,160}s3:\/\/|\bgsutil\s[^\n]{0,160}gs:\/\/|\bgh gist create\b|\bgit add\b[^\n]{0,200}\bgit push\b/i,
];
/** The machine itself and those beside it, by their names. */
const NEAR =
  /(?:\/\/|[\s@]|\/dev\/tcp\/)(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|host\.docker\.internal|(?:[\w-]{1,63}\.){1,4}(?:local|lan|corp|internal|intra)\b)/i;
/** Where one command prepares what another sends. */
const TOGETHER = /\/dev\/(?:tcp|udp)\/|\bgit push\b|\bdo\b|@\/tmp\/|\.(?:post|put|get|request)\(|\b(?:urlopen|fetch)\(/i;

function sendsSecret(found: string): boolean {
  const command = found.replaceAll('\\"', '"').replace(USES, ' ');
  const parts = TOGETHER.test(command) ? [command] : command.split(/&&|\|\||;(?! ?\w{0,20}[)}])|\n/);
  return parts.some((part) => isReaching(part) && hasSecret(part));
}

function isReaching(part: string): boolean {
  return REACHES.some((reaches) => reaches.test(part)) && !NEAR.test(part);
}

function hasSecret(part: string): boolean {
  if (READS.test(part) || DUMPED.test(part) || SPELT.test(part) || WHO_IN_HOST.test(part)) return true;
  const [, service] = SERVICE_KEY.exec(part) ?? [];
  return service !== undefined && !(/\/\/[^/\s"']{1,200}/.exec(part)?.[0] ?? '').toLowerCase().includes(service.toLowerCase());
}

/** Secrets of a machine and what reaches another, in one command or call. */
export const SECRETS_SENT: Shape = {
  literals: [
    'curl ',
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
    'net.webclient',
    'scp ',
    'rsync ',
    'sftp ',
    'rclone ',
    'aws s3',
    'gsutil ',
    'gh gist',
    'git add',
    'socat ',
    'openssl s_client',
    '/dev/tcp/',
    '/dev/udp/',
    'cat ',
    'env ',
    'printenv',
    'history ',
    'tar ',
    'xxd ',
    'base64 ',
    'get-content',
    'requests.',
    'httpx.',
    'urlopen(',
    "require('http",
    'require("http',
    'fetch(',
    'expanduser(',
    'readfile',
  ],
  pattern: /[a-z/][\s\S](?:[^\\\n]|\\[\s\S]|\n(?!\n)){2,480}/iy,
  most: 500,
  apart: ['irm ', 'iwr ', 'env ', 'host ', 'dig ', 'cat ', 'tar '],
  type: 'exfiltration/command',
  score: 0.75,
  tells: sendsSecret,
};
