package tsunagu.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.Demonstration;
import tsunagu.shared.FirstSteps;
import tsunagu.shared.Letter;
import tsunagu.shared.MailAddress;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Secrets;
import tsunagu.shared.UseCase;

/** The outbox: what waits, what failed, and one more try. */
@ApplicationScoped
@Transactional
public class OutboxService implements FirstSteps {

    /** A letter names a person and what they do; it is forgotten when nobody can need it any more. */
    static final Duration KEPT = Duration.ofDays(60);

    /** Within this time a node must have sent what it took. */
    static final Duration TAKEN_FOR = Duration.ofMinutes(3);

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /** Of the demonstration's mailbox. */
    private static final int NEWEST = 40;

    @Inject
    private OutboxRepository outbox;

    @Inject
    private MailServer mailServer;

    @Inject
    private Event<Letter> letters;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @param oldest of those that wait, null when none does */
    public record Counted(long waiting, long failed, long sent, Instant oldest, boolean server) {}

    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public Counted counted() {
        OutboxRepository.Counts counts = outbox.counted();
        return new Counted(counts.waiting(), counts.failed(), counts.sent(), counts.oldest(), mailServer.configured());
    }

    /**
     * @param seen the state it was seen in; tries in between do not matter
     * @throws ConflictException when it is in another by now: sent, given up, or sent on its way by a colleague
     */
    @UseCase(allow = {Role.STAFF, Role.ADMINISTRATOR})
    public void tryAgain(long id, String seen) {
        if (!outbox.tryAgain(id, seen, clock.instant())) {
            throw new ConflictException();
        }
    }

    /** Of some letters, by their numbers. */
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public Map<String, String> subjects(List<Long> ids) {
        return outbox.subjects(ids);
    }

    /**
     * What would have arrived in the demonstration, where nothing is really mailed.
     *
     * @param recipient "" for everybody's
     */
    @UseCase(anyone = true, changes = false)
    public List<OutgoingLetter> mailbox(String recipient) {
        if (!Demonstration.on()) {
            throw new NotFoundException("mailbox");
        }
        return outbox.newest(recipient, NEWEST);
    }

    /** To whoever presses, to see whether letters leave ({@link MailTest}): it rests, so that only the press sends it. */
    @UseCase(allow = Role.ADMINISTRATOR)
    public OutgoingLetter writeTest() {
        String once = "mail-test " + Secrets.token();
        letters.fire(
                Letter.toAccount(currentActor.get().accountId(), once, "notification.letter.test", "/staff/settings")
                        .resting());
        return outbox.written(once);
    }

    /** Every two seconds, most often for nothing: a letter that was sent or troubled has a line of its own. */
    @UseCase(quiet = true)
    public Optional<OutgoingLetter> take() {
        return outbox.take(clock.instant(), clock.instant().plus(TAKEN_FOR));
    }

    @UseCase
    public void sent(long id) {
        outbox.sent(id, clock.instant());
    }

    /** @param forGood the server will never take it (the address does not exist) */
    @UseCase
    public void troubled(OutgoingLetter letter, String trouble, boolean forGood) {
        boolean late = letter.writtenAt().plus(GIVEN_UP_AFTER).isBefore(clock.instant());
        outbox.troubled(
                letter.id(),
                withoutAddress(trouble, letter.recipient()),
                forGood || late ? null : clock.instant().plus(pause(letter.tries())));
    }

    /** Mail servers repeat the address they refuse; it is kept sealed only. */
    static String withoutAddress(String trouble, String recipient) {
        return Stream.of(recipient, MailAddress.forDelivery(recipient))
                .reduce(trouble, (said, address) -> said.replaceAll("(?i)" + Pattern.quote(address), "…"));
    }

    /** 1, 5, 25 minutes, 2 hours, then every 6. */
    static Duration pause(int tries) {
        return tries >= 5 ? Duration.ofHours(6) : Duration.ofMinutes((long) Math.pow(5, Math.max(0, tries - 1)));
    }

    @Override
    @UseCase(
            allow = {Role.STAFF, Role.ADMINISTRATOR},
            changes = false)
    public FirstSteps.Step firstStep() {
        return new FirstSteps.Step(
                2,
                "notification.firstStep",
                "notification.firstStep.hint",
                outbox.counted().sent() > 0 || Demonstration.on(),
                "/staff/settings",
                Set.of(Role.ADMINISTRATOR));
    }
}
