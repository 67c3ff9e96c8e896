import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectRedis } from '../../src/adapters/redis/script-runner.ts';
import {
  type Cost,
  type Lease,
  type Limiter,
  type Limits,
  NO_LIMITS,
  type Refused,
} from '../../src/gateway/limits/limiter.ts';
import { createLimiter } from '../../src/gateway/limits/local.ts';
import { createSharedLimiter, type ScriptRunner } from '../../src/gateway/limits/shared.ts';
import { REDIS_SERVER, type RedisServer, startRedis } from '../support/redis.ts';

const AT = new Date('2026-11-28T12:00:00Z');
let names = 0;

/** Asks for calls of one scope of its own. */
function asker(limiter: Limiter, limits: Partial<Limits>) {
  const scopes = [{ name: `key:${names++}`, limits: { ...NO_LIMITS, ...limits } }];
  return async (cost: Partial<Cost> = {}, user: string | null = null, at = AT): Promise<Lease | Refused> =>
    limiter.take({ scopes, cost: { tokens: 0, money: 0, ...cost }, user, at });
}

const limitOf = (answer: Lease | Refused): string => ('limit' in answer ? answer.limit : 'taken');
const settle = (answer: Lease | Refused, cost: Cost | null): void => {
  if (!('limit' in answer)) answer.settle(cost);
};
/** What a shared server was told, and has not answered yet. */
const under = new Set<Promise<unknown>>();
const heard = (runner: ScriptRunner): ScriptRunner => ({
  run: (script, argument) => {
    const answer = runner.run(script, argument);
    under.add(answer);
    return answer.finally(() => under.delete(answer));
  },
});
/** What was given back to a shared server is there once it has answered. */
const soon = () => Promise.allSettled(under);

function holds(name: string, limiter: () => Limiter): void {
  describe(name, () => {
    it('takes a minute’s worth of calls at once, and no more', async () => {
      const ask = asker(limiter(), { requestsPerMinute: 3 });
      const answers = [];
      for (let call = 0; call < 5; call++) answers.push(limitOf(await ask()));
      expect(answers).toEqual(['taken', 'taken', 'taken', 'requests', 'requests']);
    });

    it('gives back the tokens that an answer did not use, and takes those it used beyond', async () => {
      const ask = asker(limiter(), { tokensPerMinute: 1000 });
      settle(await ask({ tokens: 900 }), { tokens: 100, money: 0 });
      await soon();
      settle(await ask({ tokens: 800 }), { tokens: 5000, money: 0 });
      await soon();
      const refused = await ask({ tokens: 1 });
      expect(refused).toMatchObject({ limit: 'tokens', retryAfter: expect.any(Number) });
      expect('limit' in refused && refused.retryAfter).toBeGreaterThan(200);
    });

    it('counts calls that are under way', async () => {
      const ask = asker(limiter(), { parallel: 2 });
      const first = await ask();
      await ask();
      expect(limitOf(await ask())).toBe('parallel');
      settle(first, null);
      settle(first, null);
      await soon();
      expect([limitOf(await ask()), limitOf(await ask())]).toEqual(['taken', 'parallel']);
    });

    it('keeps to a budget to its end, and begins the next', async () => {
      const ask = asker(limiter(), { budgets: [{ unit: 'money', amount: 1, per: 'day' }] });
      settle(await ask({ money: 0.6 }), { tokens: 0, money: 0.75 });
      await soon();
      expect(await ask({ money: 0.5 })).toMatchObject({ limit: 'money budget', retryAfter: 43_200 });
      expect(limitOf(await ask({ money: 0.25 }))).toBe('taken');
      expect(limitOf(await ask({ money: 0.9 }, null, new Date('2026-11-29T00:00:01Z')))).toBe('taken');
    });

    it('bounds the different users of a month', async () => {
      const ask = asker(limiter(), { monthlyUsers: 2 });
      const said = [];
      for (const user of ['ann', 'ben', 'ann', 'cy', 'ben']) said.push(limitOf(await ask({}, user)));
      expect(said).toEqual(['taken', 'taken', 'taken', 'monthly users', 'taken']);
      expect(limitOf(await ask({}, 'cy', new Date('2026-12-01T00:00:00Z')))).toBe('taken');
    });

    it('takes nothing of one scope when another is full', async () => {
      const one = limiter();
      const wide = { name: `team:${names++}`, limits: { ...NO_LIMITS, requestsPerMinute: 2 } };
      const narrow = { name: `key:${names++}`, limits: { ...NO_LIMITS, requestsPerMinute: 1 } };
      const cost = { tokens: 0, money: 0 };
      const both = () => one.take({ scopes: [wide, narrow], cost, user: null, at: AT });
      const said = [];
      for (let call = 0; call < 3; call++) said.push(limitOf(await both()));
      expect(said).toEqual(['taken', 'requests', 'requests']);
      expect(limitOf(await one.take({ scopes: [wide], cost, user: null, at: AT }))).toBe('taken');
    });
  });
}

holds('limits in one process', () => createLimiter(() => performance.now()));

describe.skipIf(REDIS_SERVER === null)('limits on a real Redis or Valkey server', () => {
  let server: RedisServer;
  const lost: unknown[] = [];
  const open: { close(): Promise<void> }[] = [];
  const shared = async (meanwhile: Limiter | null = null): Promise<Limiter> => {
    const runner = await connectRedis(server.url, (error) => lost.push(error));
    open.push(runner);
    return createSharedLimiter({ runner: heard(runner), meanwhile, onLost: (error) => lost.push(error) });
  };
  let limiter: Limiter;
  beforeAll(async () => {
    server = await startRedis();
    limiter = await shared();
  });
  afterAll(async () => {
    for (const one of open) await one.close();
    await server.close();
  });

  holds('hold as they do in one process', () => limiter);

  it('hold over three gateways that ask at once', async () => {
    const nodes = await Promise.all([shared(), shared(), shared()]);
    const scopes = [{ name: `key:${names++}`, limits: { ...NO_LIMITS, requestsPerMinute: 100, parallel: 60 } }];
    const ask = (node: Limiter) => node.take({ scopes, cost: { tokens: 0, money: 0 }, user: null, at: AT });
    const answers = await Promise.all(nodes.flatMap((node) => Array.from({ length: 50 }, async () => ask(node))));
    expect(answers.filter((answer) => !('limit' in answer))).toHaveLength(60);
  });

  it('hold the place of a call as long as it goes on, and no longer than a moment when nothing more is heard of it', async () => {
    const runner = await connectRedis(server.url, (error) => lost.push(error));
    open.push(runner);
    let deaf = false;
    const late = async (script: string, argument: string) => {
      const answer = await runner.run(script, argument);
      if (deaf) throw new Error('no answer in time');
      return answer;
    };
    // Longer than a machine that others share stands still.
    const life = 2000;
    const once = createSharedLimiter({ runner: heard({ run: late }), meanwhile: null, onLost: () => {}, life });
    const [going, unheard] = [asker(once, { parallel: 1 }), asker(once, { parallel: 1 })];
    const call = await going();
    deaf = true;
    expect(limitOf(await unheard())).toBe('requests');
    deaf = false;
    expect(limitOf(await unheard())).toBe('parallel');
    await new Promise((resolve) => setTimeout(resolve, 2 * life));
    expect([limitOf(await going()), limitOf(await unheard())]).toEqual(['parallel', 'taken']);
    settle(call, null);
    await soon();
    expect(limitOf(await going())).toBe('taken');
  });

  it('are counted by each gateway alone while the server is lost, or refused, and again together after that', async () => {
    const [kind, strict] = [await shared(createLimiter(() => performance.now())), await shared(null)];
    const scopes = [{ name: `key:${names++}`, limits: { ...NO_LIMITS, requestsPerMinute: 2 } }];
    const ask = async (node: Limiter) =>
      limitOf(await node.take({ scopes, cost: { tokens: 0, money: 0 }, user: null, at: AT }));
    expect([await ask(kind), await ask(strict), await ask(kind)]).toEqual(['taken', 'taken', 'requests']);
    await server.kill();
    expect([await ask(kind), await ask(kind), await ask(kind)]).toEqual(['taken', 'taken', 'requests']);
    expect(await ask(strict)).toBe('requests');
    expect(lost.length).toBeGreaterThan(0);
    await server.start();
    // The new server is empty: two more calls are taken by both together.
    await expect.poll(() => ask(strict)).toBe('taken');
    await expect.poll(() => ask(kind)).toBe('taken');
    expect(await ask(strict)).toBe('requests');
  });
});
