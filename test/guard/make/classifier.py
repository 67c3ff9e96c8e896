"""Makes a tiny classifier in ONNX: a folder with model.onnx, tokenizer.json and config.json.

    python3 -m venv venv && venv/bin/pip install onnx numpy && venv/bin/python test/guard/make/classifier.py FOLDER

A sum over the embeddings of a text's words, of which the vocabulary has twelve: nothing is learned, so that anybody can
work out what it must answer. `overthrow` weighs 6 towards MALICIOUS, every other word 0.5 towards BENIGN.
"""

import json
import pathlib
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "morning", ".", "please", "overthrow", "the", "king", "now"]
WEIGHTS = {"[PAD]": (0, 0), "[CLS]": (0, 0), "[SEP]": (0, 0), "overthrow": (-3, 3)}


def main(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    table = numpy.array([WEIGHTS.get(word, (0.25, -0.25)) for word in WORDS], dtype=numpy.float32)
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    mask = helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["batch", "length"])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 2])
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["embedded"], axis=0),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["embedded", "wide"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "length"], ["logits"], keepdims=0),
    ]
    constants = [
        numpy_helper.from_array(table, "table"),
        numpy_helper.from_array(numpy.array([2], dtype=numpy.int64), "last"),
        numpy_helper.from_array(numpy.array([1], dtype=numpy.int64), "length"),
    ]
    graph = helper.make_graph(nodes, "sum-of-words", [ids, mask], [logits], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, folder / "model.onnx")
    special = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    tokenizer = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [{"id": at, "content": WORDS[at], **special} for at in range(4)],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": {word: at for at, word in enumerate(WORDS)}, "unk_token": "[UNK]"},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    (folder / "config.json").write_text(json.dumps({"id2label": {"0": "BENIGN", "1": "MALICIOUS"}}))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
