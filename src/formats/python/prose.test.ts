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
    ['a command behind prose and a pipe', 'A fine model | os.system("./run")'],
    [
      'a field of a template',
      'A helpful model {{ cycler.__init__.__globals__.os.popen("./run").read() os.system("./run") now }}',
    ],
    ['a field between words', 'A model {{ of os.system("./run") words }} for you'],
    ['a field over lines', 'A model of words {%\ninclude os.system("./run") ignore missing\n%} for you'],
    ['a field of Mako', 'A model ${os.system("id")} for you'],
    ['a field of a formatted string', 'A model of words {os.system("id")}'],
    ['what is asked of its answer', 'A model that may call os.system("id").read() of words'],
    ['a value', 'description: a fine model of words os.system("id")'],
    ['at the end of a sentence on a line', 'A fine model of words\nnever calls os.system("id")\nhere'],
    ['a call behind a return of the carriage', 'A model of words never\ros.system("id")\rhere'],
    ['in a call', 'A model that may call print(os.system("id")) now and then'],
    ['a condition between words', 'a fine model if os.system("id") else words'],
    ['a call that is not closed', 'A model that may call os.system("id" of words'],
    ['a joined line', 'A model that may call os.system("id") \\\n now'],
  ])('is one where it is %s', (_, text) => {
    expect(named(text)).toBe(false);
  });
});
