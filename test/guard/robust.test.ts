import { describe, expect, it } from 'vitest';
import { ORIGINS } from '../../src/domain/guard.ts';
import type { Detector, SpanDetector, UnitDetector } from '../../src/guard/detector.ts';
import { createTermsDetector } from '../../src/guard/detectors/terms/detector.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { cutAt, doing, expectEveryCutAlike, guardOf, streamed, textsOf } from './laws.ts';

const TERMS = createTermsDetector([{ id: 'rival', title: 'A competitor', words: ['Acme'], patterns: [] }]);

const NOTHING = { defaults: [], examples: { fires: () => [], quiet: () => [] }, origins: ORIGINS };

function broken(find: SpanDetector['find']): SpanDetector {
  const types = [{ type: 'x/y', title: 'x' }];
  return {
    ...NOTHING,
    kind: 'span',
    id: 'broken',
    title: 'b',
    types,
    sees: 'canonical',
    left: 0,
    find,
    unsettled: () => 0,
  };
}

/** Calls a sentence that shouts what it is, and a message of more than three such a crowd. */
function shouting(judgesWhole: boolean): UnitDetector {
  const types = ['shape/shout', 'shape/crowd'].map((type) => ({ type, title: type }));
  return {
    ...NOTHING,
    kind: 'unit',
    id: 'shape',
    title: 's',
    types,
    unit: 'sentence',
    judgesWhole,
    open: () => {
      let shouts = 0;
      return {
        see: ({ readings: [first] }) => {
          const end = first?.text.length ?? 0;
          if (first === undefined || !/^[^a-z]*[A-Z][^a-z]*$/.test(first.text)) return [];
          shouts++;
          return [{ type: 'shape/shout', start: 0, end, score: 1, reading: 0 }];
        },
        end: () => (judgesWhole && shouts > 3 ? [{ type: 'shape/crowd', score: 1 }] : []),
      };
    },
  };
}

describe('a guard', () => {
  it.each<[string, Detector]>([
    [
      'throws',
      broken(() => {
        throw new Error('oops');
      }),
    ],
    ['takes too long', broken(() => [])],
  ])('blocks, and says so, when a detector %s', (_, detector) => {
    let time = 0;
    const guard = createGuard({ policy: doing('flag'), detectors: [TERMS, detector], clock: () => (time += 3_000) });
    const answer = guard.check('All is well with Acme.', { origin: 'user' });
    expect(answer.action).toBe('block');
    expect(answer.text).toBe('');
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ type: 'guard/broken-detector', detector: 'broken' }),
    );
  });

  it.each([
    ['has worked all the while', 3_000, 'block'],
    ['got no turn', 1, 'allow'],
  ])('tells a detector that takes too long from a process that %s', (_, each, action) => {
    let [time, work] = [0, 0];
    const guard = createGuard({
      policy: doing('flag'),
      detectors: [broken(() => [])],
      clock: () => (time += 3_000),
      worked: () => (work += each),
    });
    expect(guard.check('All is well.', { origin: 'user' }).action).toBe(action);
  });

  it('goes on without it where the policy only flags that', () => {
    const policy = { ...doing('redact'), broken: 'flag' as const };
    const guard = createGuard({
      policy,
      clock: () => 0,
      detectors: [
        TERMS,
        broken(() => {
          throw new Error('oops');
        }),
      ],
    });
    expect(guard.check('It is Acme.', { origin: 'user' })).toMatchObject({
      action: 'redact',
      text: 'It is [TERM_RIVAL].',
    });
  });

  it('holds back no more than the policy says, and blocks what is longer', () => {
    const guard = guardOf([shouting(true)], 'block');
    expect(guard.check('well. '.repeat(2_000), { origin: 'user' }).action).toBe('allow');
    const long = guard.check('well. '.repeat(20_000), { origin: 'user' });
    expect([long.action, long.findings[0]?.type]).toEqual(['block', 'guard/held-too-long']);
  });

  it('judges what has waited too long', () => {
    const stream = guardOf([TERMS]).open({ origin: 'user' });
    expect(stream.push('So said Ac').text).toBe('So said ');
    expect(stream.held()).toBe(2);
    expect(stream.expire()).toMatchObject({
      action: 'block',
      text: '',
      stopped: { finding: { type: 'guard/held-too-long' } },
    });
  });

  it('takes bytes that are cut within characters', () => {
    const bytes = Buffer.from('größer 😀 Acme, 你好 Acme');
    const guard = guardOf([TERMS]);
    const stream = guard.open({ origin: 'user' });
    const out = Array.from(bytes, (byte) => stream.push(Uint8Array.of(byte)).text);
    expect(out.join('') + stream.end().text).toBe('größer 😀 [TERM_RIVAL], 你好 [TERM_RIVAL]');
  });

  it.each<[string, readonly number[]]>([
    ['no UTF-8', [0x61, 0xff, 0x62]],
    ['half a character', [0x61, 0xf0, 0x9f]],
  ])('blocks bytes that are %s', (_, bytes) => {
    const stream = guardOf([TERMS], 'flag').open({ origin: 'user' });
    stream.push(Uint8Array.from(bytes));
    expect(stream.end()).toMatchObject({ action: 'block', stopped: { finding: { type: 'guard/broken-text' } } });
  });

  it.each<[string, readonly { start: number; end: number }[]]>([
    ['cut \ud83d', [{ start: 4, end: 5 }]],
    ['\ude00\ud83d😀', [{ start: 0, end: 2 }]],
    [
      'a\udc00b\ud800c',
      [
        { start: 1, end: 2 },
        { start: 3, end: 4 },
      ],
    ],
    [`${'é'.repeat(20_000)}\ud83d.`, [{ start: 20_000, end: 20_001 }]],
    ['whole 😀', []],
  ])('tells halves of characters, however %j is cut', (text, halves) => {
    const guard = createGuard({ policy: { ...doing('flag'), broken: 'flag' }, detectors: [TERMS], clock: () => 0 });
    const { findings, text: out } = guard.check(text, { origin: 'user' });
    expect([findings, out]).toEqual([
      halves.map((half) => expect.objectContaining({ ...half, type: 'guard/broken-text' })),
      text,
    ]);
    const shut = guardOf([TERMS], 'flag').check(text, { origin: 'user' });
    expect(shut).toMatchObject(halves.length === 0 ? { action: 'allow', text } : { action: 'block', stopped: {} });
  });

  it('has halves of characters that do not depend on the cuts', () => {
    const texts = textsOf(['\ud83d', '\ude00', '😀', 'Acme', ' ', 'é', 'x'.repeat(70)]);
    expectEveryCutAlike(guardOf([TERMS], 'redact'), texts);
    expectEveryCutAlike(
      createGuard({ policy: { ...doing('redact'), broken: 'flag' }, detectors: [TERMS], clock: () => 0 }),
      texts,
    );
  });

  it('has blocks of code that do not depend on the cuts', () => {
    const pieces = [
      '```python\n',
      '```\n',
      '~~~\n',
      '\nSHOUT\n',
      '  ```js\nABC\n```\n',
      'Acme',
      '\n',
      'X\n'.repeat(9_000),
    ];
    const detector: UnitDetector = { ...shouting(false), unit: 'fence' };
    expectEveryCutAlike(guardOf([detector, TERMS], 'redact'), textsOf(pieces));
    expectEveryCutAlike(guardOf([detector, TERMS], 'flag'), textsOf(pieces));
  });

  it('lists ten thousand of a million findings and acts on all', () => {
    const answer = guardOf([TERMS]).check('Acme '.repeat(200_000), { origin: 'user' });
    expect([answer.findings.length, answer.unlisted]).toEqual([10_000, 190_000]);
    expect(answer.text.includes('Acme')).toBe(false);
  });

  it('takes a text of megabytes, in one piece or many', () => {
    const text = `${'lorem ipsum dolor sit amet '.repeat(150_000)}Acme`;
    const whole = guardOf([TERMS]).check(text, { origin: 'user' });
    expect(whole.findings).toHaveLength(1);
    const pieces = cutAt(
      text,
      Array.from({ length: 40 }, (_, at) => at * 100_003),
    );
    expect(streamed(guardOf([TERMS]), pieces).text).toBe(whole.text);
  });

  it('has sentences that do not depend on the cuts', () => {
    const pieces = ['GO AWAY.', 'Please stay.', 'STOP!', 'x'.repeat(700), 'A B C\n', '。', '你好！'];
    expectEveryCutAlike(guardOf([shouting(false), TERMS]), textsOf(pieces));
    expectEveryCutAlike(guardOf([shouting(true), TERMS], 'block'), textsOf(pieces));
    expectEveryCutAlike(guardOf([shouting(true), TERMS], 'flag'), textsOf(pieces));
    expectEveryCutAlike(guardOf([shouting(false), TERMS], 'truncate'), textsOf(pieces));
  });
});
