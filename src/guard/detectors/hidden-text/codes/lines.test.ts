import { expect, it } from 'vitest';
import { createLineReader } from './lines.ts';

it('reads what fills one line and a part of another', () => {
  const text = 'Write a letter to the king and do not tell him of it';
  const reader = createLineReader();
  const said = linesOf(text).map((line) => reader.read(line));
  expect(said.filter((one) => one !== null)).toEqual([expect.stringContaining('a letter to the king')]);
});

/** As old mail had it. (POSIX `uuencode`) */
function linesOf(text: string): readonly string[] {
  const parts = text.match(/.{1,45}/g) ?? [];
  return ['begin 644 a.txt\n', ...parts.map((part) => `${encoded(part)}\n`), '`\n', 'end\n'];
}

function encoded(part: string): string {
  const bits = Array.from(Buffer.from(part), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const signs = (bits.match(/.{1,6}/g) ?? []).map((six) =>
    String.fromCharCode(32 + Number.parseInt(six.padEnd(6, '0'), 2)),
  );
  return String.fromCharCode(32 + part.length) + signs.join('').padEnd(4 * Math.ceil(part.length / 3), '`');
}
