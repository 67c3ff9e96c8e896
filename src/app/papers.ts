import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import { textOf } from '../intake/card.ts';
import { type Inventory, type Item, readingsAs } from '../intake/inventory.ts';
import type { Json } from '../kernel/json.ts';
import type { Document } from '../papers/document.ts';
import { readPapers } from '../papers/read-papers.ts';

/** What the model's own papers say, kept with the dossier: bills of materials and later vettings read it without the bytes. */
export function papersEvidence({ items }: Inventory, now: Date): Evidence {
  const papers = readPapers(items.flatMap(documentOf));
  return evidenceOf('papers', 'intake', now.toISOString(), papers as unknown as Json);
}

function documentOf(item: Item): readonly Document[] {
  const { path, role, size } = item.file;
  const json = [...readingsAs(item, 'json')].find(({ member }) => member.length === 0)?.facts;
  const text = textOf(item) ?? json?.text ?? null;
  // A card that is no text, or too long to keep, is a paper all the same.
  return text === null && (role !== 'card' || size === 0) ? [] : [{ path, role, text, json: json?.value }];
}
