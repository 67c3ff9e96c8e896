import { openOnnxClassifier } from '../../adapters/advisers/onnx.ts';
import { serveIsolated } from '../../adapters/isolation/serve.ts';
import { member } from '../../kernel/json.ts';

type Classify = Awaited<ReturnType<typeof openOnnxClassifier>>;
const open = new Map<string, Promise<Classify>>();

serveIsolated(async (input) => {
  const [runtime, folder, text] = [member(input, 'runtime'), member(input, 'folder'), member(input, 'text')];
  if (typeof runtime !== 'string' || typeof folder !== 'string' || typeof text !== 'string')
    throw new Error('the question has another shape');
  let classify = open.get(folder);
  if (classify === undefined) {
    classify = openOnnxClassifier(runtime, folder);
    open.set(folder, classify);
  }
  return (await classify)(text);
});
