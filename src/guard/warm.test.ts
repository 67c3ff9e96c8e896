import { expect, it } from 'vitest';
import { createGuard } from './guard.ts';
import { warm } from './warm.ts';

it('asks of each side, and of what is brought, for what detectors look at closely', () => {
  const guard = createGuard({ clock: () => 0 });
  const asked: string[] = [];
  warm({
    check: (text, context) => {
      const answer = guard.check(text, context);
      asked.push(context.origin, ...answer.findings.map(({ type }) => type.split('/')[0] ?? ''));
      return answer;
    },
  });
  expect(asked).toEqual(
    expect.arrayContaining([
      'user',
      'assistant',
      'document',
      'tool-result',
      'PERSON',
      'EMAIL_ADDRESS',
      'injection',
      'hidden',
    ]),
  );
});
