/** More of a name than this makes no sentence clearer. */
const LONGEST = 60;
/** Control characters, and those that turn the direction of all that follows. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** A name out of a bot file, fit to stand in a sentence: on one line, not endless, and unable to garble a terminal. */
export function shown(name: string): string {
  // Half of a pair of surrogates would be left where the cut goes through one.
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  return cut.toWellFormed().replaceAll(UNSEEN, ' ');
}
