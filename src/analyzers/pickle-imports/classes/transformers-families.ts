import type { ClassKind } from './family.ts';

/**
 * Models and settings of transformers, of which there are eight thousand and more with each release. In the module of a
 * family its classes carry the family's name, `transformers.models.qwen3.modeling_qwen3.Qwen3Model`: those are torch
 * modules and configurations (checked against releases 4.57 and 5.24), made empty and filled with a dict. What such a
 * module imports from elsewhere does not carry the name.
 */
export function familyKind(module: string, name: string): ClassKind | undefined {
  const [, folder = '', kind = '', file = ''] = FAMILY.exec(module) ?? [];
  if (folder === '' || !CLASS.test(name)) return undefined;
  const family = plain(file);
  if (family.length < SHORTEST || !plain(name).startsWith(family)) return undefined;
  if (kind === 'modeling') return 'restored';
  if (kind === 'configuration') return name.endsWith('Config') ? 'objects' : undefined;
  return PROCESSOR.test(name) ? 'objects' : undefined;
}

const FAMILY =
  /^transformers\.models\.(?:deprecated\.)?([a-z]\w*)\.(modeling|configuration|image_processing|feature_extraction)_([a-z]\w*?)(?:_fast)?$/;
const CLASS = /^[A-Z][A-Za-z0-9_]*$/;
const PROCESSOR = /(?:ImageProcessor|FeatureExtractor)(?:Fast|Pil)?$/;
/** Names of two letters begin too much: none of the families is called so. */
const SHORTEST = 3;

/** `Qwen2_5_VLModel` is of the family `qwen2_5_vl`. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
