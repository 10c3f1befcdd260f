/** What a seat is told by its capital. */
export const mandateEn = {
  "mandate.yours": "Your mandate",
  "mandate.delegate": "You sit in the chair of",
  "mandate.interests": "Your interests",
  "mandate.positions": "Your positions",
  "mandate.positions.note": "What your capital authorises. It moves on when what happens at the table gives it cause.",
  "mandate.positions.others": "Your other positions",
  "mandate.now": "now",
  "mandate.holds": "holds out for at least {worth}",
  "mandate.or": " or ",
  "mandate.options": "What the options are worth to you",
  "mandate.options.note": "In points of 100; a package is worth the sum of its options.",
  "mandate.status_quo": "(as things are)",
  "mandate.linkages": "Combinations that count extra",
  "mandate.red_lines": "Your red lines",
  "mandate.red_lines.note": "What you are not to sign, whatever you get for it.",
  "mandate.no_deal": "If there is no deal",
  "mandate.no_deal.unsaid": "What no deal is worth to you: your walk-away.",
  "mandate.no_deal.note": "This is your walk-away: a package worth less is worse than none.",
  "mandate.no_deal.falls": "It falls by {drift} a round.",
  "mandate.no_deal.rises": "It rises by {drift} a round.",
  "mandate.no_deal.steady": "Time does not change it.",
  "mandate.levers": "Your levers",
  "mandate.lever":
    "On {party}; costs you {cost} points; {uses, plural, one {can be used once} other {can be used # times}}.",
  "mandate.rules": "How the table works",
  "mandate.rules.turns":
    "There {rounds, plural, one {is # round} other {are # rounds}}. In its turn a party says one thing: an offer, taking up the offer of another, asking for a text, a pass, or walking out.",
  "mandate.rules.floor":
    "Whatever is put on the table is answered at once by all others, under seal; then the answers are opened with their reasons.",
  "mandate.rules.binding":
    "It is signed when {atLeast, plural, one {# party accepts} other {# parties accept}}, and among them:",
  "mandate.rules.mediator":
    "The mediator writes a text when {asks, plural, one {# party has asked} other {# parties have asked}}, or from round {from, number}; its last text gets a final vote.",
  "mandate.rules.words": "The words of this table:",
  "mandate.go": "Sit down at the table",
  "mandate.back": "Back to the table",
  "mandate.go.note": "Your mandate stays beside you there.",
} as const;

/** What a seat writes down for itself. */
export const notesEn = {
  "notes.title": "Your own notes",
  "notes.note": "For you alone. They are kept with this play and saved in its record, and shown again at the end.",
  "notes.target": "The result you mean to reach (0–100)",
  "notes.target.note": "No deal is worth {walkAway} to you; your capital's best is {top}.",
  "notes.target.note.mediator": "Between 0 and 100.",
  "notes.target.bad": "Between 0 and 100, please: this is not kept.",
  "notes.plan": "Your plan",
  "notes.plan.note": "What will you ask for first, what can you give, and for what?",
  "notes.notes": "Notes",
  "notes.written": "What you wrote down before and during the talks",
  "notes.written.target": "You meant to reach {target}.",
} as const;
