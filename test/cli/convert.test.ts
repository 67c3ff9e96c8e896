import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const GENUINE = 'test/corpus/genuine/pickle/files';

describe('convert', () => {
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
