import { type Digest, digestOf } from '../../kernel/digest.ts';
import { isJsonObject } from '../../kernel/json.ts';

/** Characters of a digest that tell one state of a member from another: enough to say what changed, not whether. */
const SHORT = 4;

/**
 * Names the state of an answer (RFC 9110, 8.8.3). Behind the point stands a little of each member, so that whoever comes with an old
 * one is told which members changed; two states with one name would need two equal digests of SHA-256.
 */
export function etagFor(answer: unknown): string {
  const digests = membersOf(answer).map(([name, value]) => bare(digestOf(`${name}:${JSON.stringify(value)}`)));
  const whole = bare(digestOf(digests.length === 0 ? JSON.stringify(answer) : digests.join()));
  return `"${whole}.${digests.map((one) => one.slice(0, SHORT)).join('')}"`;
}

/** Members of the answer that were otherwise when the ETag was made; empty where that cannot be told. */
export function changedSince(etag: string, answer: unknown): readonly string[] {
  const tail = (text: string) => /^"[0-9a-f]{64}\.((?:[0-9a-f]{4})*)"$/.exec(text)?.[1] ?? '';
  const [before, now] = [tail(etag), tail(etagFor(answer))];
  if (before.length !== now.length) return [];
  const part = (text: string, at: number) => text.slice(at * SHORT, (at + 1) * SHORT);
  const names = membersOf(answer).map(([name]) => name);
  return names.filter((_, at) => part(before, at) !== part(now, at));
}

/** Sorted by name; what is undefined is not sent. */
function membersOf(answer: unknown): readonly (readonly [name: string, value: unknown])[] {
  const members = isJsonObject(answer) ? Object.entries(answer).filter(([, value]) => value !== undefined) : [];
  return members.sort(([one], [other]) => (one < other ? -1 : 1));
}

function bare(digest: Digest): string {
  return digest.slice('sha256:'.length);
}

const CAME_WITH = new WeakMap<object, string>();

/** Notes the ETag with which a server gave an answer. */
export function cameWith<Answer>(answer: Answer, etag: string | null): Answer {
  if (etag !== null && typeof answer === 'object' && answer !== null) CAME_WITH.set(answer, etag);
  return answer;
}

/** The ETag of an answer that a client brought: give it back as `ifMatch` with what changes the thing. Null where it had none. */
export function etagOf(answer: object): string | null {
  return CAME_WITH.get(answer) ?? null;
}
