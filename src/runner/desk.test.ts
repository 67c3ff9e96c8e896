import { describe, expect, it } from 'vitest';
import { createDesk } from './desk.ts';

const NEVER = new AbortController().signal;

describe('a desk', () => {
  it('seats in order, and nobody beyond those who may wait', async () => {
    const desk = createDesk(1, 2);
    const order: string[] = [];
    const leave = await desk.take(NEVER);
    const calls = ['a', 'b'].map(async (name) => {
      const left = await desk.take(NEVER);
      order.push(name);
      left?.();
    });
    expect(desk.take(NEVER)).toBeNull();
    leave?.();
    await Promise.all(calls);
    expect(order).toEqual(['a', 'b']);
    expect(desk.take(NEVER)).not.toBeNull();
  });

  it('gives the place of one who leaves the queue to the next', async () => {
    const desk = createDesk(1, 1);
    const leave = await desk.take(NEVER);
    const gone = new AbortController();
    const waits = desk.take(gone.signal);
    gone.abort(new Error('gone'));
    await expect(waits).rejects.toThrow('gone');
    const next = desk.take(NEVER);
    leave?.();
    await expect(next).resolves.toBeTypeOf('function');
  });

  it('takes a seat back once, however often it is given', async () => {
    const desk = createDesk(1, 1);
    const leave = await desk.take(NEVER);
    leave?.();
    leave?.();
    await desk.take(NEVER);
    const waits = desk.take(NEVER);
    expect(desk.take(NEVER)).toBeNull();
    expect(waits).not.toBeNull();
  });
});
