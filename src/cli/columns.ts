/**
 * Rows as aligned lines, two spaces between columns, nothing at the ends of lines.
 * @param right the columns that are aligned to the right, by index
 */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, [...cell].length);
  }
  return rows.map((row) => {
    const cells = row.map((cell, at) => {
      const blank = " ".repeat((widths[at] ?? 0) - [...cell].length);
      return right.includes(at) ? blank + cell : cell + blank;
    });
    return cells.join("  ").trimEnd();
  });
}

/** Words in lines of at most `width` characters; a longer word has a line to itself. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
