import { ORIGINS } from '../../../domain/guard.ts';
import { DATA_LITERALS } from '../../../text/personal-data/data-places.ts';
import { examplesOf } from '../../../text/personal-data/examples.ts';
import { firstOpenData } from '../../../text/personal-data/open-data.ts';
import { DATA_ROWS } from '../../../text/personal-data/rows.ts';
import { BEFORE_DATA, dataAt } from '../../../text/personal-data/scan.ts';
import type { FindingType, SpanDetector } from '../../detector.ts';
import { mailAndCards } from './light.ts';

const LIGHT = new Set(mailAndCards.types.map(({ type }) => type));
const own = { id: 'personal-data', title: 'Personal data', types: types(), origins: ORIGINS } as const;

/** Identifiers, accounts, addresses of mail and networks, telephone numbers, dates. */
export const personalData: SpanDetector = {
  kind: 'span',
  ...own,
  sees: 'canonical',
  triggers: { literals: DATA_LITERALS, digits: true },
  narrow: (types) => ([...types].every((type) => LIGHT.has(type)) ? { ...mailAndCards, ...own } : personalData),
  left: BEFORE_DATA,
  find: (reading, places) => (places.count === 0 ? [] : dataAt(reading, places)),
  unsettled: (reading, places) => firstOpenData(reading, places),
  defaults: [
    { types: [], origins: [], threshold: 0.4, action: 'flag' },
    { types: [], origins: [], threshold: 0.7, action: 'redact' },
    // Few of these are anybody's, and most letters have some; who must keep them in says so.
    { types: ['URL', 'DATE_TIME', 'AGE', 'UUID'], origins: [], threshold: 0.4, action: 'note' },
    { types: ['IP_ADDRESS', 'MAC_ADDRESS'], origins: [], threshold: 0.4, action: 'flag' },
  ],
  examples: {
    fires: () => DATA_ROWS.flatMap((row) => examplesOf(row).map((text) => [text, row.type] as const)).concat(OTHERS),
    quiet: () => DATA_ROWS.flatMap(({ quiet }) => quiet),
  },
};

const OTHERS: readonly (readonly [string, string])[] = [
  ['write to jo.smith+list@mail.example.org today', 'EMAIL_ADDRESS'],
  ['write to ann [at] willow [dot] example or', 'EMAIL_ADDRESS'],
  ['it is jo.smith (at) seewerk.de, not', 'EMAIL_ADDRESS'],
  ['reach lucia dot marin at gmail dot com or', 'EMAIL_ADDRESS'],
  ['my card is 4539 1488\n0343 6467 and', 'CREDIT_CARD'],
  ['von jörg.müller@bücher.example an', 'EMAIL_ADDRESS'],
  ['我的邮箱是用户@例子.公司谢谢', 'EMAIL_ADDRESS'],
  ['write to ann.lee&commat;example.com or', 'EMAIL_ADDRESS'],
  ['رقم هاتفي ٠٥٠١٢٣٤٥٦٧ و', 'PHONE_NUMBER'],
  ['pay to asha.rao@okaxis please', 'IN_UPI'],
  ['see https://intranet.example.com/people?id=4 and', 'URL'],
  ['from 10.20.30.40 to', 'IP_ADDRESS'],
  ['at 2001:db8:4::17 there', 'IP_ADDRESS'],
  ['call (212) 555-0187 now', 'PHONE_NUMBER'],
  ['+44 20 7946 0958', 'PHONE_NUMBER'],
  ['born March 26, 1973 in', 'DATE_TIME'],
  ['date of birth: 17.5.1984 and', 'DATE_OF_BIRTH'],
  ['birthdate,19840517\nand', 'DATE_OF_BIRTH'],
  ['lives at 482 Maple Grove Avenue, Apt. 7 now', 'STREET_ADDRESS'],
  ['at 2200 N Clark Street, Chicago, IL by', 'STREET_ADDRESS'],
  ['en la calle de los Olmos 31, 2º B, 28012 Madrid, o', 'STREET_ADDRESS'],
  ['write to P.O. Box 482, or', 'STREET_ADDRESS'],
  ['Suite 17\nSpringfield', 'STREET_ADDRESS'],
  ['im Haus Lindenstraße 48 b wohnt', 'STREET_ADDRESS'],
  ['au 12, rue de la Fontaine à', 'STREET_ADDRESS'],
  ['at 221B Baker Street in', 'STREET_ADDRESS'],
  ['vivo en la calle Mayor 5, o', 'STREET_ADDRESS'],
  ['in via dei Fiorentini 17 a', 'STREET_ADDRESS'],
  ['na ul. Jesionowa 12 w', 'STREET_ADDRESS'],
  ['in der Passauer Straße 33, wo', 'STREET_ADDRESS'],
  ['a Kossuth utca 5 alatt', 'STREET_ADDRESS'],
  ['Atatürk Caddesi No: 12 adres', 'STREET_ADDRESS'],
  ['живу на ул. Ленина, д. 8 там', 'STREET_ADDRESS'],
  ['住在朝阳区建国路88号', 'STREET_ADDRESS'],
  ['東京都渋谷区神南1-19-11です', 'STREET_ADDRESS'],
  ['강남구 테헤란로 152, 서울', 'STREET_ADDRESS'],
  ['to Unit 4719, Box 7394 there', 'STREET_ADDRESS'],
  ['at Liekollen 3H, 6698 Sandvik now', 'STREET_ADDRESS'],
  ['20417 Allika 46\n Suite 501\n Riisa\n\n Estonia 62488', 'STREET_ADDRESS'],
  ['Flat 25\nJohnson Gateway\nAllenberg\nFY9R 7SB', 'STREET_ADDRESS'],
  ['in der Lindengasse 5/7, 4820 Bad Ischl an der Traun wohnt', 'STREET_ADDRESS'],
  ['702, Hayer Marg, Jaunpur - 355626', 'STREET_ADDRESS'],
  ['na Travessa do Maestro Dias, 28\n3776-643 Ovar em', 'STREET_ADDRESS'],
  ['to USNS Comfort, FPO AE 12382 by', 'STREET_ADDRESS'],
  ['his address: 846 Anything 31, or', 'STREET_ADDRESS'],
  ['born on the third of May 1984 in', 'DATE_OF_BIRTH'],
  ['geboren am 5. März 1984 in', 'DATE_OF_BIRTH'],
  ['fecha de nacimiento: 5 de mayo de 1984 en', 'DATE_OF_BIRTH'],
  ['出生日期：1984年5月3日。', 'DATE_OF_BIRTH'],
  ['a 47 year old man', 'AGE'],
  ['zip code: 90210', 'ZIP_CODE'],
  ['in Springfield, IL 62704 now', 'ZIP_CODE'],
  ['postcode 1011 AB here', 'ZIP_CODE'],
  ['MAC EC:E2:F9:F5:0A:CF is', 'MAC_ADDRESS'],
  ['call me on (2) 2123 8800 now', 'PHONE_NUMBER'],
  ['on 2024-05-17T10:20:30Z it', 'DATE_TIME'],
];

function types(): readonly FindingType[] {
  const titles = new Map(DATA_ROWS.map(({ type, title }) => [type, title] as const));
  const others = [
    ['EMAIL_ADDRESS', 'Mail address'],
    ['IN_UPI', 'Indian address for payments (UPI)'],
    ['URL', 'Web address'],
    ['IP_ADDRESS', 'Network address'],
    ['PHONE_NUMBER', 'Telephone number'],
    ['DATE_TIME', 'Date'],
    ['DATE_OF_BIRTH', 'Date of birth'],
    ['STREET_ADDRESS', 'Street and house number'],
    ['AGE', 'Age'],
    ['ZIP_CODE', 'Postal code'],
  ] as const;
  return [...titles, ...others].map(([type, title]) => ({ type, title }));
}
