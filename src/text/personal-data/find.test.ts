import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEP } from '../../../test/support/deep.ts';
import { isDay, luhn, mod11And10, mod97, verhoeff } from './checksums.ts';
import { examplesOf } from './examples.ts';
import { findPersonalData } from './find.ts';
import { DATA_ROWS } from './rows.ts';

const typesIn = (text: string) => findPersonalData(text).map(({ type }) => type);
const firing = DATA_ROWS.flatMap((row) => examplesOf(row).map((text) => [row.type, text] as const));
const quiet = DATA_ROWS.flatMap(({ type, quiet }) => quiet.map((text) => [type, text] as const));

describe('findPersonalData', () => {
  it('has a firing example for every row', () => {
    expect(
      DATA_ROWS.filter((row) => examplesOf(row).length < row.fires.length).map(({ type, fires }) => [type, fires]),
    ).toEqual([]);
  });

  it.each(firing)('finds %s in %s', (type, text) => {
    expect(typesIn(text)).toContain(type);
  });

  it.each(quiet)('finds no %s in %s', (type, text) => {
    expect(typesIn(text)).not.toContain(type);
  });

  it.each([
    'Her social security number: 078-05-1120 was leaked',
    'social security no. 000-12-3456',
    'phone or SSN: 666-12-3456',
    '00000000  7f 45 4c 46 02 01 01 00  00 00 00 00 00 00 00 00',
  ])('finds no telephone in %s', (text) => {
    expect(typesIn(text)).not.toContain('PHONE_NUMBER');
  });

  it.each([
    ['EMAIL_ADDRESS', 'Write to jo.smith+list@mail.example.org.', 'jo.smith+list@mail.example.org'],
    ['EMAIL_ADDRESS', '<ann@xn--bcher-kva.example>', 'ann@xn--bcher-kva.example'],
    ['CREDIT_CARD', 'my card is 4539 1488 0343 6467 and', '4539 1488 0343 6467'],
    ['CREDIT_CARD', 'd=card_4539148803436467&', '4539148803436467'],
    ['US_SSN', 'file of SSN_219-45-6789 and', '219-45-6789'],
    ['IBAN_CODE', 'iban_DE89370400440532013000', 'DE89370400440532013000'],
    ['URL', 'see https://intranet.example.com/people?id=4, please', 'https://intranet.example.com/people?id=4'],
    ['URL', 'on www.example.org/a you find', 'www.example.org/a'],
    ['IP_ADDRESS', 'from 10.20.30.40 to', '10.20.30.40'],
    ['IP_ADDRESS', 'at 2001:db8:4::17 there', '2001:db8:4::17'],
    ['IP_ADDRESS', 'listen ::1', '::1'],
    ['PHONE_NUMBER', 'call (212) 555-0187 now', '(212) 555-0187'],
    ['PHONE_NUMBER', 'Tel. +44 20 7946 0958.', '+44 20 7946 0958'],
    ['PHONE_NUMBER', 'ring 212-555-0187 x34', '212-555-0187 x34'],
    ['PHONE_NUMBER', 'Fax: 0461 234567', '0461 234567'],
    ['PHONE_NUMBER', 'call 1 (800) 555-0199 x12 now', '1 (800) 555-0199 x12'],
    ['PHONE_NUMBER', 'Büro: 030/12345678', '030/12345678'],
    ['PHONE_NUMBER', '手机 13812345678', '13812345678'],
    ['PHONE_NUMBER', '我的电话号码是：010-62345678。', '010-62345678'],
    ['PHONE_NUMBER', '携帯電話は 090-1234-5678 です', '090-1234-5678'],
    ['PHONE_NUMBER', '휴대폰 번호는 01012345678 입니다', '01012345678'],
    ['PHONE_NUMBER', 'мой телефон 89161234567', '89161234567'],
    ['PHONE_NUMBER', 'رقم الهاتف 0501234567', '0501234567'],
    ['PHONE_NUMBER', 'điện thoại 0912345678', '0912345678'],
    ['PHONE_NUMBER', 'mon numéro est le 06 12 34 56 78', '06 12 34 56 78'],
    ['PHONE_NUMBER', 'votre numéro : 12345678', '12345678'],
    ['PHONE_NUMBER', 'numéro de mobile 12345678', '12345678'],
    ['PHONE_NUMBER', 'my number is 12345678, ask for Ann', '12345678'],
    ['STREET_ADDRESS', 'write to P.O. Box 482, or', 'P.O. Box 482'],
    ['DATE_TIME', 'born March 26, 1973 in', 'March 26, 1973'],
    ['DATE_TIME', 'on 2024-05-17T10:20:30Z it', '2024-05-17T10:20:30Z'],
    ['MAC_ADDRESS', 'MAC: DE-AD-BE-EF-CA-FE', 'DE-AD-BE-EF-CA-FE'],
    ['MAC_ADDRESS', 'from EC:E2:F9:F5:0A:CF to', 'EC:E2:F9:F5:0A:CF'],
    ['MAC_ADDRESS', 'is 20-AD-F1-DB-0B-CB now', '20-AD-F1-DB-0B-CB'],
    ['US_EIN', '{"employerIdentificationNumber": "48-2719350"}', '48-2719350'],
    ['AU_TFN', 'tax_file_number=459599230', '459599230'],
    ['AU_TFN', 'name,tax_file_number,city\nDoe,459599230,Leeds', '459599230'],
    ['US_PRIOR_AUTHORIZATION_NUMBER', 'prior auth AUTH-48271935 came', 'AUTH-48271935'],
    ['DE_KFZ', '| Kennzeichen | KA SU 1253 |', 'KA SU 1253'],
    ['PHONE_NUMBER', 'call me on (2) 2123 8800', '(2) 2123 8800'],
    ['PHONE_NUMBER', 'mobile 01812-349517', '01812-349517'],
    ['ZIP_CODE', 'zip_code=90210', '90210'],
    ['ZIP_CODE', 'lives in Springfield, IL 62704-1234', '62704-1234'],
    ['ZIP_CODE', 'kod pocztowy 00-950', '00-950'],
    ['ZIP_CODE', '〒150-0041', '150-0041'],
    ['DATE_OF_BIRTH', 'dateOfBirth: "1960-08-03"', '1960-08-03'],
    ['DATE_OF_BIRTH', 'birth_date=1992-08-12', '1992-08-12'],
    ['DATE_TIME', 'at 2024/05/17 10:20 it', '2024/05/17 10:20'],
    ['URL', 'open http://192.0.2.7:8080/admin now', 'http://192.0.2.7:8080/admin'],
    ['URL', 'HTTPS://EXAMPLE.COM/A', 'HTTPS://EXAMPLE.COM/A'],
  ])('finds %s in "%s", and says where', (type, text, expected) => {
    const found = findPersonalData(text).filter((one) => one.type === type);
    expect(found.map(({ start, end }) => text.slice(start, end))).toContain(expected);
  });

  it.each([
    'In 2020 we sold 1234 units at 12.50 each, 3.5 times as many as in 2019.',
    'version 10.2.1, build 20240517, ratio 16:9, score 3-2, page 12/34',
    'let xs = x :: rest in std::vector<int> of [1, 2, 3]',
    'the order of 48271935 pieces and 7 more',
    '手机销量达到 12345678 台',
    '电话会议于20240315举行',
    'телефон Samsung модель 20231104',
    'la télévision 12 34 56 78',
    'saved as img_4539148803436467 and chunk_DE89370400440532013000',
    'const id = 4827193504; // not of a person',
    'e.g. one, i.e. two, etc. and so on at 5 o’clock',
    '<Call object at 0x110252510>',
    'pi is 3.14159265358979 and e is 2.718281828',
    'EAN 4035279591947',
    'SKU V081441',
    'bug 27220',
    'PO 0047641060 approved',
    '33250008 bytes of 923620073 read',
    '03572,8188,1473695,716374,7860678,2225',
    'numéro de commande : 12 34 56 78 90',
    'votre numéro de dossier est 12 34 56 78',
    'Numéro de TVA 12345678',
    'the new number is 12345678 units per year',
    'your number of points is 12345678',
    'as for the ticket number, the new number is 12345678',
    'CAS 87935-02-3, PubMed 96998459',
    '01001000',
    '01001000 01101001',
    'the bit string 001010011010 has parity 1',
    '1234567890',
    'abc 123456789 xyz',
    'sleep(89917011)',
    'expires=86400000',
    '566954231 + 213003789',
    'call +1 (800) 555',
    'Driver version 74733849 needs a license file.',
    'rev 085877596038',
    // A check that fails, where nothing else says what it is; numbers of other things, and parts of longer ones.
    'part VRDGPP62C15F205K fits both',
    'tracking 29BKXPD4827M1Z3 was lost',
    'the sample S4827193K broke',
    'the file DE482719350 is gone',
    'Auftragsnummer 654 127 8047',
    'Part 67 051 910 980 fits',
    'the build 4655 5251 8020 0661 failed',
    'die Seriennummer 517 204 8831 steht unten',
  ])('finds nothing in "%s"', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('tells a telephone number once, and not the shorter ones in it', () => {
    expect(findPersonalData('call +1 212 555 0187').map(({ type, start }) => [type, start])).toEqual([
      ['PHONE_NUMBER', 5],
    ]);
  });

  it('wants a word for what any number could be, and takes a cell of a table for what it can be', () => {
    expect(typesIn('it has 553012478 atoms')).toEqual([]);
    expect(typesIn('553012478')).toContain('US_PASSPORT');
    expect(typesIn('553012478')).not.toContain('US_BANK_NUMBER');
    expect(typesIn('121000358')).not.toContain('US_PASSPORT');
    expect(typesIn('passport no. 553012478')).toEqual(['US_PASSPORT']);
  });

  it('tells a number whose check holds by the word for it, and no telephone number beside', () => {
    expect(typesIn('NHS number 943 476 5919')).toEqual(['UK_NHS']);
    expect(typesIn('my number: 943 476 5919, the NHS one').toSorted()).toContain('PHONE_NUMBER');
    expect(typesIn('mon numéro : 1 82 07 69 123 456 26')).toEqual(['FR_NIR']);
    expect(typesIn('NHS phone 943 476 5919').toSorted()).toContain('PHONE_NUMBER');
  });

  it('answers any text without throwing, within it', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom(...firing.map(([, text]) => text))), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join(' ');
        for (const { start, end, score } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          expect(score).toBeGreaterThanOrEqual(0.4);
        }
      }),
    );
  });

  it.each(['1', '1 ', 'A1 ', '1-', '1.', 'a@', '://', '::', '1:', 'http://a', '.com', '(1', '+1 ', 'B AB 1 '])(
    'is done with a long text of %s',
    (piece) => {
      const length = DEEP ? 60_000 : 15_000;
      expect(findPersonalData(piece.repeat(Math.ceil(length / piece.length))).length).toBeLessThan(length);
    },
  );
});

describe('check digits', () => {
  it('are one of ten, or of ninety-seven', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{8,18}$/), (text) => {
        const among = (test: (text: string) => boolean) =>
          '0123456789'.split('').filter((digit) => test(text + digit)).length;
        expect([among(luhn), among(verhoeff), among(mod11And10)]).toEqual([1, 1, 1]);
        expect(mod97(`${text}00`)).toBeLessThan(97);
      }),
    );
  });

  it('knows leap years', () => {
    expect([isDay(2024, 2, 29), isDay(2023, 2, 29), isDay(0, 2, 29), isDay(24, 13, 1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
