import { expect, it } from 'vitest';
import { SCRIPT_ROWS } from '../../src/analyzers/remote-code/scripts/script-rows.ts';
import { placedCode } from '../../src/analyzers/remote-code/settings/place-rows.ts';
import { JAVASCRIPT_RULES } from '../../src/guard/detectors/code/rules-javascript.ts';
import { RUST_RULES } from '../../src/guard/detectors/code/rules-rust.ts';
import { privacyInProse } from '../../src/papers/privacy.ts';
import { least } from '../support/least.ts';

const K = 1024;
const rust = RUST_RULES.find(({ id }) => id === 'rust-path-of-request')?.story ?? /(?!)/;
const listener = JAVASCRIPT_RULES.find(({ id }) => id === 'js-message-listener')?.match ?? /(?!)/;

/** Each took the square or the cube of the length: minutes, where it takes milliseconds now. */
it.each<[string, () => unknown]>([
  ['settings of blank lines', () => [...placedCode('serve.yaml', '\n'.repeat(512 * K))]],
  ['blank lines of a program in Lua', () => [...placedCode('x.lua', '\n'.repeat(500 * K))]],
  ['blank lines behind a call in Lua', () => [...placedCode('x.lua', `os.execute${'\n'.repeat(500 * K)}`)]],
  ['blank lines of a program in Java', () => [...placedCode('X.java', '\n'.repeat(500 * K))]],
  ['ends of lines of old', () => [...placedCode('X.java', '\r'.repeat(500 * K))]],
  ['blank lines of a service', () => [...placedCode('x.service', '\n'.repeat(500 * K))]],
  ['marks of a service', () => [...placedCode('x.service', `ExecStart=${'- '.repeat(250 * K)}`)]],
  ['blank lines of a lock', () => [...placedCode('yarn.lock', '\n'.repeat(500 * K))]],
  ['blank lines of a server', () => [...placedCode('model-config.yaml', '\n'.repeat(500 * K))]],
  ['quotes of a program in R', () => [...placedCode('x.R', '"a" '.repeat(125 * K))]],
  ['open quotes of a program in MATLAB', () => [...placedCode('x.m', `${"'a 'b".repeat(50)}\n`.repeat(2 * K))]],
  ['blank lines below a heading', () => [...placedCode('pixi.toml', `[activation]${'\n'.repeat(512 * K)}`)]],
  [
    'a claim without numbers',
    () => privacyInProse({ text: `differential privacy (ε,δ)${'\n'.repeat(4000)}`, firstLine: 1 }, 'README.md'),
  ],
  ['blanks in a call', () => listener.test(`addEventListener("message",${' '.repeat(20 * K)}`)],
  [
    'paths of requests in Rust',
    () => {
      for (const call of ['Query(p) format!(p fs::read(p = format!( ', 'Query(a)=format!( a fs::read('])
        for (let times = 0; times < 2000; times += 1) rust.test(call.repeat(40).slice(0, 1400));
    },
  ],
  [
    'a hundred lines of blanks for a shell',
    () =>
      Array.from({ length: 100 }, () => SCRIPT_ROWS.some(({ pattern }) => pattern.test(`|sh<<${' '.repeat(1000)}`))),
  ],
])('is read in proportion to its length: %s', (_, read) => {
  expect(least(8000, read)).toBeLessThan(8000);
});
