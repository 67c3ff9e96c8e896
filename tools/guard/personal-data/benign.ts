import { KINDS as TEXTS, textOf } from '../../../bench/guard/kinds.ts';
import { luhnCheck } from './check-digits.ts';
import { type Draw, drawFrom, grouped, LETTERS, two } from './draw.ts';

/** Nobody's numbers that look like somebody's, and the sentences they stand in. */
const HEX = '0123456789abcdef';

const LOOKALIKES: Readonly<Record<string, (draw: Draw) => string>> = {
  'order number': (draw) =>
    draw.pick([
      draw.digits(8),
      `ORD-${draw.digits(7)}`,
      `#${draw.digits(10)}`,
      `${draw.digits(3)}-${draw.digits(7)}-${draw.digits(7)}`,
    ]),
  version: (draw) =>
    draw.pick([
      `v${draw.below(9)}.${draw.below(30)}.${draw.below(90)}`,
      `${draw.below(20)}.${draw.below(9)}.${draw.below(9)}-rc.${draw.below(9)}`,
      `1.0.0+build.${draw.digits(4)}`,
    ]),
  ISBN: (draw) => {
    const body = `978${draw.digits(9)}`;
    const sum = Array.from(body).reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
    return draw.pick([
      `${body}${(10 - (sum % 10)) % 10}`,
      grouped(`${body}${(10 - (sum % 10)) % 10}`, [3, 1, 4, 4], '-'),
    ]);
  },
  timestamp: (draw) =>
    draw.pick([
      `17${draw.digits(8)}`,
      `17${draw.digits(11)}`,
      `2024${two(1 + draw.below(12))}${two(1 + draw.below(28))}${draw.digits(6)}`,
    ]),
  hash: (draw) => draw.pick([draw.of(HEX, 40), draw.of(HEX, 7), draw.of(HEX, 64), draw.of(HEX, 32)]),
  uuid: (draw) => grouped(draw.of(HEX, 32), [8, 4, 4, 4], '-'),
  price: (draw) =>
    draw.pick([
      `$${draw.digits(4)}.${draw.digits(2)}`,
      `${1 + draw.below(9)},${draw.digits(3)},${draw.digits(3)} EUR`,
      `£${draw.digits(6)}`,
    ]),
  'tracking number': (draw) =>
    draw.pick([`1Z${draw.of(LETTERS, 2)}${draw.digits(12)}`, draw.digits(12), `RR${draw.digits(9)}DE`]),
  'part number': (draw) =>
    draw.pick([
      `${draw.of(LETTERS, 2)}-${draw.digits(5)}`,
      `${draw.digits(3)}-${draw.digits(4)}`,
      `${draw.of(LETTERS, 3)}${draw.digits(4)}${draw.of(LETTERS, 1)}`,
      `${draw.of(LETTERS, 1)}${draw.digits(6)}`,
    ]),
  'serial number': (draw) => draw.pick([draw.of(`${LETTERS}0123456789`, 12), draw.digits(11), `SN${draw.digits(9)}`]),
  EAN: (draw) => `40${draw.digits(11)}`,
  'invoice number': (draw) =>
    draw.pick([`INV-2024-${draw.digits(5)}`, `2024/${draw.digits(6)}`, `RE${draw.digits(8)}`]),
  coordinates: (draw) => `${draw.below(80)}.${draw.digits(6)}, ${draw.below(170)}.${draw.digits(6)}`,
  'ticket number': (draw) => draw.pick([`JIRA-${draw.digits(5)}`, `INC${draw.digits(7)}`, draw.digits(7)]),
  'flight number': (draw) => `${draw.pick(['LH', 'BA', 'UA', 'AF'])}${draw.pick([' ', ''])}${draw.digits(3)}`,
  'model number': (draw) =>
    draw.pick([
      `RTX ${draw.digits(4)}`,
      `WH-${draw.digits(4)}XM${draw.below(9)}`,
      `${draw.of(LETTERS, 2)}${draw.digits(3)}${draw.of(LETTERS, 2)}`,
    ]),
  count: (draw) =>
    draw.pick([draw.digits(9), `${draw.digits(3)} ${draw.digits(3)} ${draw.digits(3)}`, draw.digits(13)]),
  'batch number': (draw) => {
    const body = draw.digits(9);
    return body + luhnCheck(body);
  },
};

const BENIGN_SENTENCES = [
  'The {w} is {v}, as printed on the box.',
  '{w}: {v}',
  'We looked at {w} {v} again and closed the ticket.',
  'Please quote {w} {v} when you write to us about the delivery.',
  '{"{w}": "{v}", "state": "done"}',
  '2024-05-17 12:10:44 INFO {w}={v} done in 12 ms',
  'A note on {w}s: {v} came after the one from last week, and both are in the warehouse.',
];

export interface BenignText {
  readonly name: string;
  readonly text: string;
}

export function benignTexts(): readonly BenignText[] {
  const draw = drawFrom(2024);
  const lookalikes = Object.entries(LOOKALIKES).flatMap(([name, write]) =>
    BENIGN_SENTENCES.flatMap((sentence) =>
      Array.from({ length: 12 }, () => ({
        name,
        text: sentence.replace('{w}', name).replace('{v}', () => write(draw)),
      })),
    ),
  );
  const texts = TEXTS.flatMap(([name, write, between]) => {
    const whole = textOf(write, between, 60_000);
    return Array.from({ length: 60 }, (_, at) => ({
      name: `made: ${name}`,
      text: whole.slice(at * 1000, (at + 1) * 1000),
    }));
  });
  return [...lookalikes, ...texts];
}
