package tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.notification.MailTest.Outcome;
import tsunagu.shared.InstallationSettings.Setting;

/** What a mail server answers, real answers of a real server, said in words. */
class MailTestTest {

    private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");

    private GreenMail server;

    @BeforeEach
    void begin() {
        server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        server.setUser("portal", "right");
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void a_letter_that_is_taken_has_no_trouble() throws MessagingException {
        server(Map.of()).send(letter("admin@city.example"), NOW);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nobody_there_is_said_to_be_unreachable() {
        assertThat(outcome(Map.of("TSUNAGU_SMTP_PORT", "1"))).isEqualTo(Outcome.UNREACHABLE);
        assertThat(outcome(Map.of("TSUNAGU_SMTP_HOST", "nowhere.invalid"))).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void a_server_without_encryption_is_told_from_one_that_is_away() {
        assertThat(outcome(Map.of("TSUNAGU_SMTP_TLS", "required"))).isEqualTo(Outcome.NOT_SECURE);
    }

    @Test
    void a_wrong_password_is_told() {
        assertThat(outcome(Map.of("TSUNAGU_SMTP_USER", "portal", "TSUNAGU_SMTP_PASSWORD", "wrong")))
                .isEqualTo(Outcome.LOGIN);
    }

    /** The page of settings is read by people who do not run the server. */
    @Test
    void settings_name_no_secret() {
        assertThat(server(Map.of("TSUNAGU_SMTP_USER", "portal-user", "TSUNAGU_SMTP_PASSWORD", "very-secret"))
                        .settings())
                .hasSize(4)
                .extracting(Setting::value)
                .noneMatch(each -> each.toString().contains("portal-user")
                        || each.toString().contains("very-secret"));
    }

    private Outcome outcome(Map<String, String> environment) {
        return MailTest.outcome(catchThrowableOfType(
                MessagingException.class, () -> server(environment).send(letter("admin@city.example"), NOW)));
    }

    private MailServer server(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "TSUNAGU_SMTP_HOST",
                "localhost",
                "TSUNAGU_SMTP_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "TSUNAGU_SMTP_TLS",
                "none"));
        all.putAll(environment);
        return new MailServer(all);
    }

    private static OutgoingLetter letter(String to) {
        return new OutgoingLetter(1, to, "subject", "body", "", "WAITING", 0, NOW, NOW, null, "", "id", "");
    }
}
