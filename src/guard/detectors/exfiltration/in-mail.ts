import { cargoOf, unescaped } from './carries.ts';
import { createKnownParts } from './known-parts.ts';
import { saidIn } from './said.ts';

/** Addresses of letters and messages have recipients; only their subject and their text are looked at. */
export function carriesInMail(found: string): boolean {
  const query = found.slice(found.indexOf('?') + 1).split(/&(?:amp;)?/);
  const said = query.filter((part) => /^(?:body|subject)=/i.test(part));
  const values = said.map((part) => part.slice(part.indexOf('=') + 1));
  const asked = { loads: false, known: createKnownParts() };
  const cargo = cargoOf(`mail://letter/?${values.map((value) => `data=${value}`).join('&')}`, asked);
  if (cargo !== null && cargo.how !== 'a sentence in the query') return true;
  // People write sentences there; of somebody else, and what they keep to themselves, they say nothing in them.
  return said.some((part) => saidIn('body', unescaped(part.slice(part.indexOf('=') + 1)), true) === 'a statement');
}
