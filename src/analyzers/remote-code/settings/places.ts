import type { Location } from '../../../domain/finding.ts';

/** Hooks of Git (githooks(5)) in the folders where Git and its helpers look for them; samples are not run. */
const HOOK =
  /(?:^|\/)(?:\.git\/hooks|\.githooks|\.husky|hooks|\.hooks)\/(?:applypatch-msg|pre-applypatch|post-applypatch|pre-commit|pre-merge-commit|prepare-commit-msg|commit-msg|post-commit|pre-rebase|post-checkout|post-merge|pre-push|pre-receive|update|post-receive|post-update|reference-transaction|push-to-checkout|pre-auto-gc|post-rewrite|fsmonitor-watchman|post-index-change)$/;

/** What shells, debuggers, editors, R and interactive Pythons run when they are started in the folder, or have it as a home. */
const START_FILE =
  /(?:^|\/)(?:\.(?:bashrc|bash_profile|bash_login|bash_logout|profile|zshrc|zshenv|zprofile|zlogin|kshrc|cshrc|tcshrc|inputrc|gdbinit|lldbinit|exrc|vimrc|nvimrc|nvim\.lua|dir-locals\.el|emacs|pdbrc|pythonrc|pythonstartup|irbrc|pryrc|psqlrc|sqliterc|Rprofile|octaverc|wgetrc|curlrc|screenrc|xinitrc|xsession|pam_environment)|Rprofile\.site|startup\.jl|startup\.m|[\w.-]+\.egg-link)$/;

/** Where a system looks for keys, schedules and libraries to load: layers of images are laid over its root. */
const SYSTEM_FILE =
  /(?:^|\/)(?:\.ssh\/(?:authorized_keys|config|rc)|etc\/(?:cron(?:tab|\.\w+\/.+)|ld\.so\.preload|ld\.so\.conf\.d\/.+|sudoers(?:\.d\/.+)?|profile\.d\/.+|rc\.local|systemd\/.+\.(?:service|timer)))$/;

/** The hooks that `git lfs install` writes, which every clone from a hub may have, are of these lines, below their first. */
const OF_LFS =
  /^(?:#(?!!).*|command -v git-lfs >\/dev\/null 2>&1 \|\| \{ (?:echo|printf) >&2 (?:"(?:[^"$`\\]|\\n)*" ?)+; exit 2; \}|git lfs [\w-]+ "\$@")$/;

/** Whether a text lies where a program runs it unasked. */
export function runsInPlace({ path, member: inside = [] }: Location, text: string): boolean {
  const whole = inside.at(-1) ?? path;
  if (HOOK.test(whole))
    return !text
      .replace(/^#!\/bin\/sh(?:\n|$)/, '')
      .trim()
      .split(/\s*\n\s*/)
      .every((line) => line === '' || OF_LFS.test(line));
  return START_FILE.test(whole) || SYSTEM_FILE.test(whole);
}
