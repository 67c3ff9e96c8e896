/** A model compiled for one device, or in a format whose readers are its own runtime's. */
export interface DevicePlanFacts {
  readonly format: 'device-plan';
  readonly engine: 'TensorRT' | 'RKNN' | 'CNTK';
}
