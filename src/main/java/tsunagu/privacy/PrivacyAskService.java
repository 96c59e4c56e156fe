package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tsunagu.account.OwnAccountService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.HeldByLink;
import tsunagu.shared.Letter;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.MailAddress;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;
import tsunagu.shared.Words;
import tsunagu.web.Dates;

/**
 * Anybody asks to see, mend or stop the use of data about them. It becomes a case of the desk with its thirty days. Nothing is looked up for
 * whoever asks: the answer is the same whether the city knows them or not.
 */
@ApplicationScoped
@Transactional
public class PrivacyAskService {

    /** By when it is answered, counted from today. */
    public static final int DAYS = PrivacyCaseService.DAYS;

    @Inject
    private Locks locks;

    @Inject
    private CaseRepository cases;

    @Inject
    private OwnAccountService accounts;

    @Inject
    private HeldByLink links;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * Who asks, as far as that is known.
     *
     * @param identity NONE: what is typed is all there is
     * @param record page of the desk with what a link holds, otherwise ""
     */
    public record Known(PrivacyRequest.Identity identity, String name, String mail, String record) {

        private static final Known NOBODY = new Known(PrivacyRequest.Identity.NONE, "", "", "");

        public boolean known() {
            return identity != PrivacyRequest.Identity.NONE;
        }
    }

    /**
     * @param link the secret of a guest's letter, "" for none
     * @throws NotFoundException when it is nobody's
     */
    @UseCase(anyone = true, changes = false)
    public Known asker(String link) {
        if (!link.isEmpty()) {
            HeldByLink.Holder holder = links.holder(link);
            return new Known(PrivacyRequest.Identity.LETTER, holder.name(), holder.mail(), holder.record());
        }
        Actor actor = currentActor.get();
        return actor.signedIn()
                ? new Known(
                        PrivacyRequest.Identity.ACCOUNT,
                        actor.name(),
                        accounts.own().email(),
                        "")
                : Known.NOBODY;
    }

    /**
     * Account or link say who asks about themselves; whoever asks for somebody else shows who they are, and that they may.
     *
     * @param written false when the address has had as many letters as a stranger may have sent to it; the case counts all the same
     * @return by when it is answered
     * @throws DomainException when there is no way to answer
     */
    @UseCase(anyone = true)
    public LocalDate ask(String link, @Valid AskedRequest asked, boolean written, Locale language) {
        Known known = asker(link);
        AskedRequest request = known.known() ? said(asked, known) : asked;
        if (!request.reachable()) {
            throw new DomainException("privacy.error.reach");
        }
        String mail = request.mail().isBlank() ? "" : MailAddress.checked(request.mail());
        Actor actor = currentActor.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        LocalDate due = today.plusDays(DAYS);
        PrivacyRequest.Identity identity =
                request.asker() == PrivacyRequest.Asker.SELF ? known.identity() : PrivacyRequest.Identity.NONE;
        // Pressed twice, also at the same moment, it is one request.
        locks.hold(Lock.SHEET, sheet(request, mail, known.record(), actor.accountId()));
        Optional<LocalDate> before = cases.dueOfSame(request, mail, known.record(), today, actor.accountId());
        if (before.isPresent()) {
            return before.get();
        }
        long id = cases.addAsked(request, mail, identity, known.record(), today, due, actor.accountId());
        if (written && !mail.isEmpty()) {
            letters.fire(letter(
                    known.identity() == PrivacyRequest.Identity.ACCOUNT ? actor : null,
                    mail,
                    language,
                    "privacy-case-" + id,
                    String.valueOf(id),
                    (Letter.Word) spoken -> Words.withReadings("privacy.ask.kind." + request.kind(), spoken),
                    (Letter.Word) spoken -> Dates.day(today, spoken),
                    (Letter.Word) spoken -> Dates.day(due, spoken)));
        }
        return due;
    }

    private static String sheet(AskedRequest request, String mail, String record, Long account) {
        return "privacy-case "
                + Secrets.digest(String.join(
                        "\n",
                        request.kind().name(),
                        request.asker().name(),
                        request.name().strip(),
                        mail,
                        request.contact().strip(),
                        request.words().strip(),
                        record,
                        String.valueOf(account)));
    }

    private static AskedRequest said(AskedRequest asked, Known known) {
        String mail = known.mail().isEmpty() ? asked.mail() : known.mail();
        return new AskedRequest(asked.kind(), asked.asker(), known.name(), mail, asked.contact(), asked.words());
    }

    /** Nothing that was typed is in it: it goes to an address that anybody may have typed. @param account null for none */
    private static Letter letter(Actor account, String mail, Locale language, String once, Object... words) {
        String text = "privacy.letter.asked";
        return account == null
                ? Letter.toAddress(mail, once, text, "", words).in(language)
                : Letter.toAccount(
                        account.accountId(),
                        once,
                        text,
                        account.roles().contains(Role.SEEKER) ? "/my/data" : "",
                        words);
    }
}
