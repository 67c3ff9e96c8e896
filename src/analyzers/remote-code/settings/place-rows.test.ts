import { describe, expect, it } from 'vitest';
import { PLACE_ROWS, placedCode } from './place-rows.ts';

describe('rows of files that programs take up by their name', () => {
  const both = (kind: 'fires' | 'quiet') =>
    PLACE_ROWS.flatMap((row) => row[kind].map(([path, text]) => [path, text, row] as const));

  it.each(both('fires'))('%s with %s fires', (path, text, { rule }) => {
    expect([...placedCode(path, text)].map((found) => found.rule)).toContain(rule);
  });

  it.each(both('quiet'))('%s with %s does not', (path, text) => {
    expect([...placedCode(path, text)]).toEqual([]);
  });
});
