/** The first offer, to practise; and help. */
export const guide = {
  "guide.title": "One offer to practise",
  "guide.lead": "Two villages, one well, one question. It takes about a minute, and nobody here is real.",
  "guide.skip": "Skip",
  "guide.step": "Step {step, number} of 3",
  "guide.first": "Ask for something",
  "guide.first.do":
    "You speak for the upper village. Move the draft and watch what it is worth to you. No deal is worth {walkAway}: that is your walk-away. Then put the draft on the table.",
  "guide.answer": "They answer, and ask for something else",
  "guide.answer.do":
    "Every answer comes with its reason. Their own offer waits for yours now: hold its worth against your walk-away.",
  "guide.move": "Move towards each other",
  "guide.move.do":
    "Give something, but nothing below your walk-away. What they have offered shows what they want: look for what is good enough for both.",
  "guide.behind": "What is behind it:",
  "guide.theirs": "offered by the {party}",
  "guide.signed": "Signed",
  "guide.signed.well":
    "It is worth {worth} to you, {by} more than no deal. At the real table there are more issues: there you can give on one and take on another.",
  "guide.signed.badly":
    "It is worth {worth} to you, less than the {walkAway} that no deal is worth. Nobody has to sign. Would you like to try once more?",
  "guide.none": "No deal",
  "guide.none.do":
    "The rounds are over and nothing has been signed, so that both have no more than their walk-away. Would you like to try once more?",
  "guide.retry": "Try once more",
  "guide.go": "On to the table",
  "guide.done": "Done",
  "help.open": "Help",
  "help.practise": "Practise one offer",
  "help.practise.note": "A table with one question, about a minute. The play here waits.",
} as const;
