package tsunagu.shared;

import java.util.List;
import java.util.Optional;

/**
 * The areas of the municipality and its neighbours, as they stand in lists. They are rows of the database, which the city's room reads
 * and hands to {@link #known}; until it has, they are those that ship.
 */
public final class Areas {

    private static volatile List<Area> all = shipped();

    private Areas() {}

    /** areas.csv, that of the city where it has one. */
    public static List<Area> shipped() {
        return ReferenceTable.read("/reference/areas.csv").stream()
                .map(row -> new Area(
                        row.text("code"),
                        row.text("name"),
                        row.text("name_en"),
                        row.text("reading"),
                        row.textOrEmpty("municipality"),
                        row.text("inside").equals("true"),
                        row.integer("grid_x"),
                        row.integer("grid_y")))
                .toList();
    }

    /** Everything reads these from now on. */
    public static void known(List<Area> areas) {
        if (!areas.equals(all)) {
            all = List.copyOf(areas);
            Classification.AREAS.now(groups());
        }
    }

    /** The same list as long as nothing has changed. */
    public static List<Area> all() {
        return all;
    }

    public static Optional<Area> find(String code) {
        return all.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    static List<Classification.Group> groups() {
        return all.stream()
                .map(each -> new Classification.Group(each.code(), null, each.name(), each.english()))
                .toList();
    }
}
