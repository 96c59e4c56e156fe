package tsunagu.desk;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tsunagu.shared.Viewing;

/**
 * A list that a room gives to the desks. Each is a bean of its room; who may see it stands at its two use cases, once for the page and
 * once for the file ({@code @UseCase}, which a rule of the house asks for).
 */
public interface DeskList<R> {

    /**
     * A list that shows who people are: taken away as a file, it asks why, and the answer is kept.
     *
     * @param whose the person a row is about; null where they have no number
     */
    record Persons<R>(Viewing.What what, Function<R, Long> whose) {}

    /** Null for a list that is about nobody. */
    default Persons<R> persons() {
        return null;
    }

    /** What it is made of. Nobody's secret: it holds no rows. */
    Listing<R> listing();

    /**
     * Parameters of its page's address that say what the whole list is of (a year, an office): each address of the list says them again. No
     * column is called so.
     */
    default List<String> keeps() {
        return List.of();
    }

    /** A second list of a page: an address asks it only by naming it, and then asks none of the others. */
    default boolean beside() {
        return false;
    }

    /** Key of the column of choices whose words are the lanes of its board; "" for a list that is a table only. */
    default String board() {
        return "";
    }

    /**
     * One page of it.
     *
     * @param of what the whole list belongs to, as its page's address says it (a session's number, say); "" where it belongs to nothing
     */
    ListedRows<R> find(Asked asked, String of);

    /** All that is filtered, one after the other, for a file. */
    void each(Asked asked, String of, Consumer<R> reader);
}
