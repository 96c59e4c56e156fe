package tsunagu.event;

/**
 * 出展: where a company stands in the hall.
 *
 * @param booth "A-1"; "" when booths have no numbers
 * @param staff who stands there, as the company wants it said; ""
 */
public record Exhibit(String booth, String staff) {

    public static Exhibit at(String booth) {
        return new Exhibit(booth, "");
    }
}
