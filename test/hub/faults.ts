import type { Reply, Sending } from './reply.ts';
import type { HubBytes } from './repository.ts';
import { inMemory } from './repository.ts';

/** One way in which a hub goes wrong. */
export type Fault =
  /** Another answer in place of its own. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly text?: string;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Takes the question and says nothing. */
  | { readonly kind: 'silence' }
  /** Stops after so many bytes of the body: holding the line, cutting it, or ending as though that were all. */
  | { readonly kind: 'stop'; readonly after: number; readonly how: 'stall' | 'cut' | 'end' }
  | { readonly kind: 'ignore-range' }
  /** A JSON answer, edited: lying sizes, lying digests, strange paths. */
  | { readonly kind: 'json'; readonly edit: (value: unknown) => unknown }
  /** Other bytes under the same name, with their own ETag. */
  | { readonly kind: 'other-bytes'; readonly bytes: Uint8Array | HubBytes; readonly etag?: string }
  | { readonly kind: 'headers'; readonly set: Record<string, string> };

/** Where and how often. */
export interface FaultRule {
  readonly host: 'hub' | 'download';
  /** Tested against path and query. */
  readonly path?: RegExp;
  /** How often it strikes; always when absent. */
  readonly times?: number;
  /** Requests that match and pass unharmed before it strikes. */
  readonly skip?: number;
  readonly fault: Fault;
}

export interface Spoilt {
  readonly reply: Reply;
  readonly sending: Sending;
}

/** Null: no answer at all. */
export function spoil(reply: Reply, faults: readonly Fault[]): Spoilt | null {
  let spoilt: Spoilt | null = { reply, sending: {} };
  for (const fault of faults) spoilt = spoilt === null ? null : strike(spoilt, fault);
  return spoilt;
}

function strike({ reply, sending }: Spoilt, fault: Fault): Spoilt | null {
  switch (fault.kind) {
    case 'silence':
      return null;
    case 'answer': {
      const headers = { 'content-type': 'text/plain', ...fault.headers };
      return { reply: { status: fault.status, headers, body: { kind: 'text', text: fault.text ?? '' } }, sending };
    }
    case 'redirect':
      return { reply: { status: 302, headers: { location: fault.to }, body: { kind: 'text', text: '' } }, sending };
    case 'stop':
      return { reply, sending: { ...sending, stop: { after: fault.after, how: fault.how } } };
    case 'ignore-range':
      return { reply, sending: { ...sending, ignoreRange: true } };
    case 'headers':
      return { reply: { ...reply, headers: { ...reply.headers, ...fault.set } }, sending };
    case 'json':
      return { reply: edited(reply, fault.edit), sending };
    case 'other-bytes':
      return { reply: replaced(reply, fault), sending };
  }
}

function edited(reply: Reply, edit: (value: unknown) => unknown): Reply {
  if (reply.body.kind !== 'text') return reply;
  return { ...reply, body: { kind: 'text', text: JSON.stringify(edit(JSON.parse(reply.body.text))) } };
}

function replaced(reply: Reply, { bytes, etag }: Fault & { readonly kind: 'other-bytes' }): Reply {
  if (reply.body.kind !== 'file') return reply;
  const other = 'read' in bytes ? bytes : inMemory(bytes);
  return { ...reply, body: { kind: 'file', bytes: other, etag: etag ?? '"other"' } };
}
