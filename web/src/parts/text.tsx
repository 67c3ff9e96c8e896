import { Fragment, type ReactNode } from 'react';
import { printable, replaceUnprintable } from '../../../src/kernel/printable.ts';
import { shortReference } from '../../../src/reports/model-name.ts';
import { formatMoment, parseMoment } from '../../../src/reports/words.ts';

/** Marks where a character stood that must not be shown as it is; private to this page, so that no name can hold it. */
const MARK = '\u0000';

/** A text from outside: isolated from its surroundings, each misleading character as a box with its code point. */
export function Name({ children: text }: { readonly children: string }) {
  return <bdi>{boxed(text)}</bdi>;
}

/** What a model was asked for by: long digests cut, whole in its title. */
export function ModelName({ children: reference }: { readonly children: string }) {
  const short = shortReference(reference);
  return <bdi title={short === reference ? undefined : printable(reference)}>{boxed(short)}</bdi>;
}

export function Code({ children: text }: { readonly children: string }) {
  return (
    <code>
      <bdi>{boxed(text)}</bdi>
    </code>
  );
}

function boxed(text: string): ReactNode {
  const parts = replaceUnprintable(text, (character) => `${MARK}${codePoint(character)}${MARK}`).split(MARK);
  if (parts.length === 1) return text;
  return parts.map((part, at) =>
    at % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never move.
      <Fragment key={at}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never move.
      <span key={at} className="esc">
        {part}
      </span>
    ),
  );
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A digest, cut for the eye; whole in its title and on copy. */
export function Hash({ children: digest, length = 12 }: { readonly children: string; readonly length?: number }) {
  const hex = digest.replace(/^sha256:/, '');
  return (
    <button
      type="button"
      className="copy hash"
      title={`${digest}: click to copy`}
      onClick={() => void navigator.clipboard?.writeText(digest).catch(() => {})}
    >
      {hex.slice(0, length)}…<span className="visually-hidden"> (copy the whole digest)</span>
    </button>
  );
}

const TODAY = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A moment in the viewer's zone; UTC in its title. Relative only up to a day. */
export function When({ at }: { readonly at: string }) {
  const date = parseMoment(at);
  if (date === null) return <>{at}</>;
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {spoken(date, new Date())}
    </time>
  );
}

function spoken(date: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return `today, ${TODAY.format(date)}`;
  if (date.toDateString() === yesterday.toDateString()) return `yesterday, ${TODAY.format(date)}`;
  return date.getFullYear() === now.getFullYear() ? DAY.format(date) : YEAR.format(date);
}
