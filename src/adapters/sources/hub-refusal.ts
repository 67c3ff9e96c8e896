import { WeighbridgeError } from '../../kernel/errors.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { Answer } from '../net/answer.ts';

/** Who asked for what: enough to say what a refusal means. */
export interface HubQuestion {
  /** The hub's host. */
  readonly host: string;
  readonly model: string;
  readonly revision: string;
  /** A file of the model; null for the model itself. */
  readonly path: string | null;
  readonly token: string | null;
}

/**
 * What the hub means by an answer that is no success. It says so in `X-Error-Code`; without one, 401 is what it gives
 * to anybody who may not know whether a model exists.
 */
export function hubRefusal(answer: Answer, question: HubQuestion): WeighbridgeError {
  const said = answer.header('x-error-message') ?? '';
  if (said === 'Access to this resource is disabled.')
    return refuse('source-forbidden', question, 'disabled this model');
  const byCode = BY_CODE[answer.header('x-error-code') ?? ''];
  const refusal = byCode ?? BY_STATUS[answer.status];
  return refusal === undefined
    ? refuse('source-malformed', question, `answers ${answer.status} for ${nameOf(question)}${quoted(said, question)}`)
    : refusal(question, quoted(said, question));
}

type Refusal = (question: HubQuestion, said: string) => WeighbridgeError;

const gated: Refusal = (question, said) => {
  const account = question.token === null ? 'without HF_TOKEN' : 'not with the account of HF_TOKEN';
  return refuse(
    'source-gated',
    question,
    `shows ${question.model} only to accounts that accepted its terms, ${account}${said}`,
  );
};

const noModel: Refusal = (question) =>
  refuse('source-missing', question, `knows no ${question.model}, or none that this token may see`);

const noRevision: Refusal = (question) =>
  refuse('source-missing', question, `has ${question.model}, but no revision ${printable(question.revision)} of it`);

const noFile: Refusal = (question) => refuse('source-missing', question, `has no ${nameOf(question)}`);

const unauthorised: Refusal = (question, said) =>
  question.token === null
    ? refuse(
        'source-unauthorised',
        question,
        `shows no ${question.model} without a token: it is private, or does not exist`,
      )
    : refuse('source-unauthorised', question, `does not accept the token in HF_TOKEN${said}`);

const forbidden: Refusal = (question, said) =>
  refuse('source-forbidden', question, `does not let this token read ${nameOf(question)}${said}`);

const BY_CODE: Readonly<Record<string, Refusal>> = {
  GatedRepo: gated,
  RepoNotFound: noModel,
  RevisionNotFound: noRevision,
  EntryNotFound: noFile,
};

const BY_STATUS: Readonly<Record<number, Refusal>> = {
  401: unauthorised,
  403: forbidden,
  404: (question, said) => (question.path === null ? noModel : noFile)(question, said),
  410: (question, said) => (question.path === null ? noModel : noFile)(question, said),
  451: forbidden,
};

const ACCEPT =
  "Accept the terms on the model's page, set HF_TOKEN to a token of that account, then run the same command again.";
const CHECK_NAME = 'Check the name; if the model is private, set HF_TOKEN to a token that may read it.';

function refuse(code: Parameters<typeof newError>[0], question: HubQuestion, said: string): WeighbridgeError {
  return newError(code, `${question.host} ${said}`, question);
}

function newError(
  code: 'source-forbidden' | 'source-malformed' | 'source-gated' | 'source-missing' | 'source-unauthorised',
  detail: string,
  { token }: HubQuestion,
): WeighbridgeError {
  if (token !== null) return new WeighbridgeError(code, detail);
  const remedy = { 'source-gated': ACCEPT, 'source-unauthorised': CHECK_NAME }[code as string];
  return new WeighbridgeError(code, detail, remedy === undefined ? {} : { remedy });
}

function nameOf({ model, path }: HubQuestion): string {
  return path === null ? model : `${printable(path)} in ${model}`;
}

/** The hub's own words, in parentheses; never the token, should it be among them. */
function quoted(said: string, { token }: HubQuestion): string {
  if (said === '') return '';
  const safe = token === null ? said : said.replaceAll(token, '[secret]');
  return ` (${middleCut(printable(safe), 200)})`;
}
