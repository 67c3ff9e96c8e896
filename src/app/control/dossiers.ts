import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import type { Desk } from './parts.ts';

export async function listDossiers({ books }: Desk): Promise<OutputOf<'dossier.list'>> {
  return { items: [...(await books.dossiers.list())] };
}

export async function showDossier(
  { books }: Desk,
  { dossier }: ParsedInputOf<'dossier.show'>,
): Promise<OutputOf<'dossier.show'>> {
  return { ...(await books.dossiers.newest(dossier)) };
}
