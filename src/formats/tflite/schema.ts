import { flatSchema } from '../flatbuffer/verify.ts';

/** Tables of a model (tensorflow/lite/schema/schema.fbs); options of operators are tables of any kind. */
export const TFLITE_SCHEMA = flatSchema(`
Model 4 [:OperatorCode [:SubGraph s [:Buffer [4 [:Metadata [:SignatureDef
OperatorCode 1 s 4 4
SubGraph [:Tensor [4 [4 [:Operator s
Tensor [4 1 4 s :Quantization 1 * [4 1 [*
Quantization [4 [4 [4 [8 1 * 4
Operator 4 [4 [4 1 * [1 1 [1 [4 8 8 1 *
Buffer [1 8 8
Metadata s 4
SignatureDef [:TensorMap [:TensorMap s . 4
TensorMap s 4
`);
