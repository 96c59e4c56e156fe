/**
 * The seeker's own place: what they say of themselves and for which purpose, what waits for them, their dates, and everything that is kept about
 * them, to take away or to delete. Other rooms answer by {@link tsunagu.shared.PersonalData}, {@link tsunagu.shared.OwnDates} and
 * {@link tsunagu.shared.NextSteps}; this one knows none of them.
 */
package tsunagu.seeker;
