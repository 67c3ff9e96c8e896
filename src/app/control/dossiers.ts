import type { DOSSIER_OPERATIONS } from '../../contract/control/operations/dossiers.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import type { Desk } from './parts.ts';
import type { UseCases } from './use-case.ts';

export const DOSSIERS: UseCases<typeof DOSSIER_OPERATIONS> = {
  'dossier.list': listDossiers,
  'dossier.show': showDossier,
};

async function listDossiers({ books }: Desk): Promise<OutputOf<'dossier.list'>> {
  return { items: [...(await books.dossiers.list())] };
}

async function showDossier(
  { books }: Desk,
  { dossier }: ParsedInputOf<'dossier.show'>,
): Promise<OutputOf<'dossier.show'>> {
  return { ...(await books.dossiers.newest(dossier)) };
}
