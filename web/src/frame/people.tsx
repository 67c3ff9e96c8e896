import { createContext, useContext } from 'react';
import type { OutputOf } from '../../../src/contract/control/operations.ts';
import { useAnswer } from './answers.ts';

export type Me = OutputOf<'me.show'>;

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** Who is signed in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('nobody is signed in here');
  return me;
}

export type NameOf = (person: string) => string;

/** People by their id; who is not in the list yet is shown by it. */
export function usePeople(): { readonly nameOf: NameOf; readonly people: OutputOf<'person.list'>['items'] } {
  const { answer } = useAnswer('person.list', { limit: 100 });
  const people = answer.kind === 'ready' ? answer.output.items : [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { people, nameOf: (person) => names.get(person) ?? WHO[person] ?? person.slice(0, 8) };
}

/** Acts without a person behind them. */
const WHO: Readonly<Record<string, string>> = { worker: 'the worker', nobody: 'somebody unknown' };
