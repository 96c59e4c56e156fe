package tsunagu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backups are proved by a script, without a portal ({@code docker/check-backup}); its words are rows of the table. */
class BackupFault {

    @Test
    void backups_are_restored_and_a_table_that_was_dropped_is_had_back() throws Exception {
        Path base = Path.of(System.getProperty("tsunagu.basedir"));
        Path said = Path.of(System.getProperty("tsunagu.build"), "backup-fault.txt");
        int code = new ProcessBuilder(base.resolve("docker/check-backup").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        List<String> words = Files.readAllLines(said);
        Rows.row("everything is lost, or a table dropped", "restored, compared, and the moment before is had back", String.join("; ", words));
        assertThat(code).as(String.join("\n", words)).isZero();
    }
}
