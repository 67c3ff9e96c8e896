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
  'torch.distributed._shard.sharded_tensor.api': 'ShardedTensor',
  'torch.masked.maskedtensor.core': 'MaskedTensor',
  'torchao.quantization':
    'Float8Tensor Int4PlainInt32Tensor Int4PreshuffledTensor Int4Tensor Int4TilePackedTo4dTensor Int8Tensor IntxOpaqueTensor IntxUnpackedToInt8Tensor',
  'torchao.quantization.linear_activation_quantized_tensor': 'LinearActivationQuantizedTensor',
  'torchao.dtypes.affine_quantized_tensor': 'AffineQuantizedTensor',
  'torchao.dtypes.nf4tensor': 'NF4Tensor',
  'torchao.dtypes.uintx.plain_layout': 'PlainAQTTensorImpl',
  'torchao.dtypes.floatx.float8_layout': 'Float8AQTTensorImpl',
  'torchao.dtypes.uintx.tensor_core_tiled_layout': 'TensorCoreTiledAQTTensorImpl',
  'torchao.optim.subclass_4bit': 'OptimState4bit',
  'torchao.optim.subclass_8bit': 'OptimState8bit',
  'torchao.optim.subclass_fp8': 'OptimStateFp8',
  'torchao.prototype.mx_formats.mx_tensor': 'MXTensor',
  'torchao.prototype.mx_formats.nvfp4_tensor': 'NVFP4Tensor',
  'monai.data.meta_tensor': 'MetaTensor',
};

export const TENSOR_SUBCLASS_NAMES: readonly string[] = Object.entries(TENSOR_SUBCLASSES).flatMap(([module, names]) =>
  names.split(' ').map((name) => `${module}.${name}`),
);
