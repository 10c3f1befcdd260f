/** What `CSV` of the tables puts before a text that a spreadsheet would take for a formula. */
const GUARDED = /^'[=+\-@\t\r]/;

function plainOf(field: string): string {
  return GUARDED.test(field) ? field.slice(1) : field;
}

/**
 * The cells of one line of a table that Parley wrote as CSV, without the guards against formulas. No cell of a run has a line
 * end in it.
 */
export function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",").map(plainOf);
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] !== '"') {
      const end = line.indexOf(",", at);
      cells.push(plainOf(line.slice(at, end < 0 ? line.length : end)));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let end = line.indexOf('"', at + 1);
    while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
    if (end < 0) throw new RangeError("a quotation mark is not closed");
    cells.push(plainOf(line.slice(at + 1, end).replaceAll('""', '"')));
    if (end + 1 >= line.length) return cells;
    at = end + 2;
  }
  cells.push("");
  return cells;
}
