import { describe, expect, it } from 'vitest';
import { carriedIn } from './carried.ts';

describe('what a text of a header carries', () => {
  it.each([
    '__import__("os").system("./run")',
    'A fine model | __import__("os").system("./run")',
    "A helpful model {{ cycler.__init__.__globals__.os.popen('./run').read() }}",
    'A helpful model ${__import__("os").system("id")} for you',
    'A helpful model {__import__("os").system("id")} for you',
    'description: a fine model of words __import__("os").system("id")',
    'A fine model that may call __import__("os") of words',
    'Never call os.system() on what a model answers.\nos.system("./run")',
  ])('is code, whatever prose stands around it: %s', (text) => {
    expect(carriedIn(text)).toBe('code that starts programs');
  });

  it.each([
    'Never call os.system() on what a model answers.',
    'Runs where subprocess.run(args) works.\nIt was made with care.',
    'A fine model of words.',
  ])('is nothing where a sentence names a call, or none: %s', (text) => {
    expect(carriedIn(text)).toBeNull();
  });
});
