package tsunagu.privacy;

import java.time.LocalDate;

/** An incident as staff see it. Days that are null are not yet; {@code firstDue} is null where nothing has to be reported. */
public record IncidentView(
        long id,
        LocalDate foundOn,
        String what,
        String kind,
        Integer persons,
        LocalDate firstDue,
        LocalDate firstOn,
        LocalDate finalDue,
        LocalDate finalOn,
        LocalDate toldOn,
        String measures,
        LocalDate closedOn,
        String unreportedWhy,
        int version) {

    /** Its number as people say it. */
    public String number() {
        return Long.toString(id);
    }
}
