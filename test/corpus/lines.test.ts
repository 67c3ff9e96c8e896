import { describe, expect, it } from 'vitest';
import { zip } from '../../src/formats/zip/archive.fixture.ts';
import { judge } from './judge.ts';

const LAMBDA = { class_name: '__lambda__', config: { code: '4wEAAAA=' } };
const LAYERS = [{ class_name: 'Lambda', module: 'keras.layers', config: { function: LAMBDA } }];
const CODE =
  'class A(Module):\n  def forward(self: __torch__.A) -> Tensor:\n    return torch.from_file("/etc/passwd")\n';

describe('a finding in a text tells its line', () => {
  it.each<[string, string, Uint8Array, number]>([
    ['of requirements', 'requirements.txt', Buffer.from('numpy\n\ngit+http://203.0.113.9/a.git\n'), 3],
    [
      'of a configuration of Keras',
      'config.json',
      Buffer.from(JSON.stringify({ class_name: 'Sequential', module: 'keras', config: { layers: LAYERS } }, null, 1)),
      13,
    ],
    [
      'of the code of a compiled model',
      'm.pt',
      zip([
        { name: 'a/data.pkl', bytes: 'N.' },
        { name: 'a/constants.pkl', bytes: 'N.' },
        { name: 'a/version', bytes: '3\n' },
        { name: 'a/code/__torch__.py', bytes: CODE },
      ]),
      3,
    ],
    [
      'of the manifest of an archive for TorchServe',
      'm.mar',
      zip([
        { name: 'h.py', bytes: 'x = 1\n' },
        {
          name: 'MAR-INF/MANIFEST.json',
          bytes: JSON.stringify({ model: { modelName: 'a', handler: 'h.py' }, archiverVersion: '0' }, null, 1),
        },
      ]),
      4,
    ],
  ])('%s', async (_, path, bytes, line) => {
    const { findings } = await judge(path, bytes);
    expect(findings.map(({ location }) => location?.line)).toContain(line);
  });
});
