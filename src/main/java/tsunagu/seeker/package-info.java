/**
 * The seeker's own place: what he says of himself and for which purpose, what waits for him, his dates, and everything that is kept about
 * him, to take away or to delete. Other rooms answer by {@link tsunagu.shared.PersonalData}, {@link tsunagu.shared.OwnDates} and
 * {@link tsunagu.shared.NextSteps}; this one knows none of them.
 */
package tsunagu.seeker;
