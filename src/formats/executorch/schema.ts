import { flatSchema } from '../flatbuffer/verify.ts';

/** Tables of a program (pytorch/executorch, schema/program.fbs), in the order of their fields. */
export const PROGRAM_SCHEMA = flatSchema(`
Program 4 [:Plan [:Bytes [:Bytes [:Segment :Offsets [:Offsets [:NamedData
Plan s :Container [:Value [4 [4 [:Chain [:Operator [:Delegate [8 [:Device
Container s s
Value 1 u:-,Null,Number8,Number1,Number8,Tensor,Text,List8,List8,List1,List4,List4
Null .
Number8 8
Number1 1
Text s
List8 [8
List4 [4
List1 [1
Tensor 1 4 [4 [1 1 4 :Allocation 1 1 :Extra
Allocation 4 4 4
Extra 8 s 1 1 1
Operator s s
Chain [4 [4 [:Instruction [:Frames
Instruction 1 u:-,Call,Call,Pair,Pair,One
Call 4 [4
Pair 4 4
One 4
Frames [:Frame
Frame s 4 s s
Delegate s :Reference [:Setting
Reference 1 4
Setting s [1
Bytes [1
Segment 8 8
Offsets 4 [8
NamedData s 4
Device 4 1 1
`);
