/** A reference fit to be kept and shown: an address without its user, query and fragment, where credentials travel. */
export function shownReference(reference: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(reference) || !URL.canParse(reference)) return reference;
  const url = new URL(reference);
  const query = url.search === '' ? '' : '?…';
  return `${url.protocol}//${url.host}${url.pathname}${query}`;
}
