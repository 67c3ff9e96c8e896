/**
 * Who reads what an address says: whoever keeps the server's records. Of engines that look for what was typed, and of services
 * that draw what their address says, that is nobody who could have written the order to ask for it.
 */
const ENGINES =
  /^(?:https?:)?\/\/(?:www\.|m\.|[a-z]{2}\.|scholar\.|search\.|html\.)?(?:google|bing|duckduckgo|youtube|yahoo|ecosia|startpage|qwant|kagi|baidu|yandex|wikipedia|openstreetmap|amazon|ebay|stackoverflow|github|pypi|npmjs)\.[a-z]{2,3}(?:\.[a-z]{2})?\/(?:search|results|s|w\/index\.php|maps\/(?:search|dir)|scholar|package\/search|)\/?\?/i;
/** Under which they take what is looked for; an address as a value is one to be led to. */
const LOOKED_FOR =
  /(?<=[?&])(?:q|query|search_query|search|k|p|text|wd|term|_nkw|origin|destination)=(?![^&#]{0,40}(?:%3a|:)(?:%2f|\/))[^&#]*/gi;

/** The address without what an engine is to look for. */
export function withoutSearch(address: string): string {
  return ENGINES.test(address) ? address.replace(LOOKED_FOR, '') : address;
}

/** Badges, drawings of diagrams, of formulas and of names, and pictures that fill a place. */
const DRAWERS =
  /(?:^|\.)(?:shields\.io|badgen\.net|mermaid\.ink|mermaid\.live|kroki\.io|plantuml\.com|quickchart\.io|codecogs\.com|placehold\.co|placeholder\.com|dummyimage\.com|ui-avatars\.com|dicebear\.com|qrserver\.com|star-history\.com|typescriptlang\.org)$/i;

export function isDrawn(host: string): boolean {
  return DRAWERS.test(host);
}
