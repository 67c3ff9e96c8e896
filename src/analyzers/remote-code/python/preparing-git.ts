/**
 * Whether git, by the words behind its name, only fetches, shows or keeps sources. A setting may name a program that git starts
 * (git-config(1)), so that only those are let pass that name none.
 */
export function readsOrPlacesSources(words: readonly string[]): boolean {
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-c') {
      if (!names(words[at + 1])) return false;
      at += 1;
    } else if (word === '-C') at += 1;
    else if (!word.startsWith('-')) break;
  }
  const [command, ...rest] = words.slice(at);
  if (command === undefined) return true;
  if (command === 'config') return setsHarmless(rest);
  if (!COMMANDS.has(command)) return false;
  if (!SETS.has(command)) return true;
  return rest.every((word, index) => {
    if (word === '-c' || word === '--config') return names(rest[index + 1]);
    if (/^(?:-c|--config=)/.test(word)) return names(word.replace(/^(?:-c|--config=)/, ''));
    return !word.startsWith('-u');
  });
}

const COMMANDS: ReadonlySet<string> = new Set(
  'add am apply branch checkout cherry-pick clean clone commit describe diff fetch init lfs log ls-files ls-remote merge pull push remote reset restore rev-parse show sparse-checkout stash status submodule switch tag version worktree'.split(
    ' ',
  ),
);
/** Those that take settings of their own, and the program of the other side. */
const SETS: ReadonlySet<string> = new Set(['clone', 'ls-remote']);

const HARMLESS =
  /^["']?(?:http\.|user\.|lfs\.(?!customtransfer|extension|standalone)|safe\.directory|advice\.|init\.defaultbranch|pull\.|fetch\.|pack\.|clone\.defaultremotename|protocol\.version|core\.(?:autocrlf|longpaths|compression|sparsecheckout|quotepath)|credential\.helper[=\s]["']?(?:store|cache)\b)/i;

function names(setting: string | undefined): boolean {
  return setting !== undefined && HARMLESS.test(setting);
}

function setsHarmless(words: readonly string[]): boolean {
  if (words.some((word) => /^(?:-l|--list|--get(?:-\w+)?)$/.test(word))) return true;
  const said = words.filter((word) => !/^--?[a-z-]+$/.test(word));
  const [key, value = ''] = said[0] === 'set' ? said.slice(1) : said;
  return key === undefined || names(`${key} ${value}`);
}
