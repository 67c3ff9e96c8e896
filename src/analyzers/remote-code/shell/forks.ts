import type { Group, Script } from '../../../formats/shell/syntax.ts';

/** A function that starts itself twice beside itself, without end. */
export function forks({ name, body }: Group): boolean {
  const runs = (script: Script): number =>
    script.reduce(
      (sum, { commands }) =>
        sum +
        commands.reduce(
          (all, one) =>
            all +
            (one.kind === 'group'
              ? runs(one.body)
              : (one.words[0]?.[0] as { text?: string } | undefined)?.text === name
                ? 1
                : 0),
          0,
        ),
      0,
    );
  return runs(body) > 1 && body.length > 0 && hasPipeOfSelf(body, name);
}

function hasPipeOfSelf(script: Script, name: string): boolean {
  return script.some(({ commands }) =>
    commands.length > 1 && commands.every((one) => one.kind === 'simple' && one.words.length === 1)
      ? commands.every(
          (one) => one.kind === 'simple' && (one.words[0]?.[0] as { text?: string } | undefined)?.text === name,
        )
      : commands.some((one) => one.kind === 'group' && hasPipeOfSelf(one.body, name)),
  );
}
