import type { LicenceReading, LicenceReason, Outbound } from '../domain/licence.ts';
import { printable } from '../kernel/printable.ts';

/** A licence reading for a person: as plain text, or as Markdown. */
export function renderLicence(format: 'text' | 'markdown', reading: LicenceReading): string {
  const { verdict, explanation, reasons, duties, states } = reading;
  const mark = format === 'markdown';
  const title = (text: string) => (mark ? `## ${text}` : text);
  const item = (text: string) => (mark ? `- ${escaped(text)}` : `  ${text}`);
  const sections = [
    [mark ? `# Licence: ${verdict}` : `Licence: ${verdict}`, '', mark ? escaped(explanation) : printable(explanation)],
    section(
      title('Declared and detected'),
      states.map(({ state, source, line, text, records, match }) =>
        item(
          printable(
            `${state}: ${placeOf(source, line)} “${text}” → ${records.join(', ') || 'not known'}${match === null ? '' : `, ${match}`}`,
          ),
        ),
      ),
    ),
    section(
      title('Why'),
      reasons.map((reason) => item(printable(reasonLine(reason)))),
    ),
    section(
      title('Duties'),
      duties.map(({ text, owner, due, probe }) =>
        item(printable(`${text} (${owner}, ${due}${probe === null ? '' : `; probe: ${probe}`})`)),
      ),
    ),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, ...items];
}

/** `deny  Llama 3.2 Community License · territory.excluded: excludes … [LICENSE:3 “…”]`. */
function reasonLine({ verdict, about, licence, field, says, span }: LicenceReason): string {
  const who = licence === null ? about : `${licence} (${about})`;
  const words =
    span === null ? '' : ` [${placeOf(span.source, span.line)}${span.text === '' ? '' : ` “${span.text}”`}]`;
  return `${verdict}: ${who}, ${field}: ${says}${words}`;
}

function placeOf(source: string, line: number | null): string {
  return line === null ? source : `${source}:${line}`;
}

/** What Markdown would take as its own. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`);
}

/** What may be put on a derivative: a licence a line, with why not and what it costs. */
export function renderOutbound(format: 'text' | 'markdown', { model, binding, open, choices }: Outbound): string {
  const mark = format === 'markdown';
  const say = mark ? escaped : printable;
  const item = (text: string) => (mark ? `- ${say(text)}` : `  ${say(text)}`);
  const head = `Licences for a derivative of ${model}`;
  const bound = binding.length === 0 ? 'nothing that is known' : binding.join('; ');
  const lines = choices.map(({ licence, verdict, because, costs }) => {
    const why = because.length === 0 ? '' : `: ${because.join('; ')}`;
    const cost = costs.length === 0 || verdict === 'deny' ? '' : ` — costs: ${costs.join('; ')}`;
    return item(`${verdict}: ${licence}${why}${cost}`);
  });
  const unread = open.length === 0 ? [] : [item(`open: the licence of ${open.join(', ')}`)];
  return `${[mark ? `# ${say(head)}` : say(head), '', say(`Bound by ${bound}.`), ...unread, '', ...lines].join('\n')}\n`;
}
