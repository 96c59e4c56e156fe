package tsunagu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tsunagu.shared.DomainException;

class PasswordTest {

    private final PasswordHash hash = new PasswordHash();

    @Test
    void a_password_matches_its_own_hash_and_no_other() {
        String stored = hash.of("さくら きたかみ 自転車".toCharArray());
        assertThat(stored).startsWith("argon2id$19456$2$1$").doesNotContain("さくら");
        assertThat(hash.matches("さくら きたかみ 自転車".toCharArray(), stored)).isTrue();
        assertThat(hash.matches("さくら きたかみ 自転軍".toCharArray(), stored)).isFalse();
        assertThat(hash.of("さくら きたかみ 自転車".toCharArray())).isNotEqualTo(stored);
    }

    @Test
    void the_same_characters_from_another_keyboard_are_the_same_password() {
        String stored = hash.of("ABC123 さくら きたかみ".toCharArray());
        assertThat(hash.matches("ＡＢＣ１２３ さくら きたかみ".toCharArray(), stored)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "12345678901234",
                "aaaaaaaaaaaaaaaaaaa",
                "abababababababab",
                "hanako-password",
                "passwordpassword1",
                "1qaz2wsx3edc4rfv",
                "ichinoseki20261129",
                "ありがとうございますさくらさくら",
                "鈴木花子鈴木花子鈴木花子鈴木花子",
                "fujisanfujisanfujisan",
                "sakurahimitsu2026",
                "hanakosuzuki1234"
            })
    void weak_passwords_are_refused(String password) {
        assertThatThrownBy(() -> PasswordRule.check(password, "hanako@example.jp", "鈴木 花子"))
                .isInstanceOf(DomainException.class);
    }

    /** What is long and yet known: the same again, or words that everybody puts together; also Japanese ones, in kana and in Latin letters. */
    @ParameterizedTest
    @CsvSource({
        "sakurasakurasakura, account.error.passwordRepeated",
        "さくらさくらさくらさくらさくら, account.error.passwordRepeated",
        "東京特許許可局東京特許許可局東京, account.error.passwordJoined",
        "iloveyouiloveyou, account.error.passwordRepeated",
        "konnichiwaarigatou, account.error.passwordJoined",
        "monkeydragonmaster, account.error.passwordJoined",
        "ichinosekishiyakusho, account.error.passwordJoined",
        "itinosekisiyakusyo, account.error.passwordJoined",
        "いちのせきしやくしょありがとう, account.error.passwordJoined",
        "doraemonpokemon, account.error.passwordJoined"
    })
    void a_refusal_says_what_is_wrong(String password, String key) {
        assertThatThrownBy(() -> PasswordRule.check(password, "person@example.jp", "山田 一"))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.key())
                        .isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "さくら きたかみ 自転車でいく", "tsunagu-demo-2026"})
    void long_ones_need_no_special_signs(String password) {
        assertThatCode(() -> PasswordRule.check(password, "hanako@example.jp", "鈴木 花子"))
                .doesNotThrowAnyException();
    }
}
