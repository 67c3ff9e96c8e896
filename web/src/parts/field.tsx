import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';

interface Control {
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
}

/** A control with its label above and what to know below. */
export function Field({
  label,
  note,
  children,
}: {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactElement<Control>;
}) {
  const id = useId();
  const noteId = note === undefined ? undefined : `${id}-note`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, 'aria-describedby': noteId })}
      {note === undefined ? null : (
        <span className="small soft" id={noteId}>
          {note}
        </span>
      )}
    </div>
  );
}
