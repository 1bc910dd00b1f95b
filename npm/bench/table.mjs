// The figures, for people and for programs.

/** A number with as many places as say something. */
export function number(value) {
  if (value === undefined) return "";
  const size = Math.abs(value);
  return size >= 1000 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(size >= 10 ? 1 : 3);
}

/** Lines of cells: the first column to the left, the others to the right. */
export function grid(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  return lines.map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}

/** One figure, and what it must and should be: `atMost` or `atLeast`, and `goal`, which is in the same direction. */
class Row {
  constructor({ figure, unit, bare, sdk, result, atMost, atLeast, goal, upwards = atLeast !== undefined }) {
    Object.assign(this, { figure, unit, bare, sdk, result, atMost, atLeast, goal });
    const reaches = (bound) => (bound === undefined ? undefined : upwards ? result >= bound : result <= bound);
    this.met = reaches(atLeast ?? atMost);
    this.goalMet = reaches(goal);
    const sign = upwards ? ">=" : "<=";
    const said = [this.met !== undefined && `must ${sign} ${atLeast ?? atMost}`, goal !== undefined && `goal ${sign} ${goal}`];
    this.requirement = () => said.filter(Boolean).join(", ");
    this.verdict = () => {
      if (this.met === false) return "MISSED";
      if (this.goalMet !== undefined) return this.goalMet ? "goal met" : this.met ? "ok, goal missed" : "goal missed";
      return this.met ? "ok" : "";
    };
  }
}

/** The figures in the order in which they were taken. */
export class Table {
  #rows = [];

  push(row) {
    this.#rows.push(new Row(row));
  }

  toJSON() {
    return this.#rows;
  }

  toString() {
    const width = Math.max(...this.#rows.map((row) => row.figure.length));
    const line = ([figure, unit, bare, sdk, result, requirement, verdict]) =>
      [figure.padEnd(width), "", unit.padEnd(8), bare.padStart(8), sdk.padStart(9), result.padStart(9), "", requirement.padEnd(31), verdict]
        .join(" ")
        .trimEnd();
    const lines = this.#rows.map(({ figure, unit = "", bare, sdk, result, requirement, verdict }) =>
      line([figure, unit, number(bare), number(sdk), number(result), requirement(), verdict()]),
    );
    return [line(["figure", "unit", "bare", "SDK", "result", "requirement", ""]), ...lines].join("\n");
  }
}
