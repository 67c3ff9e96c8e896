import { expect, it } from 'vitest';
import { emailAt } from './mail.ts';

it.each([
  ['write to ann@example.com.', 'ann@example.com'],
  ['mailto:ann@example.com', 'ann@example.com'],
  ['see https://example.com/?to=:ann@example.com', 'ann@example.com'],
  ['https://example.com: ann@example.com', 'ann@example.com'],
  ['postgres://app:Tr0ub4dor9x@db.internal:5432/prod', null],
  ['amqps://app:p%$w0rd!x@mq.example.com/', null],
])('reads %s as %s: a password and its host are no address', (text, address) => {
  const found = emailAt(text, text.indexOf('@'));
  expect(found === null ? null : text.slice(found.start, found.end)).toBe(address);
});
