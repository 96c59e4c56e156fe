package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Asking whether a text has a translation changes nothing for whoever asks for the text. */
class OwnWordsTest {

    @Test
    void a_text_without_a_translation_is_found_in_Japanese_before_and_after() {
        assertThat(Words.own("event.written.moment", Languages.EASY)).isFalse();
        assertThat(Words.of("event.written.moment", Languages.EASY)).isEqualTo(Words.japanese("event.written.moment"));
        assertThat(Words.own("event.written.moment", Languages.EASY))
                .as("after the bundle was read with what is behind it")
                .isFalse();
        assertThat(Words.own("event.written.until", Languages.EASY)).isTrue();
        assertThat(Words.own("event.written.moment", Locale.JAPANESE)).isTrue();
    }
}
