import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** A dialog from the side: what is about to change stays in sight. The browser keeps the focus in it, and Escape closes it. */
export function Sheet({
  title,
  icon,
  close,
  submit,
  foot,
  children,
}: {
  readonly title: ReactNode;
  readonly icon: IconName;
  readonly close: () => void;
  readonly submit: () => void;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The first thing to fill in, not the button that closes it all.
    shown?.querySelector<HTMLElement>('.stack input, .stack select, .stack textarea')?.focus();
    return () => shown?.close();
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <dialog ref={dialog} className="dialog sheet-side" aria-labelledby={heading} onCancel={close}>
      <form onSubmit={onSubmit}>
        <div className="dialog-head">
          <Icon name={icon} />
          <h2 id={heading}>{title}</h2>
          <button type="button" className="icon-button close" onClick={close} aria-label="Close">
            <Icon name="close" />
          </button>
        </div>
        <div className="stack">{children}</div>
        <div className="dialog-foot">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          {foot}
        </div>
      </form>
    </dialog>
  );
}
