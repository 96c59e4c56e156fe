package tsunagu.event;

/**
 * What follows from a fact.
 *
 * @param registration null when none was found
 * @param attendance that was made, or was there; null for none
 * @param overrode the refusal that was overridden because the person was let in all the same; null for none
 */
record DoorVerdict(ScanOutcome outcome, Registration registration, Attendance attendance, ScanOutcome overrode) {}
