package tsunagu.privacy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 開示・訂正・利用停止の請求, as staff write down what somebody asks of the city. @param receivedOn the day the thirty days begin */
public record PrivacyRequest(
        @NotNull(message = "privacy.error.kind") Kind kind,
        @NotNull(message = "privacy.error.channel") Channel channel,
        @NotNull(message = "privacy.error.identity") Identity identity,
        @NotBlank(message = "privacy.error.name") @Size(max = 100, message = "privacy.error.nameLong") String name,
        @NotBlank(message = "privacy.error.contact") @Size(max = 200, message = "privacy.error.contactLong")
                String contact,
        @NotBlank(message = "privacy.error.words") @Size(max = 2000, message = "privacy.error.wordsLong") String words,
        @NotNull(message = "privacy.error.receivedOn") LocalDate receivedOn) {

    /** What is asked for. */
    public enum Kind {
        /** 76条. */
        DISCLOSURE,
        /** 90条. */
        CORRECTION,
        /** 98条. */
        SUSPENSION
    }

    /** How it came. */
    public enum Channel {
        COUNTER,
        POST,
        MAIL,
        TELEPHONE,
        /** The portal's own form; staff enter none by hand. */
        FORM
    }

    /** For whom. */
    public enum Asker {
        SELF,
        /** 法定代理人, 76条2項: a parent for a minor. */
        GUARDIAN,
        /** 任意代理人. */
        AGENT
    }

    /** How it was made sure who asks (77条2項). */
    public enum Identity {
        DOCUMENT,
        ACCOUNT,
        /** The link in a letter of the portal: guests have no account. */
        LETTER,
        /** Not yet. */
        NONE
    }

    /** How it ended. */
    public enum Outcome {
        GRANTED,
        PARTLY,
        REFUSED,
        WITHDRAWN
    }
}
