import { inspect } from 'node:util';

/** A value that prints as `[secret]` wherever it lands: in a log, an error, JSON. Only `reveal` gives it away. */
export interface Secret {
  reveal(): string;
}

export function secret(value: string): Secret {
  const hidden = (): string => '[secret]';
  return Object.freeze({ reveal: () => value, toString: hidden, toJSON: hidden, [inspect.custom]: hidden });
}
