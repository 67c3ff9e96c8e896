import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { EMPTY_ROOT } from './hashing.ts';
import {
  type NoteKey,
  noteOf,
  openNote,
  parseVerifierKey,
  type SignatureType,
  signatureLine,
  signatureLines,
  signedBytes,
  verifierKey,
} from './note.ts';

/** The example of c2sp.org/signed-note. */
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const key = (name: string, type: SignatureType) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const own: NoteKey = { name, type, publicKey };
  const line = (text: string, seconds: number | null = null) =>
    signatureLine(own, sign(null, signedBytes(text, seconds), privateKey), seconds);
  return { own, line };
};

const known = (text: string): NoteKey => {
  const parsed = parseVerifierKey(text);
  if (parsed === null) throw new Error(`no key: ${text}`);
  return parsed;
};

describe('a signed note', () => {
  it('opens as the specification’s example does, and its key is written as it was', () => {
    expect(openNote(EXAMPLE, [known(EXAMPLE_KEY)])?.text).toBe('This is an example message.\n');
    expect(verifierKey(known(EXAMPLE_KEY))).toBe(EXAMPLE_KEY);
    // The key of the tests of golang.org/x/mod/sumdb/note.
    const go = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(verifierKey(known(go))).toBe(go);
  });

  it('is refused with any byte changed', () => {
    const bytes = Buffer.from(EXAMPLE);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openNote(changed.toString('utf8'), [known(EXAMPLE_KEY)])).toBeNull();
    }
  });

  it('knows no key that was mangled', () => {
    for (let at = 0; at < EXAMPLE_KEY.length; at++) {
      expect(parseVerifierKey(EXAMPLE_KEY.slice(0, at))).toBeNull();
      const other = EXAMPLE_KEY[at] === 'e' ? 'f' : 'e';
      expect(parseVerifierKey(`${EXAMPLE_KEY.slice(0, at)}${other}${EXAMPLE_KEY.slice(at + 1)}`)).toBeNull();
    }
  });

  it('ignores strangers, counts everybody it knows, and is refused when one of those did not sign it', () => {
    const [log, witness, stranger] = [key('log', 'log'), key('witness', 'witness'), key('stranger', 'log')];
    const text = checkpointText({ origin: 'log', size: 0, root: EMPTY_ROOT });
    const note = noteOf(text, [log.line(text), stranger.line(text), witness.line(text, 1_679_315_147)]);
    expect(openNote(note, [log.own, witness.own])?.signers.map(({ name }) => name)).toEqual(['log', 'witness']);
    expect(openNote(note, [key('log', 'log').own])).toBeNull();
    const forged = noteOf(text, [log.line(text), witness.line(`${text}more\n`, 1_679_315_147)]);
    expect(openNote(forged, [log.own])?.signers).toHaveLength(1);
    expect(openNote(forged, [log.own, witness.own])).toBeNull();
    expect(signatureLines(note)).toHaveLength(3);
  });

  it('of a checkpoint reads back as it was, and anything else is no checkpoint', () => {
    const checkpoint = { origin: 'example.com/log', size: 20_852_163, root: Buffer.alloc(32, 7) };
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
    const root = checkpoint.root.toString('base64');
    for (const text of [
      '',
      `o\n01\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n1\n${root}`,
      `\n1\n${root}\n`,
      `o\n1\nAAAA\n`,
      `o\n99999999999999999\n${root}\n`,
    ])
      expect(parseCheckpoint(text)).toBeNull();
  });
});
