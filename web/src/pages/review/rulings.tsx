import type { OutputOf } from '../../../../src/contract/control/operations.ts';
import { RULINGS_TO_ADMIT } from '../../../../src/domain/request.ts';
import type { NameOf } from '../../frame/people.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { Name, When } from '../../parts/text.tsx';

/** Who has ruled, how, and why; and whose turn it is. */
export function Rulings({
  request: { rulings, state },
  nameOf,
}: {
  readonly request: OutputOf<'request.show'>;
  readonly nameOf: NameOf;
}) {
  const missing = state === 'review' ? Math.max(0, RULINGS_TO_ADMIT - rulings.length) : 0;
  return (
    <Panel title="Rulings" note={`${rulings.length} given${missing > 0 ? `, ${missing} to come` : ''}`}>
      <ol className="panel-body timeline">
        {rulings.map(({ by, role, ruling, reason, at }) => {
          const tone = ruling === 'admitted' ? 'admit' : 'deny';
          return (
            <li key={by} data-tone={tone}>
              <Icon name={tone} />
              <div>
                <b>
                  <Name>{nameOf(by)}</Name>, {role}: {ruling}
                </b>{' '}
                <span className="muted">
                  · <When at={at} />
                </span>
                <p className="pre">
                  “<Name>{reason}</Name>”
                </p>
              </div>
            </li>
          );
        })}
        {missing > 0 ? (
          <li data-tone="unknown">
            <Icon name="unknown" />
            <div>
              <b>{missing === RULINGS_TO_ADMIT ? 'Nobody has ruled yet' : 'One more ruling admits it'}</b>{' '}
              <span className="muted">· one denial denies</span>
            </div>
          </li>
        ) : null}
      </ol>
    </Panel>
  );
}
