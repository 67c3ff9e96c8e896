import { connect, type Socket } from 'node:net';

/** What became of the connections of an attack. */
export interface Tally {
  opened: number;
  /** Closed by the gateway, or by the kernel for it. */
  closed: number;
  /** Answers by their status. */
  readonly answers: Record<string, number>;
  /** How long it went on. */
  seconds: number;
}

export interface Attack {
  readonly name: string;
  /** Seconds that it goes on, on a machine that has nothing else to do; where it does not hold by then, four times as long. */
  readonly seconds: number;
  /** How it is bounded, and so what is to be seen. */
  readonly bounded: string;
  readonly holds: (tally: Tally) => boolean;
  readonly start: (world: World) => void;
}

interface World {
  /** Opens a connection, says this, and then `more` every second while it is open. */
  readonly open: (first: string, more?: (socket: Socket) => void) => void;
  /** Opens so many at once, says this and goes on by `then`; when one is closed another is opened. */
  readonly again: (atOnce: number, first: string, then?: (socket: Socket) => void) => void;
}

const HEAD = 'POST /v1/chat/completions HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer wbk_hostile\r\n';
const call = (content: string, stream: boolean): string => {
  const body = JSON.stringify({ model: 'tiny', messages: [{ role: 'user', content }], ...(stream ? { stream } : {}) });
  return `${HEAD}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};
const SMUGGLED = [
  `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  `${HEAD}Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}`,
  `${HEAD}X-Note: one\r\n Transfer-Encoding: chunked\r\n\r\n`,
  `${HEAD.replaceAll('\r\n', '\n')}Content-Length: 0\n\n`,
  `${HEAD}Host: other\r\nContent-Length: 2\r\n\r\n{}`,
];
const MEBIBYTE = Buffer.alloc(1_048_576, 0x20);
const pump = (piece: Buffer) => (socket: Socket) => {
  const more = (): void => {
    while (!socket.destroyed && socket.writable) if (!socket.write(piece)) return void socket.once('drain', more);
  };
  more();
};
const only = ({ answers }: Tally, ...statuses: readonly string[]): boolean =>
  Object.keys(answers).length > 0 && Object.keys(answers).every((status) => statuses.includes(status));

const sum = ({ answers }: Tally): number => Object.values(answers).reduce((all, count) => all + count, 0);

const isAbout = (wanted: number, count: number): boolean => count >= wanted && count < 2 * wanted;

export const ATTACKS: readonly Attack[] = [
  {
    name: 'slow heads: 2,000 callers, a header each second',
    seconds: 24,
    bounded: 'closed after 15 to 20 s',
    holds: ({ opened, closed }) => closed === opened,
    start: ({ open }) => {
      for (let at = 0; at < 2_000; at++) open(HEAD, (socket) => socket.write('X-Note: 1\r\n'));
    },
  },
  {
    name: '5,000 connections that say nothing',
    seconds: 24,
    bounded: 'closed after 15 to 20 s',
    holds: ({ opened, closed }) => closed === opened,
    start: ({ open }) => {
      for (let at = 0; at < 5_000; at++) open('');
    },
  },
  {
    name: 'slow bodies: 2,000 callers, a byte each second',
    seconds: 68,
    bounded: 'closed after 60 to 65 s',
    holds: ({ opened, closed }) => closed === opened,
    start: ({ open }) => {
      for (let at = 0; at < 2_000; at++) open(`${HEAD}Content-Length: 1000\r\n\r\n{`, (socket) => socket.write(' '));
    },
  },
  {
    name: '10,000 streams that say nothing, on a key with 200 at once',
    seconds: 15,
    // Whose last word is held for ten seconds has its stream ended, and on a full machine somebody else comes late enough for the place.
    bounded: '200 at once are served, the others are told 429',
    holds: (tally) => only(tally, '200', '429') && sum(tally) === 10_000 && isAbout(200, tally.answers['200'] ?? 0),
    start: ({ open }) => {
      for (let at = 0; at < 10_000; at++) open(call('idle', true));
    },
  },
  {
    name: 'bodies of a gigabyte, 20 at once',
    seconds: 8,
    bounded: '413 before the body comes',
    holds: (tally) => only(tally, '413'),
    start: ({ again }) => again(20, `${HEAD}Content-Length: 1073741824\r\n\r\n`, pump(MEBIBYTE)),
  },
  {
    name: 'bodies without an end, 5 at once',
    seconds: 8,
    bounded: '413 after 32 MiB',
    holds: (tally) => only(tally, '413'),
    start: ({ again }) =>
      again(
        5,
        `${HEAD}Transfer-Encoding: chunked\r\n\r\n`,
        pump(Buffer.concat([Buffer.from('100000\r\n'), MEBIBYTE, Buffer.from('\r\n')])),
      ),
  },
  {
    name: 'heads of 1 MB, 20 at once',
    seconds: 8,
    bounded: '431 after 16 KiB',
    holds: (tally) => only(tally, '431'),
    start: ({ again }) => again(20, `${HEAD}X-Note: ${'x'.repeat(1_000_000)}`),
  },
  {
    name: 'smuggled heads of five kinds, 20 at once',
    seconds: 8,
    bounded: '400 and closed',
    holds: (tally) => only(tally, '400'),
    start: ({ again }) => {
      for (const bytes of SMUGGLED) again(4, bytes);
    },
  },
  {
    name: '100 calls in one piece, 10 connections at once',
    seconds: 8,
    bounded: 'answered, one after the other',
    holds: (tally) => only(tally, '200', '429'),
    start: ({ again }) =>
      again(10, call('hello', false).repeat(99) + call('hello', false).replace('\r\n', '\r\nConnection: close\r\n')),
  },
];

const ANSWER = /HTTP\/1\.1 (\d{3})/g;

/** Attacks for its time, and tells what came of it. */
export async function attack({ start, seconds, holds }: Attack, port: number): Promise<Tally> {
  const tally: Tally = { opened: 0, closed: 0, answers: {}, seconds };
  const sockets = new Set<Socket>();
  let over = false;
  const connection = (first: string, closed: () => void): Socket => {
    const socket = connect(port, '127.0.0.1');
    tally.opened++;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      for (const [, status = ''] of data.toString('latin1').matchAll(ANSWER))
        tally.answers[status] = (tally.answers[status] ?? 0) + 1;
    });
    socket.on('close', () => {
      sockets.delete(socket);
      if (over) return;
      tally.closed++;
      closed();
    });
    if (first !== '') socket.write(first);
    return socket;
  };
  const again = (first: string, then: (socket: Socket) => void): void => {
    if (!over) then(connection(first, () => setTimeout(() => again(first, then), 20)));
  };
  start({
    open: (first, more) => {
      const socket = connection(first, () => {});
      if (more === undefined) return;
      const timer = setInterval(() => more(socket), 1_000);
      socket.once('close', () => clearInterval(timer));
    },
    again: (atOnce, first, then = () => {}) => {
      for (let at = 0; at < atOnce; at++) again(first, then);
    },
  });
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time * 1_000));
  await pause(seconds);
  for (; !holds(tally) && tally.seconds < 4 * seconds; tally.seconds++) await pause(1);
  over = true;
  for (const socket of sockets) socket.destroy();
  return tally;
}
