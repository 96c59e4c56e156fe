package tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tsunagu.shared.Languages;
import tsunagu.shared.Words;

/** Whoever reads no Japanese learns from letters what they signed up for: each of them is in all three languages. */
class LetterLanguagesTest {

    /** To companies, staff and the committee: not to people who look for work or come to events. */
    private static final Pattern TO_OTHERS = Pattern.compile(
            "application[.]letter[.](received|message|withdrawn|unanswered|undecided)|participation[.]letter[.](applied|withdrawn)"
                    + "|scout[.]letter[.](accepted|declined)|account[.]letter[.](factor.*|invitation|roles)|meeting[.]letter[.].*"
                    + "|(notification|evaluation|posting|internship|company|booth|review|support|grant|contractor|plan)[.]letter[.].*");

    private static final List<Locale> OTHERS = List.of(Languages.EASY, Locale.ENGLISH);

    private static List<String> letters() throws IOException {
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/i18n"))) {
            return bundles.filter(each -> !each.getFileName().toString().contains("_"))
                    .flatMap(LetterLanguagesTest::keys)
                    .filter(key -> key.matches("[a-z]+[.]letter[.][a-zA-Z]+[.](subject|body)"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> keys(Path bundle) {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts.stringPropertyNames().stream();
    }

    @Test
    void what_a_seeker_gets_is_in_every_language() throws IOException {
        assertThat(letters()).hasSizeGreaterThan(100);
        for (String key : letters()) {
            if (TO_OTHERS.matcher(key.substring(0, key.lastIndexOf('.'))).matches()) {
                continue;
            }
            for (Locale language : OTHERS) {
                assertThat(Words.own(key, language))
                        .as(key + " " + Languages.word(language))
                        .isTrue();
            }
        }
    }

    /** The same places in every language: a number or a day that the Japanese letter states is in the others, too. */
    @Test
    void what_a_letter_states_is_stated_in_every_language() throws IOException {
        for (String key : letters()) {
            for (Locale language : OTHERS) {
                if (Words.own(key, language)) {
                    assertThat(places(key, language))
                            .as(key + " " + Languages.word(language))
                            .isEqualTo(places(key, Locale.JAPANESE));
                }
            }
        }
    }

    /** Which of the arguments the text uses: each is a sign of its own, and is looked for in what comes out. */
    private static List<Integer> places(String key, Locale language) {
        String written = new MessageFormat(Words.withReadings(key, language), language)
                .format(new Object[] {"<0>", "<1>", "<2>", key.endsWith("again.body") ? (Object) 7 : "<3>", "<4>"});
        return Stream.of(0, 1, 2, 3, 4)
                .filter(place -> written.contains("<" + place + ">") || place == 3 && written.contains("7"))
                .toList();
    }

    @Test
    void a_letter_without_a_translation_is_known_as_such() {
        assertThat(Words.own("application.letter.received.body", Locale.JAPANESE))
                .isTrue();
        assertThat(Words.own("application.letter.received.body", Locale.ENGLISH))
                .isFalse();
        assertThat(Words.own("application.letter.received.body", Languages.EASY))
                .isFalse();
        assertThat(Words.own("posting.letter.takenDown.body", Languages.EASY))
                .as("a room without a bundle in plain Japanese")
                .isFalse();
        assertThat(Words.own("event.letter.registered.body", Languages.EASY)).isTrue();
    }
}
