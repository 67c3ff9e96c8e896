import type { Asked, Manifest } from './declaration.ts';
import { pythonRequirement } from './python-requirement.ts';

const WANTED = /^(?:install_requires|setup_requires|tests_require)\s*=/;

/** `setup.cfg`: `install_requires` and its like, and every list of `[options.extras_require]`. */
export function setupCfg(text: string): Manifest {
  const asked: Asked[] = [];
  let section = '';
  let reading = false;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const heading = /^\[([^\]]+)\]/.exec(raw)?.[1];
    if (heading !== undefined) {
      [section, reading] = [heading.trim(), false];
      continue;
    }
    if (/^\S/.test(raw)) reading = WANTED.test(raw) || (section === 'options.extras_require' && raw.includes('='));
    const words = (/^\S/.test(raw) ? raw.slice(raw.indexOf('=') + 1) : raw).replace(/\s#.*$/, '').trim();
    if (reading && words !== '' && !words.startsWith('#')) asked.push(...(pythonRequirement(words, index + 1) ?? []));
  }
  return { asked, problems: [] };
}

/** `setup.py` is code; requirements that stand in it as plain lists of texts are read, what it computes is not. */
export function setupPy(text: string): Manifest {
  const asked: Asked[] = [];
  const lists = /\b(?:install_requires|setup_requires|tests_require)\s*=\s*\[([^\]]{0,20000})\]/g;
  for (const list of text.slice(0, 1024 * 1024).matchAll(lists)) {
    const start = text.slice(0, list.index).split('\n').length;
    for (const entry of (list[1] ?? '').matchAll(/(["'])((?:(?!\1)[^\\\n]){1,300})\1/g)) {
      const line = start + (list[1] ?? '').slice(0, entry.index).split('\n').length - 1;
      asked.push(...(pythonRequirement(entry[2] ?? '', line) ?? []));
    }
  }
  return { asked, problems: [] };
}
