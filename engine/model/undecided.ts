/** `reason` of what was sent once and may not have arrived: it is not sent again, a person decides (reliability.md, 1.3). */
export const UNDECIDED = 'undecided';
