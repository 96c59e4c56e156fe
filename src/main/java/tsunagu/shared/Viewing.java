package tsunagu.shared;

import java.util.List;

/**
 * Somebody of the city or of a company has opened records of persons.
 *
 * @param record id or code of what was opened; of a list as a file how it was filtered; "" where that is the list itself
 * @param taken rows of a list as a file; 0 where none was taken
 * @param persons whose; empty where {@code found} says it
 * @param found a statement that finds them by {@code :record} (and {@code :company}, for which it is read), a constant of the room that opened it; "" where {@code persons} says it
 * @param why as it was typed; "" where nothing is asked, because what was opened says what for
 */
public record Viewing(What what, String record, int taken, List<Long> persons, String found, String why) {

    public Viewing {
        persons = List.copyOf(persons);
    }

    /**
     * What was opened; with it goes what for, and for whom: what only companies open, is read for the company, whatever else the reader is.
     * Last part of the text key "privacy.viewing.".
     */
    public enum What {
        REGISTRATION,
        ROSTER,
        ROSTER_FILE,
        PAPER_LIST,
        DOOR_LIST,
        PEOPLE,
        APPLICATION(true),
        APPLICATION_FILE(true),
        APPLICANTS(true),
        APPLICANTS_FILE(true),
        PARTICIPATION(true),
        PARTICIPANTS(true),
        PARTICIPANTS_FILE(true),
        BOOTH_VISITORS(true),
        BOOTH_VISITORS_FILE(true),
        MEETING_APPLICANTS(true),
        MEETING_TIMETABLE,
        MEETING_TIMETABLE_FILE,
        SCOUT_ACCEPTED(true),
        SCOUT_ACCEPTED_FILE(true),
        CONSULTATIONS,
        CONSULTATIONS_FILE,
        FIGURE_ROWS,
        GRANTS,
        GRANTS_FILE,
        SUBSIDIES,
        ACCOUNTS,
        ACCOUNTS_FILE,
        LETTERS,
        LETTERS_FILE,
        ACCOUNT,
        JOINING(true),
        JOINING_FILE(true);

        private final boolean company;

        What() {
            this(false);
        }

        What(boolean company) {
            this.company = company;
        }

        public boolean forCompany() {
            return company;
        }
    }
}
