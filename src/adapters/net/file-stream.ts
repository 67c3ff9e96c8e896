import { WeighbridgeError } from '../../kernel/errors.ts';
import type { FileStream, StreamResume } from '../../ports/source.ts';
import { type Answer, assertPlain, BrokenTransferError, discard } from './answer.ts';
import { errorFor } from './failures.ts';
import {
  assertRange,
  changed,
  type FileLine,
  lineTo,
  malformed,
  type Reach,
  type RemoteFile,
  rangeHeaders,
  versionOf,
} from './remote-file.ts';
import { TRIES } from './web.ts';

/** A connection that brought less than this before it broke counts as a failed try; one that brought more does not. */
const PROGRESS = 1024 * 1024;

/**
 * The bytes of a file in order, over as many connections as it takes. Begins at `resume.from` when the file is still of
 * that version, else at 0. Throws `source-changed` for more or fewer bytes than listed, or another ETag on the way.
 */
export async function openFileStream(reach: Reach, file: RemoteFile, resume: StreamResume): Promise<FileStream> {
  if (file.size === 0 || resume.from === file.size) {
    return { from: resume.from, version: resume.version, bytes: (async function* () {})() };
  }
  const line = lineTo(reach, file);
  const first = await line.ask(
    resume.from === 0 ? {} : rangeHeaders(resume.from, null, resume.version),
    async (answer) => answer,
  );
  const from = await beginning(first, file, resume);
  if (from === null) return openFileStream(reach, file, { from: 0, version: null });
  return { from, version: versionOf(first), bytes: bytesOf(line, file, { answer: first, from }) };
}

/** Where the answer begins; null when it continues another version than the one resumed. */
async function beginning(answer: Answer, file: RemoteFile, resume: StreamResume): Promise<number | null> {
  assertPlain(answer);
  if (answer.status === 200) {
    await assertSize(answer, file);
    return 0;
  }
  if (resume.version !== null && versionOf(answer) !== resume.version) {
    await discard(answer);
    return null;
  }
  assertRange(answer, file, resume.from, file.size - 1);
  return resume.from;
}

async function assertSize(answer: Answer, file: RemoteFile): Promise<void> {
  const announced = answer.header('content-length');
  if (announced === undefined || Number(announced) === file.size) return;
  await discard(answer);
  throw changed(file, `is listed with ${file.size} bytes and has ${Number(announced)}`);
}

async function* bytesOf(
  line: FileLine,
  file: RemoteFile,
  first: { answer: Answer; from: number },
): AsyncIterable<Uint8Array> {
  let { answer, from: at } = first;
  for (let attempt = 1; ; ) {
    const began = at;
    try {
      for await (const chunk of answer.body) {
        at += chunk.length;
        if (at > file.size) throw changed(file, `has more than the ${file.size} bytes it is listed with`);
        yield chunk;
      }
      if (at === file.size) return;
      throw new BrokenTransferError(`stopped at byte ${at} of ${file.size}`);
    } catch (cause) {
      if (cause instanceof WeighbridgeError) throw cause;
      const { error, again } = errorFor(cause, answer.url);
      attempt = at - began >= PROGRESS ? 1 : attempt + 1;
      if (!again || attempt > TRIES) throw error;
    }
    answer = await continued(line, file, at);
  }
}

async function continued(line: FileLine, file: RemoteFile, at: number): Promise<Answer> {
  return line.ask(rangeHeaders(at, null, line.version()), async (answer) => {
    assertPlain(answer);
    if (answer.status === 206) {
      assertRange(answer, file, at, file.size - 1);
      return answer;
    }
    await discard(answer);
    throw malformed(file, 'broke off, and its server cannot go on in the middle');
  });
}
