import { describe, expect, it } from 'vitest';
import type { Item, Reading } from '../intake/inventory.ts';
import { hasSettings, late } from './late.ts';

const about = {
  id: 'papers',
  version: 1,
  question: '?',
  rules: [],
  scope: 'file',
  formats: ['text', 'pickle'],
} as const;

function reading(facts: object, ...member: readonly string[]): Reading {
  return { kind: 'read', member, defects: [], facts, ...facts } as unknown as Reading;
}

const plain = reading({ format: 'pickle', programs: [{ settings: [] }] });
const text = (words: string, ...member: readonly string[]): Reading =>
  reading({ format: 'text', text: words }, ...member);

/** Whether an analyzer of texts and settings is loaded for a file of these readings. */
async function isLoaded(...readings: readonly Reading[]): Promise<boolean> {
  let loaded = false;
  const load = async () => {
    loaded = true;
    return { ...about, inspect: () => [] };
  };
  await late(about, load, hasSettings).inspect({ readings } as unknown as Item);
  return loaded;
}

describe('An analyzer that comes late', () => {
  it('does not come for a plain pickle, nor where one was packed', async () => {
    expect(await isLoaded(plain)).toBe(false);
    expect(await isLoaded(reading({ format: 'compressed' }), plain)).toBe(false);
  });

  it('does not come for the texts that every checkpoint of PyTorch has', async () => {
    expect(await isLoaded(plain, text('3\n', 'archive/version'), text('little', 'archive/byteorder'))).toBe(false);
    expect(await isLoaded(text('1234567890', 'archive/.data/serialization_id'))).toBe(false);
  });

  it('comes for other texts under these names, and for such texts under other names', async () => {
    expect(await isLoaded(text('rm -rf ~', 'archive/version'))).toBe(true);
    expect(await isLoaded(text('3\n', 'archive/setup.sh'))).toBe(true);
    expect(await isLoaded(text('3\n'))).toBe(true);
  });

  it('comes for the settings of a pickle', async () => {
    expect(await isLoaded(reading({ format: 'pickle', programs: [{ settings: [{ key: '_target_' }] }] }))).toBe(true);
  });
});
