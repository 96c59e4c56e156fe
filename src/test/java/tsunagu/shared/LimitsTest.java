package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** docs/security.md shows every limit with its numbers. */
class LimitsTest {

    @Test
    void the_list_of_limits_is_the_code_s() throws Exception {
        String page = Files.readString(Path.of("docs/security.md"));
        for (Limit limit : Limit.values()) {
            String row =
                    "| `" + limit + "` | " + limit.most() + " | " + limit.refill() + " in " + words(limit.per()) + " |";
            assertThat(page).as("docs/security.md has no row " + row).contains(row);
        }
    }

    private static String words(Duration time) {
        return time.toHours() > 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }
}
