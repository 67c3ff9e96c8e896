import { describe, expect, it } from 'vitest';
import { judgeFolder } from './judge-folder.ts';

const MLMODEL = 'flavors:\n  python_function:\n    loader_module: evil_loader\n';
const CODE = 'import torch\nprint(torch.load("x"))\n';

describe('Python that an MLmodel beside it names', () => {
  it('is code that loading runs, and no other file of the folder is', async () => {
    const told = await judgeFolder({ 'm/MLmodel': MLMODEL, 'm/code/evil_loader.py': CODE, 'm/code/tool.py': CODE });
    expect(told['m/code/evil_loader.py']).toEqual(['remote-code/loaded-code']);
    expect(told['m/code/tool.py']).toEqual(['remote-code/python-file']);
  });

  it('is told whichever is read first, and without a manifest as before', async () => {
    const told = await judgeFolder({ 'evil_loader.py': CODE, MLmodel: MLMODEL });
    expect(told['evil_loader.py']).toEqual(['remote-code/loaded-code']);
    expect(await judgeFolder({ 'code/x.py': CODE })).toEqual({ 'code/x.py': ['remote-code/python-file'] });
  });
});
