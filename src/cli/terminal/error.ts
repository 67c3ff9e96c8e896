import { WeighbridgeError } from '../../kernel/errors.ts';
import { printableLines } from '../../kernel/printable.ts';
import { fold, type Paper } from './paper.ts';

/** What went wrong, where, and what to do next; `could not look` is a ticket of its own, since it is an answer too. */
export function renderError(error: unknown, paper: Paper): string {
  if (!(error instanceof WeighbridgeError)) return renderBug(error, paper);
  const lines = [
    `${paper.tone('deny')(paper.bold('error'))}  ${paper.bold(title(error))} ${paper.dim(`[${error.code}]`)}`,
    ...printableLines(error.detail)
      .split('\n')
      .flatMap((line) => fold(line, paper.width, 7)),
    ...fold(error.remedy, paper.width, 7).map(paper.dim),
  ];
  return `${lines.join('\n')}\n`;
}

function title(error: WeighbridgeError): string {
  return error.message.slice(0, error.message.length - error.detail.length - 2);
}

/** Names the fault for a report of it; nothing of what was being read, which may be secret. */
function renderBug(error: unknown, paper: Paper): string {
  const name =
    error instanceof Error
      ? `${error.name}: ${error.message}\n${error.stack?.split('\n').slice(1, 4).join('\n') ?? ''}`
      : String(error);
  return `${paper.tone('deny')(paper.bold('error'))}  ${paper.bold('Weighbridge has a fault')} ${paper.dim('[bug]')}\n${printableLines(name)}\nPlease report it with the command you ran.\n`;
}
