import { type ReactNode, useEffect, useId } from 'react';

/** A title says the news; the browser's own says where one is. */
export function Head({
  title,
  tab,
  children,
  actions,
}: {
  readonly title: ReactNode;
  readonly tab: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${tab} · Weighbridge`;
  }, [tab]);
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        {children === undefined ? null : <p>{children}</p>}
      </div>
      {actions}
    </div>
  );
}

export function Panel({
  title,
  note,
  foot,
  id,
  children,
}: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly foot?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  const own = useId();
  const heading = id ?? own;
  return (
    <section className="panel anchor" aria-labelledby={`${heading}-h`} id={id}>
      <div className="panel-head">
        <h2 id={`${heading}-h`}>{title}</h2>
        {note === undefined ? null : <span className="soft small">{note}</span>}
      </div>
      {children}
      {foot === undefined ? null : <p className="panel-foot">{foot}</p>}
    </section>
  );
}
