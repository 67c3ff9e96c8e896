import { expect, it } from 'vitest';
import { judgePlaces } from './places.ts';

const layers = (paths: readonly string[]) =>
  [...judgePlaces([{ Layers: [...paths] }])].map(({ operation }) => operation);

it('a place outside is told, and a list too long to look through', () => {
  expect(layers(['a/layer.tar'])).toEqual([]);
  expect(layers(['a/layer.tar', '../../etc/cron.d/x'])).toEqual(['../../etc/cron.d/x']);
  const many = Array.from({ length: 10_000 }, () => 'a/layer.tar');
  expect(layers(many)).toEqual([]);
  expect(layers([...many, '../../etc/cron.d/x'])).toEqual([expect.stringContaining('were not looked at')]);
});
