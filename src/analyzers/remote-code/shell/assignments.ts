import type { Assignment, Word } from '../../../formats/shell/syntax.ts';
import { judgeAssigned } from './consequences.ts';
import { type Names, textsOf, WAYS, way } from './expand.ts';
import type { Machine } from './machine.ts';
import { MARKS, marksOf } from './marks.ts';

/** What a word of a command stands for; `{a,b}` for several words. */
export function wordTexts(word: Word, names: Names): readonly string[] {
  const [only] = word;
  if (word.length === 1 && only?.kind === 'text' && !only.quoted) {
    const braces = /^([^{}]*)\{([^{}]*,[^{}]*)\}([^{}]*)$/.exec(only.text);
    if (braces !== null)
      return [
        (braces[2] ?? '')
          .split(',')
          .map((one) => `${braces[1]}${one}${braces[3]}`)
          .join(MARKS.split),
      ];
  }
  return textsOf(word, names);
}

/** `x=a`, `x+=a`, `x[1]=a`, `x=(a b)`; `before` a command, or alone. */
export function takeAssignment(
  { name, index, append, value, list }: Assignment,
  before: boolean,
  names: Names,
  machine: Machine,
): void {
  const { values } = machine;
  const elements = list?.slice(0, 500).map((word) => way(wordTexts(word, names), 0)) ?? null;
  elements?.forEach((text, at) => {
    const keyed = /^\[([^\]]+)\]=([\s\S]*)$/.exec(text);
    values.set(`${name}[${keyed?.[1] ?? at}]`, [keyed?.[2] ?? text]);
  });
  const texts = elements === null ? textsOf(value, names) : [elements.join(MARKS.split)];
  const between = elements === null ? '' : MARKS.split;
  if (index !== null) values.set(`${name}[${index.replace(/["']/g, '')}]`, texts);
  else if (append)
    machine.assign(
      name,
      texts.map((text, at) => way(values.get(name) ?? [''], at) + between + text),
      true,
    );
  else machine.assign(name, texts);
  judgeAssigned(name, way(texts, texts.length - 1), before, machine);
}

/** `for x in …`: a name stands for each of the words, for what is marked before others. */
export function assignEach(name: string, words: readonly Word[], names: Names, machine: Machine): void {
  const texts = words
    .slice(0, 50)
    .flatMap((word) => textsOf(word, names))
    .flatMap((text) => text.split(MARKS.split));
  const marked = texts.find((text) => marksOf(text) !== '');
  const kept = [...new Set([...(marked === undefined ? [] : [marked]), ...texts])].slice(0, WAYS);
  if (kept.length > 0) machine.values.set(name, kept);
}
