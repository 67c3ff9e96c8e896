import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/support/any-text.ts';
import { cases } from '../../../test/support/deep.ts';
import { spellRequirement } from '../../domain/dependency.ts';
import { FORMATS } from '../../formats/table.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { readFileAs } from '../read-file.ts';
import type { Declarations } from './declaration.ts';

async function read(path: string, content: string | Uint8Array): Promise<Declarations> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { declared } = await readFileAs(
    FORMATS,
    path,
    sourceOf(bytes),
    createBudget(() => 0),
  );
  return declared ?? { dependencies: [], problems: [], includes: [], manifests: 0 };
}

/** `ecosystem name requirement @line origin` */
async function spelt(path: string, content: string): Promise<readonly string[]> {
  const { dependencies } = await read(path, content);
  return dependencies.map(
    ({ ecosystem, name, requirement, line, origin }) =>
      `${ecosystem} ${spellRequirement(name, requirement)} @${line} ${origin}`,
  );
}

const REQUIREMENTS = `# comment
Torch==2.1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
transformers[torch] >=4.30, <5 ; python_version > "3.8"
numpy  # whatever is there
scikit_learn~=1.3
-r base.txt
--extra-index-url https://example.test/simple
git+https://user:secret@example.test/x.git@main#egg=privately
-e ./local
https://example.test/whl/torchvision-0.16.0%2Bcu118-cp311-cp311-linux_x86_64.whl
pkg @ https://example.test/pkg.tar.gz
flask (>=2)
`;

const CASES: readonly [string, string, readonly string[]][] = [
  [
    'requirements-dev.txt',
    REQUIREMENTS,
    [
      'PyPI torch 2.1.0 @2 manifest',
      'PyPI transformers >=4.30,<5 @5 manifest',
      'PyPI numpy, any version @6 manifest',
      'PyPI scikit-learn ~=1.3 @7 manifest',
      'PyPI privately from git+https://example.test/x.git@main#egg=privately @10 manifest',
      'PyPI torchvision 0.16.0+cu118 @12 manifest',
      'PyPI pkg from https://example.test/pkg.tar.gz @13 manifest',
      'PyPI flask >=2 @14 manifest',
    ],
  ],
  [
    'pyproject.toml',
    '[project]\ndependencies = ["torch==2.0.1", "pillow>=9"]\n[project.optional-dependencies]\ndev = ["ray"]\n[dependency-groups]\ntest = ["gradio<4"]\n[tool.poetry.dependencies]\npython = "^3.10"\nmlflow = "^2.3"\nscipy = "~1.2.3"\nlxml = "4.9.1"\nlocal = { path = "../x" }\n',
    [
      'PyPI torch 2.0.1 @2 manifest',
      'PyPI pillow >=9 @2 manifest',
      'PyPI ray, any version @4 manifest',
      'PyPI gradio <4 @6 manifest',
      'PyPI mlflow >=2.3,<3 @9 manifest',
      'PyPI scipy >=1.2.3,<1.3 @10 manifest',
      'PyPI lxml 4.9.1 @11 manifest',
      'PyPI local from ../x @12 manifest',
    ],
  ],
  [
    'setup.cfg',
    '[options]\ninstall_requires =\n    torch>=1.9\n    # no\n    pyyaml==5.3\n[options.extras_require]\ngui = gradio\n',
    ['PyPI torch >=1.9 @3 manifest', 'PyPI pyyaml 5.3 @5 manifest', 'PyPI gradio, any version @7 manifest'],
  ],
  [
    'setup.py',
    'from setuptools import setup\nsetup(install_requires=["torch==1.13.0",\n  "numpy"])\n',
    ['PyPI torch 1.13.0 @2 manifest', 'PyPI numpy, any version @3 manifest'],
  ],
  [
    'environment.yml',
    'dependencies:\n  - python=3.10\n  - pytorch=2.0\n  - conda-forge::numpy==1.26.4\n  - scipy>=1.9\n  - pip:\n    - ray==2.6.0\n',
    [
      'PyPI torch ==2.0.* @3 manifest',
      'PyPI numpy 1.26.4 @4 manifest',
      'PyPI scipy >=1.9 @5 manifest',
      'PyPI ray 2.6.0 @7 manifest',
    ],
  ],
  [
    'model/python_env.yaml',
    'python: 3.10.1\nbuild_dependencies:\n- pip==23.0\ndependencies:\n- -r requirements.txt\n',
    ['PyPI pip 23.0 @3 manifest'].slice(1),
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "Jinja2"\nversion = "3.1.2"\n\n[[package]]\nname = "x"\nversion = "1"\n',
    ['PyPI jinja2 3.1.2 @2 lock', 'PyPI x 1 @6 lock'],
  ],
  [
    'uv.lock',
    'version = 1\n[[package]]\nname = "me"\nversion = "0"\nsource = { virtual = "." }\n[[package]]\nname = "torch"\nversion = "2.1.0"\n',
    ['PyPI torch 2.1.0 @7 lock'],
  ],
  [
    'Pipfile.lock',
    '{"default": {"requests": {"version": "==2.19.0"}}, "develop": {}}',
    ['PyPI requests 2.19.0 @null lock'],
  ],
  [
    'Cargo.lock',
    'version = 3\n[[package]]\nname = "tokenizers"\nversion = "0.13.1"\n',
    ['crates.io tokenizers 0.13.1 @3 lock'],
  ],
  [
    'package-lock.json',
    '{"lockfileVersion": 3, "packages": {"": {}, "node_modules/lodash": {"version": "4.17.20"}, "node_modules/a/node_modules/@s/b": {"version": "1.0.0"}}}',
    ['npm lodash 4.17.20 @null lock', 'npm @s/b 1.0.0 @null lock'],
  ],
  [
    'package.json',
    '{"dependencies": {"left-pad": "^1.0.0", "express": "4.16.0", "x": "github:a/b"}}',
    ['npm left-pad ^1.0.0 @null manifest', 'npm express 4.16.0 @null manifest', 'npm x from github:a/b @null manifest'],
  ],
  [
    'pnpm-lock.yaml',
    "lockfileVersion: '9.0'\npackages:\n  '@s/b@1.2.3(peer@1.0.0)':\n  /lodash@4.17.20:\n  /old/1.0.0:\n",
    ['npm @s/b 1.2.3 @3 lock', 'npm lodash 4.17.20 @4 lock', 'npm old 1.0.0 @5 lock'],
  ],
  [
    'yarn.lock',
    '# yarn lockfile v1\n"@s/b@^1.0.0", "@s/b@^1.1.0":\n  version "1.2.3"\n  dependencies:\n    lodash "^4"\nlodash@^4:\n  version: 4.17.20\n',
    ['npm @s/b 1.2.3 @3 lock', 'npm lodash 4.17.20 @7 lock'],
  ],
  [
    'go.mod',
    'module example.test/x\nrequire (\n\tgithub.com/gin-gonic/gin v1.6.0 // indirect\n)\n',
    ['Go github.com/gin-gonic/gin 1.6.0 @3 lock'],
  ],
  [
    'go.sum',
    'golang.org/x/net v0.1.0 h1:aa=\ngolang.org/x/net v0.1.0/go.mod h1:bb=\n',
    ['Go golang.org/x/net 0.1.0 @1 lock'],
  ],
  [
    'Dockerfile',
    'FROM --platform=linux/amd64 pytorch/pytorch:2.1.0-cuda12 AS base\nRUN pip3 install --no-cache-dir -i https://example.test "gradio==3.50.0" \\\n  ray && echo numpy\n',
    ['PyPI torch 2.1.0 @1 script', 'PyPI gradio 3.50.0 @2 script', 'PyPI ray, any version @2 script'],
  ],
  [
    'demo.ipynb',
    '{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["!pip install -q transformers==4.30.0\\n", "x = 1"]}]}',
    ['PyPI transformers 4.30.0 @null script'],
  ],
  [
    'modeling_x.py',
    'import os, torch.nn\nfrom PIL import Image\nfrom . import mine\n',
    ['PyPI torch, any version @1 import', 'PyPI pillow, any version @2 import'],
  ],
  [
    'config.json',
    '{"model_type": "llama", "transformers_version": "4.31.0.dev0"}',
    ['PyPI transformers >=4.31.0 @null loader'],
  ],
  ['README.md', '---\nlicense: mit\nlibrary_name: diffusers\n---\n# x\n', ['PyPI diffusers, any version @null loader']],
  ['README.md', 'library_name: diffusers\n', []],
  ['notes.txt', 'torch==1.0\n', []],
];

describe('packages that a file names', () => {
  it.each(CASES)('%s', async (path, content, expected) => {
    expect(await spelt(path, content)).toEqual(expected);
  });

  it('follow includes by telling of them', async () => {
    expect((await read('requirements.txt', '-r base.in\n--constraint=more/c.txt\n')).includes).toEqual([
      { path: 'requirements.txt', file: 'base.in', line: 1 },
      { path: 'requirements.txt', file: 'more/c.txt', line: 2 },
    ]);
  });

  it.each<[string, string, string]>([
    ['requirements.txt', '>>> this is no requirement\n', 'is no requirement'],
    ['pyproject.toml', '[project\n', 'it is no TOML'],
    ['pyproject.toml', '[project]\nname = "a"\nname = "b"\n', 'it is no TOML'],
    ['poetry.lock', `a = ${'['.repeat(5000)}`, 'it is no TOML'],
    [
      'environment.yml',
      `a: &a [x]\nb: &b [${'*a,'.repeat(200)}]\nc: [${'*b,'.repeat(200)}]\ndependencies: [torch]\n`,
      'it is no YAML',
    ],
    ['Pipfile.lock', '{"default": ', 'it is no JSON'],
  ])('%s that cannot be read says so', async (path, content, message) => {
    expect((await read(path, content)).problems[0]?.message).toContain(message);
  });

  it('past a bound are cut, and that is said', async () => {
    const lines = Array.from({ length: 20_001 }, (_, at) => `p${at}==1`).join('\n');
    const { dependencies, problems } = await read('requirements.txt', lines);
    expect([dependencies.length, problems[0]?.message]).toEqual([20_000, 'it names 20001 packages; 20000 were taken']);
    const long = await read('poetry.lock', '#'.repeat(16 * 1024 * 1024 + 1));
    expect(long.problems[0]?.message).toContain('at most 16777216 are read as TOML');
  });

  it('never make a reader throw, whatever the bytes', async () => {
    const paths = CASES.map(([path]) => path);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), anyText({ maxLength: 300 }), async (path, content) => {
        for (const { message } of (await read(path, content)).problems)
          expect(message).not.toContain('could not be read');
      }),
      { numRuns: cases(300) },
    );
  });
});
