/** A call that is not answered, in words for the caller. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** OpenAI's shape of an error. */
export function errorBody({ status, code, message }: Pick<Refusal, 'status' | 'code' | 'message'>) {
  const type = status === 429 ? 'rate_limit_error' : status < 500 ? 'invalid_request_error' : 'server_error';
  return { error: { message, type, param: null, code } };
}
