import { describe, expect, it } from 'vitest';
import { foldHelp } from './help.ts';

const HELP = `
A file is clean, or malicious, or (malformed,
encrypted) unscannable. What cannot be read
is never clean.
--fail-on deny lets what is suspicious pass as 0.

Examples:
  weighbridge scan a.bin     a file
  weighbridge scan hf:a/b    what lies on the hub, read by range
  weighbridge scan models --format sarif=scan.sarif

Exit codes: 0 clean · 1 malicious · 2 wrong call
            70 fault · 130 stopped. The worst
            wins.`;

describe('help', () => {
  it('is folded at words, with what an example is for below it, and with commands in one piece', () => {
    expect(foldHelp(HELP, 40)).toBe(`
A file is clean, or malicious, or
(malformed, encrypted) unscannable. What
cannot be read is never clean.
--fail-on deny lets what is suspicious
pass as 0.

Examples:
  weighbridge scan a.bin     a file
  weighbridge scan hf:a/b
      what lies on the hub, read by
      range
  weighbridge scan models --format sarif=scan.sarif

Exit codes: 0 clean · 1 malicious · 2
wrong call
            70 fault · 130 stopped. The
            worst wins.`);
  });

  it('is left alone where it fits', () => {
    expect(foldHelp(HELP, 80)).toBe(HELP);
  });
});
