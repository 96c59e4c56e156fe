package tsunagu.meeting;

import java.time.Instant;

/** One meeting as it is told. @param with the company's name, or the person's; the number only where they are gone @param panel from 1 */
public record Meeting(Instant begin, Instant end, String with, int panel, int number, long company) {}
