package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.account.AccountService;
import tsunagu.account.Addressee;
import tsunagu.company.MembershipService;
import tsunagu.seeker.OwnDataService;
import tsunagu.shared.Actor;
import tsunagu.shared.CityContact;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Languages;
import tsunagu.shared.Letter;
import tsunagu.shared.MailHours;
import tsunagu.shared.Readings;
import tsunagu.shared.Secrets;
import tsunagu.shared.Words;
import tsunagu.web.PublicAddress;

/** Puts what happened into words and into the outbox, in the transaction in which it happened. */
@ApplicationScoped
class LetterWriter {

    @Inject
    private OutboxRepository outbox;

    @Inject
    private AccountService accounts;

    @Inject
    private MembershipService memberships;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private CityContact.Known city;

    @Inject
    private MailHours.Known hours;

    @Inject
    private PublicAddress portal;

    @Inject
    private Clock clock;

    void write(@Observes Letter letter) {
        write(letter, addressees(letter));
    }

    /** A letter that has been taken to be sent is not taken back any more. */
    void takeBack(@Observes Letter.TakenBack mistake) {
        List<Addressee> told = addressees(mistake.otherwise()).stream()
                .filter(each -> !outbox.takeBack(mistake.once(), each.address()))
                .toList();
        write(mistake.otherwise(), told);
    }

    private void write(Letter letter, List<Addressee> told) {
        for (Addressee each : told) {
            outbox.add(
                    letter.once(),
                    each.address(),
                    Readings.without(words(letter, ".subject", each.language()))
                            .replaceAll("\\s+", " ")
                            .strip(),
                    body(letter, each),
                    letter.calendar(),
                    letter.stop().isEmpty() ? "" : portal.of("/unsubscribe/" + letter.stop()),
                    Secrets.token(),
                    clock.instant(),
                    leaves(letter));
        }
    }

    private String body(Letter letter, Addressee to) {
        Locale language = to.language();
        StringBuilder body = new StringBuilder();
        if (!Words.own(letter.text() + ".body", language)) {
            // Whoever reads no Japanese learns at least that it is Japanese, and whom to ask.
            body.append(own("notification.untranslated", language)).append("\n\n");
        }
        body.append(Readings.inBrackets(words(letter, ".body", language)).strip());
        if (!letter.path().isEmpty()) {
            body.append("\n\n").append(portal.of(page(path(letter, to), language)));
        }
        if (!letter.stop().isEmpty()) {
            body.append("\n\n")
                    .append(own("notification.stop", language))
                    .append('\n')
                    .append(portal.of(page("/stop/" + letter.stop(), language)));
        }
        body.append("\n\n").append(own("notification.letter.foot", language));
        if (!city.contact().none()) {
            body.append('\n')
                    .append(own("city.contact.title", language))
                    .append(": ")
                    .append(contact(language));
        }
        return body.toString();
    }

    /** Who acts for several companies is led by the page where the letter's company is chosen. */
    private String path(Letter letter, Addressee to) {
        Long company = letter.to().companyId();
        return company != null
                        && letter.path().startsWith("/company")
                        && currentActor.as(Actor.system("mail"), () -> memberships.several(to.address()))
                ? "/company/choose?of=" + company + "&next=" + URLEncoder.encode(letter.path(), StandardCharsets.UTF_8)
                : letter.path();
    }

    /** The page in the letter's language; what has one already keeps it. */
    private static String page(String path, Locale language) {
        return Languages.without(path).equals(path) ? Languages.path(path, language) : path;
    }

    private Instant leaves(Letter letter) {
        Instant now = letter.rests() ? clock.instant().plus(Letter.REST) : clock.instant();
        if (letter.before() == null) {
            return now;
        }
        return hours.hours().next(now, letter.before().equals(Instant.MAX) ? null : letter.before());
    }

    /** Last of all: letters to who asked for deletion are neither sent nor kept. */
    void forget(@Observes OwnDataService.Forgotten gone) {
        outbox.forget(gone.address());
    }

    private String contact(Locale language) {
        CityContact contact = city.contact();
        return Stream.of(
                        contact.office(),
                        own("city.contact.phone", language) + " " + contact.phone(),
                        contact.hours(),
                        contact.mail())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A text of the frame. */
    private static String own(String key, Locale language) {
        return Readings.inBrackets(Words.withReadings(key, language));
    }

    /** A letter that is not written in the language is Japanese as a whole, its days and numbers with it. */
    private static String words(Letter letter, String part, Locale language) {
        Locale spoken = Words.own(letter.text() + ".body", language) ? language : Locale.JAPANESE;
        return new MessageFormat(Words.withReadings(letter.text() + part, spoken), spoken)
                .format(letter.filled(spoken));
    }

    private List<Addressee> addressees(Letter letter) {
        return currentActor.as(Actor.system("mail"), () -> addressees(letter.to())).stream()
                .map(each -> letter.locale() == null ? each : new Addressee(each.address(), letter.locale()))
                .toList();
    }

    private List<Addressee> addressees(Letter.Recipient to) {
        if (to.address() != null) {
            return List.of(new Addressee(to.address(), Locale.JAPANESE));
        }
        if (to.accountId() != null) {
            return accounts.addressees(List.of(to.accountId()));
        }
        return to.personId() != null
                ? accounts.addressee(to.personId()).stream().toList()
                : accounts.addressees(memberships.accountsOf(to.companyId()));
    }
}
