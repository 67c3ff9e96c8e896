import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const GENUINE = 'test/corpus/genuine/pickle/files';

/** By NumPy 2 and Python 3: `w`, 1 to 6 in two rows, Fortran order; `b`, a list of 7 and 8, big-endian, and an array of nothing; `lr`, a list of a number. */
const ARRAYS: Readonly<Record<string, string>> = {
  'p2.pkl': [
    'gAJ9cQAoWAEAAAB3cQFjbnVtcHkuX2NvcmUubXVsdGlhcnJheQpfcmVjb25zdHJ1Y3QKcQJjbnVtcHkKbmRhcnJheQpxA0sAhXEEY19jb2RlY3',
    'MKZW5jb2RlCnEFWAEAAABicQZYBgAAAGxhdGluMXEHhnEIUnEJh3EKUnELKEsBSwJLA4ZxDGNudW1weQpkdHlwZQpxDVgCAAAAZjRxDomIh3EP',
    'UnEQKEsDWAEAAAA8cRFOTk5K/////0r/////SwB0cRJiiGgFWBwAAAAAAMKAPwAAwoBAAAAAQAAAwqBAAABAQAAAw4BAcRNoB4ZxFFJxFXRxFm',
    'JYAQAAAGJxF11xGChoAmgDSwCFcRloCYdxGlJxGyhLAUsChXEcaA1YAgAAAGkycR2JiIdxHlJxHyhLA1gBAAAAPnEgTk5OSv////9K/////0sA',
    'dHEhYoloBVgEAAAAAAcACHEiaAeGcSNScSR0cSViaAJoA0sAhXEmaAmHcSdScSgoSwFLAEsChnEpaBCJY19fYnVpbHRpbl9fCmJ5dGVzCnEqKV',
    'JxK3RxLGJlWAIAAABscnEtXXEuRz+5mZmZmZmaYXUu',
  ].join(''),
  'p4.pkl': [
    'gASVKgEAAAAAAAB9lCiMAXeUjBZudW1weS5fY29yZS5tdWx0aWFycmF5lIwMX3JlY29uc3RydWN0lJOUjAVudW1weZSMB25kYXJyYXmUk5RLAI',
    'WUQwFilIeUUpQoSwFLAksDhpRoBYwFZHR5cGWUk5SMAmY0lImIh5RSlChLA4wBPJROTk5K/////0r/////SwB0lGKIQxgAAIA/AACAQAAAAEAA',
    'AKBAAABAQAAAwECUdJRijAFilF2UKGgEaAdLAIWUaAmHlFKUKEsBSwKFlGgOjAJpMpSJiIeUUpQoSwOMAT6UTk5OSv////9K/////0sAdJRiiU',
    'MEAAcACJR0lGJoBGgHSwCFlGgJh5RSlChLAUsASwKGlGgRiUMAlHSUYmWMAmxylF2URz+5mZmZmZmaYXUu',
  ].join(''),
  'p5.pkl': [
    'gAWVDQEAAAAAAAB9lCiMAXeUjBNudW1weS5fY29yZS5udW1lcmljlIwLX2Zyb21idWZmZXKUk5QolhgAAAAAAAAAAACAPwAAgEAAAABAAACgQA',
    'AAQEAAAMBAlIwFbnVtcHmUjAVkdHlwZZSTlIwCZjSUiYiHlFKUKEsDjAE8lE5OTkr/////Sv////9LAHSUYksCSwOGlIwBRpR0lFKUjAFilF2U',
    'KGgEKJYEAAAAAAAAAAAHAAiUaAiMAmkylImIh5RSlChLA4wBPpROTk5K/////0r/////SwB0lGJLAoWUjAFDlHSUUpRoBCiWAAAAAAAAAACUaA',
    'tLAEsChpRoG3SUUpRljAJscpRdlEc/uZmZmZmZmmF1Lg==',
  ].join(''),
};

/** `np.savez_compressed(w=…, b=…)` of the same. */
const ZIPPED = [
  'UEsDBC0AAAAIAAAAIQCyZ90j//////////8FABQAdy5ucHkBABAAmAAAAAAAAABXAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loG6TZqKuo6',
  'Cell9UUpSYF59flJIKEg8pKk0FChdnJBakArkaRjoKxpo6CrUK5AMuBoYGeyB2YGBgAOIFQOwAxAccAFBLAwQtAAAACAAAACEA0A6XTf//////',
  '////BQAUAGIubnB5AQAQAIQAAAAAAAAASAAAAAAAAACb7BfqGxDJyFDGUK2eklqcXKRupaBul2mkrqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2',
  'ckFqQC+RpGOpo6CrUKFAAuBnYGDgBQSwECLQMtAAAACAAAACEAsmfdI1cAAACYAAAABQAAAAAAAAAAAAAAgAEAAAAAdy5ucHlQSwECLQMtAAAA',
  'CAAAACEA0A6XTUgAAACEAAAABQAAAAAAAAAAAAAAgAGOAAAAYi5ucHlQSwUGAAAAAAIAAgBmAAAADQEAAAAA',
].join('');

/** What a safetensors file says of each tensor, with its numbers. */
function tensorsOf(file: string): Record<string, unknown> {
  const bytes = readFileSync(file);
  const header = Number(bytes.readBigUInt64LE(0));
  const told = JSON.parse(bytes.subarray(8, 8 + header).toString()) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: [number, number] }
  >;
  return Object.fromEntries(
    Object.entries(told)
      .filter(([name]) => name !== '__metadata__')
      .map(
        ([
          name,
          {
            dtype,
            shape,
            data_offsets: [start, end],
          },
        ]) => {
          const data = new Uint8Array(bytes.subarray(8 + header + start, 8 + header + end)).buffer;
          return [
            name,
            { dtype, shape, numbers: [...(dtype === 'F32' ? new Float32Array(data) : new Int16Array(data))] },
          ];
        },
      ),
  );
}

describe('convert', () => {
  const w = { dtype: 'F32', shape: [2, 3], numbers: [1, 2, 3, 4, 5, 6] };
  const b = { dtype: 'I16', shape: [2], numbers: [7, 8] };

  it.each(Object.entries(ARRAYS))('takes arrays of NumPy out of a pickle, in lists too: %s', async (name, base64) => {
    const file = join(home, name);
    writeFileSync(file, Buffer.from(base64, 'base64'));
    const { code, stdout, stderr } = await wb(['convert', file], { home });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('left out  lr');
    expect(tensorsOf(file.replace(/pkl$/, 'safetensors'))).toEqual({
      w,
      'b.0': b,
      'b.1': { dtype: 'F32', shape: [0, 2], numbers: [] },
    });
  });

  it('takes the members of an .npz, and refuses the rest of the house with what it is', async () => {
    const file = join(home, 'arrays.npz');
    writeFileSync(file, Buffer.from(ZIPPED, 'base64'));
    expect((await wb(['convert', file], { home })).code).toBe(0);
    const made = join(home, 'arrays.safetensors');
    expect(tensorsOf(made)).toEqual({ w, b });
    const { code, stderr } = await wb(['convert', made, '--out', join(home, 'again.safetensors')], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('it is safetensors already');
  });

  it('replaces no file unless it is told to, and names the keys that there are', async () => {
    const file = join(home, 'p4.pkl');
    const out = join(home, 'kept.safetensors');
    writeFileSync(out, 'mine');
    const kept = await wb(['convert', file, '--out', out], { home });
    expect([kept.code, readFileSync(out, 'utf8')]).toEqual([2, 'mine']);
    expect(kept.stderr).toContain('--force');
    expect((await wb(['convert', file, '--out', out, '--force'], { home })).code).toBe(0);
    const before = readFileSync(file);
    const itself = await wb(['convert', file, '--out', `${home}/./p4.pkl`, '--force'], { home });
    expect([itself.code, itself.stderr]).toEqual([2, expect.stringContaining('is the file that is converted')]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect((await wb(['convert', file, '--key', 'nope', '--out', out], { home })).stderr).toContain(
      'Give one of its keys: b.',
    );
  });

  it.each(['torch-t-state-dict.pt', 'torch-t-state-dict.legacy.pt'])(
    '%s becomes safetensors that scan clean, and a statement binds both',
    async (name) => {
      const to = join(home, `${name}.safetensors`);
      const key = join(home, `${name}.key`);
      await wb(['key', 'new', key], { home });
      const { code, stdout, stderr } = await wb(['convert', join(GENUINE, name), '--out', to, '--sign', key], { home });
      expect(code, stderr).toBe(0);
      expect((await wb(['scan', to, '--quiet'], { home })).code).toBe(0);
      const envelope = JSON.parse(readFileSync(`${to}.intoto.json`, 'utf8')) as { payload: string };
      const statement = JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as {
        subject: { digest: { sha256: string } }[];
        predicate: { from: { sha256: string } };
      };
      expect(stdout).toContain(statement.subject[0]?.digest.sha256);
      expect(stdout).toContain(statement.predicate.from.sha256);
    },
  );

  it('refuses what is not clean, and writes nothing', async () => {
    const to = join(home, 'tainted.safetensors');
    const { code, stderr } = await wb(['convert', 'examples/models/plover-1m-tainted/pytorch_model.bin', '--out', to], {
      home,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('[convert-refused]');
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(
      /Do not load it, for a conversion neither.*weighbridge explain \S+\/\S+/,
    );
    expect(existsSync(to)).toBe(false);
  });

  it('refuses what holds more than tensors, with the reason', async () => {
    const { code, stderr } = await wb(
      ['convert', join(GENUINE, 'torch-t-dtypes.pt'), '--out', join(home, 'x.safetensors')],
      { home },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('of a type that safetensors has not');
  });
});
