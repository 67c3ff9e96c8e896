/** How one ecosystem orders versions and reads requirements. Every function is total: what it cannot read is null. */
export interface Versioning {
  /** The one spelling of a version, the same for all that are equal; null when it is none. */
  normal(version: string): string | null;
  /** Negative when `a` is older. Both as `normal` has them. */
  compare(a: string, b: string): number;
  /** Whether a requirement lets this version in; null when the requirement cannot be read. */
  admits(specifier: string, version: string): boolean | null;
  /** Versions that a requirement names, for trying them. */
  named(specifier: string): readonly string[];
}
