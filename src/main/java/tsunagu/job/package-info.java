/**
 * Background work: when it is run, once among all nodes where it must be once, and what became of it, for staff to see.
 *
 * <p>Not here: what a job does. Rooms implement {@link tsunagu.shared.Job} and {@link tsunagu.shared.DailyTask}.
 */
package tsunagu.job;
