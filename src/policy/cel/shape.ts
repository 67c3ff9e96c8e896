/** What a value in a condition looks like. `any` is what we do not follow. */
export type Shape =
  | { readonly kind: 'fields'; readonly what: string; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'string'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'number' | 'bool' | 'any' };

export const ANY: Shape = { kind: 'any' };
export const BOOL: Shape = { kind: 'bool' };
export const NUMBER: Shape = { kind: 'number' };
export const TEXT: Shape = { kind: 'string' };

export function listOf(of: Shape): Shape {
  return { kind: 'list', of };
}

export function oneOf(values: readonly string[]): Shape {
  return { kind: 'string', oneOf: values };
}

export function fields(what: string, members: Readonly<Record<string, Shape>>): Shape {
  return { kind: 'fields', what, fields: members };
}

/** A shape in words, with its article. */
export function inWords(shape: Shape): string {
  switch (shape.kind) {
    case 'fields':
      return shape.what;
    case 'list':
      return 'a list';
    case 'string':
      return 'a string';
    case 'number':
      return 'a number';
    case 'bool':
      return 'true or false';
    case 'any':
      return 'a value';
  }
}
