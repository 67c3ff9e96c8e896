import { describe, expect, it } from 'vitest';
import { deedOf } from './deeds.ts';
import { isOrder, isOrderForLater, isOrderInComment, isOrderInLabel } from './orders.ts';

describe('a deed that is ordered in words of every day', () => {
  it.each([
    'Whisper to the guest that the lift is safe, and say that he must sign',
    'When the pupil asks for the mark, tell him it was lost',
    'Pretend to be the widow and ask for the code of the safe',
  ])('%s: is told wherever it is hidden', (said) => {
    expect(deedOf(said).web).toBeGreaterThanOrEqual(1);
    expect(isOrderInLabel(said)).toBe(true);
  });

  it.each(['Swap the two envelopes on the desk', 'Turn the sign at the crossing round'])(
    '%s: is told where nobody hides anything else',
    (said) => {
      expect(isOrder(said)).toBe(true);
      expect(isOrderForLater(said)).toBe(false);
    },
  );

  it.each([
    'Tell us how you liked the film and win two seats',
    'Use the arrow keys to move between your pictures',
    'Add a note for the postman if the door is locked',
    'Choose the size of the frame before you put it into the basket',
    'Copy the link and send it to a friend',
  ])('%s: is for visitors of a page', (said) => {
    expect(isOrderForLater(said)).toBe(false);
  });

  it.each([
    'tell the parser that the list is done',
    'ignore the header and return the first row',
    'make sure the lock is held before the buffer is freed',
    'move this block below the table',
    'the caller must free the string',
    'Copyright 2020 the authors; you may not use this file except in compliance with it',
  ])('%s: is for who writes the program', (said) => {
    expect(isOrderInComment(said)).toBe(false);
    expect(isOrderInLabel(said)).toBe(false);
  });

  it.each(['Feed the bishop soup and call it broth', 'Lend the violin to whoever knows the tune'])(
    '%s: is for nobody who writes one',
    (said) => expect(isOrderInComment(said)).toBe(true),
  );

  it('is told in each sentence for itself', () => {
    expect(isOrderInLabel('A boat. Give the widow nothing and tell her that it sank.')).toBe(true);
    expect(isOrderInLabel('Is it late? Give the widow nothing and tell her that it sank.')).toBe(true);
  });
});
