import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();

/** What the script asks npm for in a clone, with the settings that an install with `--global` leaves in the environment. */
function prepareIn(name: string, has: readonly string[]): string[] {
  const clone = join(home, name);
  for (const folder of ['tools', ...has]) mkdirSync(join(clone, folder), { recursive: true });
  copyFileSync('tools/prepare.mjs', join(clone, 'tools/prepare.mjs'));
  const npm = join(home, 'npm.mjs');
  writeFileSync(
    npm,
    `import { appendFileSync } from 'node:fs';
    appendFileSync('said', process.argv.slice(2).join(' ') + ' global=' + process.env.npm_config_global + '\\n');`,
  );
  execFileSync(process.execPath, [join(clone, 'tools/prepare.mjs')], {
    cwd: home,
    env: { PATH: process.env.PATH, npm_execpath: npm, npm_config_global: 'true', npm_config_omit: 'dev' },
  });
  return readFileSync(join(clone, 'said'), 'utf8').trimEnd().split('\n');
}

describe('preparing a clone', () => {
  // Side by side: either may say so first.
  const build = ['run --silent build global=undefined', 'run --silent build:types global=undefined'];

  it('brings what the build needs where an install with --global put it elsewhere, as pre-commit’s does', () => {
    const [first, ...then] = prepareIn('bare', []);
    expect(first).toBe('ci --include=dev --ignore-scripts --loglevel=error global=undefined');
    expect(then.sort()).toEqual(build);
  });

  it('builds alone where it is there', () => {
    expect(prepareIn('installed', ['node_modules/rolldown']).sort()).toEqual(build);
  });

  it('is what npm runs, and makes what the package says its types are', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(manifest.scripts.prepare).toBe('node tools/prepare.mjs');
    expect(manifest.scripts['build:types']).toContain('tsconfig.types.json');
  });
});
