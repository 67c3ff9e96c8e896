import type { Clock } from '../../ports/clock.ts';
import type { WebTuning } from '../net/web.ts';

export interface HubOptions extends WebTuning {
  /** `https://huggingface.co`, or HF_ENDPOINT: with any path before `/api`. Its host is trusted. */
  readonly endpoint: string;
  /** HF_TOKEN; goes to the endpoint's own origin alone. */
  readonly token: string | null;
  /** Download hosts that may have private addresses: `host` or `host:port`. */
  readonly trustedHosts: readonly string[];
  readonly clock: Clock;
}
