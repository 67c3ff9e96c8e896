import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINS, RETURNS } from './loaders.ts';
import { readTrace } from './trace.ts';

const begin = `7 access("${BEGINS}", F_OK) = -1 ENOENT (No such file or directory)`;
const acts = (...lines: readonly string[]) => readTrace([begin, ...lines]).acts;

/** Lines as strace 6.1 writes them. */
describe('reading what strace wrote', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['a program', '8 execve("/bin/sh", ["sh", "-c", "id\\n"], 0x7ffd /* 2 vars */) = 0', [['ran', '/bin/sh -c id\n']]],
    ['a program, begun', '8 execve("/usr/bin/id", ["id"], 0x55 /* 1 var */ <unfinished ...>', [['ran', '/usr/bin/id']]],
    [
      'the linker asking its own cache',
      '8 execve("/sbin/ldconfig", ["/sbin/ldconfig", "-p"], 0x5 /* 1 var */) = 0',
      [],
    ],
    [
      'a connection',
      '7 connect(3, {sa_family=AF_INET, sin_port=htons(4444), sin_addr=inet_addr("127.0.0.9")}, 16) = -1 ECONNREFUSED (Connection refused)',
      [['connected', '127.0.0.9:4444']],
    ],
    [
      'a connection by IPv6',
      '7 connect(3, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = -1',
      [['connected', '[::1]:80']],
    ],
    [
      'a question to a name server',
      '7 sendto(3, "\\22\\341\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0\\4evil\\7example\\0\\0\\1\\0\\1", 30, MSG_NOSIGNAL, NULL, 0) = 30',
      [['looked-up', 'evil.example']],
    ],
    [
      'libc asking for a route',
      '7 connect(3, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
      [],
    ],
    [
      'libc asking for a user',
      '7 connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT',
      [],
    ],
    [
      'another socket',
      '7 connect(3, {sa_family=AF_UNIX, sun_path="/run/docker.sock"}, 110) = -1 ENOENT',
      [['connected', 'unix:/run/docker.sock']],
    ],
    ['a file written', '7 openat(AT_FDCWD, "/tmp/x", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 3', [['wrote', '/tmp/x']]],
    ['a file read', '7 openat(AT_FDCWD, "/usr/lib/python3/os.py", O_RDONLY|O_CLOEXEC) = 3', []],
    [
      'a key',
      '7 openat(AT_FDCWD, "/home/a/.ssh/id_ed25519", O_RDONLY|O_CLOEXEC) = -1 ENOENT',
      [['read', '/home/a/.ssh/id_ed25519']],
    ],
    ['the bin', '7 openat(AT_FDCWD, "/dev/null", O_RDWR) = 3', []],
    ['a file renamed', '7 rename("/tmp/a", "/tmp/b") = 0', [['changed', '/tmp/a → /tmp/b']]],
    ['a way out', '7 unshare(CLONE_NEWUSER) = -1 EPERM (Operation not permitted)', [['refused', 'unshare']]],
    ['a signal', '7 kill(1, SIGKILL) = 0', [['signalled', 'SIGKILL to 1']]],
    ['the rest of a call', '7 <... execve resumed>) = 0', []],
  ])('%s', (_, line, expected) => {
    expect(acts(line).map(({ kind, what }) => [kind, what])).toEqual(expected);
  });

  it('hears nothing before the model was touched', () => {
    const trace = readTrace(['7 execve("/usr/bin/python3", ["python3"], 0x5 /* 1 var */) = 0', begin]);
    expect(trace).toEqual({ began: true, returned: false, acts: [], more: false });
  });

  it('knows whether the call came back', () => {
    expect(readTrace([begin, `7 access("${RETURNS}", F_OK) = -1 ENOENT`]).returned).toBe(true);
  });

  it('tells each act once, and that there were more than it tells', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `7 creat("/tmp/${at % 250}", 0600) = 3`);
    const trace = readTrace([begin, ...lines]);
    expect(trace.acts).toHaveLength(200);
    expect(trace.more).toBe(true);
  });

  it('takes any lines at all', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((rest) => `7 execve(${rest}`),
            fc.string().map((rest) => `7 sendto(3, "${rest}`),
          ),
        ),
        (lines) => {
          expect(readTrace([begin, ...lines]).began).toBe(true);
        },
      ),
    );
  });
});
