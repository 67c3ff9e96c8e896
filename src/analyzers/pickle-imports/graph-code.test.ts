import { describe, expect, it } from 'vitest';
import { computesOnly } from './graph-code.ts';

const IMPORTS = [
  'NoneType = type(None)',
  'from math import inf',
  'from torch import device',
  'import torch',
  'import torch.fx._pytree as fx_pytree',
].join('\n');

function forward(...lines: readonly string[]): string {
  return ['', 'def forward(self, x):', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

const reads = (code: string, imports = IMPORTS): boolean => computesOnly({ imports, code });

describe('code that FX writes of a module', () => {
  it.each([
    ['calls its layers', ['c = self.conv(x);  x = None', 'return c']],
    ['calls layers that have numbers', ['_0 = getattr(getattr(self.features, "0").block, "1").fc(x)', 'return _0']],
    ['calls layers that have hyphens', ['b = getattr(self.trunk.block1, "block1-0").f.a(x)', 'return b']],
    ['calls functions', ['r = torch.nn.functional.relu(x, inplace = False)', 'return torch.flatten(r, 1)']],
    ['calls operators', ['c = torch.ops.aten.conv2d.default(x, self.w, None, [1, 1], [0, 0])', 'return (c,)']],
    [
      'calls methods',
      ['a = x.chunk(2, -1);  x = None', 'b = a[0].transpose(0, 1)', 'return b.masked_fill_(b < 0, 1e-05)'],
    ],
    ['slices', ['a = x[(slice(None, None, None), -1)]', 'b = x[1:2, ...]', 'return a == b']],
    ['answers with a dict', ['s = x.shape', "return {'out': x, 'n': (s[0] // 2, -s[1] ** 2)}"]],
    ['tells types and places', ["return torch.zeros(2, dtype = torch.float32, device = device(type='cpu'))"]],
    ['computes with numbers', ['import_ = x + 1', 'return not import_ is None']],
  ])('is harmless where it %s', (_, lines) => {
    expect(reads(forward(...lines))).toBe(true);
  });

  it('is harmless with annotations, defaults and functions that are kept whole', () => {
    const code = [
      'torch.fx._symbolic_trace.wrap("ops_stochastic_depth")',
      '',
      'def forward(self, x : torch.Tensor, mask = None, **rest) -> torch.Tensor:',
      '    d = ops_stochastic_depth(x, 0.1, "row", False)',
      '    return d',
    ].join('\n');
    const kept = 'from torchvision.ops.stochastic_depth import stochastic_depth as ops_stochastic_depth';
    expect([reads(code, `${IMPORTS}\n${kept}`), reads(code)]).toEqual([true, false]);
  });

  it.each([
    ['a default that is computed', "def forward(self, x = __import__('os').system('id')):\n    return x\n"],
    ['an annotation that loads', "def forward(self, x : torch.load('/tmp/x')):\n    return x\n"],
    ['a decorator', "@torch.hub.load('a/b', 'c')\ndef forward(self, x):\n    return x\n"],
    ['a function besides', 'def forward(self, x):\n    return x\ndef other():\n    pass\n'],
    ['an import', forward('import os', 'return x')],
    ['a statement behind it', "def forward(self, x):\n    return x\nimport os; os.system('id')\n"],
    ['a file that is loaded', forward("return torch.load('/tmp/evil.pt', weights_only = False)")],
    ['a file that is mapped', forward("return torch.from_file('/tmp/x', True, 100)")],
    ['a file that is mapped by an operator', forward("return torch.ops.aten.from_file('/tmp/x', True, 100)")],
    ['a library that is loaded', forward("return torch.ops.load_library('/tmp/x.so')")],
    ['a hub', forward("return torch.hub.load('a/b', 'c')")],
    ['a module behind a function', forward("return torch.nn.functional.importlib.import_module('os')")],
    ['a way out of torch', forward("return torch.serialization.os.system('id')")],
    ['a dunder', forward('return self.forward.__globals__')],
    ['a dunder by getattr', forward('return getattr(self, "__class__")()')],
    ['a name that is put together', forward('return getattr(self, "a" + "b")(x)')],
    ['getattr of a value', forward('return getattr(x.numpy(), "ctypes")')],
    ['what NumPy leads to', forward('return self.w.numpy().ctypes._ctypes.CDLL("x.so")')],
    ['a file that an array is written to', forward('return self.w.numpy().tofile("/tmp/x")')],
    ['a call of a name of its own', forward('f = self.f', 'return f(x)')],
    ['a formatted text', forward("return x + f'{exit()}'")],
    ['a lambda', forward('return (lambda: x)()')],
    ['a comprehension', forward('return [y for y in x]')],
    ['eval', forward("return eval('1')")],
    ['a name that stands for another', forward('torch = self.x', 'return torch.relu(x)')],
    ['what it imports under another name', forward('return device.load(x)')],
    ['functions as values', forward('return x.apply_(torch.load)')],
    ['a text that it joins', forward("return 'x'.join(x)")],
    ['depth without end', forward(`return ${'('.repeat(5000)}`)],
  ])('is not known to be harmless with %s', (_, code) => {
    expect(reads(code)).toBe(false);
  });

  it.each([
    ['from os import system as relu', 'os'],
    ['import os', 'os as a module'],
    ['import torch; import os', 'two in a line'],
    ['from torchvision.ops.stochastic_depth import torch as t', 'a module within'],
    ['from torchvision.ops.stochastic_depth import stochastic_depth as torch', 'a name that is taken'],
    ['NoneType = exec("1")', 'a computed name'],
  ])('is not known to be harmless where it imports %s', (line) => {
    expect(reads(forward('return x'), `${IMPORTS}\n${line}`)).toBe(false);
  });
});
