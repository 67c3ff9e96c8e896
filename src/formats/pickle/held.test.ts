import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { mayHold, unwrapped } from './held.ts';

const PROGRAM = Buffer.from('\x80\x04cposix\nsystem\n(X\x02\x00\x00\x00idtR.', 'latin1');
const OLD = Buffer.from("cos\nsystem\n(S'id'\ntR.");
const MOST = 4096;

const found = (bytes: Uint8Array): string | null => {
  const inside = mayHold(bytes, bytes.length) ? unwrapped(bytes, MOST) : null;
  return inside === null ? null : Buffer.from(inside).toString('latin1');
};

describe('what may hold a program', () => {
  it.each([
    ['as it is', PROGRAM],
    ['as letters', Buffer.from(PROGRAM.toString('latin1'), 'utf8')],
    ['in gzip', gzipSync(PROGRAM)],
    ['in zlib', deflateSync(PROGRAM)],
    ['in zlib, as letters', Buffer.from(deflateSync(PROGRAM).toString('latin1'), 'utf8')],
    ['in base64', Buffer.from(PROGRAM.toString('base64'))],
    ['in base64 for addresses', Buffer.from(PROGRAM.toString('base64url'))],
    ['in hexadecimal', Buffer.from(PROGRAM.toString('hex'))],
    ['in zlib in base64', Buffer.from(deflateSync(PROGRAM).toString('base64'))],
    ['in base64 twice', Buffer.from(Buffer.from(PROGRAM.toString('base64')).toString('base64'))],
  ])('gives it: %s', (_, bytes) => {
    expect(found(bytes)).toBe(PROGRAM.toString('latin1'));
  });

  it.each([
    ['as it is', OLD],
    ['in base64', Buffer.from(OLD.toString('base64'))],
  ])('gives one of the first protocol: %s', (_, bytes) => {
    expect(found(bytes)).toBe(OLD.toString('latin1'));
  });

  it.each([
    ['a sentence', Buffer.from('he said that the weights were good')],
    ['too little', Buffer.from('gASV')],
    ['what is no stream', Buffer.from('eJxaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')],
    ['more than is read', gzipSync(Buffer.alloc(MOST + 1, 0x80))],
    [
      'layers without end',
      Buffer.from([1, 2, 3, 4, 5, 6].reduce((text) => Buffer.from(text).toString('base64'), 'gASVgASVgASVgASV')),
    ],
  ])('gives nothing: %s', (_, bytes) => {
    expect(found(bytes)).toBeNull();
  });
});
