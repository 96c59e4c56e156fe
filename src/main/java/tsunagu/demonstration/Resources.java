package tsunagu.demonstration;

import java.util.stream.Stream;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.ReferenceTable.Row;

/** Where the tables of the demonstration city lie. */
final class Resources {

    private Resources() {}

    static String path(String table) {
        return "/demo/city/" + table + ".csv";
    }

    static Stream<Row> rows(String table) {
        return ReferenceTable.read(path(table)).stream();
    }
}
