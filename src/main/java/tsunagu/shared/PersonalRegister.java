package tsunagu.shared;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What a room keeps about persons, and how long. Each room that has a column about somebody contributes one (by its name in
 * META-INF/services); a test walks the schema and finds the column that nobody named.
 */
public interface PersonalRegister {

    List<PersonalFile> files();

    /** Of all rooms, by name. */
    static List<PersonalFile> all() {
        return ServiceLoader.load(PersonalRegister.class, PersonalRegister.class.getClassLoader()).stream()
                .flatMap(room -> room.get().files().stream())
                .sorted(Comparator.comparing(PersonalFile::name))
                .toList();
    }

    /** What the nightly task ends, each once. */
    static List<Keep> ending() {
        return all().stream()
                .flatMap(file -> file.items().stream())
                .map(PersonalFile.Item::keep)
                .filter(Keep::ends)
                .distinct()
                .sorted(Comparator.comparing(Keep::name))
                .toList();
    }
}
