import { findingsIn } from '../../../../src/domain/dossier.ts';
import type { Vetting } from '../../../../src/domain/vetting.ts';
import { checkRows, type FindingGroup, groupFindings, placeOf, reasonRows } from '../../../../src/reports/view.ts';
import { plural } from '../../../../src/reports/words.ts';
import { useAnswer } from '../../frame/answers.ts';
import { Link } from '../../frame/router.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Code, Name } from '../../parts/text.tsx';

/** What the ruling is about: the grounds, and the rest of the dossier in a line each. */
export function Findings({ dossier }: { readonly dossier: string }) {
  const asked = useAnswer('dossier.show', { dossier });
  return (
    <Answered asked={asked} what="dossier">
      {(output) => <Sides vetting={output as unknown as Vetting} />}
    </Answered>
  );
}

function Sides({ vetting }: { readonly vetting: Vetting }) {
  const { dossier, verdict } = vetting;
  const groups = groupFindings(findingsIn(dossier), vetting.rules);
  const reasons = reasonRows(verdict.reasons, groups);
  const rows = checkRows(dossier.checks).filter(({ check }) => check.outcome.kind !== 'not-applicable');
  const clean = rows.filter(({ word }) => word.tone === 'admit').length;
  return (
    <div className="cols">
      <Panel title="What stands against it" note={<Link to={`/dossiers/${dossier.digest}`}>Whole dossier</Link>}>
        {reasons.length === 0 ? (
          <p className="panel-body soft">Nothing that this policy asks.</p>
        ) : (
          <ul className="grounds">
            {reasons.map(({ reason, word, findings }) => (
              <li key={`${reason.kind} ${reason.id} ${reason.why}`} data-tone={word.tone}>
                <Icon name={word.tone} />
                <div>
                  <b>
                    <Name>{reason.why}</Name>
                  </b>
                  <p className="small soft">
                    <Name>{reason.remedy}</Name>
                  </p>
                  <Rests groups={groups.filter(({ number }) => findings.includes(number))} dossier={dossier.digest} />
                </div>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="The rest of the dossier">
        <ul className="panel-body ticks">
          {clean === 0 ? null : (
            <li data-tone="admit">
              <Icon name="admit" />
              <span>
                {plural(clean, 'question')} answered, nothing found <b>clean</b>
              </span>
            </li>
          )}
          {rows
            .filter(({ word }) => word.tone !== 'admit')
            .map(({ check, word }) => (
              <li key={check.analyzer} data-tone={word.tone}>
                <Icon name={word.tone} />
                <span>
                  {check.question} <b>{word.label}</b>
                </span>
              </li>
            ))}
        </ul>
      </Panel>
    </div>
  );
}

/** Findings that a ground rests on, as many as decide it. */
const DECIDING = 3;

function Rests({ groups, dossier }: { readonly groups: readonly FindingGroup[]; readonly dossier: string }) {
  if (groups.length === 0) return null;
  return (
    <ul className="small">
      {groups.slice(0, DECIDING).map(({ number, finding, places: [place] }) => (
        <li key={number}>
          <Link to={`/dossiers/${dossier}#f${number}`}>F{number}</Link> <Name>{finding.message}</Name>
          {place === undefined ? null : (
            <>
              {' '}
              <span className="muted">
                <Code>{placeOf(place)}</Code>
              </span>
            </>
          )}
        </li>
      ))}
      {groups.length > DECIDING ? (
        <li className="muted">and {plural(groups.length - DECIDING, 'more finding')}</li>
      ) : null}
    </ul>
  );
}
