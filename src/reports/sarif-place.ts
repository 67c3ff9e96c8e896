export type SarifObject = Readonly<Record<string, unknown>>;

/** How a log says where files lie. */
export interface SarifPlace {
  /** The roots that addresses are relative to (`originalUriBaseIds`). */
  readonly bases: SarifObject;
  /** An `artifactLocation`. */
  locationOf(path: string): SarifObject;
}

/** Below the root of a model: where the model lies is no business of the log. */
export const BELOW_MODEL: SarifPlace = {
  bases: { MODEL: { description: { text: 'The root of what was looked at.' } } },
  locationOf: (path) => ({ uri: relativeUri(path), uriBaseId: 'MODEL' }),
};

/**
 * Below the folder that a scan was started in, by the name that code hosts give the root of a repository; what lies
 * outside of it has its whole address.
 */
export function placeBelow(root: string): SarifPlace {
  const home = stepsOf(root, []);
  return {
    bases: {
      '%SRCROOT%': { uri: fileUri([...home, '']), description: { text: 'The folder that the scan was started in.' } },
    },
    locationOf: (path) => {
      if (REMOTE.test(path)) return { uri: remoteUri(path) };
      const steps = stepsOf(path, home);
      const inside = steps.length > home.length && home.every((step, at) => steps[at] === step);
      return inside
        ? { uri: relativeUri(steps.slice(home.length).join('/')), uriBaseId: '%SRCROOT%' }
        : { uri: fileUri(steps) };
    },
  };
}

const REMOTE = /^(?:hf:|https?:\/\/)/i;

function remoteUri(path: string): string {
  return /^https?:/i.test(path) && URL.canParse(path) ? new URL(path).href : relativeUri(path);
}

/** The steps of a path from the root of the machine, as the system would take them. A drive of Windows is one. */
function stepsOf(path: string, home: readonly string[]): string[] {
  const drive = /^[A-Za-z]:[\\/]/.test(path);
  const parts = (drive ? path.replaceAll('\\', '/') : path).split('/');
  const steps = drive || path.startsWith('/') ? [] : [...home];
  for (const part of parts) {
    if (part === '..') steps.pop();
    else if (part !== '' && part !== '.') steps.push(part);
  }
  return steps;
}

function fileUri(steps: readonly string[]): string {
  return `file:///${steps.map((step) => encodeURIComponent(step.toWellFormed())).join('/')}`;
}

/** A path as a relative URI that can name no host, no scheme and no parent folder, whatever the path holds. */
export function relativeUri(path: string): string {
  const segments = path.toWellFormed().split('/');
  const uri = segments.map((segment) =>
    /^\.{1,2}$/.test(segment) ? escapeDots(segment) : encodeURIComponent(segment),
  );
  const [first = '', ...rest] = uri;
  // An absolute path, or an empty first segment, would leave the base.
  return first === '' && rest.length > 0 ? `%2F${rest.join('/')}` : uri.join('/');
}

/** Escaped once more, as a plain `%2E` still counts as a dot when a URI is resolved. */
function escapeDots(segment: string): string {
  return segment.replaceAll('.', '%252E');
}
