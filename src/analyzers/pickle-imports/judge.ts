import { type Confidence, type Finding, findingOf, locationIn, type Rule } from '../../domain/finding.ts';
import type {
  HeldCode,
  PickleCall,
  PickleFlaw,
  PickleImport,
  PickleProgram,
  PickleValue,
} from '../../formats/pickle/facts.ts';
import { type Item, type ReadingAs, readingsAs } from '../../intake/inventory.ts';
import { inTorchscript } from '../../intake/torchscript.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { printable } from '../../kernel/printable.ts';
import { type Allowed, allowed, fits } from './allowed.ts';
import { isBatchOfGraphs } from './batched-graphs.ts';
import { currentName, deniedBy, toldByName } from './denied.ts';
import { MAKES_GRAPHS, tracesOnly } from './graphs.ts';
import { callsWhatItBuilds, type Held, heldBy, MAKER } from './held.ts';
import { isOwn, makesOwn } from './own-class.ts';
import { isClassOfLibrary, isPlainlyMade, rebuiltIn } from './plain-objects.ts';
import {
  COMPUTED_CALL,
  COMPUTED_IMPORT,
  COMPUTED_NAME,
  DOTTED_NAME,
  ENDLESS_VALUE,
  FORGED_ARRAY,
  HELD_ATTACK,
  HELD_CODE,
  HELD_FUNCTION,
  HELD_NATIVE,
  HELD_PROGRAM,
  ODD_ARRAY,
  OWN_CLASS,
  PERSISTENT_ID,
  RULE_OF_DEFECT,
  RUNS_CODE,
  SWOLLEN_VALUE,
  UNEXPECTED_CALL,
  UNFOLLOWED,
  UNKNOWN_CLASS,
  UNKNOWN_IMPORT,
} from './rules.ts';

/** A judgement before it has a place: what is done, and what is wrong with it. */
export interface Judgement {
  readonly rule: Rule;
  readonly message: string;
  readonly operation: string;
  readonly offset: number;
  readonly confidence: Confidence;
}

/** What is found in an item's pickles. */
export function* judgeItem(item: Item): Iterable<Finding> {
  for (const reading of readingsAs(item, 'pickle')) {
    if (reading.amongNumbers === true) {
      for (const judgement of limited(reading.facts.programs.flatMap(heldAttacks)))
        yield found(item, reading, judgement);
      continue;
    }
    const scripted = inTorchscript(item, reading.member);
    const resolved = reading.member.length > 0 || reading.facts.layout !== undefined;
    const judgements = reading.facts.programs
      .flatMap((program) => [...judgeProgram(program), ...(resolved ? [] : bareIds(program))])
      .filter(({ operation }) => !(scripted && SCRIPTED_CLASS.test(operation)));
    const held = limited((reading.facts.held ?? []).flatMap(heldAttacks));
    const codes = limited((reading.facts.codes ?? []).map(heldCode));
    for (const judgement of [...limited(judgements), ...held, ...codes, ...judgeDefects(reading)])
      yield found(item, reading, judgement);
  }
}

/** What bytes would do, were they unpickled: told where that is an attack, and not how a library keeps functions. */
function heldAttacks(program: PickleProgram): readonly Judgement[] {
  return [...judgeProgram(program)].flatMap(({ rule, operation, offset }) => {
    const keeps = KEEPS_FUNCTIONS.test(operation);
    if (rule.says !== 'malicious' || (keeps && !callsWhatItKeeps(program))) return [];
    const as = keeps ? HELD_PROGRAM : HELD_ATTACK;
    const message = `Bytes in the file are a pickle that calls ${operation}. ${as.title}`;
    return [judge(as, message, { operation, offset, confidence: 'likely' })];
  });
}

const KEEPS_FUNCTIONS = /^(?:result of )?(?:[\w.]+\.)?(?:dill|cloudpickle|types|numba)\b/;

/** Whether it calls a function that it made: then it does not only keep it. */
function callsWhatItKeeps({ calls }: PickleProgram): boolean {
  return calls.some(
    ({ calleeKind, form, callee }) => calleeKind === 'result' && form === 'REDUCE' && MAKES_FUNCTIONS.test(callee),
  );
}

const MAKES_FUNCTIONS = /\b(?:_create_function|_make_function|FunctionType|LambdaType|MethodType)$/;

function heldCode({ kind, offset }: HeldCode): Judgement {
  const operation = kind === 'code' ? 'code of Python as marshal writes it' : 'a program or library of a machine';
  const as = kind === 'code' ? HELD_CODE : HELD_NATIVE;
  return judge(as, `${as.title} Here: ${operation}.`, { operation, offset, confidence: 'likely' });
}

/** Classes that an archive of TorchScript brings as code of its own, and no Python imports. */
const SCRIPTED_CLASS =
  /^__torch__(?!\.torch\.classes\.(?!quantized\.|rnn\.|sparse\.|xnnpack\.|prepacked\.))(?:\.[A-Za-z]\w*|\.___torch_mangle_\d+)+(?:\(.*\))?$/s;

function found({ file }: Item, { member }: ReadingAs<'pickle'>, judgement: Judgement): Finding {
  const { rule, message, operation, offset, confidence } = judgement;
  const location = locationIn(file, member, { offset });
  return findingOf(rule, {
    message,
    location,
    confidence,
    ...(operation === '' ? {} : { operation: printable(operation) }),
  });
}

/** Ids that only a loader of its own resolves: numbers and texts, where no archive lies around the program. */
function* bareIds({ calls }: PickleProgram): Iterable<Judgement> {
  for (const call of calls) {
    const [id] = call.arguments;
    if ((call.form === 'PERSID' || call.form === 'BINPERSID') && id?.kind === 'constant' && isStorageId(id))
      yield ofCall(PERSISTENT_ID, `${PERSISTENT_ID.title} Here: ${call.text}.`, call, 'possible');
  }
}

/** Judges one program: each call, then each import that no judged call has named already. */
export function* judgeProgram(program: PickleProgram): Iterable<Judgement> {
  const { imports, calls, flaws } = program;
  const builds = !callsWhatItBuilds(program);
  for (const { kind, sure, why, offset } of flaws) {
    const rule = RULE_OF_FLAW[kind][sure ? 'sure' : 'odd'];
    yield judge(rule, `${rule.title} It has ${why}.`, { operation: why, offset, confidence: 'likely' });
  }
  const named = new Set<string>(tracesOnly(program) ? [MAKES_GRAPHS] : []);
  for (const call of calls) {
    if (call.calleeKind === 'global' && named.has(MAKES_GRAPHS) && nameOf(call) === MAKES_GRAPHS) continue;
    const judgement = judgeCall(call, builds);
    if (judgement === null) continue;
    if (call.calleeKind === 'global' && !isEffect(call)) named.add(nameOf(call));
    yield judgement;
  }
  const rebuilt = rebuiltIn(calls);
  for (const one of imports) {
    if (named.has(nameOf(one))) continue;
    const judgement = judgeImport(one, rebuilt);
    if (judgement === null) continue;
    named.add(nameOf(one));
    yield judgement;
  }
}

const RULE_OF_FLAW: Readonly<Record<PickleFlaw['kind'], { readonly sure: Rule; readonly odd: Rule }>> = {
  array: { sure: FORGED_ARRAY, odd: ODD_ARRAY },
  attribute: { sure: UNEXPECTED_CALL, odd: UNEXPECTED_CALL },
  code: { sure: RUNS_CODE, odd: UNEXPECTED_CALL },
  expansion: { sure: ENDLESS_VALUE, odd: SWOLLEN_VALUE },
};

/** `rebuilt` has the classes of which earlier protocols make objects by `object.__new__`. */
function judgeImport(one: PickleImport, rebuilt: ReadonlySet<string>): Judgement | null {
  const { module, name, called, referred, offset, opcode } = one;
  if (module === null || name === null) {
    const operation = `${opcode} ${module ?? '?'}.${name ?? '?'}`;
    // Extension codes are registered by programs that know them; a name put together is meant to be unreadable.
    const rule = called && opcode === 'STACK_GLOBAL' ? COMPUTED_IMPORT : COMPUTED_NAME;
    return judge(rule, `${rule.title} ${operation}.`, { operation, offset, confidence: 'likely' });
  }
  const operation = `${module}.${name}`;
  const known = allowedNow(module, name);
  if (known !== undefined) {
    if (!known.neverHandedOn || !referred) return null;
    const message = `The file hands ${operation} on to something else. ${UNEXPECTED_CALL.title}`;
    return judge(UNEXPECTED_CALL, message, { operation, offset, confidence: 'likely' });
  }
  // How protocols before 4 make what takes keywords: it says no more than the class.
  if (name.endsWith(MAKER) && !called) return judgeImport({ ...one, name: name.slice(0, -MAKER.length) }, rebuilt);
  const denied = deniedBy(module, name);
  if (denied !== null) {
    const message = `The file ${called ? 'uses' : 'refers to'} ${operation}${called ? '' : ' without calling it'}. ${denied.title}`;
    return judge(denied, message, { operation, offset, confidence: called ? 'certain' : 'likely' });
  }
  const own = isOwn(module, name, called);
  if (own)
    return judge(OWN_CLASS, `${OWN_CLASS.title} Here: ${operation}.`, { operation, offset, confidence: 'certain' });
  if (name.includes('.'))
    return judge(DOTTED_NAME, `The file ${called ? 'uses' : 'refers to'} ${operation}. ${DOTTED_NAME.title}`, {
      operation,
      offset,
      confidence: 'possible',
    });
  if (rebuilt.has(operation) && isClassOfLibrary(module, name)) return unknownClass(`${operation}()`, offset);
  const message = `The file ${called ? 'uses' : 'refers to'} ${operation}, which nobody has listed as harmless.`;
  return judge(UNKNOWN_IMPORT, message, { operation, offset, confidence: 'possible' });
}

function unknownClass(made: string, offset: number): Judgement {
  const message = `Loading the file makes ${made}, an object of a class that nobody has listed as harmless.`;
  return judge(UNKNOWN_CLASS, message, { operation: made, offset, confidence: 'possible' });
}

function allowedNow(module: string, name: string): Allowed | undefined {
  return allowed(...currentName(module, name));
}

/** `builds` tells that the program never calls the methods and partial functions that it builds. */
function judgeCall(call: PickleCall, builds: boolean): Judgement | null {
  if (call.form === 'PERSID' || call.form === 'BINPERSID') return judgePersistent(call);
  const held = builds ? heldBy(call) : null;
  if (held === 'harmless') return null;
  if (call.calleeKind === 'global') return judgeGlobalCall(call, held);
  if (isBatchOfGraphs(call)) return null;
  const { module, name, form } = call;
  const tended = EFFECTS.has(form) && module !== null && name !== null;
  const known = tended ? allowedNow(module, name) : undefined;
  if (known !== undefined) return fits(known.uses, form, call.arguments) ? null : unexpected(call);
  // Filling an object of an unknown class tells nothing new: its making was found already.
  if (tended) return null;
  return ofCall(COMPUTED_CALL, `The file calls ${call.callee}: ${call.text}.`, call, 'likely');
}

function judgeGlobalCall(call: PickleCall, held: Held): Judgement | null {
  const { module, name, form, text } = call;
  // Its name was computed: the import says so.
  if (module === null || name === null) return null;
  const known = allowedNow(module, name);
  // What may be done to what a class makes may not be done to the class.
  if (known !== undefined && !isEffect(call) && fits(known.uses, form, call.arguments)) return null;
  if (held === 'strange') {
    return ofCall(HELD_FUNCTION, `Loading the file does ${text}. ${HELD_FUNCTION.title}`, call, 'possible');
  }
  const denied = deniedBy(module, name);
  if (denied !== null) return ofCall(denied, `Loading the file calls ${text}. ${denied.title}`, call, 'certain');
  if (known !== undefined) return unexpected(call);
  if (makesOwn(call)) return ofCall(OWN_CLASS, `${OWN_CLASS.title} Here: ${text}.`, call, 'certain');
  const told = isEffect(call) ? null : toldByName(...currentName(module, name));
  if (told !== null) return ofCall(told, `Loading the file calls ${text}. ${told.title}`, call, 'likely');
  if (name.includes('.'))
    return ofCall(DOTTED_NAME, `Loading the file calls ${text}. ${DOTTED_NAME.title}`, call, 'likely');
  if (isPlainlyMade(call)) return unknownClass(text, call.offset);
  return ofCall(
    UNKNOWN_IMPORT,
    `Loading the file calls ${text}, which nobody has listed as harmless.`,
    call,
    'possible',
  );
}

function unexpected(call: PickleCall): Judgement {
  return ofCall(
    UNEXPECTED_CALL,
    `Loading the file does ${call.text} by ${call.form}. ${UNEXPECTED_CALL.title}`,
    call,
    'likely',
  );
}

/** What PyTorch's loaders take: a storage by type, key, place and size. Older ones call the type with the size. */
function judgePersistent(call: PickleCall): Judgement | null {
  const [id] = call.arguments;
  if (id !== undefined && (isStorageId(id) || isContainerId(id))) return null;
  return ofCall(
    COMPUTED_CALL,
    `The file asks its loader for ${call.text}, which is no tensor storage.`,
    call,
    'possible',
  );
}

function isStorageId(id: PickleValue): boolean {
  if (id.kind === 'constant') return typeof id.value === 'string' || typeof id.value === 'number';
  if (id.kind !== 'collection' || id.type !== 'tuple') return false;
  const [kind, type, key, place, elements, view] = id.items;
  if (kind?.kind !== 'constant') return false;
  const isStorage = kind.value === 'storage' && type?.kind === 'global' && STORAGE_CLASS.test(type.name);
  const plain = [key, place, elements].every((value) => value?.kind === 'constant');
  return isStorage && plain && (view === undefined || view.kind === 'constant' || view.kind === 'collection');
}

/** How torch.save before 1.6 wrote classes, with their source to compare; the class is judged as an import. */
function isContainerId(id: PickleValue): boolean {
  if (id.kind !== 'collection' || id.type !== 'tuple') return false;
  const [kind, made, ...source] = id.items;
  const named = kind?.kind === 'constant' && kind.value === 'module' && made?.kind === 'global';
  return named && source.length === 2 && source.every((value) => value.kind === 'constant' || value.kind === 'opaque');
}

const STORAGE_CLASS = /^torch\.(?:cuda\.|storage\.)?[A-Z][A-Za-z0-9]*Storage$/;

const EFFECTS: ReadonlySet<string> = new Set(['BUILD', 'APPEND', 'APPENDS', 'SETITEM', 'SETITEMS', 'ADDITEMS']);

function isEffect({ form }: PickleCall): boolean {
  return EFFECTS.has(form);
}

function nameOf({ module, name }: { readonly module: string | null; readonly name: string | null }): string {
  return `${module ?? '?'}:${name ?? '?'}`;
}

function ofCall(rule: Rule, message: string, { text, offset }: PickleCall, confidence: Confidence): Judgement {
  return judge(rule, message, { operation: text, offset, confidence });
}

function judge(rule: Rule, message: string, rest: Omit<Judgement, 'rule' | 'message'>): Judgement {
  return { rule, message: printable(message), ...rest };
}

/** At most LIMITS.findingsOfARule of each rule; the last one says how many more there are. */
function limited(judgements: readonly Judgement[]): readonly Judgement[] {
  const counts = new Map<Rule, number>();
  for (const { rule } of judgements) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const kept = new Map<Rule, number>();
  return judgements.flatMap((judgement) => {
    const seen = (kept.get(judgement.rule) ?? 0) + 1;
    kept.set(judgement.rule, seen);
    const more = (counts.get(judgement.rule) ?? 0) - LIMITS.findingsOfARule;
    if (seen > LIMITS.findingsOfARule) return [];
    if (seen < LIMITS.findingsOfARule || more <= 0) return [judgement];
    const message = `${judgement.message} And ${more} more like it.`;
    // It stands for others too: who knows the one by its name does not know those.
    return [{ ...judgement, message, operation: `${judgement.operation} … and ${more} more` }];
  });
}

function* judgeDefects({ defects }: ReadingAs<'pickle'>): Iterable<Judgement> {
  for (const { code, message, offset } of defects) {
    const rule = RULE_OF_DEFECT.get(code) ?? UNFOLLOWED;
    const said = `${rule.title} ${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    yield judge(rule, said, { operation: code, offset, confidence: 'certain' });
  }
}
