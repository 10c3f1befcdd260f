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
  "forecast.title": "The aides' forecast",
  "forecast.ask": "Ask what may come of this draft",
  "forecast.ask.answer": "Ask what may come of either answer",
  "forecast.again": "Ask once more",
  "forecast.accept": "If you accept:",
  "forecast.refuse": "If you refuse:",
  "forecast.result": "Your result is {low} to {high} in 9 of 10 of them, {mean} on average.",
  "forecast.at_once": "Signed at once:",
  "forecast.note":
    "{runs, number} futures from what this seat may know. What the others want is guessed, and drawn anew again and again.",
  "forecast.assumed": "What it rests on",
  "forecast.assumed.known":
    "Your own side is known exactly; of the others only what has been said and done at the table.",
  "forecast.assumed.weights":
    "What an issue matters to another party: as it seems, or up to {factor} times more or less.",
  "forecast.assumed.steps":
    "What each step on an issue is worth to it: as it seems, or up to {factor} times more or less, in the same order.",
  "forecast.assumed.unknown": "On an issue where it has shown nothing it may prefer either end.",
  "forecast.assumed.walk_away": "No deal is worth {low} to {high} of 100 of its best package to it.",
  "forecast.assumed.exponent": "How it gives way: an exponent of {low} (late) to {high} (evenly, where it is 1).",
  "forecast.assumed.red": "Its red lines are those that it has named in a refusal, and no others.",
  "forecast.assumed.events": "Nothing more happens from outside.",
  "forecast.assumed.own": "After this step your own seat goes on by its instructions.",
  "forecast.assumed.interval":
    "The brackets say how far {runs, number} futures can tell. Whether the guesses themselves are right, no number of futures can say.",
} as const;
