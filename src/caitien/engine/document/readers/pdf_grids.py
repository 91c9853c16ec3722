"""Rules of a page → grids: where the cells of its ruled tables lie."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from caitien.engine.document.readers.pdf_page import Box, Page, Rule

NEAR = 2.5
"""Points between two rules that are drawn for one, and between a rule and the one it meets."""
BREAK = 3.5
"""The widest gap inside a dotted or pieced rule."""
SHORT = 6.0
RULES = 1_000
"""More rules than this on one page are a drawing."""


@dataclass(slots=True)
class Spot:
    """A cell of a grid: its first row and column and how many it covers."""

    row: int
    column: int
    down: int = 1
    across: int = 1


@dataclass(slots=True)
class Grid:
    """The cells of one ruled table on one page."""

    xs: list[float]
    ys: list[float]
    spots: list[Spot] = field(default_factory=list)
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    """(row, column) → index of the cell that covers it."""

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def spot_at(self, x: float, y: float) -> int:
        """Index of the cell that covers the point inside the grid."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.places[row, column]

    def box_of(self, spot: Spot) -> Box:
        return Box(
            self.xs[spot.column],
            self.ys[spot.row],
            self.xs[spot.column + spot.across],
            self.ys[spot.row + spot.down],
        )


def find_grids(page: Page) -> list[Grid]:
    """The ruled tables of a page from top to bottom; a frame around a single cell is no table."""
    level, upright = _merged(page.level), _merged(page.upright)
    if len(level) + len(upright) > RULES:
        return []
    grids = []
    for flat, steep in _groups(level, upright):
        grid = _grid(flat, steep)
        if grid is not None and len(grid.spots) > 1:
            grids.append(grid)
    return sorted(_outermost(grids), key=lambda grid: grid.ys[0])


def _merged(rules: list[Rule]) -> list[Rule]:
    """Pieces of one line put together, short leftovers dropped."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule.at - lanes[-1][0].at <= NEAR:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    whole: list[Rule] = []
    for lane in lanes:
        at = sum(rule.at for rule in lane) / len(lane)
        run: list[Rule] = []
        for rule in sorted(lane, key=lambda rule: rule.start):
            if run and rule.start - run[-1].end <= BREAK:
                run[-1] = Rule(at, run[-1].start, max(run[-1].end, rule.end))
            else:
                run.append(Rule(at, rule.start, rule.end))
        whole += run
    return [rule for rule in whole if rule.end - rule.start >= SHORT]


def _meet(flat: Rule, steep: Rule) -> bool:
    return flat.start - NEAR <= steep.at <= flat.end + NEAR and steep.start - NEAR <= flat.at <= steep.end + NEAR


def _groups(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together by crossing or touching."""
    left = set(range(len(upright)))
    open_ = list(level)
    groups = []
    while open_:
        flats, steeps = [open_.pop()], []
        fresh: list[Rule] = list(flats)
        while fresh:
            touched = [i for i in left if any(_meet(flat, upright[i]) for flat in fresh)]
            left.difference_update(touched)
            new = [upright[i] for i in touched]
            steeps += new
            fresh = [flat for flat in open_ if any(_meet(flat, steep) for steep in new)]
            open_ = [flat for flat in open_ if flat not in fresh]
            flats += fresh
        if len(flats) > 1 and steeps:
            groups.append((flats, steeps))
    return groups


def _stops(values: list[float]) -> list[float]:
    """Sorted places, those nearer than NEAR taken as one."""
    stops: list[float] = []
    for value in sorted(values):
        if not stops or value - stops[-1] > NEAR:
            stops.append(value)
    return stops


def _grid(flats: list[Rule], steeps: list[Rule]) -> Grid | None:
    """The cells between the rules; open sides are closed by the reach of the rules."""
    xs = _stops([steep.at for steep in steeps] + [min(f.start for f in flats), max(f.end for f in flats)])
    ys = _stops([flat.at for flat in flats] + [min(s.start for s in steeps), max(s.end for s in steeps)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    walls = _walls(steeps, xs, ys)
    floors = _walls(flats, ys, xs)
    grid = Grid(xs, ys)
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in grid.places:
                _open_cell(grid, row, column, walls, floors)
    return grid


def _walls(rules: list[Rule], stops: list[float], steps: list[float]) -> set[tuple[int, int]]:
    """Which pieces are drawn: (index of the stop the rule lies at, index of the step it passes)."""
    drawn = set()
    for rule in rules:
        at = min(range(len(stops)), key=lambda i: abs(stops[i] - rule.at))
        for i in range(len(steps) - 1):
            covered = min(rule.end, steps[i + 1]) - max(rule.start, steps[i])
            if covered > 0.6 * (steps[i + 1] - steps[i]):
                drawn.add((at, i))
    return drawn


def _open_cell(grid: Grid, row: int, column: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]) -> None:
    """Add the cell that begins here, as wide and then as deep as no rule parts it."""
    across = down = 1
    while (
        column + across < len(grid.xs) - 1
        and (column + across, row) not in walls
        and (row, column + across) not in grid.places
    ):
        across += 1
    columns = range(column, column + across)
    while (
        row + down < len(grid.ys) - 1
        and not any((row + down, c) in floors or (row + down, c) in grid.places for c in columns)
        and not any((c, row + down) in walls for c in columns[1:])
    ):
        down += 1
    for r in range(row, row + down):
        for c in columns:
            grid.places[r, c] = len(grid.spots)
    grid.spots.append(Spot(row, column, down, across))


def _outermost(grids: list[Grid]) -> list[Grid]:
    """Without the grids that lie inside another one."""

    def inside(one: Grid, other: Grid) -> bool:
        middle = (one.xs[0] + one.xs[-1]) / 2, (one.ys[0] + one.ys[-1]) / 2
        return one is not other and other.holds(*middle) and other.xs[-1] - other.xs[0] > one.xs[-1] - one.xs[0]

    return [grid for grid in grids if not any(inside(grid, other) for other in grids)]
