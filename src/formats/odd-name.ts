/** Whether a name of a tensor or a key is none that a program gives: control characters, turned directions, steps up. */
export function isOddName(name: string): boolean {
  return ODD.test(name);
}

const ODD = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]|(?:^|[/\\])\.\.(?:[/\\]|$)/u;
