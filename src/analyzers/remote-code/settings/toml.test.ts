import { describe, expect, it } from 'vitest';
import { inToml } from './toml.ts';

const told = (text: string): readonly string[] => [...inToml(text)].map(({ operation }) => operation);

describe('settings in TOML', () => {
  it.each([
    ['a table', '[build-system]\nbackend-path = ["tools"]\n'],
    ['a dotted key', 'build-system.backend-path = ["tools"]\n'],
    ['an inline table', 'build-system = { backend-path = ["tools"] }\n'],
    ['a quoted key', "[\"build-system\"]\n'backend-path' = ['tools']\n"],
    ['an escaped key', '[build-system]\n"backend\\u002dpath" = ["""tools"""]\n'],
    ['a list over lines', '# x\n[build-system] # y\nbackend-path = [\n  # z\n  "tools",\n]\n'],
    ['a table of a list', '[[build-system]]\nbackend-path = ["tools"]\n'],
  ])('are told alike in %s', (_, text) => {
    expect(told(text)).toEqual(['backend-path = ["tools"]']);
  });

  it('are none in a text that looks like a table, nor in what is no TOML', () => {
    expect(told('n = """\n[build-system]\nbackend-path = ["tools"]\n"""\n')).toEqual([]);
    expect(told('[build-system]\nbackend-path = ["tools"\n')).toEqual([]);
    expect(told(`a = ${'['.repeat(100_000)}`)).toEqual([]);
  });
});
