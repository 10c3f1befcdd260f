/** The name of the only position of a party to which a scenario gives none, in English where the interface has no other. */
export function openPositionLabel(language: string): string {
  return language === "ar" ? "منفتح" : "Open";
}
