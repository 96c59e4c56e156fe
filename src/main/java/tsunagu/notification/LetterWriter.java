package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.account.AccountService;
import tsunagu.company.MembershipService;
import tsunagu.seeker.OwnDataService;
import tsunagu.shared.Actor;
import tsunagu.shared.CityContact;
import tsunagu.shared.CurrentActor;
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
        write(letter, addresses(letter));
    }

    /** A letter that has been taken to be sent is not taken back any more. */
    void takeBack(@Observes Letter.TakenBack mistake) {
        List<String> told = addresses(mistake.otherwise()).stream()
                .filter(address -> !outbox.takeBack(mistake.once() + " " + address))
                .toList();
        write(mistake.otherwise(), told);
    }

    private void write(Letter letter, List<String> addresses) {
        String subject = Readings.without(words(letter, ".subject")).replaceAll("\\s+", " ").strip();
        StringBuilder body = new StringBuilder(Readings.inBrackets(words(letter, ".body")).strip());
        if (!letter.path().isEmpty()) {
            body.append("\n\n").append(portal.of(letter.path()));
        }
        if (!letter.stop().isEmpty()) {
            body.append("\n\n")
                    .append(own("notification.stop", letter))
                    .append('\n')
                    .append(portal.of("/stop/" + letter.stop()));
        }
        body.append("\n\n").append(own("notification.letter.foot", letter));
        if (!city.contact().none()) {
            body.append('\n').append(own("city.contact.title", letter)).append(": ").append(contact(letter));
        }
        for (String address : addresses) {
            outbox.add(
                    letter.once() + " " + address,
                    address,
                    subject,
                    body.toString(),
                    letter.calendar(),
                    letter.stop().isEmpty() ? "" : portal.of("/unsubscribe/" + letter.stop()),
                    Secrets.token(),
                    clock.instant(),
                    leaves(letter));
        }
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

    private String contact(Letter letter) {
        CityContact contact = city.contact();
        return Stream.of(
                        contact.office(),
                        own("city.contact.phone", letter) + " " + contact.phone(),
                        contact.hours(),
                        contact.mail())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A text of the frame. */
    private static String own(String key, Letter letter) {
        return Readings.inBrackets(Words.withReadings(key, letter.locale()));
    }

    private static String words(Letter letter, String part) {
        return new MessageFormat(Words.withReadings(letter.text() + part, letter.locale()), letter.locale())
                .format(letter.filled());
    }

    private List<String> addresses(Letter letter) {
        return currentActor.as(Actor.system("mail"), () -> addresses(letter.to()));
    }

    private List<String> addresses(Letter.Recipient to) {
        if (to.address() != null) {
            return List.of(to.address());
        }
        if (to.accountId() != null) {
            return accounts.addresses(List.of(to.accountId()));
        }
        return to.personId() != null
                ? accounts.addressOf(to.personId()).stream().toList()
                : accounts.addresses(memberships.accountsOf(to.companyId()));
    }
}
