import { loadavg } from 'node:os';

/** A call that did not go as it should, as it is kept for whoever has to find out why. */
export interface Odd {
  /** `wrong`: other bytes than the model server wrote. `refused`: no 200. `failed`: no whole answer. */
  readonly kind: 'wrong' | 'refused' | 'failed';
  /** A refusal's code, or what the client said. */
  readonly why: string;
  readonly question: number;
  readonly streamed: boolean;
  readonly node: string;
  /** When it ended, in milliseconds since 1970, and how long it took. */
  readonly at: number;
  readonly took: number;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly expected: string;
  readonly came: string;
  /** Characters that came in all. */
  readonly length: number;
}

/** Something that was done to the gateways, or to what they stand on. */
export interface Event {
  readonly at: number;
  readonly what: string;
  /** Of the machine, over a minute. */
  readonly load: number;
}

/** Notes what is done, and when. */
export function createDiary() {
  const events: Event[] = [];
  return {
    events,
    note: (what: string): void => void events.push({ at: Date.now(), what, load: loadavg()[0] ?? 0 }),
  };
}

/** How much of a text is kept. */
export const SHOWN = 300;

/** Milliseconds around a call in which something may have to do with it. */
const AROUND = 1_000;

/** Each of them as a paragraph; `recordOf` gives what the gateway itself wrote down of a call. */
export function oddities(
  odd: readonly Odd[],
  events: readonly Event[],
  recordOf: (requestId: string) => string | null,
): string {
  return odd.map((one) => oddity(one, events, recordOf)).join('\n');
}

function oddity(one: Odd, events: readonly Event[], recordOf: (requestId: string) => string | null): string {
  const { kind, why, question, streamed, node, at, took, status, headers, expected, came, length } = one;
  const near = events.filter((event) => event.at >= at - took - AROUND && event.at <= at + AROUND);
  const id = headers['x-request-id'];
  const around = near.map((event) => `${event.what} ${event.at - at} ms after its end`).join(', ') || 'nothing';
  return `- **${kind}: ${why}**, question ${question}${streamed ? ', streamed' : ''}, ${node}, ended ${new Date(at).toISOString()} after ${took.toFixed(0)} ms
  with ${status ?? 'no status'}; around it: ${around}
  - headers \`${JSON.stringify(headers)}\`
  - expected \`${JSON.stringify(expected.slice(0, SHOWN))}\`
  - came (${length} characters) \`${JSON.stringify(came)}\`
  - the gateway's record: ${typeof id === 'string' ? (recordOf(id) ?? 'a right answer') : 'not known, since no id came'}
`;
}
