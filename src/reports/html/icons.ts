import type { Severity } from '../../domain/finding.ts';
import { SEVERITY_BARS, type Tone, type Word } from '../words.ts';
import { type Html, html, ours } from './escape.ts';

/** Shapes on a grid of 16: ring with tick, diamond with mark, octagon with bar, hatched square, broken ring with ?. */
const SHAPES: Readonly<Record<Tone, string>> = {
  admit: '<circle cx="8" cy="8" r="6.5"/><path d="m5 8.2 2.1 2.2L11.2 6"/>',
  review: '<path d="M8 1.2 14.8 8 8 14.8 1.2 8Z"/><path d="M8 4.9v3.7m0 2.3v.1"/>',
  deny: '<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2Z"/><path d="M4.8 8h6.4"/>',
  unscannable: '<path d="M2 2h12v12H2Z"/><path d="m2.2 8 5.8-5.8M2.2 13.8 13.8 2.2M8 13.8 13.8 8"/>',
  unknown:
    '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.4 1.7"/><path d="M6.2 6.4a1.85 1.85 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2m0 1.9v.1"/>',
  note: '<circle cx="8" cy="8" r="6.5"/><path d="M8 7.4v3.8m0-6.3v.1"/>',
};

/** Every sign once, for `<use>`. */
export function sprite(): Html {
  const symbols = Object.entries(SHAPES).map(([tone, shape]) => symbol(`i-${tone}`, shape));
  const bars = Object.entries(SEVERITY_BARS).map(([severity, filled]) => severitySymbol(severity, filled));
  return ours(`<svg class="sprite" aria-hidden="true">${symbols.join('')}${bars.join('')}</svg>`);
}

function symbol(id: string, shape: string): string {
  return `<symbol id="${id}" viewBox="0 0 16 16" stroke-linecap="round" stroke-linejoin="round">${shape}</symbol>`;
}

function severitySymbol(severity: string, filled: number): string {
  const bars = [0, 1, 2, 3].map((bar) => {
    const faint = bar < filled ? '' : ' opacity=".28"';
    return `<rect x="${bar * 4}" y="${11 - bar * 3}" width="3" height="${5 + bar * 3}" rx=".5"${faint}/>`;
  });
  return `<symbol id="i-sev-${severity}" viewBox="0 0 15 16">${bars.join('')}</symbol>`;
}

export function icon(tone: Tone): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${tone}"/></svg>`;
}

/** Shape and word in their tone. */
export function badge({ tone, label }: Word): Html {
  return html`<span class="badge" data-tone="${tone}">${icon(tone)}${label}</span>`;
}

/** Severity is bars, not hue. */
export function severityBars(severity: Severity): Html {
  return html`<span class="sev sev-${severity}"><svg viewBox="0 0 15 16" aria-hidden="true"><use href="#i-sev-${severity}"/></svg>${severity}</span>`;
}

export const BRAND = ours(
  '<svg class="brand-mark" viewBox="0 0 20 20" aria-hidden="true"><path d="M2 8.500h16v3H2z"/><path d="M4.500 11.500v4.500M15.500 11.500v4.500M1.500 17h17"/><path class="brand-load" d="M6 3h8v5.500H6z"/></svg>',
);
