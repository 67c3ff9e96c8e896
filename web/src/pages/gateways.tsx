import type { OutputOf } from '../../../src/contract/control/operations.ts';
import { formatCount, plural } from '../../../src/reports/words.ts';
import { useAnswer } from '../frame/answers.ts';
import { Link } from '../frame/router.tsx';
import { Badge } from '../parts/badge.tsx';
import { Head, Panel } from '../parts/page.tsx';
import { Answered, Callout, Empty } from '../parts/states.tsx';
import { Code, ModelName, Name, When } from '../parts/text.tsx';
import type { Channel } from './channels.tsx';

type Node = OutputOf<'channel.nodes'>['items'][number];

/** Who serves each channel, whether they have heard what serves there now, and how much is asked of them. */
export function Gateways() {
  const asked = useAnswer('channel.list', {}, { every: 10_000 });
  return (
    <>
      <Head title="Gateways" tab="Gateways">
        Each gateway says every two seconds what it serves. To stop a model now, roll its channel back on{' '}
        <Link to="/channels">Channels</Link>; a withdrawal also cuts the answers under way.
      </Head>
      <Answered asked={asked} what="channels">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="There is no channel yet">
              <p>Gateways appear here when they follow a channel.</p>
            </Empty>
          ) : (
            items.map((channel) => <Behind key={channel.name} channel={channel} />)
          )
        }
      </Answered>
    </>
  );
}

/** The gateways behind one channel. */
function Behind({ channel }: { readonly channel: Channel }) {
  const asked = useAnswer('channel.nodes', { channel: channel.name }, { every: 2_000 });
  const nodes = asked.answer.kind === 'ready' ? asked.answer.output : null;
  const serving = new Map(channel.serving.map(({ id, model }) => [id, model]));
  return (
    <Panel
      title={<Name>{channel.name}</Name>}
      note={nodes === null || nodes.items.length === 0 ? undefined : counted(nodes)}
    >
      <Answered asked={asked} what="gateways">
        {({ items }) =>
          items.length === 0 ? (
            <p className="panel-body soft">
              No gateway follows this channel: name it under <code>follows</code> in a gateway’s file.
            </p>
          ) : (
            <>
              <Nodes nodes={items} />
              <Refused nodes={items} serving={serving} />
            </>
          )
        }
      </Answered>
    </Panel>
  );
}

function counted({ items, current }: OutputOf<'channel.nodes'>): string {
  return `${current} of ${plural(items.length, 'gateway')} ${current === 1 ? 'has' : 'have'} what serves now`;
}

function Nodes({ nodes }: { readonly nodes: readonly Node[] }) {
  return (
    <div className="table-wrap">
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">Gateway</th>
            <th scope="col">State</th>
            <th scope="col">Serves so since</th>
            <th scope="col">Servers</th>
            <th scope="col" className="num">
              Calls in a minute
            </th>
            <th scope="col">Refused or broken off</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.name}>
              <td data-label="Gateway">
                <Name>{node.name}</Name>
              </td>
              <td data-label="State">{stateOf(node)}</td>
              <td data-label="Serves so since">
                <When at={node.since} />
              </td>
              <td data-label="Servers">
                <Servers node={node} />
              </td>
              <td className="num" data-label="Calls in a minute">
                {node.traffic === null ? '–' : formatCount(node.traffic.calls)}
              </td>
              <td data-label="Refused or broken off">
                <Reasons node={node} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stateOf({ lost, current, seenAt }: Node) {
  if (lost)
    return (
      <>
        <Badge tone="deny" label="lost" />{' '}
        <span className="soft small">
          last heard <When at={seenAt} />
        </span>
      </>
    );
  return current ? <Badge tone="admit" label="current" /> : <Badge tone="review" label="changing over" />;
}

function Servers({ node: { releases } }: { readonly node: Node }) {
  const servers = [...new Set(releases.flatMap(({ servers: own }) => own ?? []))];
  if (servers.length === 0) return <span className="none">none</span>;
  return (
    <>
      {servers.map((server) => (
        <div key={server}>
          <Code>{server}</Code>
        </div>
      ))}
    </>
  );
}

function Reasons({ node: { traffic } }: { readonly node: Node }) {
  if (traffic === null || traffic.refused.length === 0) return <span className="none">none</span>;
  return (
    <>
      {traffic.refused.map(({ code, calls }) => (
        <div key={code}>
          {formatCount(calls)} <Code>{code}</Code>
        </div>
      ))}
    </>
  );
}

/** What is released and not served, and why: each reason once, whoever says it. */
function Refused({
  nodes,
  serving,
}: {
  readonly nodes: readonly Node[];
  readonly serving: ReadonlyMap<string, string>;
}) {
  const reasons = new Map<string, { readonly id: string; readonly why: string; readonly by: string[] }>();
  for (const { name, releases, lost } of nodes) {
    for (const { id, refused } of lost ? [] : releases) {
      if (refused === null) continue;
      const known = reasons.get(`${id} ${refused}`) ?? { id, why: refused, by: [] };
      known.by.push(name);
      reasons.set(`${id} ${refused}`, known);
    }
  }
  return (
    <>
      {[...reasons].map(([key, { id, why, by }]) => (
        <Callout key={key} tone="deny" icon="deny">
          <p>
            <strong>
              <ModelName>{serving.get(id) ?? id}</ModelName> is not served
            </strong>{' '}
            by <Name>{by.join(', ')}</Name>: <Name>{why}</Name>
          </p>
        </Callout>
      ))}
    </>
  );
}
