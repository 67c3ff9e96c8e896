import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import type { BaseClaim } from '../domain/papers.ts';
import { textOf } from '../intake/card.ts';
import { type Inventory, type Item, readingsAs } from '../intake/inventory.ts';
import type { Json } from '../kernel/json.ts';
import type { Document } from '../papers/document.ts';
import { readPapers } from '../papers/read-papers.ts';

/** What the model's own papers say, kept with the dossier: bills of materials and later vettings read it without the bytes. */
export function papersEvidence({ items }: Inventory, now: Date): Evidence {
  const papers = readPapers(items.flatMap(documentOf));
  const bases = [...papers.bases, ...items.flatMap(basesInWeights)];
  return evidenceOf('papers', 'intake', now.toISOString(), { ...papers, bases } as unknown as Json);
}

/** The models that a GGUF file says it was converted or tuned from; `llama.cpp` copies them from the card. */
function basesInWeights(item: Item): readonly BaseClaim[] {
  const { path } = item.file;
  return [...readingsAs(item, 'gguf')].flatMap(({ facts }) =>
    Object.entries(facts.metadata).flatMap(([key, value]) =>
      BASE_KEY.test(key) && typeof value === 'string' && value !== ''
        ? [{ path, line: null, name: value.replace(/^https?:\/\/[^/]+\//, '').slice(0, 200), relation: null }]
        : [],
    ),
  );
}

const BASE_KEY = /^general\.(?:base_model\.[0-9]\.(?:repo_url|name)|source\.(?:repo_url|url|huggingface\.repository))$/;

function documentOf(item: Item): readonly Document[] {
  const { path, role, size } = item.file;
  const json = [...readingsAs(item, 'json')].find(({ member }) => member.length === 0)?.facts;
  const text = textOf(item) ?? json?.text ?? null;
  // A card that is no text, or too long to keep, is a paper all the same.
  return text === null && (role !== 'card' || size === 0) ? [] : [{ path, role, text, json: json?.value }];
}
