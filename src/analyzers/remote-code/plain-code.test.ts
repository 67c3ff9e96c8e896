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
        return getattr(self, 'layer')(x)

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
    ['evaluates by a table', 'df.eval("@x.y()")'],
    ['reaches the network', 'import requests\nrequests.post("http://weights.invalid")'],
    ['fetches', 'from urllib.request import urlopen'],
    ['loads a library of C', 'import torch\ntorch.ops.load_library("x.so")'],
    ['unpickles bytes', 'import pickle\npickle.loads(x)'],
    ['reads keys', 'open("/root/.ssh/id_rsa")'],
    ['stays', 'open(Path.home() / ".bashrc", "a")'],
    ['trusts', 'AutoModel.from_pretrained("a/b", trust_remote_code=True)'],
    ['removes', 'import shutil\nshutil.rmtree("x")'],
    ['removes files', 'import os\nos.remove("x")'],
    ['turns its lines round', 'x = "\u202e"'],
    ['loads from an address', 'import gradio as gr\ngr.load("http://weights.invalid")'],
    ['is spelt with letters of two alphabets', 'def sayH\u0435llo(): pass'],
    ['imports all', 'from os import *'],
    ['cannot be followed', `x = [${'1, '.repeat(6000)}]`],
  ])('is not what %s', (_, text) => {
    expect(isPlainCode('train.py', text)).toBe(false);
  });

  it.each(['torch.py', 'x/random.py', 'numpy/__init__.py', 'sitecustomize.py', 'run'])(
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
