/** Families by the marks that begin a turn in them; the first that is there names the family. */
const FAMILIES: readonly { readonly family: string; readonly marks: readonly string[] }[] = [
  { family: 'llama-4', marks: ['<|header_start|>'] },
  { family: 'llama-3', marks: ['<|start_header_id|>'] },
  { family: 'gpt-oss', marks: ['<|start|>', '<|channel|>'] },
  { family: 'deepseek', marks: ['<｜User｜>'] },
  { family: 'gemma', marks: ['<start_of_turn>'] },
  { family: 'gemma-4', marks: ['<|turn>'] },
  { family: 'cohere', marks: ['<|START_OF_TURN_TOKEN|>'] },
  { family: 'granite', marks: ['<|start_of_role|>'] },
  { family: 'glm', marks: ['[gMASK]'] },
  { family: 'exaone', marks: ['[|assistant|]'] },
  { family: 'chatml', marks: ['<|im_start|>'] },
  { family: 'llama-2', marks: ['<<SYS>>'] },
  { family: 'mistral', marks: ['[INST]'] },
  { family: 'phi', marks: ['<|end|>', '<|assistant|>'] },
];

/** The family that a template claims by its marks, or null. */
export function familyOf(template: string): string | null {
  return FAMILIES.find(({ marks }) => marks.every((mark) => template.includes(mark)))?.family ?? null;
}
