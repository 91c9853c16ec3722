"""``python -m tests.make.report [NAME …] [-v]``: how well every sample is read, by layout and format."""

from __future__ import annotations

import sys
import time

from tests.make.layouts.samples import all_samples, read_sample, truth
from tests.make.scoring import Score, score


def score_of(name: str, kind: str) -> Score:
    """The score of one sample in one format."""
    content = all_samples()[name]
    return score(truth(content), read_sample(name, kind))


def main(arguments: list[str]) -> int:
    """Print the table; with -v also what differs."""
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    means: dict[str, list[float]] = {}
    for name, content in all_samples().items():
        if wanted and not any(name.startswith(start) for start in wanted):
            continue
        for kind in content["formats"]:
            began = time.perf_counter()
            made = score_of(name, kind)
            low = " ".join(f"{part} {value:.2f}" for part, value in made.parts.items() if value < 0.995)
            seconds = time.perf_counter() - began
            floor = content["floor"][kind]
            mark = " " if made.overall >= floor else "!"
            print(f"{name:26} {kind:9} {made.overall:.3f} {mark} (≥ {floor}) {seconds:5.2f} s  {low}")
            means.setdefault(kind, []).append(made.overall)
            if "-v" in arguments:
                print("\n".join(f"      {line[:230]}" for line in made.wrong))
    for kind, values in means.items():
        print(f"mean {kind:9} {sum(values) / len(values):.3f} over {len(values)} samples")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
