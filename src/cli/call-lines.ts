import type { GatewayCall } from '../contract/gateway.ts';
import type { Io } from './io.ts';

/** Lines of calls that end in one turn of the loop are written at once, and not each by a call of the system's own. */
export function writtenTogether(stream: Io['stdout']) {
  let waiting = '';
  const write = (): void => {
    const text = waiting;
    waiting = '';
    if (text !== '') stream.write(text);
  };
  const add = (line: string): void => {
    if (waiting === '') setImmediate(write);
    waiting += line;
  };
  return { add, write };
}

/** A call as a line of text, for people. */
export function textLine({
  at,
  key,
  channel,
  fallbackFrom,
  shadow,
  surface,
  status,
  code,
  milliseconds,
  inputTokens,
  outputTokens,
  found,
}: GatewayCall): string {
  const tokens = inputTokens === null ? '' : `  ${inputTokens} → ${outputTokens ?? 0} tokens`;
  const why = code === null ? '' : `  ${code}`;
  const seen = found.length === 0 ? '' : `  found ${found.join(', ')}`;
  return `${at.slice(11, 19)}  ${status}  ${Math.round(milliseconds)} ms  ${key ?? '-'}  ${shadow === true ? 'copy to ' : ''}${fallbackFrom === null ? '' : `${fallbackFrom} → `}${channel ?? '-'}  ${surface ?? '-'}${tokens}${why}${seen}\n`;
}

/** Names that come again and again, as JSON: of keys, channels and releases. */
const QUOTED = new Map<string, string>();
const MOST_QUOTED = 1_000;

function quoted(text: string | null): string {
  if (text === null) return 'null';
  let known = QUOTED.get(text);
  if (known === undefined) {
    if (QUOTED.size >= MOST_QUOTED) QUOTED.clear();
    known = JSON.stringify(text);
    QUOTED.set(text, known);
  }
  return known;
}

/** What calls of one key on one channel have in common. Nearly all are like the one before. */
function common(call: GatewayCall): string {
  const { shadow } = call;
  return `,"key":${quoted(call.key)},"surface":${quoted(call.surface)},"channel":${quoted(call.channel)},"fallbackFrom":${quoted(
    call.fallbackFrom,
  )}${shadow === undefined ? '' : `,"shadow":${shadow}`},"release":${quoted(call.release)},"status":${call.status},"code":${quoted(
    call.code,
  )},"stream":${call.stream},"milliseconds":`;
}

let last: { readonly call: GatewayCall; readonly common: string } | null = null;

function isAlike(one: GatewayCall, other: GatewayCall): boolean {
  return (
    one.key === other.key &&
    one.channel === other.channel &&
    one.surface === other.surface &&
    one.status === other.status &&
    one.stream === other.stream &&
    one.release === other.release &&
    one.code === other.code &&
    one.fallbackFrom === other.fallbackFrom &&
    one.shadow === other.shadow
  );
}

/** As `JSON.stringify` would write it, at a fifth of its price: each call pays it. */
export function jsonLine(call: GatewayCall): string {
  const { consent, found, trace } = call;
  if (last === null || !isAlike(last.call, call)) last = { call, common: common(call) };
  return `{"at":"${call.at}","requestId":${JSON.stringify(call.requestId)}${last.common}${
    call.milliseconds
  },"firstByte":${call.firstByte},"inputTokens":${call.inputTokens},"outputTokens":${call.outputTokens},"found":${
    found.length === 0 ? '[]' : JSON.stringify(found)
  },"consent":${consent === null ? 'null' : JSON.stringify(consent)},"trace":${
    trace === null ? 'null' : JSON.stringify(trace)
  }}\n`;
}
