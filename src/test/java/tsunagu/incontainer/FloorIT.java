package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tsunagu.posting.BelowFloor;
import tsunagu.posting.FloorService;
import tsunagu.posting.PostingService;
import tsunagu.posting.rules.JobSheet;
import tsunagu.posting.rules.JobSheet.Field;
import tsunagu.posting.rules.MinimumWageService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;

/** A risen floor is held against what postings pay by the edition that is in force, as long as somebody can be hired for them. */
@ArquillianTest
class FloorIT {

    private static final int RISEN = 1_500;

    @Inject
    private FloorService floors;

    @Inject
    private MinimumWageService wages;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Publishing publishing;

    @Inject
    private World world;

    @AfterEach
    void the_floor_falls_again() {
        world.amend("delete from minimum_wage where yen = " + RISEN);
    }

    /** 220,000 yen a month of 255 days of 8 hours are 1,294 an hour; of 6 hours 1,725. */
    @Test
    void the_edition_in_force_counts_and_only_while_it_is_open_or_will_be() {
        LocalDate today = publishing.today();
        Publishing.Firm firm = publishing.firm();
        JobSheet eight = publishing.jobSheet("八時間の求人", today, today.plusDays(30));
        String open = publishing.job(firm, eight);
        String announced = publishing.job(firm, publishing.jobSheet("来月の求人", today.plusDays(5), today.plusDays(30)));
        String shorter = publishing.job(firm, eight);
        publishing.revise(firm, shorter, eight.with(Field.DAILY_HOURS, "６"));
        String later = publishing.job(
                firm, eight.with(Field.STARTS_ON, today.minusDays(1).toString()));
        String ended = publishing.job(firm, eight);
        String unconfirmed = publishing.job(firm, eight);
        currentActor.as(World.STAFF, () -> {
            postings.takeDown(ended, postings.published(ended).version(), "試験");
            wages.add("岩手県（地域別）", RISEN, today);
            return null;
        });
        // Before its first day, and a week after it was entered, a row is still a mistake; then people are hired by it.
        world.amend("update minimum_wage set entered_at = now() - interval '8 days' where yen = " + RISEN);
        currentActor.as(World.STAFF, () -> {
            long risen = wages.entered().stream()
                    .filter(each -> each.wage().yen() == RISEN)
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThrows(ConflictException.class, () -> wages.takeBack(risen));
            assertThrows(DomainException.class, () -> wages.add("岩手県（地域別）", RISEN, today), "twice");
            return null;
        });
        world.amend(
                "update posting set opens_on = cast(now() at time zone 'Asia/Tokyo' as date) - 100, confirmed_at = now() - interval '91 days' where code = '"
                        + unconfirmed + "'");
        List<BelowFloor> own = below(firm);
        assertEquals(
                List.of(open, announced),
                own.stream().map(BelowFloor::code).toList(),
                "not " + List.of(shorter, later, ended, unconfirmed));
        assertEquals("1294.12", own.get(0).hourly().toString());
        assertEquals(RISEN, own.get(0).floor());
        assertEquals(firm.company(), own.get(0).company());
        assertTrue(
                currentActor.as(World.STAFF, floors::below).size() > own.size(),
                "the city's other postings by the hour");
    }

    private List<BelowFloor> below(Publishing.Firm firm) {
        return currentActor.as(World.STAFF, floors::below).stream()
                .filter(each -> each.company().id() == firm.id())
                .toList();
    }
}
