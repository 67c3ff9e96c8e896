import { expect, it } from 'vitest';
import { countTraffic } from './traffic.ts';

it('tells of the last minute alone, by channel and by reason', () => {
  let now = 5_000;
  const traffic = countTraffic(() => now);
  const call = (channel: string | null, code: string | null = null) => traffic.add({ channel, code });
  call('a');
  call('a', 'content_filter');
  call('b', 'rate_limit_exceeded');
  call(null, 'unauthorized');
  traffic.add({ channel: 'a', code: null, shadow: true });
  now += 30_000;
  call('a', 'rate_limit_exceeded');
  call('a', 'rate_limit_exceeded');
  expect(traffic.of(['a'])).toEqual({
    calls: 4,
    refused: [
      { code: 'rate_limit_exceeded', calls: 2 },
      { code: 'content_filter', calls: 1 },
    ],
  });
  expect(traffic.of(['a', 'b']).calls).toBe(5);
  now += 30_000;
  expect(traffic.of(['a']).calls).toBe(2);
  now += 600_000;
  expect(traffic.of(['a'])).toEqual({ calls: 0, refused: [] });
});
