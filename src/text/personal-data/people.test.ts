import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILY_ENDS, LAST_TWO } from './family.ts';
import { FAMILY_NAMES } from './family-names.ts';
import { findPersonalData } from './find.ts';
import { FIRST_NAMES } from './first-names.ts';
import { introducedAt } from './introduced.ts';
import { INTRODUCTIONS } from './introductions.ts';
import { mayHold, nameSetOf, withLetter } from './name-set.ts';
import { givenAt, givenIn } from './people.ts';

function namesIn(text: string): readonly string[] {
  return INTRODUCTIONS.flatMap((introduction) => {
    const hay = introduction.anyCase ? text.toLowerCase() : text;
    const at = hay.indexOf(introduction.text);
    const found = at < 0 ? null : introducedAt(text, at, introduction);
    return found === null ? [] : [text.slice(found.start, found.end)];
  });
}

describe('introducedAt', () => {
  it.each([
    ['Yesterday Mrs. Okonkwo-Reyes called.', 'Okonkwo-Reyes'],
    ['my name is Ilse van der Meer and', 'Ilse van der Meer'],
    ['Full name: Ngozi A. Petrov\nAge', 'Ngozi A. Petrov'],
    ["I'm Claudia, from sales", 'Claudia'],
    ["Dr. Ōtsuka's rooms", 'Ōtsuka'],
    ['the witness Saskia Brandt said', 'Saskia Brandt'],
    ['my name is zabrielle.', 'zabrielle'],
    ['ich heiße Jürgen Weiß.', 'Jürgen Weiß'],
    ['{"patient_name": "Qorvi Talhane"}', 'Qorvi Talhane'],
    ['{"contactName":"Qorvi"}', 'Qorvi'],
    ['{"assignee":"Qorvi Talhane"}', 'Qorvi Talhane'],
    ['{"name": "Marta Qorvi"}', 'Marta Qorvi'],
    ['<full_name>Qorvi Talhane</full_name>', 'Qorvi Talhane'],
    ["author_name: 'Qorvi Talhane'", 'Qorvi Talhane'],
    ['Customer | Qorvi Talhane | open', 'Qorvi Talhane'],
    ['Account holder: Qorvi Talhane', 'Qorvi Talhane'],
    ['From: Qorvi Talhane <q@example.com>', 'Qorvi Talhane'],
    ['Dear Qorvi,\nthank you', 'Qorvi'],
    ['Kind regards,\n\nQorvi Talhane\nSales', 'Qorvi Talhane'],
    ["Hi, I'm Qorvi Talhane.", 'Qorvi Talhane'],
    ['talked to, or rather dear regina dixon, who', 'regina dixon'],
    ['customer shelly robertson wants', 'shelly robertson'],
    ['my name is rachita qorvi and i', 'rachita qorvi'],
    ['Меня зовут Зарема Кулиева.', 'Зарема Кулиева'],
    ['私は佐藤 陽子です。', '佐藤 陽子'],
  ])('in "%s" finds %s', (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  it.each([
    'Dear customer',
    'I am Here',
    'this is The End',
    'Dear Hiring Manager',
    'file name: report.txt',
    "I'm Batman",
    'my name is wrong.',
    'the client library',
    '{"name": "Visual Studio"}',
    '{"name": "weighbridge"}',
    '{"customer": "Order Number"}',
    '| Customer | Order Date |',
    'From: Example News <news@example.com>',
    'my name is spelled wrong.',
    'my name is not listed here.',
    'customer support wants',
  ])('finds nobody in "%s"', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe('givenAt', () => {
  const called = (text: string) =>
    [...givenIn(text, 0, text.length)].flatMap(({ start, end }) => {
      const found = givenAt(text, start, end);
      return found === null ? [] : [text.slice(found.start, found.end)];
    });

  it.each([
    ['Yesterday we saw Katarzyna Nowak there', 'Katarzyna Nowak'],
    ['Nathan: You are late.', 'Nathan'],
    ['my brother Mario, who', 'Mario'],
    ['Sofia lives in the north', 'Sofia'],
    ['László Kovács-Nagy called', 'László Kovács-Nagy'],
    ['the claim of Lakshit Banerjee', 'Lakshit Banerjee'],
    ['we saw Taylor Whitfield there', 'Taylor Whitfield'],
    ['{"customer": "Martha Olsen"}', 'Martha Olsen'],
    ['Martina, could you call me?', 'Martina'],
    ['why is Claudia so late?', 'Claudia'],
  ])('in "%s" finds %s', (text, name) => {
    expect(called(text)).toContain(name);
  });

  it.each([
    'a book by Edith Marlowe',
    'What did Helmut Schmidt say?',
    'theory of Isaac Newton',
    'Annabelle2 is a variable',
    'mail anna.Maria Rossi@x',
    'Grace and Hope',
    'the Bug Report',
    '{"title": "Martha Olsen"}',
    'the songs and works of Martha Olsen',
  ])('finds nobody in "%s"', (text) => {
    expect(called(text)).toEqual([]);
  });
});

describe('places and ages', () => {
  it.each([
    'The address is Room 12.',
    'Address: Gate 14',
    'We moved to Platform 9',
    'my address is Chapter 5 of the book',
    'deliver to: Hall 4',
    'ship to Meeting Room 3',
    'Address: Figure 3',
    'See Section 12 and Table 5',
    'moved to Zimmer 12',
  ])('finds no street in %j', (text) => {
    expect(findPersonalData(text).filter(({ type }) => type === 'STREET_ADDRESS')).toEqual([]);
  });

  it('still finds a street that only an address tells', () => {
    expect(findPersonalData('The address is Anything 17.')).toMatchObject([{ type: 'STREET_ADDRESS' }]);
  });

  it.each([
    ['STREET_ADDRESS', 'lives at 482 Maple Grove Avenue, Apt. 7, since', '482 Maple Grove Avenue, Apt. 7'],
    ['STREET_ADDRESS', 'in der Lindenstraße 48b in', 'Lindenstraße 48b'],
    [
      'STREET_ADDRESS',
      'to 48 Harper Landing\nNorth Millbrook, OH 43210 today',
      '48 Harper Landing\nNorth Millbrook, OH 43210',
    ],
    ['STREET_ADDRESS', 'my address is 7 Begum Mountain', '7 Begum Mountain'],
    ['STREET_ADDRESS', 'au 12, rue de la Fontaine à', '12, rue de la Fontaine'],
    ['DATE_OF_BIRTH', 'DOB: 17/05/1984', '17/05/1984'],
    ['AGE', 'a 47 year old man', '47'],
    ['AGE', 'she turned 61 in', '61'],
    ['ZIP_CODE', 'zip code: 90210', '90210'],
  ])('finds %s in "%s"', (type, text, expected) => {
    const found = findPersonalData(text).filter((one) => one.type === type);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([expected]);
  });

  it.each(['in 2019 Main competitors left', 'about 12 Very Long Engagements', '5 Ways to win', 'turn 90% off'])(
    'finds no place or age in "%s"',
    (text) => {
      expect(findPersonalData(text)).toEqual([]);
    },
  );
});

describe('what is asked before a name is cut out', () => {
  it('misses no end of a family name', () => {
    const ends = fc.stringMatching(new RegExp(`^(?:${FAMILY_ENDS})$`)).filter((end) => /^[a-z]+$/.test(end));
    fc.assert(fc.property(ends, (end) => LAST_TWO.split(' ').includes(end.slice(-2))));
  });

  it.each([
    ['given', FIRST_NAMES],
    ['family', FAMILY_NAMES],
  ])('misses no %s name', (_, names) => {
    const set = nameSetOf(names);
    const hashOf = (name: string) => name.split('').reduce((hash, letter) => withLetter(hash, letter.charCodeAt(0)), 0);
    expect(names.filter((name) => !mayHold(set, hashOf(name)))).toEqual([]);
  });
});
