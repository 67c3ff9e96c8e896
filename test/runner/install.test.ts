import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { installPeers, whyNot } from '../../src/adapters/peers/install-peers.ts';
import { areInstalled } from '../../src/adapters/peers/installed.ts';
import { llamaPeers, type Peers } from '../../src/adapters/peers/table.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

/** Stands in for npm: writes down how it was called, lays down what was asked for, and ends as the test wants. */
const NPM = `#!${process.execPath}
const { mkdirSync, writeFileSync } = require('node:fs');
writeFileSync(process.env.SEEN, JSON.stringify({ args: process.argv.slice(2), skip: process.env.NODE_LLAMA_CPP_SKIP_DOWNLOAD }));
for (const named of process.argv.slice(2).filter((word) => /.@\\d/.test(word))) {
  const at = named.lastIndexOf('@');
  const folder = 'node_modules/' + named.slice(0, at);
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + '/package.json', JSON.stringify({ version: named.slice(at + 1) }));
}
process.stderr.write(process.env.SAYS ?? '');
process.exit(Number(process.env.ENDS ?? 0));
`;

const home = scratchFolder();
const env = (more: Readonly<Record<string, string>> = {}) => ({
  ...process.env,
  PATH: [join(home, 'bin'), process.env.PATH].join(delimiter),
  SEEN: join(home, 'seen.json'),
  ...more,
});
const peers = llamaPeers('linux', 'x64') as Peers;

beforeAll(() => {
  mkdirSync(join(home, 'bin'));
  writeFileSync(join(home, 'bin', 'npm'), NPM);
  chmodSync(join(home, 'bin', 'npm'), 0o755);
});

describe('weighbridge runner install', () => {
  it('asks npm for two packages in exact versions, runs no script, and leaves the others out', async () => {
    const folder = join(home, 'one', 'runner');
    await installPeers(folder, peers, env());
    expect(await areInstalled(folder, peers)).toBe(true);
    const { args, skip } = JSON.parse(readFileSync(join(home, 'seen.json'), 'utf8')) as Record<string, string[]>;
    expect(args).toEqual(expect.arrayContaining(['--ignore-scripts', '--omit=optional', ...peers.packages]));
    expect(peers.packages).toEqual([
      expect.stringMatching(/^node-llama-cpp@\d+\.\d+\.\d+$/),
      expect.stringMatching(/^@node-llama-cpp\/linux-x64@\d+\.\d+\.\d+$/),
    ]);
    expect(skip).toBe('true');
  });

  it('leaves nothing behind when npm fails, and what was there before as it was', async () => {
    const folder = join(home, 'two', 'runner');
    const fails = env({ ENDS: '1', SAYS: 'npm error code ECONNREFUSED\nnpm error errno ECONNREFUSED\n' });
    await expect(installPeers(folder, peers, fails)).rejects.toThrow('npm cannot reach its index of packages');
    expect(readdirSync(join(home, 'two'))).toEqual([]);
    await installPeers(folder, peers, env());
    await expect(installPeers(folder, peers, fails)).rejects.toThrow('ECONNREFUSED');
    expect(await areInstalled(folder, peers)).toBe(true);
    expect(readdirSync(join(home, 'two'))).toEqual(['runner']);
  });

  it('takes another version for none', async () => {
    const folder = join(home, 'three', 'runner');
    await installPeers(folder, { ...peers, packages: ['node-llama-cpp@1.0.0', ...peers.packages.slice(1)] }, env());
    expect(await areInstalled(folder, peers)).toBe(false);
    expect(existsSync(folder)).toBe(true);
  });

  it('has a program for every platform once, and none for a platform without one', () => {
    expect(llamaPeers('aix', 'ppc64')).toBeNull();
    expect(llamaPeers('darwin', 'arm64')?.packages[1]).toMatch(/^@node-llama-cpp\/mac-arm64-metal@/);
  });

  it.each([
    ['npm error code E404\nnpm error 404 Not Found - GET x\n', 1, 'npm said: code E404; 404 Not Found - GET x'],
    ['npm error network getaddrinfo ENOTFOUND x\n', 1, 'npm cannot reach its index of packages (ENOTFOUND)'],
    ['', null, 'npm was stopped before it was done'],
    ['', 7, 'npm said: nothing, and ended with 7'],
  ])('says why of %j', (said, code, why) => {
    expect(whyNot(said, code)).toBe(why);
  });
});

describe('weighbridge runner, where it is not installed', () => {
  it.each([
    ['status', ['status'], 4, 'not installed: weighbridge runner install puts node-llama-cpp@'],
    ['remove', ['remove'], 0, 'not installed'],
    ['serve', ['serve', 'model.gguf'], 2, 'Run weighbridge runner install'],
  ])('%s says so', async (_, args, code, words) => {
    const said = await wb(['runner', ...args], { home: join(home, 'nothing') });
    expect([said.code, said.stdout + said.stderr]).toEqual([code, expect.stringContaining(words)]);
  });
});
