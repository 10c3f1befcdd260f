/** Reads CSV as RFC 4180 has it. @throws Error where it breaks the grammar */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      let field = "";
      if (text[at] === '"') {
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          if (at >= text.length) throw new Error("a quotation mark is never closed");
          if (text[at] === '"') at++;
          field += text[at];
        }
        at++;
      } else {
        while (at < text.length && text[at] !== "," && text[at] !== "\r") {
          if (text[at] === '"' || text[at] === "\n") throw new Error(`a stray ${JSON.stringify(text[at])} at ${at}`);
          field += text[at++];
        }
      }
      row.push(field);
      if (text[at] !== ",") break;
      at++;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no CR LF at ${at}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}
