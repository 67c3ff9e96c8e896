import { describe, expect, it } from 'vitest';
import type { ScanVerdict } from '../domain/scan.ts';
import { exitOfScan } from './exit.ts';

describe('the exit code of a scan', () => {
  it.each<[ScanVerdict, number, number]>([
    ['clean', 0, 0],
    ['suspicious', 3, 0],
    ['unscannable', 3, 3],
    ['malicious', 1, 1],
  ])('of what is %s is %i, and %i where only what policies deny fails', (verdict, usual, onDeny) => {
    expect([exitOfScan(verdict, 'review'), exitOfScan(verdict, 'deny')]).toEqual([usual, onDeny]);
  });
});
