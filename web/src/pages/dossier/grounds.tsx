import type { IntendedUse } from '../../../../src/domain/use.ts';
import type { Duty } from '../../../../src/domain/verdict.ts';
import type { OpenQuestion, Vetting } from '../../../../src/domain/vetting.ts';
import { readingSentence, useFacts } from '../../../../src/reports/facts.ts';
import type { ReasonRow } from '../../../../src/reports/view.ts';
import { formatDay, STATE_WORDS } from '../../../../src/reports/words.ts';
import { Badge } from '../../parts/badge.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Panel } from '../../parts/page.tsx';
import { Name } from '../../parts/text.tsx';

/** Why the verdict is not kinder, worst first, each with the way out. */
export function Grounds({ reasons }: { readonly reasons: readonly ReasonRow[] }) {
  return (
    <Panel id="why" title="Why" note="worst first; what a policy denies, no person admits">
      {reasons.length === 0 ? (
        <p className="panel-body soft">Nothing that this policy asks stands against this use.</p>
      ) : (
        <ul className="grounds">
          {reasons.map(({ reason, word, findings }) => (
            <li key={`${reason.kind} ${reason.id} ${reason.why}`} data-tone={word.tone}>
              <Icon name={word.tone} />
              <div>
                <b>
                  <Name>{reason.why}</Name>
                </b>{' '}
                <span className="soft">
                  <Name>{reason.remedy}</Name>
                </span>
                <p className="small soft">
                  {word.label} → {reason.outcome} · <code>{reason.id}</code>
                  {findings.length === 0 ? null : ' · findings '}
                  {findings.map((number, at) => (
                    <span key={number}>
                      {at === 0 ? '' : ', '}
                      <a href={`#f${number}`}>F{number}</a>
                    </span>
                  ))}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** As loud as what is bad: silence is not consent. */
export function Unknowns({ questions }: { readonly questions: readonly OpenQuestion[] }) {
  return (
    <Panel id="unknown" title="What could not be known" note="silence is not consent">
      {questions.length === 0 ? (
        <p className="panel-body soft">Every question that was asked has an answer.</p>
      ) : (
        <ul className="grounds">
          {questions.map(({ state, question, why, answeredBy }) => (
            <li key={`${question} ${why}`} data-tone={STATE_WORDS[state].tone}>
              <Icon name={STATE_WORDS[state].tone} />
              <div>
                <b>
                  <Name>{question}</Name>
                </b>{' '}
                <Badge {...STATE_WORDS[state]} />
                <p className="small soft">
                  <Name>{why}</Name>
                  <br />
                  What would answer it: <Name>{answeredBy}</Name>
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What must be done for an admission to hold. */
export function Duties({ duties }: { readonly duties: readonly Duty[] }) {
  return (
    <Panel id="duties" title="Duties" note="an admission holds while they are kept">
      {duties.length === 0 ? (
        <p className="panel-body soft">none</p>
      ) : (
        <ul className="grounds">
          {duties.map(({ id, text, owner, due, when, files }) => (
            <li key={`${id} ${text}`}>
              <Icon name="clock" />
              <div>
                <Name>{text}</Name>
                <p className="small soft">
                  <code>{id}</code> · <Name>{owner}</Name> · {when}, by {formatDay(due)}
                  {files.length === 0 ? null : (
                    <>
                      {' '}
                      · <Name>{files.slice(0, 5).join(', ')}</Name>
                      {files.length > 5 ? ` and ${files.length - 5} more` : ''}
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** For what it was judged, and how much was read to do so. */
export function Use({ use, vetting }: { readonly use: IntendedUse; readonly vetting: Vetting }) {
  return (
    <Panel id="use" title="The use it was judged for">
      <dl className="facts panel-body">
        {useFacts(use).map(([label, value]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd>
              <Name>{value}</Name>
            </dd>
          </div>
        ))}
        <div className="contents">
          <dt>Read for it</dt>
          <dd>{readingSentence(vetting)}</dd>
        </div>
      </dl>
    </Panel>
  );
}
