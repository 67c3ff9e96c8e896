import { COMPONENTS } from './style-components.ts';
import { LAYOUT } from './style-layout.ts';
import { TOKENS } from './style-tokens.ts';

/** The whole style of a report. `footer` is printed at the foot of each page: letters, digits, spaces, `·` and `-` only. */
export function reportStyle(footer: string): string {
  const safe = footer.replace(/[^\w ·-]/g, '');
  const page = `@page { size: A4; margin: 16mm 15mm 18mm; @bottom-left { content: "${safe}"; font: 8pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`;
  return `\n${TOKENS}\n${COMPONENTS}\n${LAYOUT}\n${page}\n`;
}
