"""Estimates the model in a folder with pyfixest: `python peer.py FOLDER RUNS` prints seconds and estimates as JSON."""

import json
import sys
import time
from pathlib import Path

import numpy
import pandas
import pyfixest

folder, runs = Path(sys.argv[1]), int(sys.argv[2])
model = json.loads((folder / "model.json").read_text())
names = [f"x{k}" for k in range(model["regressors"])]
effects = [f"effect{f}" for f in range(len(model["levels"]))]
data = pandas.DataFrame(
    {name: numpy.fromfile(folder / name, dtype=numpy.float64) for name in ["y", *names]}
    | {name: numpy.fromfile(folder / name, dtype=numpy.int32) for name in [*effects, "cluster"]}
)
formula = f"y ~ {' + '.join(names)} | {' + '.join(effects)}"
seconds = []
for _ in range(runs + 1):  # The first compiles.
    began = time.perf_counter()
    fit = pyfixest.fepois(formula, data, vcov={"CRV1": "cluster"}, separation_check=["fe"])
    seconds.append(time.perf_counter() - began)
print(json.dumps({"version": pyfixest.__version__, "first": seconds[0], "warm": seconds[1:], "beta": fit.coef().tolist()}))
