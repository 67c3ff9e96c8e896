import { type Ecosystem, normalName } from '../../domain/dependency.ts';

const TYPES: Readonly<Record<string, Ecosystem>> = {
  pypi: 'PyPI',
  npm: 'npm',
  cargo: 'crates.io',
  golang: 'Go',
  maven: 'Maven',
};

export type Product =
  | { readonly kind: 'package'; readonly ecosystem: Ecosystem; readonly name: string; readonly version: string | null }
  | { readonly kind: 'model'; readonly name: string };

/** What a package URL names (purl-spec, 'Syntax'): `pkg:pypi/torch@2.1.0`, `pkg:huggingface/org/name@commit`. Null for others. */
export function productOf(purl: string): Product | null {
  const found = /^pkg:\/*([a-z]+)\/([^@?#]{1,500})(?:@([^?#]{1,300}))?(?:[?#].*)?$/i.exec(purl.trim());
  const [, type = '', path = '', version] = found ?? [];
  const name = decoded(path.replace(/\/+$/, ''));
  if (found === null || name === null) return null;
  if (type.toLowerCase() === 'huggingface') return { kind: 'model', name };
  const ecosystem = TYPES[type.toLowerCase()];
  if (ecosystem === undefined) return null;
  const full = ecosystem === 'Maven' ? name.replace('/', ':') : name;
  const at = version === undefined ? null : decoded(version);
  return {
    kind: 'package',
    ecosystem,
    name: normalName(ecosystem, full),
    version: ecosystem === 'Go' ? (at?.replace(/^v/, '') ?? null) : at,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
