import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseGateway } from '../../src/policy/gateway/parse.ts';
import { SURFACES } from '../../src/wire/table.ts';
import { ask, gatewayFile, startChat } from '../../tools/start-chat.ts';
import { KEY, type Rig, rig } from '../gateway/rig.ts';
import { completion, echo, json } from '../gateway/scripted-upstream.ts';
import { scratchFolder } from '../support/scratch.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the chat of npm start', () => {
  it('is left out where no runner is there and none can come, with the reason', async () => {
    // No npm either.
    vi.stubEnv('PATH', scratchFolder());
    vi.stubEnv('WEIGHBRIDGE_HOME', scratchFolder());
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    expect(await startChat({ stay: false })).toBeNull();
    expect(said.join('\n')).toMatch(/weighbridge runner install\n {2}npm puts node-llama-cpp\S* and .*about 85 MB/s);
    expect(said.at(-1)).toMatch(/^No chat is shown: .+/s);
  });

  it('writes a file that a gateway reads, with the key that it made', () => {
    const row = `    - { name: you, sha256: ${'a'.repeat(64)} }\n`;
    const surfaces = SURFACES.map(({ id }) => id);
    const { channels, keys } = parseGateway(gatewayFile('http://127.0.0.1:1', row), 'gateway.yaml', surfaces);
    expect(channels.map(({ name }) => name)).toEqual(['birds']);
    expect(keys.map(({ name }) => name)).toEqual(['you']);
  });

  describe('at a gateway', () => {
    let at: Rig;
    beforeAll(async () => {
      at = await rig();
      at.use({ more: { birds: {} } });
    });
    afterAll(() => at.close());

    it('shows what the model says, without what would move the cursor', async () => {
      at.upstream.script = json(200, completion('It weighs \u001b[2J 800 g. '));
      expect(await ask({ address: at.address, key: KEY }, 'What does the curlew weigh?')).toBe(
        'It weighs <U+001B>[2J 800 g.',
      );
      at.upstream.script = echo;
    });

    it('says why the gateway refuses', async () => {
      await expect(ask({ address: at.address, key: 'another' }, 'x')).rejects.toThrow('not known here');
    });
  });
});
