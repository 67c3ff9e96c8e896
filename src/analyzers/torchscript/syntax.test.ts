import { describe, expect, it } from 'vitest';
import { wrongCode } from './syntax.ts';

const CODE = `class Net(Module):
  __parameters__ = ["weight", ]
  __buffers__ = []
  weight : Tensor
  training : bool
  __annotations__["0"] = __torch__.torch.nn.modules.linear.Linear
  def forward(self: __torch__.Net,
    x: Tensor,
    k: int=2,
    scale: float=inf) -> Tuple[Tensor, Dict[str, int]]:
    d = annotate(Dict[str, int], {"a": 1, "b": -2})
    x0 = x
    for i in range(k):
      _0 = torch.slice(torch.relu((self.l).forward(x0, )), 1, None, 3)
      x0, y, = _0, i
    if torch.__isnot__(x, None):
      z = x0 if bool(True) else ops.prim.data(x)
    elif not torch.lt(k, 3) and k is not None:
      z = CONSTANTS.c0
    else:
      ops.prim.RaiseException("no \\"x\\"", "builtins.ValueError")
      z = uninitialized(Tensor)
    with self.guard as g:
      w = [t for t in d if t != "a"]
    assert k > 1.e-3, "k"
    x0[0] += 1
    return (z, d)
def helper(x: Tensor) -> NoneType:
  return None
`;

describe('the code of TorchScript', () => {
  it('parses as the compiler writes it', () => {
    expect(wrongCode(CODE)).toBe(null);
    expect(
      wrongCode('op_version_set = 1\nimport __torch__.a\ndef f(self) -> Tensor:\n  return ^Fn(1, 2)(self.x)\n'),
    ).toBe(null);
  });

  it.each<[string, string, string]>([
    ['a keyword', 'def forward', 'deff forward'],
    ['what returns', 'return (z', 'retrun (z'],
    ['an indent', '    x0 = x\n', '   x0 = x\n'],
    ['the end of a head', 'range(k):', 'range(k)'],
    ['a bracket', 'range(k):', 'range(k:'],
    ['a type', 'x: Tensor,', 'x: Tensr,'],
    ['a name that nothing brings', '(z, d)', '(z, dd)'],
    ['a sign', 'k > 1', 'k ? 1'],
    ['a body', '  return None\n', ''],
    ['a text', '"no \\"x', '"no \\\n"x'],
  ])('does not with another form of %s', (_, from, to) => {
    expect(CODE).toContain(from);
    expect(wrongCode(CODE.replace(from, to))).toEqual(expect.any(String));
  });

  it('is not judged where it is too deep, in linear time', () => {
    expect(wrongCode(`x = ${'('.repeat(100_000)}`)).toBe(null);
    expect(wrongCode(`x = ${'- '.repeat(100_000)}1\n`)).toBe(null);
    expect(wrongCode('if a:'.repeat(50_000))).toBe(null);
    expect(wrongCode(`x = """${'a'.repeat(9_000_000)}"""\n`)).toBe(null);
    expect(wrongCode(`x = "${'\\a'.repeat(5_000_000)}"\n`)).toBe(null);
    expect(wrongCode('"""'.repeat(99_999))).toEqual(expect.any(String));
  });
});
