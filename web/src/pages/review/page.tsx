import { useEffect } from 'react';
import type { OutputOf } from '../../../../src/contract/control/operations.ts';
import { useAnswer } from '../../frame/answers.ts';
import { useMe, usePeople } from '../../frame/people.tsx';
import { go } from '../../frame/router.tsx';
import { Head } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { waitsFor } from '../overview.tsx';
import { Queue } from './queue.tsx';
import { RequestView } from './request.tsx';

type Request = OutputOf<'request.list'>['items'][number];

/** The queue beside what is ruled on. J and K walk through it, R goes to the ruling. */
export function Review({ chosen }: { readonly chosen: string | null }) {
  const me = useMe();
  const { nameOf } = usePeople();
  const asked = useAnswer('request.list', { limit: 100 }, { every: 5_000 });
  const all = asked.answer.kind === 'ready' ? asked.answer.output.items : [];
  const mine = all.filter((request) => waitsFor(me, request));
  const others = all.filter((request) => request.state === 'review' && !mine.includes(request));
  const running = all.filter(({ state }) => state === 'vetting');
  const settled = all.filter(({ state }) => !['review', 'vetting'].includes(state));
  const order = [...mine, ...others, ...running, ...settled];
  const shown = chosen ?? order[0]?.id ?? null;
  useKeys(order, shown);
  return (
    <Answered asked={asked} what="queue">
      {() =>
        shown === null ? (
          <>
            <Head title="No model waits for a ruling" tab="Review" />
            <Empty title="Nothing was asked for yet">
              <p>When a policy says review and names your role, the request appears here, beside what was found.</p>
            </Empty>
          </>
        ) : (
          <div className="desk">
            <Queue groups={{ mine, others, running, settled }} shown={shown} nameOf={nameOf} />
            <RequestView request={shown} nameOf={nameOf} key={shown} />
          </div>
        )
      }
    </Answered>
  );
}

function useKeys(order: readonly Request[], shown: string | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const at = order.findIndex(({ id }) => id === shown);
      const next = { j: order[at + 1], k: order[at - 1] }[event.key];
      if (next !== undefined) go(`/review/${next.id}`);
      if (event.key === 'r') {
        document.getElementById('ruling-reason')?.focus();
        event.preventDefault();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [order, shown]);
}
