package tsunagu.attendance;

import tsunagu.registration.Registration;

/**
 * What follows from a fact.
 *
 * @param registration null when none was found
 * @param attendance that was made, or was there; null for none
 * @param overrode the refusal that was overridden because the person was let in all the same; null for none
 */
record DoorVerdict(ScanOutcome outcome, Registration registration, Attendance attendance, ScanOutcome overrode) {

    static DoorVerdict unknown() {
        return new DoorVerdict(ScanOutcome.UNKNOWN, null, null, null);
    }

    /** What was said does not fit together. Staff see who was named; whoever said it is told no more than of an unknown ticket. */
    static DoorVerdict mismatch(Registration named) {
        return new DoorVerdict(ScanOutcome.UNKNOWN, named, null, null);
    }

    /** Nobody was found, or nobody is told: then the answer has no name. */
    boolean nobody() {
        return outcome == ScanOutcome.UNKNOWN || outcome == ScanOutcome.MISREAD;
    }
}
