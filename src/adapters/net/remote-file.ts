import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import type { Answer } from './answer.ts';
import { discard } from './answer.ts';
import type { Meter } from './meter.ts';
import type { Web } from './web.ts';

/** One file at a URL, listed with its size. */
export interface RemoteFile {
  readonly url: URL;
  /** As the source spells it, for messages. */
  readonly path: string;
  readonly size: number;
  /** What an answer means that holds no bytes of the file: missing, gated … */
  readonly refusal: (answer: Answer) => WeighbridgeError;
}

/** With what a model's files are fetched. */
export interface Reach {
  readonly web: Web;
  readonly meter: Meter;
  readonly signal: AbortSignal;
  readonly onNotice?: (text: string) => void;
}

/** Asks for the bytes of one file, and remembers where they were found. */
export interface FileLine {
  /** The version that answered first, as its ETag spells it; null while none did or none was named. */
  readonly version: () => string | null;
  ask<T>(headers: Readonly<Record<string, string>>, take: (answer: Answer) => Promise<T>): Promise<T>;
}

/** Statuses with which a download host says that its signature has run out. */
const EXPIRED = new Set([400, 401, 403, 404, 410]);

/**
 * `ask` hands `take` answers with status 200 and 206 only, all of one version: throws `source-changed` when the ETag
 * is another one than before. Asks the download host directly once it is known, and the source again when its signed
 * address has run out.
 */
export function lineTo(
  { web, meter, signal, onNotice }: Reach,
  file: RemoteFile,
  known: string | null = null,
): FileLine {
  let version = known;
  let located: URL | null = null;
  const askAt = <T>(url: URL, headers: Readonly<Record<string, string>>, take: (answer: Answer) => Promise<T>) =>
    web.ask({ url, headers, signal, meter, ...(onNotice === undefined ? {} : { onNotice }) }, take);
  const takeBytes = async <T>(answer: Answer, take: (answer: Answer) => Promise<T>): Promise<T> => {
    if (answer.status !== 200 && answer.status !== 206) throw await refusalFor(answer, file);
    const etag = versionOf(answer);
    if (version !== null && etag !== null && etag !== version) {
      await discard(answer);
      throw changed(file, 'has another ETag than before');
    }
    version ??= etag;
    located = answer.url;
    return take(answer);
  };
  return {
    version: () => version,
    ask: async (headers, take) => {
      if (located !== null && located.href !== file.url.href) {
        const again = Symbol('ask the source again');
        const outcome = await askAt(located, headers, async (answer) => {
          if (!EXPIRED.has(answer.status)) return { value: await takeBytes(answer, take) };
          await discard(answer);
          return again;
        });
        if (typeof outcome !== 'symbol') return outcome.value;
      }
      return askAt(file.url, headers, (answer) => takeBytes(answer, take));
    },
  };
}

/** `If-Range` wants a strong validator (RFC 9110, 13.1.5). */
export function rangeHeaders(from: number, until: number | null, version: string | null): Record<string, string> {
  const strong = version?.startsWith('"') === true;
  return { range: `bytes=${from}-${until ?? ''}`, ...(strong ? { 'if-range': version } : {}) };
}

/** Throws `source-changed` or `source-malformed` unless a 206 holds `from`-`until` (inclusive) of a file of its listed size. */
export function assertRange(answer: Answer, file: RemoteFile, from: number, until: number): void {
  const text = answer.header('content-range') ?? '';
  const [, start, end, total] = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16}|\*)$/.exec(text) ?? [];
  if (total !== undefined && total !== '*' && Number(total) !== file.size) {
    throw changed(file, `is listed with ${file.size} bytes and has ${total}`);
  }
  if (Number(start) === from && Number(end) === until) return;
  throw malformed(file, `was asked for bytes ${from}-${until} and answered ${text === '' ? 'without range' : text}`);
}

export function changed(file: RemoteFile, how: string): WeighbridgeError {
  return new WeighbridgeError('source-changed', `${printable(file.path)} ${how}`);
}

export function malformed(file: RemoteFile, how: string): WeighbridgeError {
  return new WeighbridgeError('source-malformed', `${printable(file.path)} ${printable(how.slice(0, 200))}`);
}

export function versionOf(answer: Answer): string | null {
  const etag = answer.header('etag');
  return etag === undefined || etag.length > 1024 ? null : etag;
}

async function refusalFor(answer: Answer, file: RemoteFile): Promise<WeighbridgeError> {
  await discard(answer);
  // The range asked for lies within the listed size.
  return answer.status === 416
    ? changed(file, `is shorter than the ${file.size} bytes it is listed with`)
    : file.refusal(answer);
}
