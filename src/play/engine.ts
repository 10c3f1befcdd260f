/**
 * The revision of the rules. Any change that alters the seal of a golden record raises it; records of another revision are
 * shown from their stored actions and not played on.
 */
export const RULES_REVISION = 1;

/** Names the engine in records and results. */
export const ENGINE = `parley rules ${RULES_REVISION}`;
