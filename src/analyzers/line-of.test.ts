import { describe, expect, it } from 'vitest';
import { lineOfOperation } from './line-of.ts';

describe('the line of an operation', () => {
  const text = 'model:\n  a: 1\n  _target_: os.system\n  args: x\n';

  it('is where it stands, or its longest word', () => {
    expect(lineOfOperation(text, '_target_: os.system')).toBe(3);
    expect(lineOfOperation(text, 'calls os.system')).toBe(3);
    expect(lineOfOperation(text, 'calls model')).toBe(1);
  });

  it('is none for what stands nowhere', () => {
    expect(lineOfOperation(text, 'runs this')).toBeUndefined();
    expect(lineOfOperation(text, '')).toBeUndefined();
  });
});
