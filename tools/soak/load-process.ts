import { createLoad, type Seen, type Wanted } from './load.ts';
import type { Odd } from './odd.ts';

/** How often whoever started us hears what was seen. Milliseconds. */
const TELL = 100;

/** What is told; `over`: nothing more comes. */
export interface Report extends Omit<Seen, 'refused'> {
  readonly refused: readonly (readonly [string, number])[];
  /** Kept since the last time. */
  readonly odd: readonly Odd[];
  readonly over: boolean;
}

/** What the callers are told while they are at work. */
export type Order = 'stop' | { readonly pace: number | null };

process.once('message', (wanted: Wanted) => {
  const load = createLoad(wanted);
  const tell = (over: boolean): void => {
    const report: Report = { ...load.seen, refused: [...load.seen.refused], odd: load.odd(), over };
    process.send?.(report);
  };
  const timer = setInterval(() => tell(false), TELL);
  process.on('message', (order: Order) => (order === 'stop' ? load.stop() : load.pace(order.pace)));
  void load.run().then(() => {
    clearInterval(timer);
    tell(true);
  });
});
process.on('disconnect', () => process.exit(0));
