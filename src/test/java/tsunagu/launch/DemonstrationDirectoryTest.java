package tsunagu.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationDirectoryTest {

    @TempDir
    private Path data;

    @Test
    void half_a_city_is_begun_anew() throws IOException {
        DemonstrationDirectory first = new DemonstrationDirectory(data);
        assertThat(first.prepare()).isFalse();
        Files.createDirectories(first.database().resolve("base"));
        Files.writeString(first.database().resolve("base/rows"), "half");
        // The machine was switched off here.
        assertThat(new DemonstrationDirectory(data).prepare()).isTrue();
        assertThat(first.database()).doesNotExist();
    }

    @Test
    void what_was_loaded_completely_stays_and_so_does_what_was_there_before_there_was_a_mark() throws IOException {
        DemonstrationDirectory directory = new DemonstrationDirectory(data);
        Files.createDirectories(directory.database());
        Files.writeString(directory.database().resolve("rows"), "all");
        assertThat(directory.prepare()).isFalse();
        assertThat(new DemonstrationDirectory(data).prepare()).isFalse();
        assertThat(directory.database().resolve("rows")).exists();

        Path fresh = data.resolve("fresh");
        DemonstrationDirectory complete = new DemonstrationDirectory(fresh);
        complete.prepare();
        Files.createDirectories(complete.database());
        complete.loaded();
        assertThat(new DemonstrationDirectory(fresh).prepare()).isFalse();
        assertThat(complete.database()).exists();
    }
}
