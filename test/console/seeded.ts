import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Running } from '../../src/contract/control/up.ts';
import { settled } from '../support/company.ts';
import { PASSWORD, passable, type Signed, serverIn, signIn, somebody } from '../support/control.ts';

/** What a publisher with bad manners calls a model, and writes on its card. */
export const HOSTILE_NAME = 'harmless\u202Egnp<img src=x onerror=alert(1)>\u200B';
/** What somebody writes wherever a text is asked for. */
export const HOSTILE_TEXT = `"><img src=x onerror=alert(2)><script>alert(3)</script><a href="javascript:alert(4)">x</a>`;
const HOSTILE_CARD = `---
license: "</script><script>alert('card')</script>"
language: en
---
# <img src=x onerror="alert('heading')"> [click](javascript:alert(1))
`;

export interface Seeded {
  readonly running: Running;
  readonly admin: Signed;
  readonly requester: Signed;
  readonly security: Signed;
  readonly requests: Readonly<Record<'admitted' | 'denied' | 'review' | 'ruled' | 'failed' | 'hostile', string>>;
}

/** A server with people, and requests in every state. */
export async function seeded(home: string): Promise<Seeded> {
  const models = join(passable(home), 'models');
  mkdirSync(models);
  for (const name of ['plover-1m', 'plover-1m-harbour', 'plover-1m-tainted'])
    cpSync(join('examples/models', name), join(models, name), { recursive: true });
  cpSync('examples/models/plover-1m-harbour', join(models, HOSTILE_NAME), { recursive: true });
  writeFileSync(join(models, HOSTILE_NAME, 'README.md'), HOSTILE_CARD);
  mkdirSync(join(models, 'notes'));
  writeFileSync(join(models, 'notes', 'todo.txt'), 'No model here.');
  const running = await serverIn(join(home, 'server'), { models });
  if (running.first === null) throw new Error('no first sign-in');
  const admin = await signIn(running.address, running.first.email, running.first.password);
  const requester = await somebody(running.address, admin.call, 'Requester Rosa', ['requester']);
  const security = await somebody(running.address, admin.call, 'Security Sam', [
    'security',
    'auditor',
    'requester',
    'release-manager',
  ]);
  const legal = await somebody(running.address, admin.call, 'Legal Lea', ['legal', 'reviewer']);
  const mallory = await admin.call('person.add', {
    email: 'mallory@example.org',
    name: HOSTILE_TEXT,
    password: PASSWORD,
    roles: [],
  });
  const ask = async (reference: string, purpose = 'Sort incoming motor claims', owner = requester.id) => {
    const opened = await requester.call('request.open', {
      direction: 'adopt',
      reference,
      policy: 'default',
      role: 'deployer',
      use: { exposure: 'internal', purpose },
      owner,
    });
    return settled(admin.call, opened.id);
  };
  const denied = await ask('plover-1m-tainted');
  const failed = await ask('notes');
  const hostile = await ask(HOSTILE_NAME, HOSTILE_TEXT, mallory.id);
  const ruled = await ask('plover-1m-harbour');
  const review = await ask('plover-1m-harbour');
  // After what was made from it: whose base is known, nobody need rule on.
  const admitted = await ask('plover-1m');
  await legal.call('request.rule', {
    request: ruled.id,
    role: 'legal',
    ruling: 'admitted',
    reason: 'The licence allows internal use, and the base is registered here.',
    dossier: ruled.dossier ?? '',
  });
  await legal.call('request.rule', {
    request: hostile.id,
    role: 'legal',
    ruling: 'admitted',
    reason: HOSTILE_TEXT,
    dossier: hostile.dossier ?? '',
  });
  for (const name of ['candidate', 'production']) await admin.call('channel.open', { name, environment: name });
  await admin.call('channel.freeze', { channel: 'production', reason: `Quarter’s end ${HOSTILE_TEXT}` });
  await admin.call('release.promote', { channel: 'candidate', request: admitted.id });
  return {
    running,
    admin,
    requester,
    security,
    requests: {
      admitted: admitted.id,
      denied: denied.id,
      review: review.id,
      ruled: ruled.id,
      failed: failed.id,
      hostile: hostile.id,
    },
  };
}
