/** The first offer, to practise; and help. */
export const guideEn = {
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

/** The field's words in plain sentences, each with the name under which the literature knows it. */
export const glossaryEn = {
  "glossary.title": "The words of the table",
  "glossary.what": "What is this?",
  "glossary.literature": "In the literature: {name}",
  "glossary.package.term": "Package",
  "glossary.package.means":
    "One option for every issue at once: something that could be signed as it stands. It is judged as a whole, so a loss on one issue can be made good on another.",
  "glossary.package.known": "package, outcome, contract; trading across issues is logrolling (Raiffa 1982)",
  "glossary.standing_offer.term": "Standing offer",
  "glossary.standing_offer.means":
    "The last package that a party has put on the table. It is bound by it until it makes another, and anybody may take it up.",
  "glossary.standing_offer.known": "offer on the table; stacked alternating offers (Aydoğan et al. 2017)",
  "glossary.walk_away.term": "Walk-away",
  "glossary.walk_away.means":
    "What having no deal is worth to you, in points. A package worth less is worse than none, however much work went into it.",
  "glossary.walk_away.known": "reservation value (Raiffa 1982)",
  "glossary.batna.term": "BATNA",
  "glossary.batna.means":
    "What you will do if these talks fail: your best alternative. The walk-away is what that alternative is worth in numbers.",
  "glossary.batna.known": "best alternative to a negotiated agreement (Fisher and Ury 1981)",
  "glossary.target.term": "Target",
  "glossary.target.means":
    "The worth that a party holds out for at this moment. It falls towards the walk-away as rounds go by and pressure grows.",
  "glossary.target.known": "aspiration level; time-dependent concession (Faratin, Sierra and Jennings 1998)",
  "glossary.position.term": "Position",
  "glossary.position.means":
    "What a party asks for now, and how far it will go while it does. What happens at the table can move it to another.",
  "glossary.position.known": "positions, as against interests (Fisher and Ury 1981)",
  "glossary.interest.term": "Interest",
  "glossary.interest.means":
    "Why a party asks for what it asks for. Two positions that exclude each other may rest on interests that do not.",
  "glossary.interest.known": "interests behind positions (Fisher and Ury 1981)",
  "glossary.red_line.term": "Red line",
  "glossary.red_line.means": "An option, or several together, that a party refuses whatever it gets for it.",
  "glossary.red_line.known": "non-negotiable demand, constraint",
  "glossary.linkage.term": "Linkage",
  "glossary.linkage.means": "Options that are worth more, or less, together than each on its own.",
  "glossary.linkage.known": "issue linkage, interdependent issues (Sebenius 1983)",
  "glossary.text.term": "Text",
  "glossary.text.means":
    "A package that the mediator has written for everybody. All parties answer it; their reasons go into the next one.",
  "glossary.text.known": "single negotiating text (Fisher; Raiffa 1982)",
  "glossary.binding.term": "Binding",
  "glossary.binding.means":
    "When enough parties have accepted for a package to be signed, and which of them it cannot be signed without.",
  "glossary.binding.known": "decision rule, quorum, veto players (Tsebelis 2002)",
  "glossary.take_up.term": "Taking up",
  "glossary.take_up.means":
    "Putting the standing offer of another on the floor instead of one of your own. Its author is bound by it; the others answer again.",
  "glossary.take_up.known": "accepting an offer on the table",
  "glossary.sounding.term": "Sounding",
  "glossary.sounding.means":
    "A question in private: would you sign this? The reply is true but has no number. There is a chance that the table learns of it.",
  "glossary.sounding.known": "back-channel, pre-negotiation probe",
  "glossary.commitment.term": "Commitment",
  "glossary.commitment.means":
    "Saying in public that you will sign nothing without an option. It makes you believed, and it makes giving way cost you.",
  "glossary.commitment.known": "commitment tactic (Schelling 1960), audience costs (Fearon 1994)",
  "glossary.lever.term": "Lever",
  "glossary.lever.means":
    "Something outside the text that a party can use to push another. It costs something and can run out.",
  "glossary.lever.known": "leverage, coercive diplomacy (George 1991)",
  "glossary.pressure.term": "Pressure",
  "glossary.pressure.means":
    "How much a party is pushed to settle. It rises with events and levers, fades with time, and makes its target fall sooner.",
  "glossary.pressure.known": "ripeness, hurting stalemate (Zartman 1989)",
  "glossary.status_quo.term": "Status quo",
  "glossary.status_quo.means": "How things are now on an issue, and stay where nothing is agreed.",
  "glossary.status_quo.known": "disagreement point",
} as const;
