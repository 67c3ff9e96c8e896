import { createPseudonymExchange, type PseudonymExchange } from '../../guard/pseudonym-exchange.ts';
import { writerFor } from '../../guard/pseudonyms.ts';
import type { GuardStream } from '../../guard/stream.ts';
import type { Body } from '../../wire/body.ts';
import type { Speaker } from '../../wire/surface.ts';
import type { Channel } from '../snapshot.ts';

interface Asked {
  readonly body: Body;
  readonly channel: Pick<Channel, 'guard'>;
}

const EXCHANGES = new WeakMap<Body, PseudonymExchange>();

/** The pseudonyms of a call, whichever channel answers it: they share its body. Null where no policy on its way makes any. */
export function pseudonymsOf({ body, channel }: Asked): PseudonymExchange | null {
  const known = EXCHANGES.get(body);
  if (known !== undefined || !channel.guard.pseudonymises) return known ?? null;
  const made = createPseudonymExchange();
  EXCHANGES.set(body, made);
  return made;
}

/** A text of an answer with what the call said in it. */
export function withOriginals(pseudonyms: PseudonymExchange, speaker: Speaker, text: string): string {
  const restorer = pseudonyms.restorer(writing(speaker, text));
  return restorer === null ? text : restorer.push(text) + restorer.end();
}

/** The same for a text that comes in pieces, behind its guard. */
export function originalsIn(stream: GuardStream, pseudonyms: PseudonymExchange, speaker: Speaker): GuardStream {
  let restorer = pseudonyms.restorer();
  if (restorer === null) return stream;
  let begun = false;
  const restored = (text: string, isLast: boolean): string => {
    if (!begun && /\S/.test(text)) {
      begun = true;
      const before = restorer?.end() ?? '';
      restorer = pseudonyms.restorer(writing(speaker, text));
      return before + restored(text, isLast);
    }
    return (restorer?.push(text) ?? text) + (isLast ? (restorer?.end() ?? '') : '');
  };
  const letOut = (released: ReturnType<GuardStream['push']>, isLast: boolean) => {
    const text = restored(released.text, isLast || released.stopped !== null);
    return text === released.text ? released : { ...released, text };
  };
  return {
    held: () => stream.held(),
    push: (delta) => letOut(stream.push(delta), false),
    expire: () => letOut(stream.expire(), false),
    end: (delta) => letOut(stream.end(delta), true),
  };
}

function writing(speaker: Speaker, text: string): ((text: string) => string) | undefined {
  return speaker === 'tool-call' ? writerFor(text) : undefined;
}
