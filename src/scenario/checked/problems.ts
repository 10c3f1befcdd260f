/** What is wrong with a checked form, each with the JSON pointer of the place (RFC 6901). */
export class Problems {
  static readonly #MOST = 50;
  readonly list: string[] = [];

  add(path: readonly (string | number)[], message: string): void {
    if (this.list.length >= Problems.#MOST) return;
    const steps = path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`);
    this.list.push(`${steps.join("")}: ${message}`);
  }

  /** An index into a list of this length. */
  index(path: readonly (string | number)[], value: number, length: number, what: string): void {
    if (value >= length) this.add(path, `there is no ${what} ${value}; there are ${length}`);
  }
}
