import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const PYTHON = '/usr/bin/python3';
/** Whether this machine lets a chamber be built, as some containers do not. */
const chamber =
  process.platform === 'linux' &&
  existsSync(PYTHON) &&
  spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'bwrap', '--unshare-all', '--ro-bind', '/', '/', 'true'])
    .status === 0;
if (!chamber)
  console.log('Skipped without bubblewrap, strace and /usr/bin/python3: loading hostile files in a chamber.');

/** Protocol 0: `eval` of one expression. Harmless: addresses are this machine's own, files are the chamber's. */
const evaluates = (expression: string): string => `cbuiltins\neval\n(S${JSON.stringify(expression)}\ntR.`;

const home = scratchFolder();

async function findingsFor(name: string, content: string): Promise<readonly { rule: string; message: string }[]> {
  const file = join(home, name);
  writeFileSync(file, content);
  const { stdout } = await wb(['vet', file, '--detonate', '--format', 'json', '--quiet', '--no-keep'], { home });
  const { dossier } = JSON.parse(stdout) as {
    dossier: { checks: { analyzer: string; outcome: { findings?: { rule: string; message: string }[] } }[] };
  };
  return dossier.checks.find(({ analyzer }) => analyzer === 'detonation')?.outcome.findings ?? [];
}

describe.skipIf(!chamber)('loaded in a chamber', () => {
  it.each<[string, string, string, string]>([
    ['a program', evaluates("__import__('os').system('echo hi')"), 'ran-program', '/bin/sh -c echo hi'],
    [
      'a connection',
      evaluates("__import__('socket').create_connection(('127.0.0.9', 9), 2)"),
      'used-network',
      '127.0.0.9:9',
    ],
    ['a look-up', evaluates("__import__('socket').getaddrinfo('stage.example', 80)"), 'used-network', 'stage.example'],
    ['a file', evaluates("open('/tmp/home/.profile', 'a')"), 'changed-files', '/tmp/home/.profile'],
    [
      'a key',
      evaluates("__import__('os').path.exists('/') and open('/home/ann/.ssh/id_rsa')"),
      'read-credentials',
      '/home/ann/.ssh/id_rsa',
    ],
    [
      'a mount',
      evaluates("__import__('ctypes').CDLL(None).mount(None, None, None, 0, None)"),
      'tried-to-leave',
      'mount',
    ],
    ['an end of its own process', evaluates("__import__('os')._exit(0)"), 'did-not-end', 'without giving an answer'],
  ])('%s is seen', async (_, pickle, rule, what) => {
    const findings = await findingsFor('model.pkl', pickle);
    const found = findings.filter(({ rule: id }) => id === `detonation/${rule}`);
    expect(found.map(({ message }) => message).join('\n')).toContain(what);
  });

  it('a harmless file is quiet', async () => {
    expect(await findingsFor('model.pkl', "(dp0\nS'a'\nI1\ns.")).toMatchObject([{ rule: 'detonation/loaded' }]);
  });

  it('a library that is not installed leaves the file untried', async () => {
    const findings = await findingsFor('model.pkl', 'cno_such_library\nthing\n.');
    expect(findings).toMatchObject([{ rule: 'detonation/not-tried' }]);
  });

  it('nothing of it stays on this machine, and nothing of this machine is in reach', async () => {
    const mark = join(home, 'mark');
    writeFileSync(mark, 'mine');
    const findings = await findingsFor('model.pkl', evaluates(`open(${JSON.stringify(mark)}, 'w')`));
    expect(findings.map(({ rule }) => rule)).toContain('detonation/did-not-load');
    const { stdout } = spawnSync('cat', [mark], { encoding: 'utf8' });
    expect(stdout).toBe('mine');
  });
});

describe('without a chamber', () => {
  it('the check is unanswered, and the model is not admitted', async () => {
    const file = join(home, 'quiet.pkl');
    writeFileSync(file, "(dp0\nS'a'\nI1\ns.");
    const path = process.env.PATH;
    process.env.PATH = home;
    try {
      const { code, stdout } = await wb(['vet', file, '--detonate', '--format', 'json', '--quiet', '--no-keep'], {
        home,
      });
      expect(code).toBe(3);
      expect(stdout).toContain('"missing": [\n');
      expect(stdout).toMatch(/"kind": "unanswered"/);
    } finally {
      process.env.PATH = path;
    }
  });
});
