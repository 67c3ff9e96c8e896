import type { OutputOf } from '../../../../src/contract/control/operations.ts';
import type { NameOf } from '../../frame/people.tsx';
import { Link } from '../../frame/router.tsx';
import { Badge, stateWord } from '../../parts/badge.tsx';
import { ModelName, Name, When } from '../../parts/text.tsx';

type Request = OutputOf<'request.list'>['items'][number];

/** Of what is settled, as many as are still news. */
const SETTLED = 12;

/** What waits for you, for others, and what was settled last. */
export function Queue({
  groups: { mine, others, running, settled },
  shown,
  nameOf,
}: {
  readonly groups: Readonly<Record<'mine' | 'others' | 'running' | 'settled', readonly Request[]>>;
  readonly shown: string;
  readonly nameOf: NameOf;
}) {
  const list = (requests: readonly Request[]) => (
    <ul className="queue">
      {requests.map((request) => (
        <Row key={request.id} request={request} current={request.id === shown} nameOf={nameOf} />
      ))}
    </ul>
  );
  return (
    <section className="panel" aria-labelledby="queue-h">
      <div className="panel-head">
        <h2 id="queue-h">Waits for you</h2>
        <span className="count">
          {mine.length} of {mine.length + others.length}
        </span>
      </div>
      {mine.length === 0 ? <p className="panel-body soft small">Nothing.</p> : list(mine)}
      <div className="wide-only">
        {(
          [
            ['Waits for others', others],
            ['Being vetted', running],
            ['Settled', settled.slice(0, SETTLED)],
          ] as const
        )
          .filter(([, requests]) => requests.length > 0)
          .map(([title, requests]) => (
            <div key={title}>
              <div className="panel-head">
                <h3>{title}</h3>
                <span className="count">{requests.length}</span>
              </div>
              {list(requests)}
            </div>
          ))}
        <p className="panel-foot">
          <span className="kbd">J</span> <span className="kbd">K</span> next and previous,{' '}
          <span className="kbd">R</span> rule
        </p>
      </div>
    </section>
  );
}

function Row({
  request: { id, reference, state, requestedAt, requestedBy },
  current,
  nameOf,
}: {
  readonly request: Request;
  readonly current: boolean;
  readonly nameOf: NameOf;
}) {
  return (
    <li>
      <Link to={`/review/${id}`} aria-current={current ? 'page' : undefined}>
        <b>
          <ModelName>{reference}</ModelName>
        </b>
        <span className="row">
          <Badge {...stateWord(state)} />
          <When at={requestedAt} />
        </span>
        <span className="row">
          <span>
            by <Name>{nameOf(requestedBy)}</Name>
          </span>
        </span>
      </Link>
    </li>
  );
}
