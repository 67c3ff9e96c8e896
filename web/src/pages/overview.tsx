import type { OutputOf } from '../../../src/contract/control/operations.ts';
import { OUTCOME_WORDS, plural } from '../../../src/reports/words.ts';
import { useAnswer } from '../frame/answers.ts';
import { type Me, type NameOf, useMe, usePeople } from '../frame/people.tsx';
import { Link } from '../frame/router.tsx';
import { Badge, stateWord } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { Head, Panel } from '../parts/page.tsx';
import { Answered, Empty, Loading } from '../parts/states.tsx';
import { Code, ModelName, Name, When } from '../parts/text.tsx';

type Request = OutputOf<'request.list'>['items'][number];

const TODAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
/** Rows of a list that has a page of its own. */
const ROWS = 8;

/** What waits for you, what was asked for, and what was found last. */
export function Overview() {
  const me = useMe();
  const { nameOf } = usePeople();
  const requests = useAnswer('request.list', { limit: 100 }, { every: 5_000 });
  const all = requests.answer.kind === 'ready' ? requests.answer.output.items : null;
  const mine = all?.filter((request) => waitsFor(me, request)) ?? [];
  return (
    <>
      <Head
        title={news(mine.length, all)}
        tab="Overview"
        actions={
          <Link className="button button-primary" to="/models?vet">
            <Icon name="scale" />
            Vet a model
          </Link>
        }
      >
        {TODAY.format(new Date())}.{all === null ? '' : ` ${tallied(all)}`}
      </Head>
      <Panel
        title="Waits for you"
        note={`as ${me.roles.filter((role) => RULING.has(role)).join(', ') || me.roles[0] || 'a reader'}`}
      >
        <Answered asked={requests} what="requests">
          {() => (mine.length === 0 ? <Nothing /> : <Waiting requests={mine} nameOf={nameOf} />)}
        </Answered>
      </Panel>
      <div className="cols">
        <Panel title="Asked for" note={<Link to="/review">Review queue</Link>}>
          {all === null ? <Loading what="requests" /> : <Asked requests={all.slice(0, ROWS)} nameOf={nameOf} />}
        </Panel>
        <LastVetted />
      </div>
    </>
  );
}

const RULING: ReadonlySet<string> = new Set(['reviewer', 'security', 'legal']);

/** Whether somebody may rule on it: by role, and not on what is their own. */
export function waitsFor(me: Me, { state, requestedBy, owner }: Request): boolean {
  return state === 'review' && me.id !== requestedBy && me.id !== owner && me.roles.some((role) => RULING.has(role));
}

function news(mine: number, all: readonly Request[] | null): string {
  if (all === null) return 'Overview';
  const failed = all.filter(({ state }) => state === 'failed').length;
  if (mine > 0) return `${plural(mine, 'request')} ${mine === 1 ? 'waits' : 'wait'} for your ruling`;
  if (failed > 0) return `Nothing waits for you; ${plural(failed, 'model')} could not be looked at`;
  return all.length === 0 ? 'Nothing was asked for yet' : 'Nothing waits for you';
}

function tallied(all: readonly Request[]): string {
  const count = (state: Request['state']) => all.filter((request) => request.state === state).length;
  return `${plural(all.length, 'request')}: ${count('admitted')} admitted, ${count('denied')} denied, ${count('review')} in review, ${count('vetting')} being vetted.`;
}

function Nothing() {
  return (
    <p className="panel-body soft">
      Where a policy says review and you may rule, the request appears here. Nobody rules on what they asked for or
      answer for.
    </p>
  );
}

function Waiting({ requests, nameOf }: { readonly requests: readonly Request[]; readonly nameOf: NameOf }) {
  return (
    <ul className="todo">
      {requests.slice(0, ROWS).map(({ id, reference, requestedBy, requestedAt, use, policy }) => (
        <li key={id} data-tone="review">
          <Icon name="review" />
          <div>
            <strong>
              Rule on <ModelName>{reference}</ModelName>
            </strong>
            <br />
            <span className="soft small">
              Asked for by <Name>{nameOf(requestedBy)}</Name>, <When at={requestedAt} />, for {use.exposure} use. Policy{' '}
              <Code>{policy}</Code> leaves it to people.
            </span>
          </div>
          <Link className="button" to={`/review/${id}`}>
            Open review
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Asked({ requests, nameOf }: { readonly requests: readonly Request[]; readonly nameOf: NameOf }) {
  if (requests.length === 0) return <p className="panel-body soft">Requests appear here as they are made.</p>;
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">State</th>
            <th scope="col" className="end">
              When
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ id, reference, state, requestedBy, requestedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/review/${id}`}>
                  <ModelName>{reference}</ModelName>
                </Link>
                <div className="small muted plain">
                  by <Name>{nameOf(requestedBy)}</Name>
                </div>
              </th>
              <td>
                <Badge {...stateWord(state)} />
              </td>
              <td className="end nowrap">
                <When at={requestedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LastVetted() {
  const asked = useAnswer('dossier.list', {}, { every: 10_000 });
  return (
    <Panel title="Vetted last" note={<Link to="/models">All models</Link>}>
      <Answered asked={asked} what="dossiers">
        {({ items }) =>
          items.length === 0 ? (
            <div className="panel-body">
              <Empty title="No model was vetted yet">
                <p>Vet a model, and its verdict, with what was found, appears here.</p>
              </Empty>
            </div>
          ) : (
            <div className="table-wrap">
              <table className="table table-stack">
                <thead>
                  <tr>
                    <th scope="col">Model</th>
                    <th scope="col">Verdict</th>
                    <th scope="col" className="end">
                      When
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.slice(0, ROWS).map(({ dossier, reference, outcome, vettedAt }) => (
                    <tr key={dossier}>
                      <th scope="row">
                        <Link to={`/dossiers/${dossier}`}>
                          <ModelName>{reference}</ModelName>
                        </Link>
                      </th>
                      <td>
                        <Badge {...OUTCOME_WORDS[outcome]} />
                      </td>
                      <td className="end nowrap">
                        <When at={vettedAt} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </Panel>
  );
}
