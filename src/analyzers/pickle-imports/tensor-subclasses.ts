/**
 * Kinds of tensor beyond PyTorch's own, which `_rebuild_from_type_v2` makes of a plain one by `as_subclass`, or by a
 * wrapper of their own; attributes go to their `__dict__`. By module, names in one text.
 */
export const TENSOR_SUBCLASSES: Readonly<Record<string, string>> = {
  'torchvision.tv_tensors._image': 'Image',
  'torchvision.tv_tensors._video': 'Video',
  'torchvision.tv_tensors._mask': 'Mask',
  'torchvision.tv_tensors._bounding_boxes': 'BoundingBoxes',
  'torchvision.tv_tensors._keypoints': 'KeyPoints',
  'torchvision.datapoints._image': 'Image',
  'torchvision.datapoints._video': 'Video',
  'torchvision.datapoints._mask': 'Mask',
  'torchvision.datapoints._bounding_box': 'BoundingBox BoundingBoxes',
  'torch.distributed.tensor': 'DTensor',
  'torch.distributed._tensor.api': 'DTensor',
  'torch.masked.maskedtensor.core': 'MaskedTensor',
};

export const TENSOR_SUBCLASS_NAMES: readonly string[] = Object.entries(TENSOR_SUBCLASSES).flatMap(([module, names]) =>
  names.split(' ').map((name) => `${module}.${name}`),
);
