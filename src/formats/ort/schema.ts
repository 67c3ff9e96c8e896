import { flatSchema } from '../flatbuffer/verify.ts';

/** Tables of a session (onnxruntime/core/flatbuffers/schema/ort.fbs), as far as models use them. A `u` names the tables that the number before it chooses among. */
export const ORT_SCHEMA = flatSchema(`
InferenceSession s :Model . :Resolver
Resolver [:OperatorArguments
OperatorArguments s [:KernelArguments
KernelArguments s [:ArgumentPlace
ArgumentPlace 1 4
Model 8 [:OperatorSetId s s s 8 s :Graph s [:Entry
OperatorSetId s 8
Entry s s
Graph [:Tensor [:ValueInfo [:Node 4 [:NodeEdge [s [s [:SparseTensor
Tensor s s [8 4 [1 [s 8
SparseTensor :Tensor :Tensor [8
ValueInfo s s :TypeInfo
TypeInfo s 1 u:-,TensorType,SequenceType,MapType
TensorType 4 :Shape
SequenceType :TypeInfo
MapType 4 :TypeInfo
Shape [:Dimension
Dimension :DimensionValue s
DimensionValue 1 8 s
NodeEdge 4
Node s s s 4 4 s 4 s [s [s [:Attribute [4 [s
Attribute s s 4 4 8 s :Tensor :Graph [4 [8 [s [:Tensor [:Graph
`);
