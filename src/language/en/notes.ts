/** What a seat writes down for itself. */
export const notes = {
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
