import type { FirstSignIn } from '../../../contract/control/up.ts';
import type { Person } from '../../../domain/people.ts';
import { ROLE_NAMES } from '../../../domain/people.ts';
import type { ControlParts } from '../parts.ts';

/** Who keeps it runs the server. */
export const FIRST_ORGANISATION = 'main';

/** Makes the organisation with its first person; null when it is there already, so that the password is shown once. */
export async function foundOrganisation(
  parts: Pick<ControlParts, 'store' | 'passwords' | 'mint' | 'clock'>,
  organisation: string,
  email = 'admin@localhost',
): Promise<FirstSignIn | null> {
  const now = parts.clock.now();
  const password = parts.mint.secret().slice(0, 24);
  const hash = await parts.passwords.hash(password);
  return parts.store.within(organisation, async (books) => {
    if (!(await books.found(now))) return null;
    const id = parts.mint.id();
    const person: Person = {
      id,
      email,
      name: 'First admin',
      roles: ROLE_NAMES,
      createdAt: now.toISOString(),
      disabledAt: null,
    };
    await books.people.add(person, hash);
    await books.audit.append({
      at: now.toISOString(),
      actor: 'worker',
      act: 'organisation.found',
      subject: organisation,
      detail: {},
    });
    return { organisation, email, password };
  });
}
