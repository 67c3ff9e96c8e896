import { describe, expect, it } from 'vitest';
import { isNamedInProse } from './prose.ts';

function named(text: string): boolean {
  return isNamedInProse(
    text,
    [...text.matchAll(/\bos\.system/g)].map(({ index }) => index),
  );
}

describe('a call that a sentence names', () => {
  it.each([
    'Never call os.system() on what a model answers.',
    'Trained on code, so that it may print os.system("x") now and then.',
    'Made with care.\nOne may use os.system("ls") instead; others use os.system("dir") there.',
  ])('is no statement: %s', (text) => {
    expect(named(text)).toBe(true);
  });

  it.each([
    ['a call', 'os.system("id")'],
    ['a call behind prose', 'A model of words.\nos.system("id")'],
    ['a call before prose', 'os.system("id") # a model of words'],
    ['a call behind a semicolon', 'a model of words; os.system("id")'],
    ['an annotation, which is evaluated', 'Usage: os.system("id")'],
    ['the second of two', 'One may use os.system("ls") here.\nos.system("id")'],
    ['a call behind a text of more lines', '"""\na model """; os.system("id")'],
    ['a call within brackets that prose opens', 'a model (of words\nos.system("id")\n)'],
    ['a statement of the second Python', 'print os.system("id")'],
    ['a statement that is matched', 'match os.system("id"):\n  case 0: pass'],
    ['a condition', 'x = 1 if os.system("id") else 2'],
    ['a command that holds a program', 'python -c "os.system(1)" here and there'],
    ['a line for others than Python', 'a model of words\fos.system("id")'],
    ['a comment', '# one may use os.system("id") here'],
    ['a text of a call', 'print("one may use os.system(1) here")'],
  ])('is one where it is %s', (_, text) => {
    expect(named(text)).toBe(false);
  });
});
