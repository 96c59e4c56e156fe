package tsunagu.architecture.bad;

import java.util.function.Consumer;
import tsunagu.desk.Asked;
import tsunagu.desk.DeskList;
import tsunagu.desk.ListedRows;
import tsunagu.desk.Listing;

/** A list that anybody may read. */
public class OpenList implements DeskList<String> {

    @Override
    public Listing<String> listing() {
        return null;
    }

    @Override
    public ListedRows<String> find(Asked asked, String of) {
        return null;
    }

    @Override
    public void each(Asked asked, String of, Consumer<String> reader) {
        // bad on purpose
    }
}
