import { describe, expect, it } from 'vitest';
import type { ExternalBytes } from '../formats/location.ts';
import { createBudget } from '../kernel/budget.ts';
import { sourceOf } from '../kernel/bytes.ts';
import { descriptions } from './described.ts';
import type { Item, Reading } from './inventory.ts';
import { readFileAs } from './read-file.ts';

const constant = (length: number): ExternalBytes => ({ location: 'a.bin', offset: 0, length, owner: 'a constant' });

/** What a network of OpenVINO's says of the file beside it. */
function saidBy(external: readonly ExternalBytes[]) {
  const described = descriptions();
  const openvino = { version: 11, operators: [], external };
  const facts = { format: 'xml', root: 'net', doctype: null, includes: [], text: '', openvino, pmml: null } as const;
  const reading = { kind: 'read', format: 'xml', member: [], facts, defects: [] } as Reading;
  described.add({ file: { path: 'm/a.xml' } as Item['file'], readings: [reading], unreadable: [] });
  return described.of('m/a.bin');
}

describe('the file of weights beside a network of OpenVINO', () => {
  it.each<[string, readonly ExternalBytes[]]>([
    ['no constant', []],
    ['an empty one', [constant(0)]],
  ])('may be empty with %s', async (_, external) => {
    const said = saidBy(external);
    expect(said).toEqual({ namedBy: ['m/a.xml'], end: 0, whole: true, none: true });
    const { readings, unreadable } = await readFileAs(
      [],
      'm/a.bin',
      sourceOf(new Uint8Array()),
      createBudget(() => 0),
      said,
    );
    expect([readings, unreadable]).toMatchObject([[{ format: 'tensor-data', defects: [] }], []]);
  });

  it('may hold nothing then that no reader knows', async () => {
    const { readings } = await readFileAs(
      [],
      'm/a.bin',
      sourceOf(new Uint8Array(3)),
      createBudget(() => 0),
      saidBy([]),
    );
    expect(readings).toMatchObject([{ defects: [{ code: 'trailing-bytes' }] }]);
  });

  it('has to have the bytes of its constants', () => {
    expect(saidBy([constant(0), constant(8)])).toEqual({ namedBy: ['m/a.xml'], end: 8 });
  });
});
