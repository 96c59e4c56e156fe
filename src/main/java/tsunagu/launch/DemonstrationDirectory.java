package tsunagu.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the demonstration's database is. A mark lies beside it from before the first row until the last one is loaded: a load that was
 * interrupted leaves half a city, which would never be finished, and is begun anew.
 */
final class DemonstrationDirectory {

    private final Path database;
    private final Path mark;

    DemonstrationDirectory(Path data) {
        database = data.resolve("postgresql");
        mark = data.resolve("loading");
    }

    Path database() {
        return database;
    }

    /**
     * Before the database is started.
     *
     * @return true when half a city was there and is gone
     * @throws LaunchFailure when its database is still running, or the directory cannot be written
     */
    boolean prepare() {
        try {
            boolean half = Files.exists(mark);
            if (half) {
                LocalDatabase.checkNotRunning(database);
                delete(database);
            }
            if (!Files.exists(database)) {
                Files.createDirectories(mark.getParent());
                Files.writeString(mark, "The demonstration data are not loaded completely yet.\n");
            }
            return half;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The data directory " + mark.getParent() + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** The city is complete. */
    void loaded() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new LaunchFailure("The mark " + mark + " cannot be removed: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
