/** What a file is called, or where it lies, that holds secrets; not the half of a key that everybody may have, and no form to fill in. */
const SECRET_FILE = String.raw`(?:\.ssh|id_rsa|id_ed25519|id_ecdsa|\.aws|\.env(?![\w-])(?!\.(?:example|sample|template|dist))|\/etc\/(?:passwd|shadow)|credentials|\.netrc|\.kube\b|\.gnupg|\.npmrc|\.pypirc|\.pgpass|\.git-credentials|\.docker\/config|gh\/hosts\.yml|\.mozilla|Login Data|\.password-store|\.vault-token|\.config\/(?:gcloud|doctl)|application_default_credentials|\.tfstate|\/run\/secrets\/|\.git\/config|wp-config\.php|master\.key|secrets?(?![a-z])|passwords?(?![a-z])|cookies(?![a-z])|wallet|keychain|\.kdbx|_history|\/proc\/\w{1,8}\/environ)(?![\w.\/-]{0,60}\.pub\b)`;
/** Of these no program has one of its own, as it has `credentials.json`. */
export const OF_MACHINE = String.raw`(?:\.ssh\b|id_rsa|id_ed25519|\.aws\b|\/etc\/(?:passwd|shadow)|\.netrc|\.kube\b|\.gnupg|\.npmrc|\.pypirc|\.git-credentials|\.mozilla|Login Data|keychain|\.password-store|_history|\/proc\/\w{1,8}\/environ)(?![\w.\/-]{0,60}\.pub\b)`;
/** Of these names, and as files of data, what is put away is a secret; what tells of secrets is a document. */
const PUT_AWAY = String.raw`(?:${OF_MACHINE}|(?:\.env(?![\w-])(?!\.(?:example|sample|template|dist))|credentials(?![a-z-])|\.(?:pem|p12|pfx|kdbx|pgpass)\b|(?:secrets?|passwords?|cookies)\.(?:txt|json|ya?ml|env|xlsx?|csv|db))(?![\w.\/-]{0,60}\.pub\b))`;
/** What reads a file, or hands it on, and up to where its name stands; a file of another machine is only fetched. */
export const READS = new RegExp(
  [
    String.raw`(?:(?:[=:]|[ "'])@|(?:--post-file|--upload-file|--body-file|-InFile|-Source|-T)[= ]|<\s?|\b(?:cat|base64|head|tail|xxd|od|gzip|tar|zip|openssl|strings|type|gc|get-content|sqlite3|FILE)[ :]|\/upload |-[va][= ](?![a-z]{2,8}:)(?=\S{0,60}[.\/])|\bfor \w{1,12} in |\bUpload(?:File|Data)\()[^|;&\n<>]{0,80}?${SECRET_FILE}`,
    String.raw`\b(?:scp|rsync|sftp) [^|;&\n<>:]{0,80}?${SECRET_FILE}`,
    String.raw`\b(?:cp|mv|copy|copyto|move|sync|create|add|put|upload(?:-file)?|send|transfer\.sh) [^|;&\n<>:]{0,80}?${PUT_AWAY}|\bftp -u \S{4,80} [^|;&\n<>:]{0,80}?${PUT_AWAY}`,
    String.raw`\b(?:open|read\w{2,20}|Path(?:\.of)?|joinpath|ofFile|file|expanduser|file_get_contents|slurp)\([^|;&\n<>]{0,80}?(?:${OF_MACHINE}|["'][\w~/.]{0,40}\.env["'])`,
  ].join('|'),
  'i',
);
/** What somebody keeps in his home behind a stop, where it goes to whoever answers an address: settings, keys, what he typed. What an option is set to is used. */
export const READS_HOME =
  /(?:(?:@|(?<![\w-])\w{1,30}=|\bFILE:|(?:--post-file|--upload-file|--body-file|-InFile|-T)[= ]|<\s?)[^\s|;&<>]{0,40}?|\b(?:cat|base64|xxd|gzip|tar|zip|7z|type|gc|get-content)[ :][^|;&\n<>]{0,60}?)(?:~|\$\{?HOME\}?|\/root|\/home\/\w{1,32}|%userprofile%|\$env:userprofile|\$home)[\\/]\.(?!(?:cache|local|nvm|vim|bashrc|zshrc|profile|tmux|gitignore|config\/(?:nvim|alacritty|kitty|fish))\b)\w/i;
export const NAMED = new RegExp(SECRET_FILE, 'i');
/** What a machine knows of itself, all of it, and what only its owner may ask it for. */
export const DUMPED = new RegExp(
  [
    String.raw`(?:\$\(|\x60|\||;|&&|\bdo |\{ ?|["'( ]|^)\s{0,2}(?:env|printenv|export -p|history|set(?= ?\|))\s{0,3}(?=\||;|\)|\x60|>|$|["'\\])`,
    String.raw`\b(?:git (?:config (?:--list|-l)\b|bundle create -|log -p)|crontab -l|kubectl (?:get secrets?|config view)|docker inspect|security (?:find|dump)-|vault (?:kv )?(?:get|read)|aws secretsmanager get|cmdkey \/list|systeminfo|ipconfig \/all|(?:gci|ls|dir|get-childitem) env:|reg (?:query|save) hk\w{2,20}\\(?:sam|security)\b|GetEnvironmentVariables\(\)|gpg [^|;&\n]{0,60}--export-secret|gcloud auth print-(?:access|identity)-token|az account get-access-token|aws (?:sts (?:get-session-token|assume-role)|configure (?:get|export))|heroku auth:token|vault token|ansible-vault (?:view|decrypt)|sops (?:-d|decrypt|--decrypt)\b|terraform (?:output(?! -raw ["']?(?:(?:api|app|web|site|public|service|server|lb|alb|load_balancer|cluster|instance|base|health)_)?(?:url|host(?:name)?|ip|address|endpoint|domain|dns(?:_name)?|port)(?![\w.-])["']?\s{0,2}[|)\x60])|state pull)|helm get values|npm (?:config get \S{0,60}_auth|token)|git credential fill|(?:xclip|xsel) [^|;&\n]{0,20}-o\b|pbpaste\b|get-clipboard\b|the clipboard\b)`,
    String.raw`(?:\$\(|\x60|[;&|{(] ?|^|["'])(?:pass (?:show|otp)|op (?:item get|read)|bw (?:get|list)|lpass show|keepassxc-cli show|secret-tool lookup) `,
    String.raw`\b(?:declare -x|compgen -e|(?:infisical|chamber|doppler) export|dconf dump|oc whoami -t|consul kv (?:export|get)|etcdctl get|keyctl print|railway variables|vercel env pull|nmcli -s|key=clear)\b`,
    // A command by whose words secrets come out; what only uses one has it behind an option.
    String.raw`(?:\$\(|\x60|^|[;&{(|] ?)(?!echo|printf|cat|grep|rg|sed|awk|jq|head|tail|ls|find|curl|wget|lynx|w3m|aria2c|git|gh|man)[\w./-]{2,30} [^|;&\n$\x60"']{0,80}?(?:(?:(?<!-)\b|\b(?:get|show|read|print)-)(?:secrets?|tokens?|passwords?|credentials?|keyvault|keyring)(?:-value)?\b|-with-decryption\b)[^|;&\n\x60]{0,80}(?:\||\)|\x60)`,
    // Whole databases; who keeps them on another machine steals nothing.
    String.raw`\b(?:mysqldump|pg_dump(?:all)?|mongodump|redis-cli --rdb)\b[^\n]{0,120}?\|[^\n]{0,80}?\b(?:curl|nc|ncat|wget|socat|telnet)\b`,
  ].join('|'),
  'i',
);
/** The same in a program: not one value that is asked for by its name, and not what another program is started with. */
export const ENVIRONMENT =
  /(?<!\benv\s?:\s?(?:\{\s?(?:\.\.\.)?|\w{1,12}\()?|[(,]\s?env=(?:\{\s?\*\*|\w{1,12}\()?)(?:(?<=[(,:+]\s?(?:\.\.\.)?|\{\s?\.\.\.|=\s?)process\.env\b(?!\s?[.[])|(?<=[(=,+*]\s?(?:\w{1,12}\()?|\bin )os\.environ\b(?!\s?(?:\.(?!(?:copy|items|values)\(\))|\[))|(?:System\.|(?<![\w.]))getenv\(\)|Deno\.env\.toObject\(\)|\benv::vars\(\)|GetEnvironmentVariables\(\)|(?<=\{\s?)env\s?(?=\}\s?=\s?process\b)|\bENV\.to_|[%@{]ENV\b(?!\s?[{[])|\$_(?:ENV|SERVER)\b(?!\s?\[)|\bos\.Environ\(\))/;
