import type { GatewayCall } from '../../contract/gateway.ts';
import type { Traffic } from '../../domain/gateway-node.ts';

/** How much was asked of each channel in the last minute, and why what was refused was. */
export interface TrafficCount {
  add(call: Pick<GatewayCall, 'channel' | 'code' | 'shadow'>): void;
  /** Of these channels together. */
  of(channels: readonly string[]): Traffic;
}

/** A minute in six parts: what is told of is between fifty and sixty seconds. */
const PART = 10_000;
const PARTS = 6;

type Part = Map<string, { calls: number; readonly refused: Map<string, number> }>;

/** `clock`: milliseconds. */
export function countTraffic(clock: () => number): TrafficCount {
  let parts: readonly Part[] = [];
  let begun = Number.NEGATIVE_INFINITY;
  const latest = (): Part => {
    const now = Math.floor(clock() / PART);
    const gone = Math.min(PARTS, now - begun);
    if (gone > 0) parts = [...Array.from({ length: gone }, (): Part => new Map()), ...parts].slice(0, PARTS);
    begun = now;
    return parts[0] ?? new Map();
  };
  return {
    add: ({ channel, code, shadow }) => {
      if (channel === null || shadow === true) return;
      const part = latest();
      const count = part.get(channel) ?? { calls: 0, refused: new Map<string, number>() };
      part.set(channel, count);
      count.calls++;
      if (code !== null) count.refused.set(code, (count.refused.get(code) ?? 0) + 1);
    },
    of: (channels) => {
      latest();
      const counts = parts.flatMap((part) => channels.flatMap((channel) => part.get(channel) ?? []));
      const refused = new Map<string, number>();
      for (const count of counts)
        for (const [code, calls] of count.refused) refused.set(code, (refused.get(code) ?? 0) + calls);
      return {
        calls: counts.reduce((sum, { calls }) => sum + calls, 0),
        refused: [...refused].map(([code, calls]) => ({ code, calls })).sort((a, b) => b.calls - a.calls),
      };
    },
  };
}
