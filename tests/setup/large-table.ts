/** How large a made table is to be. */
export interface TableSize {
  /** 2 to 8; from the third on the last one is a mediator. */
  readonly parties: number;
  /** 2 to 12. */
  readonly issues: number;
}

const NAMES = [
  ["Federal Republic of the Upper Valleys", "الجمهورية الاتحادية للوديان العليا"],
  ["Coastal Confederation", "الاتحاد الساحلي"],
  ["Transitional Council of the Eastern Districts", "المجلس الانتقالي للأقضية الشرقية"],
  ["Port Authority", "هيئة الموانئ"],
  ["Association of Displaced Households", "رابطة الأسر النازحة"],
  ["Joint Command of the Border Brigades", "القيادة المشتركة لألوية الحدود"],
  ["Chamber of Commerce and Navigation", "غرفة التجارة والملاحة"],
  ["Office of the Special Representative", "مكتب الممثل الخاص"],
] as const;

const ISSUES = [
  ["Withdrawal of heavy weapons from the demarcation line", "سحب الأسلحة الثقيلة من خط الفصل"],
  ["Release of detainees", "الإفراج عن المحتجزين"],
  ["Administration of the crossing points", "إدارة المعابر"],
  ["Water of the upper reservoir", "مياه الخزان الأعلى"],
] as const;

const OPTIONS = [
  ["At once and without conditions", "فوراً ومن دون شروط"],
  ["Within thirty days, under supervision", "في غضون ثلاثين يوماً وبإشراف"],
  ["In three stages", "على ثلاث مراحل"],
  ["After a joint survey by both administrations", "بعد مسح مشترك تجريه الإدارتان"],
  ["Not in this text", "ليس في هذا النص"],
] as const;

/** A text in both languages, numbered where the list comes round again. */
function textAt(list: readonly (readonly [string, string])[], index: number): string {
  const [en, ar] = list[index % list.length] as readonly [string, string];
  const again = index < list.length ? "" : ` ${Math.floor(index / list.length) + 1}`;
  return JSON.stringify({ en: en + again, ar: ar + again });
}

/**
 * A scenario file whose screens have much to hold: long names in both languages, marks of all kinds, offers that lie apart on
 * every issue. The seat to look at is the last party with a vote, `p1` among two; before its second turn every other one has offered.
 */
export function largeTable({ parties, issues }: TableSize): string {
  const sizes = Array.from({ length: issues }, (_, issue) => (issues > 8 ? 3 - (issue % 2) : 5 - (issue % 3)));
  const mediator = parties > 2;
  const issueLines = sizes.map((size, issue) => {
    const options = Array.from({ length: size }, (_, option) => `o${option}: ${textAt(OPTIONS, option)}`);
    return `  i${issue}: { title: ${textAt(ISSUES, issue)}, options: { ${options.join(", ")} } }`;
  });
  const partyLines = Array.from({ length: parties }, (_, party) => {
    const name = `name: ${textAt(NAMES, mediator && party === parties - 1 ? NAMES.length - 1 : party)}`;
    const weights = sizes.map((_, issue) => 10 + ((party * 7 + issue * 3) % 11));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const values = sizes.map((size, issue) => {
      const best = (party * (issue + 1) + issue) % size;
      const worths = Array.from({ length: size }, (_o, option) => {
        return `o${option}: ${Math.round(100 - (100 * Math.abs(option - best)) / (size - 1))}`;
      });
      return `i${issue}: { weight: ${((weights[issue] ?? 0) * 100) / whole}, options: { ${worths.join(", ")} } }`;
    });
    const role = mediator && party === parties - 1 ? "role: mediator, " : "walk_away: { at: 30 }, audience_cost: 5, ";
    return `  p${party}: { ${name}, ${role}values: { ${values.join(", ")} } }`;
  });
  return [
    "parley: 1",
    `id: large-${parties}-${issues}`,
    `title: { en: "The agreement of the upper valleys and the coast", ar: "اتفاق الوديان العليا والساحل" }`,
    "issues:",
    ...issueLines,
    "parties:",
    ...partyLines,
    `protocol: { kind: plenary, rounds: 6, binding: { at_least: ${mediator ? parties - 1 : parties} }${mediator ? `, mediator: { party: p${parties - 1}, asks: 2, text_from: 3 }` : ""} }`,
    "",
  ].join("\n");
}
