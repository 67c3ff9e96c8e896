import { BEFORE_SPOKEN, spokenNear } from '../../../text/personal-data/spoken.ts';
import { firstOpenSpoken } from '../../../text/personal-data/spoken-open.ts';
import { SPOKEN_LITERALS } from '../../../text/personal-data/spoken-words.ts';
import type { SpanDetector } from '../../detector.ts';
import { personalData } from './detector.ts';

/** Numbers and mail addresses as they are said: transcripts have them, and messages and documents that quote some. */
export const spokenData: SpanDetector = {
  kind: 'span',
  id: 'spoken-data',
  title: 'Personal data in spoken words',
  types: personalData.types,
  origins: ['transcript', 'user', 'document'],
  sees: 'canonical',
  triggers: { literals: SPOKEN_LITERALS },
  left: BEFORE_SPOKEN,
  find: (reading, places) => (places.count === 0 ? [] : spokenNear(reading, places)),
  unsettled: (reading) => firstOpenSpoken(reading),
  defaults: [
    { types: [], origins: [], threshold: 0.4, action: 'flag' },
    { types: [], origins: [], threshold: 0.7, action: 'redact' },
  ],
  examples: {
    fires: () => [
      ['my card is four five three nine one four double eight oh three four three six four six seven', 'CREDIT_CARD'],
      ['call me at two one two, five five five, oh one eight seven please', 'PHONE_NUMBER'],
      ['write to jo dot smith at example dot com today', 'EMAIL_ADDRESS'],
      ['postcode l s six three h n now', 'UK_POSTCODE'],
      ['the verification code is four eight two seven one nine', 'ONE_TIME_CODE'],
      ['my zip code is nine oh two one oh', 'ZIP_CODE'],
      ['ruf mich an, null eins sieben null vier acht zwo sieben eins neun drei', 'PHONE_NUMBER'],
      ['ana punto ruiz arroba ejemplo punto com', 'EMAIL_ADDRESS'],
      ['j o as in orange at example dot com', 'EMAIL_ADDRESS'],
      ['the plate is delta echo 48 and card 4 five 3 nine one 4 8 8 0 three 4 3 6 4 6 seven there', 'CREDIT_CARD'],
      ['born third of may nineteen eighty four in', 'DATE_OF_BIRTH'],
    ],
    quiet: () => [
      'one of the two of us is at home',
      'we met at noon, dot dot dot',
      'one two three four',
      'three or four at the dot of ten',
    ],
  },
};
