import { ORIGINS } from '../../../domain/guard.ts';
import { type Found, redact } from '../../../text/secrets/found.ts';
import { MARK_ROWS, NAMED_ROWS, SPOT_ROWS, TOKEN_ROWS } from '../../../text/secrets/rows.ts';
import { BEFORE_SECRET, firstOpen, SECRET_LITERALS, secretsAt } from '../../../text/secrets/scan.ts';
import type { Examples, FindingType, Hit, SpanDetector } from '../../detector.ts';

/** Keys, passwords and tokens of several hundred issuers. Found as `secret/<issuer>`. */
export const secrets: SpanDetector = {
  kind: 'span',
  id: 'secrets',
  title: 'Keys, passwords and tokens',
  types: typesOfRows(),
  origins: ORIGINS,
  sees: 'canonical',
  triggers: { literals: SECRET_LITERALS, digits: true },
  left: BEFORE_SECRET,
  find: ({ text, from }, places) =>
    places.count === 0 ? [] : secretsAt(text, places, from).map((secret) => hitOf(text, secret)),
  unsettled: ({ text, from }, places) => firstOpen(text, places, from),
  defaults: [{ types: [], origins: [], threshold: 0.5, action: 'redact' }],
  examples: examplesOfRows(),
};

const SCORES = { certain: 0.99, likely: 0.9, possible: 0.7 } as const;

function hitOf(text: string, secret: Found): Hit {
  const { rule, start, end, confidence } = secret;
  return { type: `secret/${rule}`, start, end, score: SCORES[confidence], detail: redact(text, secret) };
}

function typesOfRows(): readonly FindingType[] {
  const rows = [...TOKEN_ROWS, ...MARK_ROWS, ...SPOT_ROWS, ...NAMED_ROWS];
  const titles = new Map(rows.map(({ id, title }) => [id, title] as const));
  titles.set('assigned-secret', 'Value assigned to a name that promises a secret');
  return Array.from(titles, ([id, title]) => ({ type: `secret/${id}`, title }));
}

/** One of each kind of row, and every seventh token: the cut test takes each of them apart. */
function examplesOfRows(): Examples {
  const rows = [...TOKEN_ROWS.filter((_, at) => at % 7 === 0), ...MARK_ROWS, ...SPOT_ROWS];
  return {
    fires: () => rows.flatMap(({ id, fires }) => fires().map((text) => [text, `secret/${id}`] as const)),
    quiet: () => rows.flatMap(({ quiet }) => quiet),
  };
}
