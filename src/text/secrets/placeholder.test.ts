import { expect, it } from 'vitest';
import { isPlaceholder } from './placeholder.ts';

it.each(['myS3cr3tT0ken', 'some-long-random-secret-key', 'aV3ryS3cretP4ssw0rd12', 'the_api_access_token'])(
  '%s says what it is, and is none',
  (value) => expect(isPlaceholder(value)).toBe(true),
);

it.each(['S3cr3tGarden88', 'my7Rw2bXq9LmZ', 'theT0kenOf7Rw2bXq9', 'Winter!Garden88', 'mysecretk7Rw2bXq9LmZ'])(
  '%s may be one',
  (value) => expect(isPlaceholder(value)).toBe(false),
);
