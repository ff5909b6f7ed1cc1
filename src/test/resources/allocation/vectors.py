"""Writes random envelopes and what a reference allocation makes of them.

    python3 vectors.py <file of the reference> vectors.jsonl.gz

The reference has Dossier, Policy, allocate and prorata, with amounts in cents and scores in hundredths of a point."""
import gzip
import importlib.util
import json
import random
import sys

spec = importlib.util.spec_from_file_location("reference", sys.argv[1])
reference = importlib.util.module_from_spec(spec)
sys.modules["reference"] = reference  # dataclasses look their module up
spec.loader.exec_module(reference)

TERRITORIES = ["A", "B", "REGION"]
CENTS = [199999, 200000, 200001, 500000, 1500000, 2000000, 15000000]


def dossier(r, at):
    requested = r.choice(CENTS + [r.randrange(0, 16000000)] * 3)
    return dict(id=f"{at:03d}", envelope=r.choice(TERRITORIES), score=r.choice([4999, 5000, 7000, r.randrange(0, 10001)]),
                c2=r.randrange(6), difficulty=r.randrange(3), deposited=r.randrange(3), requested=requested,
                floor=min(requested, r.choice([0, 200000, 500000])),
                useful=r.choice([0, 0, requested // 2, requested]), favourable=r.random() > .1, postponed=r.random() < .05)


def known(d):
    return reference.Dossier(d["id"], d["score"], (-d["c2"], -d["difficulty"], d["deposited"]), d["envelope"],
                             d["requested"], d["floor"], d["useful"], d["favourable"], d["postponed"])


def case(seed):
    r = random.Random(seed)
    dossiers = [dossier(r, at) for at in range(r.randrange(0, 12))]
    envelopes = {t: r.choice([0, 1, 200000, 5000000, r.randrange(0, 40000000)]) for t in TERRITORIES}
    policy = dict(threshold=r.choice([0, 5000]), partial=r.random() < .7, partial_min_pct=r.choice([0, 33, 50, 100]),
                  strict=r.random() < .5, pool_remainders=r.random() < .5, unit=r.choice([1, 100, 1000]))
    shared = reference.allocate([known(d) for d in dossiers], envelopes, reference.Policy(**policy))
    above = [known(d) for d in dossiers if d["score"] >= policy["threshold"]]
    rate = {t: reference.prorata([d for d in above if d.territory == t], envelopes[t]) for t in TERRITORIES}
    return dict(items=[list(d.values()) for d in dossiers], envelopes=envelopes, policy=policy,
                grants=shared.grants, status=shared.status, remainders=shared.remainder, reserve=shared.reserve,
                prorata={i: cents for part in rate.values() for i, cents in part.items()})


with open(sys.argv[2], "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as vectors:
    for seed in range(3000):
        vectors.write((json.dumps(case(seed), separators=(",", ":")) + "\n").encode())
