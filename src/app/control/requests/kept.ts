import type { KeptDossiers } from '../../../contract/kept-dossiers.ts';
import type { Books, ControlStore } from '../../../ports/control-store.ts';

/**
 * What an organisation's own workers found, for whoever looks for bases: what was pushed here says what its sender wrote.
 * Each look is a transaction of its own.
 */
export function keptIn(store: Pick<ControlStore, 'within'>, organisation: string): KeptDossiers {
  const within = <Answer>(work: (books: Books) => Promise<Answer>): Promise<Answer> => store.within(organisation, work);
  return {
    list: () =>
      within(async ({ dossiers, requests }) => {
        const all = await dossiers.list();
        const own = await requests.madeHere(all.map(({ dossier }) => dossier));
        return all.filter(({ dossier }) => own.has(dossier));
      }),
    newest: (prefix) => within(({ dossiers }) => dossiers.newest(prefix)),
  };
}
