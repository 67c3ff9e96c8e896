import type { Said, Usage } from './say.ts';

type End = Extract<Said, { readonly kind: 'end' }>;

/** How answers of one surface look, whole and in pieces. */
export interface Words {
  whole(head: Head, text: string, end: End): unknown;
  /** Said before any text. */
  first(head: Head): unknown;
  piece(head: Head, text: string): unknown;
  last(head: Head, end: End): unknown;
  used(head: Head, usage: Usage): unknown;
}

/** What stands in every answer. */
export interface Head {
  readonly id: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly model: string;
}

const chunk = (head: Head, delta: object, finish: string | null) => ({
  ...head,
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason: finish }],
});

export const CHAT: Words = {
  whole: (head, content, { reason, usage }) => ({
    ...head,
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: reason }],
    usage,
  }),
  first: (head) => chunk(head, { role: 'assistant', content: '' }, null),
  piece: (head, content) => chunk(head, { content }, null),
  last: (head, { reason }) => chunk(head, {}, reason),
  used: (head, usage) => ({ ...head, object: 'chat.completion.chunk', choices: [], usage }),
};

const completion = (head: Head, text: string, finish: string | null) => ({
  ...head,
  object: 'text_completion',
  choices: [{ index: 0, text, logprobs: null, finish_reason: finish }],
});

export const COMPLETION: Words = {
  whole: (head, text, { reason, usage }) => ({ ...completion(head, text, reason), usage }),
  first: () => null,
  piece: (head, text) => completion(head, text, null),
  last: (head, { reason }) => completion(head, '', reason),
  used: (head, usage) => ({ ...head, object: 'text_completion', choices: [], usage }),
};
