import type { Control, OutputOf } from '../../src/contract/control/operations.ts';
import type { Running, UpOptions } from '../../src/contract/control/up.ts';
import type { Role } from '../../src/domain/people.ts';
import { type Signed, serverIn, signIn, somebody } from './control.ts';
import { rests } from './until.ts';

/** A server, its first admin, and people by what a test calls them. */
export interface Company<Who extends string> {
  readonly running: Running;
  readonly admin: Signed;
  readonly people: Readonly<Record<Who, Signed>>;
}

/** `roles`: of everybody, by name. */
export async function companyIn<Who extends string>(
  folder: string,
  roles: Readonly<Record<Who, readonly Role[]>>,
  options: Partial<UpOptions> = {},
): Promise<Company<Who>> {
  const running = await serverIn(folder, options);
  if (running.first === null) throw new Error('no first sign-in');
  const admin = await signIn(running.address, running.first.email, running.first.password);
  const people: Partial<Record<Who, Signed>> = {};
  for (const [name, theirs] of Object.entries(roles) as [Who, readonly Role[]][])
    people[name] = await somebody(running.address, admin.call, name, theirs);
  return { running, admin, people: people as Record<Who, Signed> };
}

export type Shown = OutputOf<'request.show'>;

/** A request, once it has been vetted. */
export async function settled(call: Control, request: string): Promise<Shown> {
  const rest = rests();
  for (;;) {
    const shown = await call('request.show', { request });
    if (shown.state !== 'vetting') return shown;
    await rest();
  }
}
