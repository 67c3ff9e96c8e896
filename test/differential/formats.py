"""`make FOLDER` writes a genuine file of each format with the library at hand; `read` takes paths from stdin, one a line,
and answers each with one line of JSON: whether the official reader accepts the file, and what it says if not."""
import json
import os
import sys

FORMATS = {}


def format_of(module, ending):
    def take(cls):
        try:
            cls.module = __import__(module)
            FORMATS[ending] = cls
        except ImportError:
            pass
        return cls
    return take


@format_of('safetensors', 'safetensors')
class Safetensors:
    @staticmethod
    def make(path):
        import numpy
        from safetensors.numpy import save_file
        tensors = {'a.weight': numpy.arange(12, dtype='float32').reshape(3, 4), 'b': numpy.ones(5, dtype='int64'), 'empty': numpy.zeros((0, 2), dtype='float16')}
        save_file(tensors, path, metadata={'format': 'pt'})

    @staticmethod
    def read(path):
        from safetensors import safe_open
        with safe_open(path, framework='np') as file:
            for name in file.keys():
                file.get_tensor(name)


@format_of('gguf', 'gguf')
class Gguf:
    @staticmethod
    def make(path):
        import numpy
        from gguf import GGUFWriter
        writer = GGUFWriter(path, 'llama')
        writer.add_name('a name')
        writer.add_context_length(64)
        writer.add_token_list(['<s>', '</s>', 'a'])
        writer.add_chat_template('{{ messages }}')
        writer.add_tensor('token_embd.weight', numpy.arange(64, dtype='float32').reshape(8, 8))
        writer.add_tensor('output_norm.weight', numpy.ones(8, dtype='float16'))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()

    @staticmethod
    def read(path):
        from gguf import GGUFReader
        reader = GGUFReader(path)
        for tensor in reader.tensors:
            tensor.data.sum()
        for field in reader.fields.values():
            field.contents()


@format_of('onnx', 'onnx')
class Onnx:
    @staticmethod
    def make(path):
        import numpy
        from onnx import TensorProto, helper, numpy_helper, save
        weight = numpy_helper.from_array(numpy.ones((2, 2), dtype='float32'), 'w')
        graph = helper.make_graph(
            [helper.make_node('MatMul', ['x', 'w'], ['y'], name='m'), helper.make_node('Relu', ['y'], ['z'])],
            'g',
            [helper.make_tensor_value_info('x', TensorProto.FLOAT, [1, 2])],
            [helper.make_tensor_value_info('z', TensorProto.FLOAT, [1, 2])],
            [weight],
        )
        save(helper.make_model(graph, producer_name='weighbridge', opset_imports=[helper.make_opsetid('', 17)], ir_version=8), path)

    @staticmethod
    def read(path):
        import onnx
        onnx.load(path, load_external_data=False)


@format_of('h5py', 'h5')
class Hdf5:
    @staticmethod
    def make(path):
        import h5py
        with h5py.File(path, 'w') as file:
            file.attrs['model_config'] = '{"class_name": "Sequential", "config": {"layers": []}}'
            file.attrs['keras_version'] = '2.15.0'
            group = file.create_group('model_weights/dense')
            group.attrs['names'] = ['kernel', 'bias']
            group['kernel'] = [[1.0, 2.0], [3.0, 4.0]]
            group.create_dataset('packed', data=list(range(1000)), chunks=(100,), compression='gzip')

    @staticmethod
    def read(path):
        import h5py
        with h5py.File(path, 'r') as file:
            def visit(_, thing):
                dict(thing.attrs)
                if isinstance(thing, h5py.Dataset):
                    thing[()]
            dict(file.attrs)
            file.visititems(visit)


@format_of('zipfile', 'zip')
class Zip:
    @staticmethod
    def make(path):
        import zipfile
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr('a.txt', 'words ' * 50)
            archive.writestr('folder/b.json', '{"a": 1}')
            archive.writestr(zipfile.ZipInfo('c.txt'), 'stored')

    @staticmethod
    def read(path):
        import zipfile
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
            if broken is not None:
                raise ValueError('bad CRC of ' + broken)


def main():
    if sys.argv[1] == 'make':
        for ending, cls in FORMATS.items():
            cls.make(os.path.join(sys.argv[2], 'model.' + ending))
        print(json.dumps(sorted(FORMATS)))
        return
    for line in sys.stdin:
        path = line.rstrip('\n')
        try:
            FORMATS[path.rsplit('.', 1)[1]].read(path)
            answer = {'accepts': True, 'says': ''}
        except BaseException as error:
            answer = {'accepts': False, 'says': (type(error).__name__ + ': ' + str(error))[:200]}
        print(json.dumps(answer), flush=True)


main()
