/** A type as it stands in texts: `EMAIL_ADDRESS`, `SECRET_GITHUB`. How a secret was told (by a name near by) is left out. */
export function labelOf(type: string): string {
  return type
    .replace(/^secret\/named-/, 'secret/')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
}
