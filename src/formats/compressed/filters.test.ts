import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { inputOf } from './input.ts';
import { xzDecoder } from './xz.ts';

/** A pickle, and bytes that look like branches of each machine, as Python's lzma packs them with these filters. */
const PLAIN =
  'Y3Bvc2l4CnN5c3RlbQooUyd0cnVlJwp0Ui5/w7ZxQB/g9fB+wuv98zX4QDQ+S+hkBQAAAH/RwyEAAmvrf9VPXUmXU0lG8+j66BH5//8AAABK47eNVPI4/JoBreu1nPbrf/2YkEAHS87oWwMAAAAAANa7wOsl8D7/XGQ863/sFLTohvz//wAAALyXEut18VX7SuaoMeg5AgAAAADoWw8AAEqIzm1IoCVZQCeXQkAKXNZKwCt16KEJAAAAAAAQ/Kvr6NP0//8AQDT4ImPy8PjoVv///wC18kH/6M0AAAAAAABLwrm9WPLN+UlvZ0lAP+nMi7gg63/EZIw=';
const PACKED: readonly (readonly [string, string])[] = [
  [
    'delta1',
    '/Td6WFoAAATm1rRGAgEDAQAhARZ5IMTuAQD3Yw3/BPYPkmkG+gHxCJ0eK9RN/gPwwuNq3txRRPO7z9/BFfuORCkS9kLDSPQKDZ18ofsAAH9S8l7fAmmAlFZ6DuxOvPb9rfUS7inoBgABAABKmdTWx55GxJ5nrD7K51r1lH6b+LDHRIMac6j9AAAAANblBSs6y07BXQjYr5RtKKA0nnYDAAEAALzbe9mKfGSmT5zCibdRyf4AAADoc7TxAEo+Rp/bWIU05+dwq/7KUnp0dmtKc7lo9wAAAAAQ7K9A/eshCwABQPTEKkGP/gjwbqkAAAG1PU++6eUzAAAAAABLd/cEm5rbLFAm+OL3/6rjvy1oy5RFoCgA1XH9kvK4sDEAAZAC+AEAAIHF4+axxGf7AgAAAAAEWVo=',
  ],
  [
    'delta4',
    '/Td6WFoAAATm1rRGAgEDAQMhARaXj3H8AQD3Y3BvcwYImwAQ+2ry9Je07rpqSiI+s5j/7Qd1T2RDwVwqhLBf4vYNdXMNQ0EJU6gwx7UYnHrRwyGBMajKf9PkcsrCBOz9XJWxoh4RBRfvBwFL47eNCg+Bb0YPde8bm0kAymGipcEKsz6oVLgyGKX9ANa7wOtPNX4UN3T+7COI2MlpmuhLF3oEAb2XEuu5WkMQ1fVTNp5TWs8Yx/7oWw8AGO95zm3+GFfs+Idy6QDjxZQKts+fnuHeixhf9wAQ/Kvr2NdJFBctTDX5IiO++NaFZA8HF6q280L/M9u/ARgzAABLwrm9DTAUPPF9mlD30IKDS3k3H/QMRKEA1XH9kvK4sDEAAZAC+AEAAIHF4+axxGf7AgAAAAAEWVo=',
  ],
  [
    'x86',
    '/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4AD3APRdADGcCiL2DPgLo9vbbQB9tg6TIM2qwibX4wScNXc01Us/Lzo8fCYneQXC6gzpsZxDsnen0XnMTA9djazU7c8WnMsG1etIOqMPh774E+DwXS/AGlmKUQFBtCHTABjbERU2Z/CYSE7t3VCYaB+enJJDMNrwb2e+2o0q8p+Ov5BcuwL4cZBlf0iwvsQvYjWRAagsqiGq2a15+xlOWxwGfqRetws5pPDMAHDlAfRqXTwjXbvGfcUlIc+Z6lNgU8abWAKgkVE4NNrQeW75c7hPYROi2RiebpLOQ96YzJZC4hxfbhQaPJxSL39eNt7UXtDTia8IusZG2gAA1XH9kvK4sDEAAZAC+AEAAIHF4+axxGf7AgAAAAAEWVo=',
  ],
  [
    'arm',
    '/Td6WFoAAATm1rRGAgEHACEBFgCj9KGZ4AD3APRdADGcCiL2DPgLo9vbbQB9tg6TIM2qwibX4wScNXc01Us/Lzo8fCYneQXC6gzpsZxDsnen0J7IJEeHx2z2YXvedswfqDPOFPWYGvxfSLyEuFcA7LXBREnJsymRaWBxl1guzFceLDhVmPyMmqMCJ75W4GnC/XGw7vJ5RqVEGV8jIhlYqzePMTX+izDCRcy/+B9as4aRZo0LfO+6WoRP2jg3ZVhDkfUkM82zJXUSTjmkxkYlar/9zWqndj7mEt87EFvX9yIjJTRliX7gt1imkittjC74NPVKU2/YbGf4L9fYAJuD3M3e83InyaZTosACRWqW8sQ6FgAA1XH9kvK4sDEAAZAC+AEAAIHF4+axxGf7AgAAAAAEWVo=',
  ],
  [
    'thumb',
    '/Td6WFoAAATm1rRGAgEIACEBFgB2Rvdo4AD3APVdADGcCiL2DPgLo9vbbQB9tg6TIM2qwibX4wScNXc01Us/Lzo8fCYneQXC6gzzXRrfo6XOWgPhC0KMvPzeztAf7J+dgrfa241gZbTLLdcqsq3G2sovvBihC2bk5ZGDM7F/FYTEgiOibRXmYC2ma6caNMK1jLCo1NoOxzJ2pZZjY6PseuedvXvZwmIxek5TqbfHMOilP03H31qm3el7aJIcONKURVt+E5tYny9gQ0fum2fKXzEOAmMGTMWQB9WMolR882EyDV5Ww42h2grRTWLNfJY6HXFtsMY5P8Zh63q91yM+tvLcpHYzwgpf3HtKcv8IJ86IWAAAAAAAANVx/ZLyuLAxAAGRAvgBAAAkFr8tscRn+wIAAAAABFla',
  ],
  [
    'ppc',
    '/Td6WFoAAATm1rRGAgEFACEBFgCoVWnU4AD3APRdADGcCiL2DPgLo9vbbQB9tg6TIM2qwibX4wScNXc01Us/Lzo8fCYneQXC6gzpsZxDsnen0J7IJEeHx2z2YKsXjHlg5VmwHK3XTD3UXdJ6emXJxaD8NH025dkcRgxkBdWHhqrDtnjwdyvBJCKi1fbD296LemtdDEHXOrsA1is2Ky2xGr5/3FnQQsQ1js4ZzE2UKpvLAjnR9yYOGgk+LZeYKmfrROazo9s5vqpyjyWQ1nxKT9rj5/Qpga8AOYb2kRy2sXrNWImJVOIrCXwxjw7O5NFk1RBh6Jn+WFKb+p1co2QOKv9psF3zA7vvwEqG7BmiM0RdtgAA1XH9kvK4sDEAAZAC+AEAAIHF4+axxGf7AgAAAAAEWVo=',
  ],
  [
    'sparc',
    '/Td6WFoAAATm1rRGAgEJACEBFgDTlauj4AD3APRdADGcCiL2DPgLo9vbbQB9tg6TIM2qwibX4wScNXc01Us/Lzo8fCYneQXC6gzpsZxDsnen0J7IJEeHx2z3RloXjHlg5Vm4N0+r3jWMgVxF4rvLJlczGlNPgOcLBdnZWBA6EMfVPtMQUQ4A3q8D2dVTZL0RYMfoZUvARYfzbwgnfzszhlUbqsy+BT7JM04f6jhBCaYpd2c8bVH5jCp3INX2xowpEOOUgsoBDDegW2KxN9CIg+xigovbrhb4iht2lhIOxG5oYJPzFSm3ojaxt6FTkcadWMMYT2+hdyCdxoCSiTOOVmN3zpWrps25kBv9kcIf0RHGWgAA1XH9kvK4sDEAAZAC+AEAAIHF4+axxGf7AgAAAAAEWVo=',
  ],
  [
    'both',
    '/Td6WFoAAATm1rRGAwIDAQIHACEBFgAA/oVfcwEA92NwbxD5CZcKAWkB7PqWw+YdTB9O8bWVDyskC3GI8n1pb7XRns37fzFK+03/Rgu0JroYnPt/0cOiPz9K631qZN50SPYAr6CftPUp/xfuBwEBSuO3Q3E7q6ioybFRtO8LNuMHrRFDb7uO4RA1GKX9AADWu8AVajBT2mwmPY8bsCk1/HJIF3kEAQG8lxIv3t9qhlmRrecCkdEYx/4A6FsPGKU7iM4jwNK4EaACPgIZcxqWQGRVKyh2lBhf9wAAEPyr2+woCRcsDEE1+OIv+s6V9mYHF6kBtvNBSvaMARgzAAAAS8K5cpY5EKFXom4A0digjEzPVGDHpHkNANVx/ZLyuLAxAAGUAvgBAACXh3J9scRn+wIAAAAABFla',
  ],
  [
    'arm at 4096',
    '/Td6WFoAAATm1rRGAwEHBAAQAAAhARYAXwr/EOAA9wD0XQAxnAoi9gz4C6Pb220AfbYOkyDNqsIm1+MEnDV3NNVLPy86PHwmJ3kFwuoM6bGcQ7J3p9CeyCRHh8ds9mF8A3imThNo8FtqRGPENy4hvgqDjyBdXzsVnNRNjoZmkKHUFyQCtJi1KLFp/7b3MpAPTKI4VsAb9Hg/3Db2SeBERyzZd8feHB7Ubpr1iEAAeSBGr3mZuYK21Pp+q2owPrlgBeqzz+Hv4VTbEz9BJqwuQ0BmqEYYN4VJeoEevbJg04WHUS9LwtpFBQWdQVT8IrmwEXRsb8TEdXaAi+0QkH5os/Fd7TdZRlDWPxV6/mqePmueyAyZkmsAANVx/ZLyuLAxAAGUAvgBAACXh3J9scRn+wIAAAAABFla',
  ],
];

async function unpacked(packed: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  const input = inputOf(sourceOf(Buffer.from(packed, 'base64')));
  const tell = (code: string, message: string): void => {
    throw new Error(`${code}: ${message}`);
  };
  for await (const piece of xzDecoder(input, { budget: createBudget(() => 0), tell, named: () => {} }))
    pieces.push(piece.slice());
  return Buffer.concat(pieces).toString('base64');
}

describe('filters of xz', () => {
  it.each(PACKED)('%s is undone, and the check holds', async (_, packed) => {
    expect(await unpacked(packed)).toBe(PLAIN);
  });
});
