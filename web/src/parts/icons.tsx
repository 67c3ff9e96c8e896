import type { ReactElement, SVGProps } from 'react';
import type { Severity } from '../../../src/domain/finding.ts';
import { SEVERITY_BARS } from '../../../src/reports/words.ts';

/** Shapes on a grid of 16. */
const SHAPES = {
  admit: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="m5 8.2 2.1 2.2L11.2 6" />
    </>
  ),
  arrow: (
    <>
      <path d="M2.5 8h11m-4-4 4 4-4 4" />
    </>
  ),
  audit: (
    <>
      <circle cx="8" cy="3" r="1.7" />
      <circle cx="4" cy="8" r="1.7" />
      <circle cx="12" cy="8" r="1.7" />
      <circle cx="4" cy="13.2" r="1.5" />
      <path d="M7 4.4 5 6.6m4-2.2 2 2.2M4 9.7v2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4.2V8l2.6 1.7" />
    </>
  ),
  deny: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z" />
      <path d="M4.8 8h6.4" />
    </>
  ),
  file: (
    <>
      <path d="M3.5 1.5h6l3 3v10h-9z" />
      <path d="M9.5 1.5v3h3" />
    </>
  ),
  gateway: (
    <>
      <path d="M2 14V5.5L8 2l6 3.5V14" />
      <path d="M5.5 14V9a2.5 2.5 0 0 1 5 0v5M1 14h14" />
    </>
  ),
  inbox: (
    <>
      <path d="M2 9.5 4 3h8l2 6.5V13H2Z" />
      <path d="M2 9.5h3.5l1 1.7h3l1-1.7H14" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 7.2v4M8 4.7v.1" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="8" r="3" />
      <path d="M8 8h6.5v2.5M11.5 8v2" />
    </>
  ),
  lanes: (
    <>
      <path d="M1.5 4h9M1.5 8h13M1.5 12h6" />
      <circle cx="12.5" cy="4" r="1.6" />
      <circle cx="9.5" cy="12" r="1.6" />
    </>
  ),
  lock: (
    <>
      <path d="M3.5 7h9v7h-9z" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  menu: (
    <>
      <path d="M2 4h12M2 8h12M2 12h12" />
    </>
  ),
  models: (
    <>
      <path d="m8 1.5 6 3.2v6.6l-6 3.2-6-3.2V4.7Z" />
      <path d="m2 4.7 6 3.2 6-3.2M8 7.9v6.6" />
    </>
  ),
  overview: (
    <>
      <path d="M2 2h5v6H2zM9 2h5v3.5H9zM9 7.5h5V14H9zM2 10h5v4H2z" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5" r="2.8" />
      <path d="M2.8 14c.5-3 2.5-4.5 5.2-4.5s4.7 1.5 5.2 4.5" />
    </>
  ),
  pin: (
    <>
      <path d="M5 1.5h6l-1 5 2.5 2.5h-9L6 6.5ZM8 9v5.5" />
    </>
  ),
  review: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8Z" />
      <path d="M8 4.9v3.7m0 2.3v.1" />
    </>
  ),
  rollback: (
    <>
      <path d="M5.5 3 2.5 6l3 3" />
      <path d="M2.5 6h7a4 4 0 0 1 0 8H6" />
    </>
  ),
  scale: (
    <>
      <path d="M1.5 6h13v3h-13zM3.5 9v4m9-4v4M1.5 13.5h13M8 2.5V6" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 4 4" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.5" strokeDasharray="2.4 1.7" />
      <path d="M6.2 6.4a1.85 1.85 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2m0 1.9v.1" />
    </>
  ),
  unscannable: (
    <>
      <path d="M2 2h12v12H2Z" />
      <path d="m2.2 8 5.8-5.8M2.2 13.8 13.8 2.2M8 13.8 13.8 8" />
    </>
  ),
  close: (
    <>
      <path d="m3.5 3.5 9 9m0-9-9 9" />
    </>
  ),
  theme: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 1.5v13A6.5 6.5 0 0 0 8 1.5Z" fill="currentColor" />
    </>
  ),
  out: (
    <>
      <path d="M6.5 2.5h-4v11h4M6.5 8h7.5m-3-3 3 3-3 3" />
    </>
  ),
  note: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 7.4v3.8m0-6.3v.1" />
    </>
  ),
} as const satisfies Record<string, ReactElement>;
export type IconName = keyof typeof SHAPES;

/** Every sign once, for `<use>`. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true">
      {Object.entries(SHAPES).map(([name, shape]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16" strokeLinecap="round" strokeLinejoin="round">
          {shape}
        </symbol>
      ))}
    </svg>
  );
}

export function Icon({ name, ...rest }: { readonly name: IconName } & SVGProps<SVGSVGElement>) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" {...rest}>
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** Severity is bars, not hue. */
export function SeverityBars({ severity }: { readonly severity: Severity }) {
  const filled = SEVERITY_BARS[severity];
  return (
    <span className={`sev sev-${severity}`}>
      <svg viewBox="0 0 15 16" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 4}
            y={11 - bar * 3}
            width="3"
            height={5 + bar * 3}
            rx=".5"
            opacity={bar < filled ? 1 : 0.28}
          />
        ))}
      </svg>
      {severity}
    </span>
  );
}

export function Brand() {
  return (
    <>
      <svg className="brand-mark" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M2 8.5h16v3H2z" />
        <path d="M4.5 11.5V16M15.5 11.5V16M1.5 17h17" />
        <path className="brand-load" d="M6 3h8v5.5H6z" />
      </svg>
      <span>Weighbridge</span>
    </>
  );
}
