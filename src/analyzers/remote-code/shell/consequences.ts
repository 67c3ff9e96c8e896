import { commandsInCode } from './code.ts';
import { holdsCommand } from './commands.ts';
import { PRELOADS } from './lasting.ts';
import type { Machine } from './machine.ts';
import { baseOf, resolved } from './paths.ts';
import { contentOf } from './places.ts';
import { judgeRun } from './run-value.ts';
import { isShell } from './runners.ts';
import { SAYS } from './shown.ts';

/** What programs that start others are given: a shell with a text, or the text itself. */
export function startOther(name: string, args: readonly string[], machine: Machine): void {
  if (SAYS.test(name) || name.startsWith('-') || name.includes('=')) return;
  const shell = args.findIndex((arg) => isShell(baseOf(arg)));
  if (shell >= 0 && args.slice(shell + 1).some((arg) => /^-\w*c\w*$/.test(arg))) machine.run(args.slice(shell), '');
  else
    for (const arg of args) {
      if (!/[|;&]\s*\S|\$\(/.test(arg) || !/\s/.test(arg)) continue;
      if (holdsCommand(arg)) machine.runText(arg);
      for (const command of commandsInCode(arg)) machine.runText(command);
    }
}

/** Names that programs take orders from. */
export function judgeAssigned(name: string, value: string, before: boolean, machine: Machine): void {
  if (name === 'PROMPT_COMMAND') machine.runText(value);
  if (PRELOADS.includes(name)) for (const path of value.split(/[: ]/)) judgeRun(contentOf(path, machine), machine);
  if (before && name === 'PYTHONPATH')
    for (const [path, content] of machine.files)
      if (path.startsWith(`${resolved(value, machine.folder)}/`)) judgeRun(content, machine);
}
