import { type MouseEvent, type ReactNode, useSyncExternalStore } from 'react';

/** The page's own address, without the server: `/dossiers/sha256:…?tone=deny`. */
export interface Place {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly hash: string;
}

const listeners = new Set<() => void>();
addEventListener('popstate', () => tell());

function tell(): void {
  for (const listener of listeners) listener();
}

export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  tell();
  if (replace) return;
  scrollTo(0, 0);
  // Whoever cannot see that the page changed is brought to its beginning.
  requestAnimationFrame(() => document.getElementById('main')?.focus());
}

export function usePlace(): Place {
  const href = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => location.href,
  );
  const { pathname, searchParams, hash } = new URL(href);
  return { path: pathname.split('/').filter(Boolean).map(decoded), query: searchParams, hash };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A link within the console; with a key held, or another button, the browser does what it always does. */
export function Link({
  to,
  children,
  ...rest
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly 'aria-current'?: 'page' | undefined;
  readonly title?: string;
}) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
