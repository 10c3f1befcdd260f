import type { plotEn } from "../en/plot.ts";

export const plotAr: Record<keyof typeof plotEn, string> = {
  "plot.mark.nash": "ناش",
  "plot.mark.kalaiSmorodinsky": "كالاي–سموردينسكي",
  "plot.mark.egalitarian": "المساواة",
  "plot.mark.utilitarian": "أكبر مجموع",
  "plot.mark.signed": "الموقَّع",
  "plot.frontier": "حد باريتو",
  "plot.frontier.approximate": "حد باريتو تقريبي، ضمن {error}",
  "plot.walk_away": "حد الانسحاب",
  "plot.better": "أفضل للطرفين من غياب الاتفاق",
  "plot.packages": "الحزم",
  "plot.packages.sample": "عينة من {packages} حزمة",
  "plot.crossing": "تتجاوز خطاً أحمر",
  "plot.mediator": "{party} (وسيط بلا صوت)",
  "plot.note": "الحزم: {packages}",
  "plot.note.zone": "الحزم: {packages}، ويمكن توقيع {zone} منها",
  "plot.description": "قيمة الحزم من 0 إلى 100 لكل من {parties}. نقاط حد باريتو المختلفة: {points}.",
  "plot.description.more": "قيمة الحزم من 0 إلى 100 لكل من {parties}. نقاط حد باريتو المختلفة: {points} أو أكثر.",
};
