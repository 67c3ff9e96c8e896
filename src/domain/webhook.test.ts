import { describe, expect, it } from 'vitest';
import { isTold } from './webhook.ts';

describe('what webhooks are told', () => {
  it.each([
    ['request.decide', [], true],
    ['request.decide', ['request.decide'], true],
    ['request.decide', ['request.'], true],
    ['request.decided', ['request.decide'], false],
    ['release.withdraw', ['request.'], false],
    ['decision.revoke', [], true],
    ['person.add', [], false],
    ['person.add', ['person.'], false],
    ['refused', ['refused'], false],
    ['session.open', ['session.open'], false],
  ] as const)('%s for %j: %s', (act, kinds, told) => expect(isTold(act, kinds)).toBe(told));
});
