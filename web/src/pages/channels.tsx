import { useState } from 'react';
import type { OutputOf } from '../../../src/contract/control/operations.ts';
import { useAnswer } from '../frame/answers.ts';
import { type NameOf, useMe, usePeople } from '../frame/people.tsx';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { Head } from '../parts/page.tsx';
import { Answered, Callout, Empty } from '../parts/states.tsx';
import { ModelName, Name, When } from '../parts/text.tsx';
import { PromoteSheet, RollbackSheet } from './release-sheets.tsx';

export type Channel = OutputOf<'channel.list'>['items'][number];
export type Release = Channel['serving'][number];

/** Each channel with what serves on it, what served before, and the way back. */
export function Channels() {
  const { nameOf } = usePeople();
  const asked = useAnswer('channel.list', {}, { every: 10_000 });
  const items = asked.answer.kind === 'ready' ? asked.answer.output.items : [];
  return (
    <>
      <Head title={news(items)} tab="Channels">
        Each channel serves its newest release. Rolling back brings back the newest before it that may still serve.
      </Head>
      <Answered asked={asked} what="channels">
        {({ items: channels }) =>
          channels.length === 0 ? (
            <Empty title="There is no channel yet">
              <p>
                A release manager opens one: <code>weighbridge channel open production --environment production</code>
              </p>
            </Empty>
          ) : (
            <section aria-label="Channels">
              {channels.map((channel) => (
                <Lane key={channel.name} channel={channel} nameOf={nameOf} />
              ))}
            </section>
          )
        }
      </Answered>
    </>
  );
}

function news(channels: readonly Channel[]): string {
  const barred = channels.filter(({ serving }) => serving.some((release) => release.barred !== null));
  const frozen = channels.filter((channel) => channel.frozen !== null);
  const [first] = barred;
  if (first !== undefined)
    return barred.length === 1
      ? `${first.name} serves what may not serve`
      : `${barred.length} channels serve what may not serve`;
  if (frozen.length > 0)
    return frozen.length === 1
      ? `${frozen[0]?.name} is frozen; the rest is steady`
      : `${frozen.length} channels are frozen`;
  return channels.length === 0 ? 'Channels' : 'Every channel is steady';
}

function Lane({ channel, nameOf }: { readonly channel: Channel; readonly nameOf: NameOf }) {
  const me = useMe();
  const [open, setOpen] = useState<'promote' | 'rollback' | null>(null);
  const history = useAnswer('release.list', { channel: channel.name, limit: 6 });
  const releases = history.answer.kind === 'ready' ? history.answer.output.items.toReversed() : [];
  const serving = new Set(channel.serving.map(({ id }) => id));
  const [newest] = channel.serving;
  const mayRelease = me.roles.includes('release-manager');
  const mayGoBack = mayRelease || me.roles.includes('security');
  const heading = `lane-${channel.name}`;
  return (
    <article className="lane" aria-labelledby={heading}>
      <div className="lane-head">
        <h2 id={heading} className="lane-name">
          <Name>{channel.name}</Name>
          {channel.frozen === null ? null : (
            <span className="state">
              <Icon name="lock" />
              frozen
            </span>
          )}
        </h2>
        <p className="small soft">
          <Name>{channel.environment}</Name>, for {channel.access}
        </p>
        {newest === undefined ? (
          <p className="none">nothing serves</p>
        ) : (
          <Weight release={newest} channel={channel.name} />
        )}
        {mayRelease ? (
          <button
            type="button"
            className="button"
            onClick={() => setOpen('promote')}
            disabled={channel.frozen !== null}
          >
            <Icon name="arrow" />
            Promote…
          </button>
        ) : null}
        {mayGoBack && newest !== undefined ? (
          <button
            type="button"
            className={newest.barred === null ? 'button' : 'button button-danger'}
            onClick={() => setOpen('rollback')}
          >
            <Icon name="rollback" />
            Roll back…
          </button>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard, too. */}
      <section className="run" tabIndex={0} aria-label={`Releases on ${channel.name}`}>
        {channel.frozen === null ? null : (
          <Callout icon="lock">
            <p>
              <strong>Frozen</strong> by <Name>{nameOf(channel.frozen.by)}</Name>, <When at={channel.frozen.at} />:{' '}
              <Name>{channel.frozen.reason}</Name>
            </p>
          </Callout>
        )}
        {releases.map((release, at) => (
          <span key={release.id} className="contents">
            {at === 0 ? null : (
              <span className="link">
                <Icon name="arrow" />
              </span>
            )}
            <One release={release} now={serving.has(release.id)} nameOf={nameOf} />
          </span>
        ))}
        {releases.length === 0 ? <p className="soft">Releases appear here as they are made.</p> : null}
      </section>
      {open === 'promote' ? <PromoteSheet channel={channel} close={() => setOpen(null)} /> : null}
      {open === 'rollback' && newest !== undefined ? (
        <RollbackSheet channel={channel.name} now={newest} close={() => setOpen(null)} />
      ) : null}
    </article>
  );
}

function Weight({ release: { share }, channel }: { readonly release: Release; readonly channel: string }) {
  return (
    <div className="weight">
      <b>
        {share} % <small>of calls</small>
      </b>
      <svg
        viewBox="0 0 200 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={`The newest release on ${channel} takes ${share} percent of its calls`}
      >
        <rect className="rail" x=".5" y=".5" width="199" height="7" rx="3.5" />
        <rect className="load" width={share * 2} height="8" rx="3.5" />
      </svg>
    </div>
  );
}

function One({ release, now, nameOf }: { readonly release: Release; readonly now: boolean; readonly nameOf: NameOf }) {
  return (
    <div className={now ? 'release release-now' : 'release'}>
      <b>
        <ModelName>{release.model}</ModelName>
      </b>
      <span className="soft">
        <When at={release.at} />
      </span>
      {release.barred === null ? (
        <Badge tone="admit" label={now ? 'serves' : 'admitted'} />
      ) : (
        <Badge tone="deny" label={release.barred} />
      )}
      <span className="soft">
        {release.cause === 'rollback' ? 'rolled back' : 'promoted'} by <Name>{nameOf(release.by)}</Name>
      </span>
      <span className="hash">{release.manifest.slice(7, 19)}…</span>
    </div>
  );
}
