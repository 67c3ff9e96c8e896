"""Lays out an MLflow tracking store, exports, and Hugging Face caches, by the libraries' own code.

    python stores.py /srv/house      (mlflow-skinny scikit-learn skops pandas huggingface_hub; versions: ../README.md)
"""
import hashlib, http.server, json, os, shutil, struct, sys, threading

root = sys.argv[1]
os.environ.update(HF_HUB_DISABLE_TELEMETRY='1', HF_HUB_DISABLE_XET='1', HF_HOME=f'{root}/hf', MLFLOW_ALLOW_FILE_STORE='true')
os.makedirs(root, exist_ok=True)


def safetensors() -> bytes:
    head = json.dumps({'w': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 8]}}).encode()
    return struct.pack('<Q', len(head)) + head + bytes(8)


FILES = {
    'README.md': b'---\nlicense: apache-2.0\n---\n# Small\n',
    'config.json': b'{"model_type": "llama", "architectures": ["LlamaForCausalLM"]}',
    'model.safetensors': safetensors(),
    'sub/extra.json': b'{}',
}
COMMITS = {'main': '1' * 40, 'v2': '2' * 40}


class Hub(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, body=b'', headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header('content-length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = self.path.split('?')[0]
        commit = next((sha for name, sha in COMMITS.items() if f'/{name}' in path or sha in path), COMMITS['main'])
        if '/resolve/' in path:
            name = path.split('/resolve/')[1].split('/', 1)[1]
            body = FILES.get(name)
            if body is None:
                return self.answer(404, b'', [('X-Error-Code', 'EntryNotFound'), ('X-Repo-Commit', commit)])
            return self.answer(200, body, [('ETag', f'"{oid(name, body)}"'), ('X-Repo-Commit', commit)])
        if '/tree/' in path:
            rows = [{'type': 'file', 'path': name, 'size': len(body), 'oid': git(body)} for name, body in FILES.items()]
            return self.answer(200, json.dumps(rows).encode(), [('content-type', 'application/json')])
        files = [{'rfilename': name} for name in FILES]
        body = {'id': 'acme/small', 'sha': commit, 'private': False, 'siblings': files, 'tags': []}
        return self.answer(200, json.dumps(body).encode(), [('content-type', 'application/json')])


def git(body):
    return hashlib.sha1(b'blob %d\0' % len(body) + body).hexdigest()


def oid(name, body):
    return hashlib.sha256(body).hexdigest() if name.endswith('.safetensors') else git(body)


hub = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Hub)
threading.Thread(target=hub.serve_forever, daemon=True).start()
os.environ['HF_ENDPOINT'] = f'http://127.0.0.1:{hub.server_port}'

import huggingface_hub.file_download as downloads
from huggingface_hub import snapshot_download

snapshot_download('acme/small')
snapshot_download('acme/small', revision='v2')
snapshot_download('acme/part', allow_patterns=['*.json'])
downloads.are_symlinks_supported = lambda cache_dir=None: False
snapshot_download('acme/small', cache_dir=f'{root}/hf-without-links')
snapshot_download('acme/small', local_dir=f'{root}/hf-local')

import mlflow
import mlflow.pyfunc
import mlflow.sklearn
import numpy as np
from sklearn.linear_model import LogisticRegression

model = LogisticRegression().fit(np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 0, 1, 1]))
mlflow.set_tracking_uri(f'file:{root}/mlflow/mlruns')
mlflow.set_experiment('claims')
pickled = {'pip_requirements': ['scikit-learn'], 'serialization_format': 'cloudpickle'}
for _ in range(2):
    with mlflow.start_run(run_name='nightly'):
        mlflow.sklearn.log_model(model, name='model', registered_model_name='churn', **pickled)
with mlflow.start_run(run_name='trial'):
    mlflow.sklearn.log_model(model, name='trial', **pickled)
mlflow.sklearn.save_model(model, f'{root}/mlflow/exported-skops', pip_requirements=['scikit-learn'])


class Claims(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return model_input


mlflow.pyfunc.save_model(f'{root}/mlflow/exported-code', python_model=Claims(), pip_requirements=[])
