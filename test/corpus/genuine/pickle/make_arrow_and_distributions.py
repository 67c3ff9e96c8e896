"""pandas 3 over pyarrow's strings, pyarrow's own tables, distributions of SciPy, functions held as parameters.

make_arrow_and_distributions.py OUT
"""

import pickle
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import scipy.stats as st
from sklearn.model_selection import RandomizedSearchCV
from sklearn.preprocessing import FunctionTransformer
from sklearn.svm import SVC

out = sys.argv[1]


def write(name, value, protocol=4):
    with open(f"{out}/{name}.p{protocol}.pkl", "wb") as file:
        pickle.dump(value, file, protocol=protocol)


frame = pd.DataFrame({"a": ["x", "y", None], "b": [1, 2, 3]})
for protocol in (2, 4, 5):
    write("num2-pd-arrow-strings", frame, protocol)
lists = pd.array([["a"], None, []], dtype=pd.ArrowDtype(pa.list_(pa.string())))
write("num2-pd-arrow-types", pd.DataFrame({"i": pd.array([1, None, 3], dtype="int64[pyarrow]"), "l": lists}))
write("num2-pd-arrow-index", pd.Series([1, 2], index=["p", "q"]))
write("num2-pa-table", pa.table({"a": [1, 2], "s": ["x", None]}))
write(
    "num2-pa-schema",
    pa.schema(
        [
            ("a", pa.int64()),
            ("d", pa.dictionary(pa.int8(), pa.string())),
            ("s", pa.struct([("x", pa.float32())])),
            ("t", pa.timestamp("us", "UTC")),
            ("l", pa.list_(pa.int8())),
            ("dec", pa.decimal128(10, 2)),
        ],
        metadata={"k": "v"},
    ),
)
write("num2-st-uniform", st.uniform(0, 2))
write("num2-st-poisson", st.poisson(3))
write("num2-st-mvn", st.multivariate_normal([0, 0], np.eye(2)))
write("num2-st-discrete", st.rv_discrete(values=([1, 2], [0.5, 0.5])))
for function in (len, sorted):
    write(f"sk19-transform-{function.__name__}", FunctionTransformer(function))
write("sk19-search-frozen", RandomizedSearchCV(SVC(), {"C": st.loguniform(1e-3, 1)}))
