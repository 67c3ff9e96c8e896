import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Script } from 'node:vm';
import { loadAsBuilt } from './compile-later.ts';

interface CompilingModule {
  exports: unknown;
  _compile: (this: CompilingModule, content: string, filename: string) => unknown;
}

/** A script that V8 compiled from its text, and where that is to be kept. */
interface Made {
  readonly script: Script;
  readonly file: string;
}

/**
 * What `module.enableCompileCache` does from Node 22.1 on, for the scripts in one folder, whose names tell their contents:
 * what V8 compiled of them until the process ends is kept for the next start. V8 looks whether it made that itself, under
 * the same flags; that it is whole we see to, since V8 believes it. What cannot be kept is compiled again.
 */
export function keepCode(ours: string, folder: string): void {
  const modules = Module.prototype as unknown as CompilingModule;
  const compile = modules._compile;
  const made: Made[] = [];
  modules._compile = function (content, filename) {
    // What was kept of a script no longer knows how to import modules.
    if (dirname(filename) !== ours || IMPORTS.test(content)) return compile.call(this, content, filename);
    return loadAsBuilt(() => {
      const file = join(folder, `${basename(filename)}.bin`);
      const cachedData = kept(file);
      const script = new (process.getBuiltinModule('node:vm').Script)(Module.wrap(content), {
        filename,
        ...(cachedData !== null && { cachedData }),
      });
      if (cachedData === null || script.cachedDataRejected === true) made.push({ script, file });
      const run = script.runInThisContext() as (...args: unknown[]) => unknown;
      return run.call(this.exports, this.exports, createRequire(filename), this, filename, ours);
    });
  };
  // By then V8 has compiled what was called, and not only what it saw at once.
  process.once('exit', () => {
    if (made.length > 0) loadAsBuilt(() => keep(folder, made));
  });
}

/** A pattern that reads imports is none. */
const IMPORTS = /\bimport\((?!\?)/;

const SUM = 32;

/** What `--version` does without is loaded where it is needed. */
function sumOf(data: Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').hash('sha256', data, 'buffer');
}

function kept(file: string): Buffer | null {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(SUM);
    return bytes.subarray(0, SUM).equals(sumOf(data)) ? data : null;
  } catch {
    return null;
  }
}

function keep(folder: string, made: readonly Made[]): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const { script, file } of made) {
      const data = script.createCachedData();
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, Buffer.concat([sumOf(data), data]), { mode: 0o600 });
      renameSync(unfinished, file);
    }
  } catch {
    // A folder that cannot be written keeps nothing.
  }
}
