/** Whom the gateways of this run know. */
export const KEY = 'wbk_soak_0123456789';
export const LIMITED = 'wbk_soak_limited_0123456789';
/** Of the limited key. */
export const PER_MINUTE = 1_200;
