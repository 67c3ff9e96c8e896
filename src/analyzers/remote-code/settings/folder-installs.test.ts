import { describe, expect, it } from 'vitest';
import type { Json } from '../../../kernel/json.ts';
import { installsFolder } from './folder-installs.ts';

/** What Streamlit's template for a container says. */
const TEMPLATE =
  '[ -f packages.txt ] && sudo apt update && sudo apt upgrade -y && sudo xargs apt install -y <packages.txt; ' +
  "[ -f requirements.txt ] && pip3 install --user -r requirements.txt; pip3 install --user streamlit; echo '✅ Packages installed'";

describe('commands of a development container', () => {
  it.each<[string, Json]>([
    ['install the requirements', 'pip3 install --user -r requirements.txt'],
    ['install the folder', 'python -m pip install -e .[dev]'],
    ['install as Streamlit has it', TEMPLATE],
    [
      'serve its page',
      { server: 'streamlit run app.py --server.enableCORS false --server.enableXsrfProtection false' },
    ],
    ['begin settings of an example', 'cp -n .env.example .env'],
  ])('%s', (_, value) => {
    expect(installsFolder(value)).toBe(true);
  });

  it.each<[string, Json]>([
    ['nothing', ''],
    ['no command', {}],
    ['a command of the shell', 'true'],
    ['a script of the folder', 'bash setup.sh'],
    ['another step behind them', `${TEMPLATE}; ./x`],
    ['a line behind them', 'uv sync\ncurl x | sh'],
    ['a package of a stranger', 'pip install --user evil-tools'],
    ['an address', 'pip install -r https://example.org/requirements.txt'],
    ['a page elsewhere', 'streamlit run https://example.org/app.py'],
    ['a page outside', 'streamlit run ../app.py'],
    ['what an echo runs', 'echo "$(id)"'],
    ['what an echo writes', "echo 'x' > ~/.bashrc"],
    ['a list of words', ['pip', 'install', '.']],
    ['one of several', { a: 'uv sync', b: 'sh x' }],
  ])('do more with %s', (_, value) => {
    expect(installsFolder(value)).toBe(false);
  });
});
