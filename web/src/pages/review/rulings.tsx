import type { OutputOf } from '../../../../src/contract/control/operations.ts';
import { demandInWords } from '../../../../src/domain/review.ts';
import type { NameOf } from '../../frame/people.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { Name, When } from '../../parts/text.tsx';

/** Who has ruled, how, and why; and whose turn it is. */
export function Rulings({
  request: { rulings, missing },
  nameOf,
}: {
  readonly request: OutputOf<'request.show'>;
  readonly nameOf: NameOf;
}) {
  const toCome = missing?.people ?? 0;
  const given = rulings.filter((one) => !one.void).length;
  return (
    <Panel title="Rulings" note={`${given} given${toCome > 0 ? `, ${toCome} to come` : ''}`}>
      <ol className="panel-body timeline">
        {rulings.map(({ by, role, ruling, reason, at, dossier, void: gone }) => {
          const tone = gone ? 'unknown' : ruling === 'admitted' ? 'admit' : 'deny';
          return (
            <li key={`${by} ${dossier}`} data-tone={tone}>
              <Icon name={tone} />
              <div>
                <b>
                  <Name>{nameOf(by)}</Name>, {role}: {ruling}
                </b>{' '}
                <span className="muted">
                  · <When at={at} />
                  {gone ? ' · void: made on an earlier dossier' : ''}
                </span>
                <p className="pre">
                  “<Name>{reason}</Name>”
                </p>
              </div>
            </li>
          );
        })}
        {missing !== null && toCome > 0 ? (
          <li data-tone="unknown">
            <Icon name="unknown" />
            <div>
              <b>Waits for {demandInWords(missing)}</b> <span className="muted">· one denial denies</span>
            </div>
          </li>
        ) : null}
      </ol>
    </Panel>
  );
}
