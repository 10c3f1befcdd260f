import type { Language } from "./languages.ts";

/** A name as an owner: "Turkey’s"; in Arabic as it is, to stand after what is owned. */
export function ownerName(name: string, language: Language): string {
  if (language !== "en") return name;
  return name + (/s$/i.test(name) ? "’" : "’s");
}
