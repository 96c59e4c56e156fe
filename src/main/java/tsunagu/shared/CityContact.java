package tsunagu.shared;

/**
 * Where people turn to with a question, as the city has set it.
 *
 * @param office name of the department, "" when nothing is set
 * @param phone as it is read aloud, "" for none
 * @param hours in words, "" for none
 * @param mail "" for none
 * @param crest 市章, which stands beside it: names the picture, another one after each change; "" for none
 */
public record CityContact(String office, String phone, String hours, String mail, String crest) {

    public static final CityContact NONE = new CityContact("", "", "", "");

    /** Without a crest. */
    public CityContact(String office, String phone, String hours, String mail) {
        this(office, phone, hours, mail, "");
    }

    /** Nothing is set yet. */
    public boolean none() {
        return office.isEmpty();
    }

    /** Knows the contact without asking the database each time, so that a page that reports a failure can say it, too. */
    public interface Known {

        /** At most a minute old. Never fails: without a database it is what was known last. */
        CityContact contact();
    }
}
