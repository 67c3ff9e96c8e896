import { hash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
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
  if (!isOurs(folder)) return;
  const modules = Module.prototype as unknown as CompilingModule;
  const compile = modules._compile;
  const made: Made[] = [];
  modules._compile = function (content, filename) {
    // What was kept of a script no longer knows how to import modules.
    if (dirname(filename) !== ours || IMPORTS.test(content)) return compile.call(this, content, filename);
    return loadAsBuilt(() => {
      const file = join(folder, `${basename(filename)}.bin`);
      const cachedData = kept(file);
      const script = new Script(Module.wrap(content), {
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

/** Whoever writes there runs code as us: a folder that others own, or may write into, is not used. */
function isOurs(folder: string): boolean {
  const own = process.getuid?.();
  if (own === undefined) return true;
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found !== undefined && !(found.isDirectory() && found.uid === own && (found.mode & OTHERS_WRITE) === 0))
      return false;
    return foldersAbove(folder).every((above) => holdsWhatIsOurs(above, own));
  } catch {
    return false;
  }
}

/** Whoever may write there could put another folder in the place of ours: others only where each has what it made. */
function holdsWhatIsOurs(folder: string, own: number): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return true;
  return (found.uid === own || found.uid === 0) && ((found.mode & OTHERS_WRITE) === 0 || (found.mode & STICKY) !== 0);
}

/** A pattern that reads imports is none. */
const IMPORTS = /\bimport\((?!\?)/;

const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

const SUM = 32;

function kept(file: string): Buffer | null {
  try {
    const bytes = readFileSync(file);
    const data = bytes.subarray(SUM);
    return bytes.subarray(0, SUM).equals(hash('sha256', data, 'buffer')) ? data : null;
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
      writeFileSync(unfinished, Buffer.concat([hash('sha256', data, 'buffer'), data]), { mode: 0o600 });
      renameSync(unfinished, file);
    }
  } catch {
    // A folder that cannot be written keeps nothing.
  }
}
