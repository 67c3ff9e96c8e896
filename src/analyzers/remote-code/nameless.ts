/** Machines of the house, which need no name: this one, private networks, what a cloud tells its machines. */
const NEAR =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const DIGITS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** One number for an address, which nobody writes but to hide it. */
const ONE_NUMBER = /^(?:0x[0-9a-f]{8}|\d{8,10})$/i;
/** IPv6 but for the machine itself, its neighbours and private networks. */
const SIX = /^\[(?!::1?\]|f[cd]|fe[89ab])[0-9a-f:.]{3,45}\]$/i;
/**
 * Boxes in which anybody leaves files, tunnels to a machine that nobody knows, places that take down what they are sent, and
 * addresses of hidden services: the name is that of a service, and says nothing of who answers.
 */
const ANYBODY =
  /(?:^|\.)(?:pastebin\.com|paste\.(?:ee|rs|c-net\.org)|hastebin\.com|dpaste\.(?:com|org)|rentry\.(?:co|org)|ghostbin\.\w+|ix\.io|sprunge\.us|termbin\.com|0x0\.st|transfer\.sh|file\.io|temp\.sh|bashupload\.com|oshi\.at|catbox\.moe|anonfiles?\.com|gofile\.io|pixeldrain\.com|ngrok\.(?:io|app|dev)|ngrok-free\.(?:app|dev)|trycloudflare\.com|loca\.lt|localtunnel\.me|serveo\.net|localhost\.run|lhr\.life|pinggy\.(?:io|link)|bore\.pub|webhook\.site|requestbin\.\w+|pipedream\.net|beeceptor\.com|interact\.sh|oast\.\w+|oastify\.com|burpcollaborator\.net|dnslog\.\w+|onion|duckdns\.org|no-ip\.\w+|ddns\.net)$/i;
/** A chat's attachments. */
const ATTACHED = /^https?:\/\/(?:cdn|media)\.discord(?:app)?\.(?:com|net)\/attachments\//i;

/** Whether an address leads to nobody in particular: whoever made a tool does not offer it there. */
export function isNameless(address: string): boolean {
  const [, host = ''] =
    /^(?:\w{2,8}:\/\/)?(?:[^@/\s"'`]{1,80}@)?(\[[0-9a-f:.]{2,45}\]|[\w.-]{1,255})/i.exec(address) ?? [];
  if (DIGITS.test(host)) return !NEAR.test(host);
  return ONE_NUMBER.test(host) || SIX.test(host) || ANYBODY.test(host.replace(/\.$/, '')) || ATTACHED.test(address);
}

/** Whether a line names such an address. */
export function namesNobody(line: string): boolean {
  return [...line.matchAll(/\b(?:https?|ftp):\/\/[^\s"'`|;&<>)]{1,300}/gi)].some(([address]) => isNameless(address));
}
