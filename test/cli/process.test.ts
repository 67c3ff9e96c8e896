import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import module from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampled } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const env = { ...process.env, WEIGHBRIDGE_HOME: home, NO_COLOR: '1' };
const BIN = 'dist/bin.js';

function weighbridge(...args: readonly string[]) {
  return spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env });
}

describe('the command as it is installed', () => {
  it('prints its version and its help, with examples', () => {
    expect(weighbridge('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const help = weighbridge('--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('Examples:');
  });

  it('keeps what V8 compiled where caches lie, and answers alike with it, with what is left of it and without', () => {
    const caches = scratchFolder();
    const asked = (folder: string) =>
      spawnSync(process.execPath, [BIN, '--help'], {
        encoding: 'utf8',
        env: { ...process.env, WEIGHBRIDGE_HOME: '', XDG_CACHE_HOME: folder },
      });
    const without = asked('/dev/null');
    expect(without).toMatchObject({ status: 0, stderr: '' });
    expect(asked(caches)).toMatchObject({ status: 0, stderr: '', stdout: without.stdout });
    const kept = readdirSync(join(caches, 'weighbridge', 'code'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(kept.length).toBeGreaterThan(1);
    expect(asked(caches)).toMatchObject({ status: 0, stderr: '', stdout: without.stdout });
    for (const file of kept) {
      const bytes = readFileSync(file);
      // As a disk leaves it that lost its power: of its full length, and nothing in it behind some point.
      writeFileSync(file, bytes.fill(0, bytes.length >> 1));
    }
    // Where others may write, nothing is read and nothing written.
    const [broken] = kept.map((file) => readFileSync(file));
    for (const file of kept) chmodSync(dirname(file), 0o777);
    expect(asked(caches)).toMatchObject({ status: 0, stderr: '', stdout: without.stdout });
    if (!('enableCompileCache' in module)) expect(kept.map((file) => readFileSync(file))[0]).toEqual(broken);
    for (const file of kept) chmodSync(dirname(file), 0o700);
    expect(asked(caches)).toMatchObject({ status: 0, stderr: '', stdout: without.stdout });
  });

  it('loads what lies outside each time, and says nothing of how', () => {
    const env = { ...process.env, WEIGHBRIDGE_HOME: '', XDG_CACHE_HOME: scratchFolder() };
    // The second time from what was kept.
    for (const _ of ['first', 'second']) {
      const call = [BIN, 'migrate', '--database-url', 'postgresql://nobody@127.0.0.1:9/none'];
      const { status, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8', env });
      expect([status, stderr]).toEqual([4, expect.stringContaining('[database-failed]')]);
      expect(stderr).not.toContain('Warning');
    }
  });

  it('keeps results on standard output and progress on standard error', () => {
    const { status, stdout, stderr } = weighbridge(
      'vet',
      'examples/models/plover-1m',
      '--commercial',
      'no',
      '--exposure',
      'internal',
      '--format',
      'json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: '1.0', verdict: { outcome: 'admit' } });
    expect(stderr).toMatch(/^resolve done .*\nread done .*\ncheck done .*\n$/);
    expect(weighbridge('scan', 'examples/models/plover-1m', '--quiet').stderr).toBe('');
  });

  it('ends with 130 and keeps nothing when it is stopped', async () => {
    const silent = createServer(() => {});
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const child = spawn(process.execPath, [BIN, 'vet', 'hf:org/name'], { env: { ...env, HF_ENDPOINT: endpoint } });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    await once(silent, 'request');
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    silent.closeAllConnections();
    silent.close();
    expect(code).toBe(130);
    expect(told).toContain('Stopped. Nothing was kept');
  });

  it('ends quietly when nobody reads on, with the answer it came to', () => {
    const script = `set -o pipefail; "${process.execPath}" ${BIN} scan examples/models/plover-1m-tainted --format jsonl --quiet | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env });
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('never lets an answer that was lost look like an admission', () => {
    const models = [
      ['plover-1m', 4],
      ['plover-1m-tainted', 1],
    ] as const;
    for (const [model, code] of sampled(models, 2)) {
      const script = `"${process.execPath}" ${BIN} vet examples/models/${model} --commercial no --exposure internal -q > /dev/full`;
      const { status } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env });
      expect(status).toBe(code);
    }
  });
});

describe('the help', () => {
  it.each(['vet', 'scan', 'verify', 'dossier', 'policy', 'key'])('of %s has examples', async (command) => {
    const { code, stdout } = await wb([command, '--help'], { home });
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain(`weighbridge ${command}`);
    expect((await wb(['help', command], { home })).stdout).toBe(stdout);
  });

  it.each([
    'dossier list',
    'dossier show',
    'dossier diff',
    'key new',
    'key trust',
    'policy show',
    'policy check',
    'explain',
  ])('of %s has examples of its own', async (command) => {
    const { code, stdout } = await wb([...command.split(' '), '--help'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\\n +weighbridge ${command}`));
  });
});

describe('the library', () => {
  // In a process of its own, which imports it as Node does: vitest makes its own of all of it, which takes twenty seconds.
  it('does what the command does', () => {
    const script = `
      const { createWeighbridge, SILENT } = await import(${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)});
      const weighbridge = createWeighbridge({ WEIGHBRIDGE_HOME: ${JSON.stringify(join(home, 'library'))} });
      const request = { policy: null, use: null, useFlags: {}, downloadTo: null, sign: null, keep: true };
      const { dossier, verdict } = await weighbridge.vet(
        { reference: 'examples/models/plover-1m-tainted', ...request },
        { signal: new AbortController().signal, progress: SILENT },
      );
      const kept = await weighbridge.listDossiers();
      process.stdout.write(JSON.stringify({ digest: dossier.digest, outcome: verdict.outcome, kept }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const { digest, outcome, kept } = JSON.parse(stdout) as Record<string, unknown>;
    expect(outcome).toBe('deny');
    expect(kept).toEqual([expect.objectContaining({ dossier: digest, outcome: 'deny' })]);
  });
});
