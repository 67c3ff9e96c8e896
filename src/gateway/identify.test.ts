import { createHash } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { grantOf } from './identify.ts';
import type { Grant, Snapshot } from './snapshot.ts';

const grant = (name: string, expiresAt: number | null = null): Grant => ({
  name,
  team: null,
  channels: null,
  surfaces: null,
  expiresAt,
  scopes: [],
});
const snapshot = (...grants: readonly Grant[]): Snapshot => ({
  version: 1,
  channels: new Map(),
  grants: new Map(grants.map((one) => [createHash('sha256').update(`key-${one.name}`).digest('hex'), one])),
  regionHeader: null,
});
const calling = (socket: Socket, name: string): IncomingMessage =>
  Object.assign(new IncomingMessage(socket), { headers: { authorization: `Bearer key-${name}` } });
const at = (milliseconds: number): Date => new Date(milliseconds);

describe('a key on a connection that was shown one before', () => {
  it('is its own, whoever called there last', () => {
    const [socket, both] = [new Socket(), snapshot(grant('a'), grant('b'))];
    for (const name of ['a', 'a', 'b', 'a', 'b', 'b'])
      expect(grantOf(calling(socket, name), both, at(0))).toMatchObject({ name });
    expect(() => grantOf(calling(socket, 'c'), both, at(0))).toThrow('not known');
    expect(() => grantOf(calling(socket, 'b '), both, at(0))).toThrow('no key');
  });

  it('counts no longer once it is withdrawn, replaced or expired', () => {
    const socket = new Socket();
    expect(grantOf(calling(socket, 'a'), snapshot(grant('a', 5)), at(4))).toMatchObject({ expiresAt: 5 });
    expect(grantOf(calling(socket, 'a'), snapshot(grant('a', 6)), at(5))).toMatchObject({ expiresAt: 6 });
    const last = snapshot(grant('a', 7));
    expect(grantOf(calling(socket, 'a'), last, at(6))).toMatchObject({ expiresAt: 7 });
    expect(() => grantOf(calling(socket, 'a'), last, at(7))).toThrow('expired');
    expect(() => grantOf(calling(socket, 'a'), snapshot(grant('b')), at(0))).toThrow('not known');
  });
});
