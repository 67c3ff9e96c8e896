import { describe, expect, it } from 'vitest';
import { type Processor, seccompFilter } from './seccomp.ts';

const ARCHITECTURE: Readonly<Record<Processor, number>> = { x64: 0xc000003e, arm64: 0xc00000b7 };

/** Runs a classic BPF program on one system call, as the kernel would (Documentation/networking/filter.rst). */
function answerOf(processor: Processor, number: number, argument = 0, architecture = ARCHITECTURE[processor]): number {
  const program = Buffer.from(seccompFilter(processor));
  const data: Readonly<Record<number, number>> = { 0: number, 4: architecture, 16: argument };
  let loaded = 0;
  for (let at = 0; at < program.length / 8; at++) {
    const code = program.readUInt16LE(at * 8);
    const [ifTrue, ifFalse] = [program.readUInt8(at * 8 + 2), program.readUInt8(at * 8 + 3)];
    const value = program.readUInt32LE(at * 8 + 4);
    if (code === 0x06) return value;
    if (code === 0x20) loaded = data[value] ?? Number.NaN;
    else {
      const met = code === 0x15 ? loaded === value : code === 0x35 ? loaded >= value : (loaded & value) !== 0;
      at += met ? ifTrue : ifFalse;
    }
  }
  throw new RangeError('the program runs past its end');
}

const ALLOW = 0x7fff0000;
const REFUSE = 0x00050001;
const UNKNOWN = 0x00050026;
const KILL = 0x80000000;

/** Numbers from the tables of Linux: x86-64, arm64. */
describe('the filter of system calls', () => {
  it.each<[string, number, number, number]>([
    ['read', 0, 63, ALLOW],
    ['openat', 257, 56, ALLOW],
    ['execve', 59, 221, ALLOW],
    ['ptrace', 101, 117, REFUSE],
    ['mount', 165, 40, REFUSE],
    ['unshare', 272, 97, REFUSE],
    ['bpf', 321, 280, REFUSE],
    ['clone3', 435, 435, UNKNOWN],
    ['io_uring_setup', 425, 425, UNKNOWN],
  ])('%s', (_, x64, arm64, expected) => {
    expect(answerOf('x64', x64)).toBe(expected);
    expect(answerOf('arm64', arm64)).toBe(expected);
  });

  it.each([
    ['a thread', 0x003d0f00, ALLOW],
    ['a user namespace', 0x10000000, REFUSE],
    ['a network', 0x40000011, REFUSE],
  ])('clone for %s', (_, flags, expected) => {
    expect(answerOf('x64', 56, flags)).toBe(expected);
    expect(answerOf('arm64', 220, flags)).toBe(expected);
  });

  it('kills calls of another architecture, and of the x32 ABI', () => {
    expect(answerOf('x64', 11, 0, 0x40000003)).toBe(KILL);
    expect(answerOf('x64', 0x40000000 + 59)).toBe(KILL);
  });
});
