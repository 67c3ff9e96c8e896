import { messageTable } from '../protobuf/message-table.ts';

/**
 * Every message of a SavedModel (TensorFlow 2.21, from its descriptors). What is not wanted has to be well-formed all the same, or loaders
 * refuse the file.
 */
export const messageShape = messageTable(`
Any 1s 2b
AssetFileDef 1:TensorInfo 2s
AttrValue 1:AttrValue.ListValue 2b 3v 4n 5v 6v 7:TensorShapeProto 8:TensorProto 9s 10:NameAttrList
AttrValue.ListValue 2b 3v 4n 5v 6v 7:TensorShapeProto 8:TensorProto 9:NameAttrList
BoundedTensorSpecProto 1s 2:TensorShapeProto 3v 4:TensorProto 5:TensorProto
CapturedTensor 1s 2s
CollectionDef 1:CollectionDef.NodeList 2:CollectionDef.BytesList 3:CollectionDef.Int64List 4:CollectionDef.FloatList 5:CollectionDef.AnyList
CollectionDef.AnyList 1:Any
CollectionDef.BytesList 1b
CollectionDef.FloatList 1n
CollectionDef.Int64List 1v
CollectionDef.NodeList 1s
DictValue 1:DictValue.FieldsEntry
DictValue.FieldsEntry 1s 2:StructuredValue
FingerprintDef 1v 2v 3v 4v 5v 6:VersionDef 7s
FullTypeDef 1v 2:FullTypeDef 3s 4v
FunctionDef 1:OpDef 3:NodeDef 4:FunctionDef.RetEntry 5:FunctionDef.AttrEntry 6:FunctionDef.ControlRetEntry 7:FunctionDef.ArgAttrEntry 8:FunctionDef.ResourceArgUniqueIdEntry
FunctionDef.ArgAttrEntry 1v 2:FunctionDef.ArgAttrs
FunctionDef.ArgAttrs 1:FunctionDef.ArgAttrs.AttrEntry
FunctionDef.ArgAttrs.AttrEntry 1s 2:AttrValue
FunctionDef.AttrEntry 1s 2:AttrValue
FunctionDef.ControlRetEntry 1s 2s
FunctionDef.ResourceArgUniqueIdEntry 1v 2v
FunctionDef.RetEntry 1s 2s
FunctionDefLibrary 1:FunctionDef 2:GradientDef 3:RegisteredGradient
FunctionSpec 1:StructuredValue 2v 5:StructuredValue 6v
GradientDef 1s 2s
GraphDebugInfo 1s 2:GraphDebugInfo.TracesEntry 4:GraphDebugInfo.FramesByIdEntry 5:GraphDebugInfo.NameToTraceIdEntry 6:GraphDebugInfo.TracesByIdEntry
GraphDebugInfo.FileLineCol 1v 2v 3v 4s 5s
GraphDebugInfo.FramesByIdEntry 1n 2:GraphDebugInfo.FileLineCol
GraphDebugInfo.NameToTraceIdEntry 1s 2n
GraphDebugInfo.StackTrace 1:GraphDebugInfo.FileLineCol 2n
GraphDebugInfo.TracesByIdEntry 1n 2:GraphDebugInfo.StackTrace
GraphDebugInfo.TracesEntry 1s 2:GraphDebugInfo.StackTrace
GraphDef 1:NodeDef 2:FunctionDefLibrary 3v 4:VersionDef 5:GraphDebugInfo
ListValue 1:StructuredValue
MetaGraphDef 1:MetaGraphDef.MetaInfoDef 2:GraphDef 3:SaverDef 4:MetaGraphDef.CollectionDefEntry 5:MetaGraphDef.SignatureDefEntry 6:AssetFileDef 7:SavedObjectGraph
MetaGraphDef.CollectionDefEntry 1s 2:CollectionDef
MetaGraphDef.MetaInfoDef 1s 2:OpList 3:Any 4s 5s 6s 7v 8:MetaGraphDef.MetaInfoDef.FunctionAliasesEntry
MetaGraphDef.MetaInfoDef.FunctionAliasesEntry 1s 2s
MetaGraphDef.SignatureDefEntry 1s 2:SignatureDef
NameAttrList 1s 2:NameAttrList.AttrEntry
NameAttrList.AttrEntry 1s 2:AttrValue
NamedTupleValue 1s 2:PairValue
NodeDef 1s 2s 3s 4s 5:NodeDef.AttrEntry 6:NodeDef.ExperimentalDebugInfo 7:FullTypeDef
NodeDef.AttrEntry 1s 2:AttrValue
NodeDef.ExperimentalDebugInfo 1s 2s
NoneValue
OpDef 1s 2:OpDef.ArgDef 3:OpDef.ArgDef 4:OpDef.AttrDef 5s 6s 8:OpDeprecation 16v 17v 18v 19v 20s 21v
OpDef.ArgDef 1s 2s 3v 4s 5s 6s 7:ResourceHandleProto.DtypeAndShape 16v 17:FullTypeDef
OpDef.AttrDef 1s 2s 3:AttrValue 4s 5v 6v 7:AttrValue
OpDeprecation 1v 2s
OpList 1:OpDef
PairValue 1s 2:StructuredValue
RegisteredGradient 1s 2s
ResourceHandleProto 1s 2s 3s 4v 5s 6:ResourceHandleProto.DtypeAndShape
ResourceHandleProto.DtypeAndShape 1v 2:TensorShapeProto
SaveableObject 2v 3v
SavedAsset 1v
SavedBareConcreteFunction 1s 2s 3v 4:FunctionSpec
SavedConcreteFunction 2v 3:StructuredValue 4:StructuredValue
SavedConstant 1s
SavedFunction 1s 2:FunctionSpec
SavedModel 1v 2:MetaGraphDef
SavedObject 1:TrackableObjectGraph.TrackableObject.ObjectReference 3:TrackableObjectGraph.TrackableObject.SlotVariableReference 4:SavedUserObject 5:SavedAsset 6:SavedFunction 7:SavedVariable 8:SavedBareConcreteFunction 9:SavedConstant 10:SavedResource 11:SavedObject.SaveableObjectsEntry 12:CapturedTensor 13s 14:Any 15:TrackableObjectGraph.TrackableObject.ObjectReference 16s
SavedObject.SaveableObjectsEntry 1s 2:SaveableObject
SavedObjectGraph 1:SavedObject 2:SavedObjectGraph.ConcreteFunctionsEntry
SavedObjectGraph.ConcreteFunctionsEntry 1s 2:SavedConcreteFunction
SavedResource 1s
SavedUserObject 1s 2:VersionDef 3s
SavedVariable 1v 2:TensorShapeProto 3v 4v 5v 6s 7s 8:SavedVariable
SaverDef 1s 2s 3s 4v 5v 6n 7v
SignatureDef 1:SignatureDef.InputsEntry 2:SignatureDef.OutputsEntry 3s 4:SignatureDef.DefaultsEntry
SignatureDef.DefaultsEntry 1s 2:TensorProto
SignatureDef.InputsEntry 1s 2:TensorInfo
SignatureDef.OutputsEntry 1s 2:TensorInfo
StructuredValue 1:NoneValue 11n 12v 13s 14v 31:TensorShapeProto 32v 33:TensorSpecProto 34:TypeSpecProto 35:BoundedTensorSpecProto 51:ListValue 52:TupleValue 53:DictValue 54:NamedTupleValue 55:TensorProto 56:TensorProto
TensorInfo 1s 2v 3:TensorShapeProto 4:TensorInfo.CooSparse 5:TensorInfo.CompositeTensor
TensorInfo.CompositeTensor 1:TypeSpecProto 2:TensorInfo
TensorInfo.CooSparse 1s 2s 3s
TensorProto 1v 2:TensorShapeProto 3v 4b 5n 6n 7v 8b 9n 10v 11v 12n 13v 14:ResourceHandleProto 15:VariantTensorDataProto 16v 17v 18b
TensorShapeProto 2:TensorShapeProto.Dim 3v
TensorShapeProto.Dim 1v 2s
TensorSpecProto 1s 2:TensorShapeProto 3v
TrackableObjectGraph.TrackableObject.ObjectReference 1v 2s
TrackableObjectGraph.TrackableObject.SlotVariableReference 1v 2s 3v
TupleValue 1:StructuredValue
TypeSpecProto 1v 2:StructuredValue 3s 4v
VariantTensorDataProto 1s 2b 3:TensorProto
VersionDef 1v 2v 3v
`);
