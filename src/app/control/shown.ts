import type { OutputOf } from '../../contract/control/operations.ts';
import type { Person } from '../../domain/people.ts';
import type { Page } from '../../ports/control/page.ts';

export function pageOf<Item, Shown>({ items, next }: Page<Item>, show: (item: Item) => Shown) {
  return { items: items.map(show), next };
}

export function shownPerson(person: Person): OutputOf<'person.add'> {
  return { ...person, roles: [...person.roles] };
}
