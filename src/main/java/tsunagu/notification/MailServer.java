package tsunagu.notification;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import tsunagu.shared.InstallationSettings.Group;
import tsunagu.shared.InstallationSettings.Setting;
import tsunagu.shared.MailAddress;
import tsunagu.shared.Worded;
import tsunagu.shared.Words;

/**
 * The city's mail server, named by the environment: TSUNAGU_SMTP_HOST, TSUNAGU_SMTP_PORT (587), TSUNAGU_SMTP_USER,
 * TSUNAGU_SMTP_PASSWORD, TSUNAGU_SMTP_TLS (required, none; required unless said otherwise), TSUNAGU_MAIL_FROM.
 */
@ApplicationScoped
class MailServer {

    private static final String TIMEOUT_MS = "10000";

    private static final String METHOD = "METHOD:";

    private final Map<String, String> environment;

    MailServer() {
        this(System.getenv());
    }

    MailServer(Map<String, String> environment) {
        this.environment = environment;
    }

    List<Setting> settings() {
        String host = value("TSUNAGU_SMTP_HOST", "");
        String from = value("TSUNAGU_MAIL_FROM", "tsunagu@" + host);
        boolean secure = !value("TSUNAGU_SMTP_TLS", "required").equals("none");
        return List.of(
                Setting.onServer(
                        Group.MAIL,
                        "notification.setting.server",
                        host.isEmpty() ? "" : host + ":" + value("TSUNAGU_SMTP_PORT", "587"),
                        "TSUNAGU_SMTP_HOST, TSUNAGU_SMTP_PORT"),
                Setting.onServer(
                        Group.MAIL,
                        "notification.setting.secure",
                        Worded.by(secure ? "notification.setting.tls" : "notification.setting.noTls"),
                        "TSUNAGU_SMTP_TLS"),
                Setting.secret(
                        Group.MAIL,
                        "notification.setting.login",
                        !value("TSUNAGU_SMTP_USER", "").isEmpty(),
                        "TSUNAGU_SMTP_USER, TSUNAGU_SMTP_PASSWORD"),
                Setting.onServer(
                        Group.MAIL, "notification.setting.from", host.isEmpty() ? "" : from, "TSUNAGU_MAIL_FROM"));
    }

    boolean configured() {
        return !value("TSUNAGU_SMTP_HOST", "").isEmpty();
    }

    /** @throws MessagingException when the server is away or refuses the letter */
    void send(OutgoingLetter letter, Instant now) throws MessagingException {
        String host = value("TSUNAGU_SMTP_HOST", "");
        String from = value("TSUNAGU_MAIL_FROM", "tsunagu@" + host);
        Session session = session(host);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // The same letter sent twice, because a node died in between, is recognised by mail programs.
                setHeader("Message-ID", "<" + letter.messageId() + "@" + from.substring(from.indexOf('@') + 1) + ">");
            }
        };
        message.setFrom(address(from));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(MailAddress.forDelivery(letter.recipient()), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.unsubscribe().isEmpty()) {
            // RFC 8058: the mail program stops such letters with one POST, without opening a page.
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (letter.calendar().isEmpty()) {
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
        } else {
            message.setContent(withCalendar(letter));
        }
        String user = value("TSUNAGU_SMTP_USER", "");
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(user.isEmpty() ? null : user, value("TSUNAGU_SMTP_PASSWORD", null));
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static MimeMultipart withCalendar(OutgoingLetter letter) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(letter.body(), StandardCharsets.UTF_8.name());
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(
                letter.calendar().getBytes(StandardCharsets.UTF_8), calendarType(letter.calendar()))));
        file.setFileName("tsunagu.ics");
        return new MimeMultipart(words, file);
    }

    /** The method stands in the type as in the file: a mail program that finds two different ones ignores both (RFC 6047, 2.4). */
    static String calendarType(String calendar) {
        return calendar.lines()
                .filter(each -> each.startsWith(METHOD))
                .findFirst()
                .map(each -> "text/calendar; charset=UTF-8; method="
                        + each.substring(METHOD.length()).strip())
                .orElse("text/calendar; charset=UTF-8");
    }

    private static InternetAddress address(String from) throws MessagingException {
        InternetAddress address = new InternetAddress(from, true);
        try {
            address.setPersonal(Words.of("web.portal", Locale.JAPANESE), StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return address;
    }

    private Session session(String host) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", value("TSUNAGU_SMTP_PORT", "587"));
        properties.put(
                "mail.smtp.auth",
                Boolean.toString(!value("TSUNAGU_SMTP_USER", "").isEmpty()));
        boolean secure = !value("TSUNAGU_SMTP_TLS", "required").equals("none");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(secure));
        properties.put("mail.smtp.starttls.required", Boolean.toString(secure));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.put("mail.smtp.timeout", TIMEOUT_MS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MS);
        return Session.getInstance(properties);
    }

    private String value(String name, String otherwise) {
        String given = environment.get(name);
        return given == null || given.isBlank() ? otherwise : given.strip();
    }
}
