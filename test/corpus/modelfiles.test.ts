import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const TEXT = 'FROM /home/x/.ollama/models/blobs/sha256-00e1\nTEMPLATE """{{ .Prompt }}"""\n';

describe('a file for Ollama that takes weights of the machine', () => {
  it.each(['Modelfile', 'x/Modelfile.q4', 'm.modelfile'])('is told under its names: %s', async (path) => {
    expect((await judge(path, Buffer.from(TEXT))).verdict).toBe('malicious');
  });

  it.each(['docs/modelfile.mdx', 'docs/modelfile.md'])(
    'is none where it is a page that shows one: %s',
    async (path) => {
      const page = `# Modelfile\n\nShows:\n\n${TEXT}\n`;
      expect((await judge(path, Buffer.from(page))).verdict).toBe('clean');
    },
  );
});
