import { quoted } from './quoted.ts';
import type { ShellFile, ShellStep } from './syntax.ts';

/** A justfile (just.systems): the lines of its recipes, each for a shell of its own, and what stands in ticks; null where another shell reads them. */
export function readJustfile(text: string): ShellFile | null {
  if (/^set\s+(?:windows-)?shell\s*:=\s*\[\s*["'](?!(?:\S*\/)?(?:ba|da|z|k|fi)?sh["'])/m.test(text)) return null;
  const [steps, others]: [ShellStep[], string[]] = [[], []];
  let recipe: string[] = [];
  const close = () => {
    steps.push(...stepsOf(recipe));
    recipe = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (/^[ \t]+\S/.test(line) || (line === '' && recipe.length > 0)) {
      recipe.push(line.trim());
      continue;
    }
    close();
    if (line.startsWith('#')) continue;
    const [, name, value] = /^(?:export\s+)?([A-Za-z_][\w-]{0,80})\s*:=\s*(.*)$/.exec(line) ?? [];
    for (const command of ticksIn(line)) steps.push({ text: named(name, `$(${command})`), own: false });
    const plain = /^(["'])([^"'\\]*)\1\s*$/.exec(value ?? '')?.[2];
    if (name !== undefined && plain !== undefined) steps.push({ text: named(name, quoted(plain)), own: false });
    else if (value === undefined && !/^[@_A-Za-z][^=]*:/.test(line)) others.push(line);
  }
  close();
  return { steps, others: others.join('\n') };
}

function named(name: string | undefined, value: string): string {
  return name === undefined ? value.replace(/^\$\(([\s\S]*)\)$/, '$1') : `${nameOf(name)}=${value}`;
}

function nameOf(name: string): string {
  return name.replaceAll('-', '_');
}

function* ticksIn(line: string): Iterable<string> {
  for (const [, three, one] of line.matchAll(/```([\s\S]*?)```|`([^`]+)`/g)) yield placed(three ?? one ?? '');
}

/** A recipe that begins with `#!` is one script. */
function stepsOf(recipe: readonly string[]): readonly ShellStep[] {
  const [first = ''] = recipe;
  if (first.startsWith('#!'))
    return /\b(?:ba|da|z|k)?sh\b/.test(first)
      ? [{ text: placed(recipe.slice(1).join('\n')), own: true }]
      : [
          {
            text: `${first.replace(/^#!\s*(?:\/usr\/bin\/env\s+)?(?:-S\s+)?/, '')} <<'END'\n${recipe.slice(1).join('\n')}\nEND`,
            own: true,
          },
        ];
  return recipe
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => ({ text: placed(line.replace(/^[@-]+\s*/, '')), own: true }))
    .filter(({ text }) => text !== '');
}

/** `{{name}}` is a name; what other expressions give is not known. */
function placed(text: string): string {
  return text
    .replace(/\{\{\{\{/g, '{{')
    .replace(/\{\{\s*([A-Za-z_][\w-]{0,80})\s*\}\}/g, (_, name: string) => `\${${nameOf(name)}}`)
    .replace(/\{\{[^{}\n]{0,400}\}\}/g, '${JUST_EXPRESSION}');
}
