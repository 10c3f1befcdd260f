/** What is worked out by thousands of futures: machines in all seats, the aides' forecast, what if, what was possible. */
export const futures = {
  "futures.stop": "Stop",
  "futures.under_way": "Futures played so far",
  "futures.progress": "{done, number} of {of, number}",
  "futures.failed": "This could not be worked out: {message}",
  "futures.illegal": "The rules did not allow that at this moment. Choose something else.",
  "futures.not_fetched":
    "The part of the program that plays futures could not be fetched. Please check the network and ask again.",
  "futures.impossible": "This browser cannot work in the background, so no futures can be played here.",
  "futures.share": "{share} of 100 ({low}–{high})",
  "futures.between": "{low} to {high}",
  "futures.signature":
    "{tenths, plural, =0 {Hardly any future ends in a signature} =10 {Nearly every future ends in a signature} one {About # in 10 futures ends in a signature} other {About # in 10 futures end in a signature}} ({low}–{high} of 100).",
  "futures.interval": "In brackets: the range that holds the true share in 9 of 10 such samples.",
  "machines.title": "{runs, number} plays at once",
  "machines.note": "Machines in every seat, each play with chances of its own. It is all worked out on this computer.",
  "machines.run": "Play them all",
  "machines.again": "Play as many again",
  "machines.outcomes": "How they ended",
  "machines.rounds": "Half of them were over by round {round, number}.",
  "machines.texts": "Signed most often",
  "machines.texts.all": "{count, plural, one {One text} other {# different texts}} signed in all.",
  "machines.sides": "What they were worth to each party",
  "machines.sides.mean": "On average",
  "machines.sides.most": "In 9 of 10 plays",
} as const;
