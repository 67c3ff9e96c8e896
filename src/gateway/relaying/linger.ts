import type { IncomingMessage, ServerResponse } from 'node:http';
import { LIMITS } from '../../kernel/limits.ts';

/** Milliseconds in which a caller who is still sending may notice that it was answered, and between two pieces of its body. */
const AT_MOST = 5_000;
const BETWEEN = 1_000;

/** Ends answers to calls whose bodies were not read. */
export interface Lingers {
  /**
   * The answer is written; the connection stays open until the body has come, or a bounded part and while of it. A connection
   * that is closed with bytes unread is reset (RFC 9112, section 9.6), and the answer lost with it.
   */
  end(request: IncomingMessage, response: ServerResponse): void;
}

/** So many at once read on: beyond them connections close as they are. */
export function createLingers(atOnce: number, atMost = AT_MOST): Lingers {
  let open = 0;
  const pace = createPace(LIMITS.gatewayLingerRate);
  return {
    end: (request, response) => {
      if (request.complete || open >= atOnce) return void response.end();
      open++;
      let left = LIMITS.gatewayLinger;
      const until = performance.now() + atMost;
      const done = (): void => {
        if (left < 0) return;
        left = -1;
        open--;
        clearTimeout(timer);
        request.resume();
        response.end();
      };
      // Where we stood still ourselves what came meanwhile waits to be read: a turn later it was.
      const late = (): void => {
        const before = left;
        setImmediate(() => {
          if (left === before) done();
        });
      };
      const timer = setTimeout(late, BETWEEN);
      timer.unref();
      const goOn = (): void => void request.resume();
      request.removeAllListeners('data');
      request.on('data', (part: Buffer) => {
        if (left < 0) return;
        if (part.length > left || performance.now() > until) return done();
        left -= part.length;
        timer.refresh();
        if (!pace.mayGoOn(part.length, goOn)) request.pause();
      });
      request.once('end', done);
      response.once('close', done);
      request.resume();
    },
  };
}

/** Milliseconds between two shares of what may be read. */
const TICK = 10;

/** Shares that a tick brings at most, where it came late: of a machine that is slow the rate is the same. */
const LATE = 10;

/** What one read brings at most. */
const PIECE = 65_536;

/** So many bytes a second for all together: what is thrown away must not take the time of those who are served. */
function createPace(perSecond: number) {
  const share = (perSecond * TICK) / 1_000;
  let credit = share;
  let ticked = 0;
  const waiting: (() => void)[] = [];
  const tick = (): void => {
    const now = performance.now();
    credit = Math.min(share * LATE, credit + share * Math.max(1, (now - ticked) / TICK));
    ticked = now;
    for (let pieces = Math.ceil(credit / PIECE); pieces > 0; pieces--) waiting.shift()?.();
    if (waiting.length > 0 || credit < share) setTimeout(tick, TICK).unref();
    else ticking = false;
  };
  let ticking = false;
  return {
    /** Counts what came; `goOn` is called later where no more may come now. */
    mayGoOn: (bytes: number, goOn: () => void): boolean => {
      credit -= bytes;
      if (!ticking) {
        ticking = true;
        ticked = performance.now();
        setTimeout(tick, TICK).unref();
      }
      if (credit > 0) return true;
      waiting.push(goOn);
      return false;
    },
  };
}
