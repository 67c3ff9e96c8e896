import { InvalidArgumentError } from 'commander';

/** A number above 0: `1e-5`, `0.04`, `2_250`. */
export function positive(value: string): number {
  const plain = value.replace(/(?<=\d)[_,](?=\d)/g, '');
  const number = /^\d*\.?\d+(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('Give a number above 0.');
  return number;
}

/** Above 0, at most 1. */
export function fraction(value: string): number {
  const number = positive(value);
  if (number > 1) throw new InvalidArgumentError('Give a number above 0, at most 1.');
  return number;
}

/** From 0. */
export function count(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

/** From 1. */
export function whole(value: string): number {
  const number = positive(value);
  if (!Number.isSafeInteger(number)) throw new InvalidArgumentError('Give a whole number above 0.');
  return number;
}

/** 0 is any that is free. */
export function portFrom(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError('Give a port, 0 to 65535.');
  return port;
}
