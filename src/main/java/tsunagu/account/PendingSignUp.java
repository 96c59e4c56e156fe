package tsunagu.account;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import tsunagu.shared.Languages;
import tsunagu.shared.Mark;
import tsunagu.shared.MarkConverter;
import tsunagu.shared.Role;
import tsunagu.shared.SealedTextConverter;

/**
 * Somebody asked for an account. Life cycle: made by the form, with a link in a letter; becomes an account when the link is opened and
 * a password chosen, or is forgotten after a day.
 */
@Entity
@Table(name = "pending_sign_up")
class PendingSignUp {

    static final Duration GOOD_FOR = Duration.ofHours(24);

    @Id
    @Column(name = "token_digest")
    private String tokenDigest;

    private String name;

    @Convert(converter = SealedTextConverter.class)
    private String email;

    @Convert(converter = MarkConverter.class)
    @Column(name = "email_key")
    private Mark emailKey;

    private boolean company;

    @Column(name = "next_path")
    private String nextPath;

    private String consent;

    private String language;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected PendingSignUp() {}

    /** @param consent version of the text that was agreed to */
    PendingSignUp(String tokenDigest, SignUp command, String email, String consent, Locale language, Instant now) {
        this.tokenDigest = tokenDigest;
        this.name = command.name().strip();
        this.email = email;
        this.emailKey = Mark.of(email);
        this.company = command.company();
        this.nextPath = command.next();
        this.consent = consent;
        this.language = Languages.word(language);
        this.askedAt = now;
    }

    boolean goodAt(Instant now) {
        return now.isBefore(askedAt.plus(GOOD_FOR));
    }

    Set<Role> roles() {
        return Set.of(company ? Role.COMPANY : Role.SEEKER);
    }

    SignUpView view() {
        return new SignUpView(name, email, company, nextPath);
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Locale language() {
        return Languages.named(language);
    }

    String consent() {
        return consent;
    }
}
