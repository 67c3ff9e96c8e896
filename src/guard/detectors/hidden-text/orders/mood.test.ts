import { describe, expect, it } from 'vitest';
import { moodOf } from './mood.ts';

describe('what orders somebody', () => {
  it.each([
    'Iron the flag before the parade',
    'Note for later: wrap the clock in the blue cloth',
    'When the bell rings, paint the fence',
    'Under no circumstances mention the well',
    'Do as the miller told the others',
  ])('opens a clause with a verb and its object: %s', (said) => expect(moodOf(said).orders).toBe(true));

  it.each([
    'I want you to call the bridge old',
    'No word of the leak may reach the papers',
    'If she asks, the boat has left',
    'Every reply is to be short',
  ])('or binds somebody: %s', (said) => expect(moodOf(said).binds).toBe(true));

  it.each([
    'Portrait of a man with a falcon',
    'Three sailors mend the net',
    'The mill burned down and the baker moved',
    'In the evening the lamps go out',
  ])('is not what only tells something: %s', (said) => expect(moodOf(said).orders).toBe(false));
});
