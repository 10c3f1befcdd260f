/** Ends the command with a sentence for the person who typed it. */
export class Halt extends Error {
  /** 1: a file is wrong. 2: the command line is. */
  readonly exit: 1 | 2;
  constructor(exit: 1 | 2, message: string) {
    super(message);
    this.name = "Halt";
    this.exit = exit;
  }
}

/** The command line is wrong. */
export function badCommandLine(message: string): Halt {
  return new Halt(2, message);
}

/** A file is wrong, or cannot be read or written. */
export function badFile(message: string): Halt {
  return new Halt(1, message);
}
