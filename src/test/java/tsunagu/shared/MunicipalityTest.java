package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MunicipalityTest {

    private static final Municipality ICHINOSEKI =
            new Municipality("一関市", "いちのせきし", "Ichinoseki", "032093", "岩手県", "いわてけん", "Iwate");

    @AfterEach
    void back() {
        Words.of(ICHINOSEKI);
    }

    @Test
    void texts_name_the_city_in_the_language_they_are_in() {
        assertThat(Words.japanese("web.tagline")).isEqualTo("一関市 しごとと出会いの窓口");
        Words.of(new Municipality("つくば架空市", "つくばかくうし", "Kakuu", "999997", "仮想県", "かそうけん", "Kasou"));
        assertThat(Words.japanese("web.tagline")).isEqualTo("つくば架空市 しごとと出会いの窓口");
        assertThat(Words.of("web.tagline", Locale.ENGLISH)).isEqualTo("Jobs and encounters in Kakuu");
        assertThat(Readings.inBrackets(Words.withReadings("web.municipality", Languages.EASY)))
                .as("the reading is that of the whole name, also of one that begins with kana")
                .isEqualTo("つくば架空市（つくばかくうし）");
        assertThat(Words.japanese("web.municipalityCode")).isEqualTo("999997");
        assertThat(Words.japanese("web.prefecture")).isEqualTo("仮想県");
    }
}
