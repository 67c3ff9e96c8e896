"""Modules that FX traced (PyTorch 2.15), iterators and syntax trees (Python 3.11), into ./files."""
import ast, itertools, operator, pathlib, pickle, re, functools

import torch
from torch import nn

OUT = pathlib.Path(__file__).parent / "files"


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.inward = nn.Linear(8, 24)

    def forward(self, x):
        q, k, v = self.inward(x).chunk(3, dim=-1)
        weights = torch.matmul(q, k.transpose(-2, -1)) / 8**0.5
        return torch.bmm(weights.softmax(-1), v) + nn.functional.scaled_dot_product_attention(q, k, v)


class Blocks(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU())
        self.scale = nn.Parameter(torch.ones(2))
        self.last = nn.Linear(2, 3)

    def forward(self, x: torch.Tensor, mask=None) -> torch.Tensor:
        x = self.layers(x).mean((2, 3)) * self.scale
        y = self.last(x)
        return {"scores": nn.functional.log_softmax(y, dim=-1), "best": (y.argmax(1), y[:, -1] > 0.5, x.shape[0])}


for name, module in {"attention": Attention(), "blocks": Blocks().eval()}.items():
    traced = torch.fx.symbolic_trace(module)
    torch.save(traced, OUT / f"fx-{name}.pt")
    (OUT / f"fx-{name}.pkl").write_bytes(pickle.dumps({"graph": traced, "version": 1}, 4))

VALUES = {
    "iterators": [
        iter([1, 2]), enumerate("ab"), zip([1], "a"), map(str, [1]), filter(None, [0]), itertools.chain([1], "a"),
        itertools.cycle("ab"), itertools.islice("abc", 1, 2), itertools.groupby("aab"), itertools.product("ab", [1]),
        itertools.accumulate([1, 2], operator.mul), itertools.starmap(pow, [(2, 3)]), itertools.takewhile(str.isdigit, ["1"]),
    ],
    "tree": ast.parse("async def f(a: int, /, *b, **c): return [x async for x in y if x]\nmatch p:\n    case {'a': b, **r}: pass\n"),
    "partials": [functools.partial(functools.reduce, operator.mul), functools.partial(str.split, sep=","), re.compile("a+")],
}
for name, value in VALUES.items():
    for protocol in (2, 5):
        (OUT / f"python-{name}-{protocol}.pkl").write_bytes(pickle.dumps(value, protocol))
