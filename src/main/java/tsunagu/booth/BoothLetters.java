package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import tsunagu.event.EventCalledOff;
import tsunagu.event.EventPublished;
import tsunagu.event.Exhibit;
import tsunagu.event.OutsideExhibit;
import tsunagu.shared.Letter;
import tsunagu.shared.Secrets;
import tsunagu.shared.Words;

/** What companies are told about their booths: only of events that are public and still to come. */
@ApplicationScoped
class BoothLetters {

    @Inject
    private BoothRepository booths;

    @Inject
    private Event<Letter> letters;

    @Inject
    private Clock clock;

    void given(long eventId, long companyId, String booth) {
        tell(eventId, companyId, "booth.letter.given", (Letter.Word)
                language -> booth.isEmpty() ? Words.of("booth.letterBooth.none", language) : booth);
    }

    void takenOff(long eventId, long companyId) {
        tell(eventId, companyId, "booth.letter.takenOff");
    }

    /** @param why "" for none */
    void refused(long eventId, long companyId, String why) {
        tell(eventId, companyId, "booth.letter.refused", because(why));
    }

    void givenOutside(long eventId, String name, OutsideExhibit exhibit) {
        String booth = exhibit.exhibit().booth();
        booths.coming(eventId, clock.instant())
                .ifPresent(coming ->
                        tellOutside(eventId, name, exhibit.mail(), coming, "booth.letter.givenOutside", (Letter.Word)
                                language -> booth.isEmpty() ? Words.of("booth.letterBooth.none", language) : booth));
    }

    void takenOffOutside(long eventId, String name, OutsideExhibit exhibit) {
        booths.coming(eventId, clock.instant())
                .ifPresent(coming ->
                        tellOutside(eventId, name, exhibit.mail(), coming, "booth.letter.takenOffOutside", ""));
    }

    /** Booths that were given while it was a draft. */
    void published(@Observes EventPublished event) {
        booths.exhibitors(event.event()).forEach(each -> given(event.event(), each.company(), each.booth()));
        booths.outside(event.event())
                .forEach(each -> givenOutside(
                        event.event(), each.name(), new OutsideExhibit(Exhibit.at(each.booth()), "", each.mail())));
    }

    /** Who has a booth at what is called off hears of it; requests are over. @param why as people read it */
    void calledOff(@Observes EventCalledOff event) {
        BoothRepository.Coming named = booths.named(event.event());
        booths.exhibitors(event.event())
                .forEach(each -> tellCompany(
                        event.event(), each.company(), named, "booth.letter.eventOff", because(event.why())));
        booths.outside(event.event())
                .forEach(each -> tellOutside(
                        event.event(), each.name(), each.mail(), named, "booth.letter.eventOff", because(event.why())));
        endRequests(event.event(), named, "booth.letter.eventOff", event.why());
    }

    /** Nobody had answered, and it is over or was called off. */
    void leftOver(BoothRepository.LeftOver event) {
        endRequests(
                event.event(),
                booths.named(event.event()),
                event.calledOff() ? "booth.letter.eventOff" : "booth.letter.unanswered",
                event.why());
    }

    private void endRequests(long eventId, BoothRepository.Coming named, String text, String why) {
        for (BoothRequest each : booths.openRequests(eventId)) {
            each.refuse(why, clock.instant());
            tellCompany(eventId, each.companyId(), named, text, because(why));
        }
    }

    /** A paragraph of its own; "" for none. */
    private static String because(String why) {
        return why.isEmpty() ? "" : "\n\n" + why;
    }

    private void tellOutside(
            long eventId, String name, String mail, BoothRepository.Coming named, String text, Object more) {
        if (!mail.isEmpty()) {
            letters.fire(Letter.toAddress(
                    mail,
                    text + " " + eventId + " " + Secrets.digest(name) + " "
                            + clock.instant().toEpochMilli(),
                    text,
                    "/events/" + booths.code(eventId),
                    named.title(),
                    (Letter.Word) language -> day(named, language),
                    more));
        }
    }

    private void tell(long eventId, long companyId, String text, Object... more) {
        Optional<BoothRepository.Coming> coming = booths.coming(eventId, clock.instant());
        if (coming.isEmpty()) {
            return;
        }
        tellCompany(eventId, companyId, coming.get(), text, more);
    }

    private void tellCompany(long eventId, long companyId, BoothRepository.Coming named, String text, Object... more) {
        Object[] words = new Object[2 + more.length];
        words[0] = named.title();
        words[1] = (Letter.Word) language -> day(named, language);
        System.arraycopy(more, 0, words, 2, more.length);
        letters.fire(Letter.toCompany(
                companyId,
                text + " " + eventId + " " + companyId + " " + clock.instant().toEpochMilli(),
                text,
                "/company/booths",
                words));
    }

    private static String day(BoothRepository.Coming coming, Locale language) {
        return java.time.format.DateTimeFormatter.ofPattern(Words.of("booth.letterBooth.day", language), language)
                .format(coming.day());
    }
}
