"""Many maps at once: from three CSV files to every measure of 10,000 maps of 18 partners.

    uv run python -m benchmarks.cohort [MAPS]

In one run beside the measures of 100 of the same maps one at a time, as `kring analyse` has them.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from app.analysis.batch.arrays import batch_of
from app.analysis.batch.measures import measured
from app.analysis.measures import all_measures, value
from app.analysis.study import Study
from app.exchange.three_columns import read_columns
from app.exchange.three_files import read_three_files
from app.models.vocabulary import vocabulary

PARTNERS = 18
TIED = 0.25
ONE_BY_ONE = 100


def survey(folder: Path, maps: int) -> list[Path]:
    """Write three files of so many maps."""
    draw = random.Random(1)
    kinds = list(vocabulary().kinds.values())
    paths = [folder / f"{name}.csv" for name in ("egos", "alters", "ties")]
    with paths[0].open("w") as egos, paths[1].open("w") as alters, paths[2].open("w") as ties:
        egos.write("ego_id,satisfaction_overall\n")
        alters.write("ego_id,alter_id,type,group,frequency,frequency_wish,importance\n")
        ties.write("ego_id,alter_a,alter_b,state\n")
        for ego in range(maps):
            egos.write(f"E{ego},{draw.randint(1, 5)}\n")
            for at in range(PARTNERS):
                kind, often, wish = draw.choice(kinds), draw.randint(1, 6), draw.randint(0, 6)
                row = (f"E{ego}", f"p{at}", kind.id, kind.setting, often, wish, draw.randint(1, 5))
                alters.write(",".join(map(str, row)) + "\n")
                ties.writelines(
                    f"E{ego},p{other},p{at},yes\n" for other in range(at) if draw.random() < TIED
                )
    return paths


def main() -> None:
    """Print the times."""
    maps = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        egos, alters, ties = survey(Path(name), maps)
        start = time.process_time()
        read = read_columns(egos, alters, ties)
        after = time.process_time()
        found = measured(batch_of(read))
        end = time.process_time()
        egos, alters, ties = survey(Path(name), ONE_BY_ONE)
        few = [one.map for one in read_three_files(egos, alters, ties).converted]
        once = time.process_time()
        for whole in few:
            known = Study(whole)
            for measure in all_measures().values():
                value(measure, known)
        single = (time.process_time() - once) / ONE_BY_ONE
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{maps} maps, {len(found)} measures: read {after - start:.2f} s of processor time,")
    print(f"measured {end - after:.2f} s, {most:.0f} MB at most; one at a time the measures of as")
    print(
        f"many would take {single * maps:.1f} s: {single * maps / (end - after):.0f} times as long"
    )


if __name__ == "__main__":
    main()
