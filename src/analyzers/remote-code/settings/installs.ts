interface Row {
  readonly pattern: RegExp;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** Lines of settings through which installing, building or testing a folder, or being installed, runs code from it. */
export const INSTALL_ROWS: readonly Row[] = [
  {
    // setuptools and hatch: classes and hooks of the folder.
    pattern: /^\s*(?:backend-path|cmdclass|custom-hook|setup-hooks|setup_hooks|pre-hook|post-hook)\s*=/,
    fires: ['backend-path = ["."]', 'cmdclass = build_py = evil.Build', 'setup_hooks = hooks.run'],
    quiet: ['# cmdclass = x', 'backend = "x"'],
  },
  {
    pattern:
      /^\s*build-backend\s*=\s*["'](?!(?:setuptools|hatchling|flit_core|flit|poetry|pdm|maturin|scikit_build_core|mesonpy|whey|uv_build)\b)/,
    fires: ['build-backend = "evil_backend"'],
    quiet: ['build-backend = "setuptools.build_meta"', 'build-backend = "hatchling.build"'],
  },
  {
    // What the build needs is installed, and run, before anything else.
    pattern: /^\s*requires\s*=\s*\[.*@\s*(?:git\+|https?:|file:)/,
    fires: ['requires = ["x @ http://127.0.0.1/x.whl"]'],
    quiet: ['requires = ["setuptools>=61"]'],
  },
  {
    // A dependency from an address that nobody protects: whoever stands between chooses what is installed.
    pattern: /^[^#]*["']\s*[\w.[\],-]+\s*@\s*(?:git\+)?http:\/\//,
    fires: ['dependencies = ["x @ http://127.0.0.1/x.whl"]', '  "x[a] @ git+http://127.0.0.1/x",'],
    quiet: ['dependencies = ["x @ https://example.org/x.whl"]', 'url = "http://example.org"', '# "x @ http://x"'],
  },
  {
    // The same in `setup.cfg`, a line for each.
    pattern: /^[ \t]+[\w.-]{1,80}(?:\[[\w, -]{0,80}\])?[ \t]*@[ \t]*(?:git\+)?http:/,
    fires: ['  x @ http://127.0.0.1/x.zip'],
    quiet: ['  x @ https://example.org/x.zip', 'author = a @ http://example.org'],
  },
  {
    pattern: /^\s*\[tool\.hatch\.(?:build|metadata|version)(?:\.targets\.\w+)?\.hooks\.custom\]/,
    fires: ['[tool.hatch.build.hooks.custom]'],
    quiet: ['[tool.hatch.build]'],
  },
  {
    pattern: /^\s*\[tool\.(?:(?:poetry|pdm)\.build|setuptools\.cmdclass)\]/,
    fires: ['[tool.poetry.build]', '[tool.setuptools.cmdclass]'],
    quiet: ['[tool.poetry]'],
  },
  {
    pattern: /^\s*(?:pytest11|vllm\.\w+|distutils\.commands|setuptools\.finalize_distribution_options)\s*=\s*$/,
    fires: ['pytest11 =', 'distutils.commands ='],
    quiet: ['console_scripts ='],
  },
  {
    pattern:
      /^\s*\[(?:project|tool\.poetry)\.(?:entry-points|plugins)\.["']?(?:vllm\.|sglang|pytest11|mlflow\.|spacy_|torchrun|torch_dynamo|distutils\.commands)/,
    fires: ['[project.entry-points."vllm.general_plugins"]', '[project.entry-points.pytest11]'],
    quiet: ['[project.entry-points."console_scripts"]'],
  },
  {
    // version = attr: of a module that is then imported, and file: of a path that climbs.
    pattern: /^\s*(?:long_description|description|version)\s*=\s*file:\s*(?:\/|~|\.\.)/,
    fires: ['long_description = file: ../../secret'],
    quiet: ['long_description = file: README.md'],
  },
  {
    // Git: what a submodule's update, or a configuration that was packed along, runs.
    pattern:
      /^\s*(?:update\s*=\s*!|url\s*=\s*(?:ext::|-[-\w]))|^\s*(?:fsmonitor|hookspath|sshcommand|gitproxy)\s*=\s*\S/i,
    fires: ['update = !true', 'url = ext::sh -c true', 'fsmonitor = ./x', 'hooksPath = .hooks'],
    quiet: ['update = merge', 'url = https://example.org/x.git'],
  },
  {
    // Test runners and linters: plugins and code of the folder, imported by their start.
    pattern:
      /^\s*addopts\s*=.*\s?-p[\s=]+["']?(?!no:|xdist\b|pytest)[\w.]+|^\s*init-hook\s*=|^\s*plugins\s*=.*\.py\b|^\s*\[flake8:local-plugins\]|^\s*\[tool\.pylint[\w.]*\]\s*init-hook/,
    fires: ['addopts = -p evil', 'addopts = "-q -p evil_plugin"', 'init-hook="import os"', 'plugins = evil.py'],
    quiet: ['addopts = -q -p no:cacheprovider', 'addopts = -ra', 'plugins = pydantic.mypy'],
  },
  {
    // Where setuptools and pip look for packages: whoever stands between chooses what is installed.
    pattern: /^\s*(?:index[-_]url|find[-_]links)\s*[=:]\s*["']?http:/,
    fires: ['index_url = http://127.0.0.1/simple'],
    quiet: ['index_url = https://pypi.example/simple'],
  },
  {
    // npm and Yarn: a shell, or a release of theirs, of the folder's own.
    pattern: /^\s*(?:script-shell|node-options|yarn-path)\s*=\s*\S|^\s*yarnPath\s*:\s*\S/,
    fires: ['script-shell=./x', 'yarnPath: .yarn/releases/yarn.cjs'],
    quiet: ['save-exact=true', 'registry=x'],
  },
];

export function installsIn(line: string): boolean {
  return INSTALL_ROWS.some(({ pattern }) => pattern.test(line));
}
