/** A type as it stands in texts: `EMAIL_ADDRESS`, `SECRET_GITHUB`. */
export function labelOf(type: string): string {
  return type.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
