import { expect, it } from 'vitest';
import { atEndOfTurn } from './end-of-turn.ts';

const endOfTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));

it('writes in order, once, when the turn is over', async () => {
  const written: number[] = [];
  atEndOfTurn(() => {
    written.push(1);
    atEndOfTurn(() => void written.push(3));
  });
  atEndOfTurn(() => void written.push(2));
  await Promise.resolve();
  expect(written).toEqual([]);
  await endOfTurn();
  expect(written).toEqual([1, 2, 3]);
});

it('writes the others when one of them throws', async () => {
  const written: number[] = [];
  const faults: unknown[] = [];
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.once('uncaughtException', (error) => void faults.push(error));
  atEndOfTurn(() => void written.push(1));
  atEndOfTurn(() => {
    throw new Error('broken');
  });
  atEndOfTurn(() => void written.push(2));
  await endOfTurn();
  await endOfTurn();
  for (const other of others) process.on('uncaughtException', other);
  expect(written).toEqual([1, 2]);
  expect(faults).toEqual([new Error('broken')]);
});
