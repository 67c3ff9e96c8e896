import type { Dossier } from '../domain/dossier.ts';
import { type LicenceDuty, licenceReadingIn } from '../domain/licence.ts';
import type { Duty } from '../domain/verdict.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A service or a release is seldom further away; what waits longer is vetted again. */
const DAYS_TO_RELEASE = 30;

/** What an admission asks for: proof of claimed bytes, and what the licences ask. `today` is `YYYY-MM-DD`, UTC. */
export function dutiesOf(dossier: Dossier, validDays: number, today: string): readonly Duty[] {
  const licences = licenceReadingIn(dossier.evidence)?.duties ?? [];
  return [...ofBytes(dossier, today), ...licences.map((duty) => ofLicence(duty, validDays, today))];
}

function ofBytes({ artifact: { files } }: Dossier, today: string): readonly Duty[] {
  const claimed = files.filter(({ digest }) => digest.kind === 'claimed').map(({ path }) => path);
  if (claimed.length === 0) return [];
  const text = `Prove the bytes of ${claimed.length === 1 ? 'one file' : `${claimed.length} files`} before they are loaded: their digests are the source's word.`;
  const rest = {
    owner: 'release owner',
    due: today,
    when: 'before first use',
    probe: 'the process that loads them hashes them',
  };
  return [{ id: 'verify-bytes', text, files: claimed, ...rest }];
}

/** What must hold while the model is used is due for as long as the admission holds. */
function ofLicence({ id, text, owner, due: when, probe }: LicenceDuty, validDays: number, today: string): Duty {
  const days =
    when === 'before first use' ? 0 : when === 'while in use' ? validDays : Math.min(validDays, DAYS_TO_RELEASE);
  const due = new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
  return { id, text, files: [], owner, due, when, probe };
}
