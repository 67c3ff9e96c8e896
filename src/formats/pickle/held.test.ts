import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { insideOf } from './held.ts';
import { mayHold } from './held-signs.ts';

const PROGRAM = Buffer.from('\x80\x04cposix\nsystem\n(X\x02\x00\x00\x00idtR.', 'latin1');
const OLD = Buffer.from("cos\nsystem\n(S'id'\ntR.");
const MOST = 4096;

const BUDGET = createBudget(() => 0);

const found = async (bytes: Uint8Array): Promise<string | null> => {
  const inside = mayHold(bytes, bytes.length) ? await insideOf(bytes, MOST, BUDGET) : null;
  return inside === null ? null : `${inside.sign} ${Buffer.from(inside.bytes).toString('latin1')}`;
};

describe('what may hold a program', () => {
  it.each([
    ['as it is', PROGRAM],
    ['as letters', Buffer.from(PROGRAM.toString('latin1'), 'utf8')],
    ['in gzip', gzipSync(PROGRAM)],
    ['in zlib', deflateSync(PROGRAM)],
    ['deflated without a header', deflateRawSync(PROGRAM)],
    ['in zlib, as letters', Buffer.from(deflateSync(PROGRAM).toString('latin1'), 'utf8')],
    ['in base64', Buffer.from(PROGRAM.toString('base64'))],
    ['in base64 for addresses', Buffer.from(PROGRAM.toString('base64url'))],
    ['in hexadecimal', Buffer.from(PROGRAM.toString('hex'))],
    ['in zlib in base64', Buffer.from(deflateSync(PROGRAM).toString('base64'))],
    ['in base32', Buffer.from('QACGG4DPONUXQCTTPFZXIZLNBIUFQAQAAAAGSZDUKIXA====')],
    ['in base85', Buffer.from('fCOW3Z*ysQ3UhgLbY*P{C|Cjj003!ZbW$z')],
    ['in zlib in base85', Buffer.from('c\x24{lsNiN7Q&aB`nt}HG|&E?XFU}9ik$V@2-(gOf}YX}z')],
    ['in Ascii85', Buffer.from('<~J-9A$Df]W;$?LK6FCf:r-s-NN!!$_DFAa^~>')],
    ['in uuencode', Buffer.from('begin 666 <data>\n;@ 1C<&]S:7@*<WES=&5M"BA8 @   &ED=%(N\n \nend\n')],
    ['in quoted-printable', Buffer.from('=80=04cposix\nsystem\n(X=02=00=00=00idtR.')],
    ['for an address', Buffer.from('%80%04cposix%0asystem%0a%28X%02%00%00%00idtR.')],
    ['as Python shows it', Buffer.from("b'\\x80\\x04cposix\\nsystem\\n(X\\x02\\x00\\x00\\x00idtR.'")],
    ['as numbers', Buffer.from(`[${[...PROGRAM].join(', ')}]`)],
    [
      'in bzip2 in base64',
      Buffer.from('QlpoOTFBWSZTWcfVuL4AAA1TwFQQAEEQQA4izGBAACAAIpoGj1A09IUwmmgNMREgr7KggdmCxYvp1CP8XckU4UJDH1bi+A=='),
    ],
    [
      'in xz, as bytes',
      Buffer.from(
        '/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAagARjcG9zaXgKc3lzdGVtCihYAgAAAGlkdFIuAAA+ryojDaYEigABMxv3GYheH7bzfQEAAAAABFla',
        'base64',
      ),
    ],
    [
      'in xz in base85',
      Buffer.from(
        '{Wp48S^xk9=GL@E0stWa761SMbT8$j0RS3+1Y>Y-b7^=Ab9r-gWo-&5SONe50BK}&QZ4`hKCdbx4W<N&00A=__Zf&@AGY&-0RR9100dcD',
      ),
    ],
    ['in LZMA', Buffer.from('XQAAgAD//////////wBAAQgDy4fmDj/G26ZiOtDgF50kLFqSy2kOBy2Gq6fR///DkAAA', 'base64')],
    ['in base64 between quotes', Buffer.from(`"${PROGRAM.toString('base64')}"`)],
    ['in an address of data', Buffer.from(`data:application/octet-stream;base64,${PROGRAM.toString('base64')}`)],
    ['in a document', Buffer.from(JSON.stringify({ a: { n: 1 }, b: [PROGRAM.toString('base64')] }))],
    ['in base64 twice', Buffer.from(Buffer.from(PROGRAM.toString('base64')).toString('base64'))],
  ])('gives it: %s', async (_, bytes) => {
    expect(await found(bytes)).toBe(`program ${PROGRAM.toString('latin1')}`);
  });

  /** A few letters in no order, for which codes of their own are worth their room. */
  const letters = (count: number): string => {
    let seed = 7;
    return Array.from({ length: count }, () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return 'abcdefghijkl'.charAt((seed >> 8) % 12);
    }).join('');
  };

  it('gives one that is deflated with codes of its own', async () => {
    const long = Buffer.concat([PROGRAM, Buffer.from(letters(900))]);
    const bytes = deflateRawSync(long, { level: 9 });
    expect(((bytes[0] ?? 0) >> 1) & 3).toBe(2);
    expect(await found(bytes)).toBe(`program ${long.toString('latin1')}`);
  });

  it.each([
    ['as it is', OLD],
    ['in base64', Buffer.from(OLD.toString('base64'))],
  ])('gives one of the first protocol: %s', async (_, bytes) => {
    expect(await found(bytes)).toBe(`program ${OLD.toString('latin1')}`);
  });

  const LAMBDA =
    '4wEAAAAAAAAAAAAAAAEAAAADAAAA8wYAAACXAHwAUwApAU6pACkB2gF4cwEAAAAg+gc8c3RkaW4++gg8bGFtYmRhPnIFAAAABgAAAHMGAAAAgACwYYAA8wAAAAA=';
  const library = (machine: number, kind: number): Buffer =>
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(9).fill(0), kind, 0, machine, 0, ...Array(44).fill(0)]);

  it.each([
    ['code of Python', Buffer.from(LAMBDA, 'base64'), 'code'],
    ['code of Python in base64', Buffer.from(LAMBDA), 'code'],
    ['a library', library(62, 3), 'native'],
    ['a library in base64', Buffer.from(library(183, 3).toString('base64')), 'native'],
    ['a tar', Buffer.from(`m.pkl${'\0'.repeat(252)}ustar${'\0'.repeat(250)}`), 'archive'],
    ['an archive in base64', Buffer.from(Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaa').toString('base64')), 'archive'],
  ])('gives %s', async (_, bytes, sign) => {
    expect(await found(bytes)).toMatch(new RegExp(`^${sign} `));
  });

  it.each([
    ['code of a graphics card', library(190, 2)],
    ['an object that is not linked', library(62, 1)],
    ['a document', Buffer.from(JSON.stringify({ digest: 'a'.repeat(64), id: 'AbCd'.repeat(12), n: [1, 2] }))],
    ['a name', Buffer.from('encoder.layers.0.attention')],
    ['a digest', Buffer.from('80044f1c9a3e77d0b1428c6f5e9d3a20c4417b6e')],
    ['a sentence', Buffer.from('he said that the weights were good')],
    ['too little', Buffer.from('gASV')],
    ['what is no stream', Buffer.from('eJxaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
    ['more than is read', gzipSync(Buffer.alloc(MOST + 1, 0x80))],
    [
      'layers without end',
      Buffer.from([1, 2, 3, 4, 5, 6].reduce((text) => Buffer.from(text).toString('base64'), 'gASVgASVgASVgASV')),
    ],
  ])('gives nothing: %s', async (_, bytes) => {
    expect(await found(bytes)).toBeNull();
  });
});
