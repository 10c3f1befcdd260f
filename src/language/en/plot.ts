/** Texts on the plot of an analysis, outside of the catalogue: see `plotText`. */
export const plotEn = {
  "plot.mark.nash": "Nash",
  "plot.mark.kalaiSmorodinsky": "Kalai–Smorodinsky",
  "plot.mark.egalitarian": "Egalitarian",
  "plot.mark.utilitarian": "Utilitarian",
  "plot.mark.signed": "Signed",
  "plot.frontier": "Pareto frontier",
  "plot.frontier.approximate": "Pareto frontier, approximate: within {error}",
  "plot.walk_away": "Walk-away",
  "plot.better": "Better for both than no deal",
  "plot.packages": "Packages",
  "plot.packages.sample": "A sample of {packages} packages",
  "plot.crossing": "Crosses a red line",
  "plot.mediator": "{party} (mediator, no vote)",
  "plot.note": "{packages} packages",
  "plot.note.zone": "{packages} packages, {zone} of them could be signed",
  "plot.description": "Worth of packages on 0–100 to {parties}. The Pareto frontier has {points} distinct points.",
  "plot.description.more":
    "Worth of packages on 0–100 to {parties}. The Pareto frontier has {points} distinct points or more.",
} as const;
