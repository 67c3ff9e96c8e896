import { expect, it } from 'vitest';
import { contextIn } from './context.ts';

it.each([
  ['tool_result', 'tool-result'],
  ['Tool Result', 'tool-result'],
  ['developer', 'system'],
  ['retrieved document', 'document'],
  ['model', 'assistant'],
  ['tool-call', 'tool-call'],
])('takes a name that models’ APIs have for an origin: %s', (said, origin) => {
  expect(contextIn({ origin: said }, 'user')).toEqual({ origin });
});

it.each(['somebody', '', 7, null, ['user'], `user${' '.repeat(300)}`])('refuses what is no origin: %j', (said) => {
  expect(contextIn({ origin: said }, 'user')).toMatch(/^origin must be one of/);
});
