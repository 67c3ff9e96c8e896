import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { OUTCOME_WORDS } from '../../../src/reports/words.ts';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { Name } from '../parts/text.tsx';
import { useAnswer } from './answers.ts';
import { go } from './router.tsx';

interface Found {
  readonly to: string;
  readonly text: string;
  readonly outcome: keyof typeof OUTCOME_WORDS | null;
}

const PAGES: readonly Found[] = [
  { to: '/', text: 'Overview', outcome: null },
  { to: '/models', text: 'Models', outcome: null },
  { to: '/models?vet', text: 'Vet a model', outcome: null },
  { to: '/review', text: 'Review queue', outcome: null },
  { to: '/channels', text: 'Channels', outcome: null },
  { to: '/gateways', text: 'Gateways', outcome: null },
  { to: '/audit', text: 'Audit log', outcome: null },
];
/** As many as can be taken in at a glance. */
const SHOWN = 12;

/** Ctrl K: a page or a model, by any part of its name. */
export function Finder({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { answer } = useAnswer('dossier.list', {});
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const models: readonly Found[] =
    answer.kind === 'ready'
      ? answer.output.items.map(({ dossier, reference, outcome }) => ({
          to: `/dossiers/${dossier}`,
          text: reference,
          outcome,
        }))
      : [];
  const found = [...PAGES, ...models]
    .filter(({ text }) => text.toLowerCase().includes(words.trim().toLowerCase()))
    .slice(0, SHOWN);
  const choose = (one: Found | undefined) => {
    if (one === undefined) return;
    close();
    go(one.to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(found[at]);
    else if (step !== undefined) setAt((before) => (before + step + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="dialog finder" aria-label="Find a model or a page" onCancel={close}>
      <input
        className="input"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[at] === undefined ? undefined : `${list}-${at}`}
        aria-label="Find a model or a page"
        placeholder="A model or a page"
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {/* The keys are those of the combobox above. */}
      <div id={list} role="listbox" aria-label="Found">
        {found.map((one, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys.
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option.
          <div
            key={one.to}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === at}
            onClick={() => choose(one)}
            onPointerMove={() => setAt(place)}
          >
            <Icon name={one.outcome === null ? 'arrow' : 'models'} />
            <Name>{one.text}</Name>
            {one.outcome === null ? null : (
              <span className="push">
                <Badge {...OUTCOME_WORDS[one.outcome]} />
              </span>
            )}
          </div>
        ))}
        {found.length === 0 ? <p className="soft">Nothing goes by that name.</p> : null}
      </div>
    </dialog>
  );
}
