import type { ReactNode } from 'react';
import { ERRORS, WeighbridgeError } from '../../../src/kernel/errors.ts';
import type { Asked } from '../frame/answers.ts';
import { Icon, type IconName } from './icons.tsx';

/** Keeps the shape of what comes, and stays away for the first 300 ms. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="panel-body late" aria-busy="true">
      <span className="visually-hidden" role="status">
        Loading {what}
      </span>
      <svg className="bones" viewBox="0 0 400 132" preserveAspectRatio="none" aria-hidden="true">
        {[190, 230, 150, 210].map((width, row) => (
          <g key={width}>
            <rect y={4 + row * 36} width={width} height="12" rx="3" />
            <rect x="330" y={4 + row * 36} width="70" height="12" rx="3" />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** What was not done, why, and what to do. */
export function Failed({
  error,
  what,
  again,
}: {
  readonly error: unknown;
  readonly what: string;
  readonly again?: () => void;
}) {
  const known = error instanceof WeighbridgeError ? error : null;
  return (
    <div className="callout" data-tone="deny" role="alert">
      <Icon name="deny" />
      <p>
        <strong>{what}</strong> {known === null ? 'A fault of ours' : ERRORS[known.code].title}
        {known === null ? (
          ''
        ) : (
          <>
            {' '}
            (<code>{known.code}</code>)
          </>
        )}
        . {known?.detail} {known?.remedy}
      </p>
      {again === undefined ? null : (
        <div className="buttons">
          <button type="button" className="button" onClick={again}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}

/** Teaches what will be here. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

export function Callout({
  tone,
  children,
  icon,
}: {
  readonly tone?: string;
  readonly children: ReactNode;
  readonly icon?: IconName;
}) {
  return (
    <div className="callout" data-tone={tone}>
      <Icon name={icon ?? 'info'} />
      <div>{children}</div>
    </div>
  );
}

/** The three ways an answer can be, in one place; a part of a page may fail without the rest. */
export function Answered<Output>({
  asked: { answer, again },
  what,
  children,
}: {
  readonly asked: Asked<Output>;
  readonly what: string;
  readonly children: (output: Output) => ReactNode;
}) {
  if (answer.kind === 'loading') return <Loading what={what} />;
  if (answer.kind === 'failed')
    return <Failed error={answer.error} what={`The ${what} could not be loaded.`} again={again} />;
  return children(answer.output);
}
