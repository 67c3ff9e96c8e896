import type { Running } from '../../src/contract/control/up.ts';
import { type Signed, signIn, somebody } from './control.ts';
import { rests } from './until.ts';

/**
 * A little of everything that people do on a server, so that most of its tables have rows: two models released and one
 * rolled back, people, a team, a webhook, a person forgotten, the log signed. `models`: what `modelsIn` made.
 */
export async function actALittle({ address, first }: Running): Promise<Signed> {
  if (first === null) throw new Error('no first sign-in');
  const admin = await signIn(address, first.email, first.password);
  const [asks, secures, judges, releases, leaves] = await Promise.all([
    somebody(address, admin.call, 'Asks', ['requester']),
    somebody(address, admin.call, 'Secures', ['security']),
    somebody(address, admin.call, 'Judges', ['legal']),
    somebody(address, admin.call, 'Releases', ['release-manager']),
    somebody(address, admin.call, 'Leaves', ['auditor']),
  ]);
  await admin.call('team.add', { name: 'Claims', members: [asks.id] });
  await admin.call('webhook.add', { url: 'https://ci.example.com/hook', kinds: ['nothing.'] });
  const admitted = async (reference: string): Promise<string> => {
    const what = { direction: 'adopt', reference, role: 'deployer', owner: asks.id } as const;
    const { id } = await asks.call('request.open', { ...what, use: { exposure: 'hosted' } });
    const rest = rests();
    for (;;) {
      const { state, dossier } = await admin.call('request.show', { request: id });
      if (state === 'admitted') return id;
      if (state === 'review') {
        const ruling = {
          request: id,
          ruling: 'admitted',
          reason: 'Fine, said Müller.',
          dossier: dossier ?? '',
        } as const;
        await secures.call('request.rule', { ...ruling, role: 'security' });
        await judges.call('request.rule', { ...ruling, role: 'legal' });
      } else if (state !== 'vetting') throw new Error(`${reference} is ${state}`);
      await rest();
    }
  };
  const [one, other] = [await admitted('plover-1m'), await admitted('heron')];
  await releases.call('channel.open', { name: 'production', environment: 'production' });
  for (const request of [one, other]) await releases.call('release.promote', { channel: 'production', request });
  await releases.call('release.rollback', { channel: 'production', reason: 'It answered slowly.' });
  await admin.call('person.erase', { person: leaves.id });
  await admin.call('organisation.add', { name: 'acme', email: 'ada@acme.example' });
  await admin.call('audit.checkpoint', {});
  return admin;
}
