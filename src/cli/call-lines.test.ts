import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../../test/support/any-text.ts';
import { cases } from '../../test/support/deep.ts';
import type { GatewayCall } from '../contract/gateway.ts';
import { jsonLine, writtenTogether } from './call-lines.ts';

const name = fc.option(anyText(), { nil: null });
const count = fc.option(fc.nat(), { nil: null });
const members = {
  at: fc.constant('2026-11-28T16:00:00.000Z'),
  requestId: anyText(),
  key: name,
  surface: name,
  channel: name,
  fallbackFrom: name,
  release: name,
  status: fc.nat(599),
  code: name,
  stream: fc.boolean(),
  milliseconds: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  firstByte: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { nil: null }),
  inputTokens: count,
  outputTokens: count,
  found: fc.array(anyText()),
  consent: fc.option(
    fc.record({
      recording: fc.constantFrom('given' as const, 'refused' as const, 'unknown' as const),
      optedOut: fc.boolean(),
      by: fc.array(anyText()),
    }),
    { nil: null },
  ),
  trace: name,
};
const calls: fc.Arbitrary<GatewayCall> = fc.oneof(fc.record(members), fc.record({ ...members, shadow: fc.boolean() }));

it('writes a call in one line of JSON that reads as the call', () => {
  fc.assert(
    fc.property(calls, (call) => {
      const line = jsonLine(call);
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(call)));
    }),
    { numRuns: cases(100) },
  );
});

it('takes no call for one like the call before', () => {
  fc.assert(
    fc.property(calls, calls, (call, other) => {
      for (const [name, value] of Object.entries(other)) {
        jsonLine(call);
        const next = { ...call, [name]: value };
        expect(JSON.parse(jsonLine(next))).toEqual(JSON.parse(JSON.stringify(next)));
      }
    }),
    { numRuns: cases(30) },
  );
});

it('writes lines of one turn at once, in their order', async () => {
  const written: string[] = [];
  const lines = writtenTogether({ write: (text: string) => written.push(text) > 0 } as never);
  lines.add('one\n');
  lines.add('two\n');
  await new Promise(setImmediate);
  lines.add('three\n');
  lines.write();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});
