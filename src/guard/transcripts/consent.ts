/** What the people who are heard have said about it, as the request's headers tell. */
export interface Consent {
  readonly recording: 'given' | 'refused' | 'unknown';
  /** Whether the text may be used for nothing but this answer. */
  readonly optedOut: boolean;
  /** The headers that say so, for the record. */
  readonly by: readonly string[];
  /** Whether text or audio may be kept: only when it was asked for, consent is given, and nobody opted out. */
  readonly retain: boolean;
}

const GIVEN = new Set(['given', 'granted', 'yes', 'true', '1']);
const REFUSED = new Set(['refused', 'denied', 'withdrawn', 'no', 'false', '0']);

/** `TDM-Reservation` is W3C's TDM Reservation Protocol; `Sec-GPC` is Global Privacy Control. The others are ours. */
const OPT_OUTS = ['x-ai-opt-out', 'tdm-reservation', 'sec-gpc'];
const RECORDING = 'x-recording-consent';

/** What a request may say about it by its headers. */
export const CONSENT_HEADERS: readonly string[] = [RECORDING, ...OPT_OUTS];

/** Reads consent from headers, whatever the case of their names. What cannot be understood counts as a refusal. */
export function consentIn(headers: Readonly<Record<string, string>>, retentionAsked = false): Consent {
  return consentOf(Object.entries(headers), retentionAsked);
}

/** The same where a header may stand more than once: the strictest of them counts. */
export function consentOf(headers: Iterable<readonly [string, string]>, retentionAsked = false): Consent {
  const by = new Set<string>();
  let recording: Consent['recording'] = 'unknown';
  let optedOut = false;
  for (const [name, value] of headers) {
    const [header, said] = [name.toLowerCase(), value.trim().toLowerCase()];
    if (header === RECORDING) {
      by.add(header);
      recording = recording !== 'refused' && GIVEN.has(said) ? 'given' : 'refused';
    }
    if (OPT_OUTS.includes(header) && !REFUSED.has(said)) {
      by.add(header);
      optedOut = true;
    }
  }
  return { recording, optedOut, by: [...by], retain: retentionAsked && recording === 'given' && !optedOut };
}
