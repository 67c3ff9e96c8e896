import { type ReactNode, useEffect, useState } from 'react';
import { pageAt } from '../pages/table.tsx';
import { Brand, Icon, type IconName } from '../parts/icons.tsx';
import { askEverythingAgain, forgetEverything, useAnswer } from './answers.ts';
import { Finder } from './finder.tsx';
import { useMe } from './people.tsx';
import { Link, usePlace } from './router.tsx';
import { call } from './server.ts';

/** What the side shows, and who sees it. */
const NAV: readonly { readonly to: string; readonly label: string; readonly icon: IconName }[] = [
  { to: '/', label: 'Overview', icon: 'overview' },
  { to: '/models', label: 'Models', icon: 'models' },
  { to: '/review', label: 'Review', icon: 'inbox' },
  { to: '/channels', label: 'Channels', icon: 'lanes' },
  { to: '/gateways', label: 'Gateways', icon: 'gateway' },
  { to: '/audit', label: 'Audit', icon: 'audit' },
];

/** The frame around every page: side, bar, and the page itself. */
export function Shell() {
  const place = usePlace();
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setFinding(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const page = pageAt(place);
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <div className="shell">
        <Side section={page.section} />
        <div className="stage">
          <div className="bar">
            <nav aria-label="Where you are">
              <ol className="crumbs">{page.crumbs.map(crumb)}</ol>
            </nav>
            <button type="button" className="find" onClick={() => setFinding(true)}>
              <Icon name="search" />
              <span>Find a model or a page</span>
              <span className="kbd" aria-hidden="true">
                Ctrl K
              </span>
            </button>
          </div>
          <main id="main" tabIndex={-1}>
            {page.show}
          </main>
        </div>
      </div>
      {finding ? <Finder close={() => setFinding(false)} /> : null}
    </>
  );
}

function crumb(
  { label, to }: { readonly label: ReactNode; readonly to?: string },
  at: number,
  all: readonly unknown[],
) {
  const last = at === all.length - 1;
  return (
    <li key={to ?? at} aria-current={last ? 'page' : undefined}>
      {last || to === undefined ? label : <Link to={to}>{label}</Link>}
    </li>
  );
}

function Side({ section }: { readonly section: string }) {
  const me = useMe();
  const { answer } = useAnswer('request.list', { state: 'review', limit: 100 });
  const waiting = answer.kind === 'ready' ? answer.output.items.length : 0;
  return (
    <header className="side">
      <Link className="brand" to="/">
        <Brand />
      </Link>
      <details className="nav-fold">
        <summary>
          <Icon name="menu" />
          <span>Menu</span>
        </summary>
      </details>
      <nav aria-label="Main">
        <ul>
          {NAV.map(({ to, label, icon }) => (
            <li key={to}>
              <Link to={to} aria-current={to === section ? 'page' : undefined}>
                <Icon name={icon} />
                <span>{label}</span>
                {to === '/review' && waiting > 0 ? (
                  <span className="count">
                    {waiting}
                    <span className="visually-hidden"> waiting</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="side-foot">
        <span className="avatar" aria-hidden="true">
          {initials(me.name)}
        </span>
        <span>
          <bdi>{me.name}</bdi>
          <br />
          <span className="muted">
            <bdi>{me.organisation}</bdi>
          </span>
        </span>
        <span className="push">
          <button
            type="button"
            className="icon-button"
            onClick={turnTheme}
            aria-label="Dark or light"
            title="Dark or light"
          >
            <Icon name="theme" />
          </button>
          <button type="button" className="icon-button" onClick={signOut} aria-label="Sign out" title="Sign out">
            <Icon name="out" />
          </button>
        </span>
      </div>
    </header>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return (words.length > 1 ? words.slice(0, 2).map((word) => Array.from(word)[0]) : Array.from(name).slice(0, 2))
    .join('')
    .toUpperCase();
}

function turnTheme(): void {
  const { dataset } = document.documentElement;
  const dark =
    dataset.theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : dataset.theme === 'dark';
  dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', dataset.theme);
}

function signOut(): void {
  void call('session.close', {})
    .catch(() => {})
    .then(() => {
      forgetEverything();
      askEverythingAgain();
    });
}
