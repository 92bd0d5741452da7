/** Whoever comes once a month stays signed in; a forgotten computer forgets too. */
export const SESSION_DAYS = 30;
