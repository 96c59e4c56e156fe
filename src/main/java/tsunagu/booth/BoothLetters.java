package tsunagu.booth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import tsunagu.event.EventPublished;
import tsunagu.shared.Letter;
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
        tell(eventId, companyId, "booth.letter.refused", why.isEmpty() ? "" : "\n\n" + why);
    }

    /** Booths that were given while it was a draft. */
    void published(@Observes EventPublished event) {
        booths.exhibitors(event.event()).forEach(each -> given(event.event(), each.company(), each.booth()));
    }

    private void tell(long eventId, long companyId, String text, Object... more) {
        Optional<BoothRepository.Coming> coming = booths.coming(eventId, clock.instant());
        if (coming.isEmpty()) {
            return;
        }
        Object[] words = new Object[2 + more.length];
        words[0] = coming.get().title();
        words[1] = (Letter.Word) language -> day(coming.get(), language);
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
