/** Whether a name of a tensor or a key is none that a program gives: control characters, turned directions, steps up, code. */
export function isOddName(name: string): boolean {
  return ODD.test(name) || CODE.test(name);
}

/** Names of Python's own machinery and calls: code that is to be evaluated, and no tensor. */
const CODE =
  /__(?:class|globals|builtins|import|subclasses|mro|bases|reduce|reduce_ex|getattribute|code|dict|init)__|\(\s*['"]/;
const ODD = /\p{Cc}|[\u202a-\u202e\u2066-\u2069]|(?:^|[/\\])\.\.(?:[/\\]|$)/u;
