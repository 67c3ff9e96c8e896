import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../src/contract/control/operation.ts';
import { OPERATION_NAMES, OPERATIONS, type OperationName } from '../../src/contract/control/operations.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { ROLE_NAMES } from '../../src/domain/people.ts';
import { NO_DATABASE, PASSWORD, type Signed, serverIn, signIn } from '../support/control.ts';
import { sampledFrom } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';

const home = scratchFolder();
let running: Running;
let admin: Signed;
/** What is really there, by the name under which operations ask for it: hostile texts beside it get further. */
const THERE: Record<string, string> = {};

const HOSTILE = [
  `'; drop table people; --`,
  `1' or '1'='1`,
  `$1`,
  `\0`,
  `\ud800`,
  `../../../etc/passwd`,
  `<img src=x onerror=alert(1)>`,
  `__proto__`,
  `%27%00%2e%2e`,
  `\u202e\u0007`,
  'x'.repeat(5000),
];

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function inputOf(name: OperationName): Schema {
  const operation: Operation = OPERATIONS[name];
  return z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
}

/** Something that fits; each text in it is `text`, or where that is null, as good as may be. */
function sample(schema: Schema, key: string, text: string | null): unknown {
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return sample(first, key, text);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return text ?? schema.enum[0];
  if (schema.type === 'object') {
    const members = Object.entries(schema.properties ?? {});
    return Object.fromEntries(members.map(([name, inner]) => [name, sample(inner, name, text)]));
  }
  if (schema.type === 'array') return schema.items === undefined ? [] : [sample(schema.items, key, text)];
  if (schema.type === 'string') return text ?? THERE[key] ?? 'x';
  return schema.type === 'boolean' ? false : 1;
}

async function ask(name: OperationName, input: Record<string, unknown>) {
  const { method, path } = OPERATIONS[name];
  const rest = { ...input };
  const filled = path.replaceAll(/:(\w+)/g, (_, key: string) => {
    const { [key]: value } = rest;
    delete rest[key];
    // `fetch` takes no half of a character in an address.
    return encodeURIComponent(String(value).toWellFormed()) || '-';
  });
  const url = new URL(filled, running.address);
  if (method === 'GET') for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value));
  const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(rest) }) });
  return { status: response.status, text: await response.text() };
}

/** Operations after which nothing of the rest could be tried. */
const LAST = new Set<OperationName>(['session.close', 'organisation.add']);

describe.skipIf(NO_DATABASE !== null)('hostile input', () => {
  beforeAll(async () => {
    running = await serverIn(join(home, 'server'));
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    const { call } = admin;
    const victim = { email: 'victim@example.org', name: 'Victim', password: PASSWORD, roles: [...ROLE_NAMES] };
    const person = (await call('person.add', victim)).id;
    const request = { direction: 'adopt', reference: 'plover-1m', owner: person, role: 'deployer' } as const;
    const { id } = await call('request.open', { ...request, use: { exposure: 'internal' } });
    const rest = rests();
    for (;;) {
      const { state, dossier } = await call('request.show', { request: id });
      THERE.dossier = dossier ?? '';
      if (state !== 'vetting') break;
      await rest();
    }
    const incident = await call('incident.open', { request: id, title: 'x', text: 'x' });
    const channel = await call('channel.open', { name: 'there', environment: 'x' });
    const ids = { person, owner: person, request: id, incident: incident.id, channel: channel.name };
    Object.assign(THERE, ids, { team: (await call('team.add', { name: 'x', members: [] })).id });
  });
  afterAll(() => running?.stop());

  it.each(OPERATION_NAMES.filter((name) => !LAST.has(name)).map((name, at) => ({ name, at })))(
    'in any text of $name is answered, and breaks nothing',
    async ({ name, at }) => {
      const schema = inputOf(name);
      const good = sample(schema, '', null) as Record<string, unknown>;
      // Other ones in each operation: each text is tried in a third of them, and alone in every second member.
      const texts = sampledFrom(HOSTILE, 3, at);
      const inputs = texts.map((text) => sample(schema, '', text) as Record<string, unknown>);
      for (const key of Object.keys(schema.properties ?? {})) {
        // One alone, so that it is not another one that is refused.
        for (const text of sampledFrom(HOSTILE.slice(0, 2), 2, at))
          inputs.push({ ...good, [key]: sample(schema.properties?.[key] ?? {}, key, text) });
      }
      for (const input of inputs) {
        const { status, text } = await ask(name, input);
        const broke = status >= 500 ? { input, status, text } : null;
        expect(broke).toBeNull();
        // What is said of a mistake is a problem document, and holds no statement and no path of ours.
        if (status >= 400) expect(JSON.parse(text)).toMatchObject({ status, code: expect.any(String) });
        expect(text).not.toMatch(/syntax error at|relation "|node_modules|at \S+ \(/);
      }
    },
  );

  it('leaves everything there, and a log that holds', async () => {
    expect((await admin.call('person.list', {})).items.map(({ id }) => id)).toContain(THERE.person);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
    expect((await admin.call('me.show', {})).roles).toEqual([...ROLE_NAMES]);
  });

  it('has no member that nobody asked for, however deep it lies', () => {
    const open = OPERATION_NAMES.flatMap((name) => openIn(inputOf(name), name));
    // A vetting travels whole: it must hash to its own digest.
    expect(open).toEqual(['dossier.push.document']);
  });

  it('names no model by a scheme that is none of ours', async () => {
    const request = { direction: 'adopt', owner: THERE.person ?? '', role: 'deployer', use: {} } as const;
    for (const reference of ['http://example.org/x.gguf', 'file:///etc/passwd', 'ftp://example.org/x', 'hf:../../x'])
      expect(await admin.call('request.open', { ...request, reference }).catch(({ code }) => String(code))).not.toBe(
        'bug',
      );
  });
});

/** Objects that take members which they do not name. */
function openIn(schema: Schema, at: string): readonly string[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, one]) => openIn(one, `${at}.${key}`));
  const others = [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.items === undefined ? [] : [schema.items]),
  ];
  const own = schema.type === 'object' && schema.additionalProperties !== false ? [at] : [];
  return [...own, ...inner, ...others.flatMap((one) => openIn(one, at))];
}
