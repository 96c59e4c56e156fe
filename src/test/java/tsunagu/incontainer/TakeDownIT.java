package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tsunagu.event.EventService;
import tsunagu.event.EventType;
import tsunagu.finding.Catalogue;
import tsunagu.internship.InternshipReviewService;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipSubmissionService;
import tsunagu.posting.EndReason;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingReviewService;
import tsunagu.posting.PostingService;
import tsunagu.posting.PostingSubmissionService;
import tsunagu.review.Published;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchService;
import tsunagu.shared.Actor;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;

/** The city takes down what a company has published: once, with a reason, for good, and everywhere at the same instant. */
@ArquillianTest
class TakeDownIT {

    private static final String WHY = "最低賃金を下回っています。";

    @Inject
    private PostingService postings;

    @Inject
    private PostingSubmissionService submissions;

    @Inject
    private PostingReviewService reviews;

    @Inject
    private InternshipService internships;

    @Inject
    private InternshipSubmissionService internshipSubmissions;

    @Inject
    private InternshipReviewService internshipReviews;

    @Inject
    private EventService events;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SearchService search;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Publishing publishing;

    @Inject
    private World world;

    @Inject
    private Clock clock;

    private Publishing.Firm firm;
    private LocalDate today;

    @BeforeEach
    void a_company() {
        firm = publishing.firm();
        today = publishing.today();
    }

    @Test
    void a_posting_is_gone_everywhere_and_its_company_is_told_why() {
        String code = publishing.job(firm, "賃金の低い求人甲乙丙", today);
        assertEquals(1, found(Kind.JOB, "賃金の低い求人甲乙丙"));
        int seen = published(code).version();
        assertEquals("review.error.takeDownWhy", refused(World.STAFF, () -> postings.takeDown(code, seen, " ")));
        assertEquals("review.error.takeDownWhy", refused(World.STAFF, () -> postings.takeDown(code, seen, null)));
        assertEquals(
                "review.error.takeDownWhy", refused(World.STAFF, () -> postings.takeDown(code, seen, "長".repeat(501))));
        assertEquals(1, found(Kind.JOB, "賃金の低い求人甲乙丙"));

        act(World.STAFF, () -> postings.takeDown(code, seen, " " + WHY + " "));
        assertEquals(0, found(Kind.JOB, "賃金の低い求人甲乙丙"));
        assertFalse(
                catalogue.job(code).card().window().isOpenAt(clock.instant()), "its page stays, as one that has ended");
        assertEquals(1, letters("【つなぐ】求人の公開を止めました：賃金の低い求人甲乙丙"));
        assertEquals(
                WHY,
                world.text("select reason from audit_entry where table_name = 'posting' order by id desc limit 1"));
        OwnPosting own = currentActor.as(firm.member(), postings::own).get(0);
        assertEquals(EndReason.CITY, own.endedBecause());
        assertEquals(WHY, own.takenDownWhy());
        assertEquals(WHY, published(code).takenDownWhy());
        assertTrue(published(code).over());
        assertEquals(
                "posting.error.ended",
                refused(
                        World.STAFF,
                        () -> postings.takeDown(code, published(code).version(), WHY)));
    }

    /** What staff read is what they take down. */
    @Test
    void what_was_changed_meanwhile_is_looked_at_again() {
        String code = publishing.job(firm, "変わった求人", today);
        int seen = published(code).version();
        publishing.revise(firm, code, publishing.jobSheet("変わった求人", today, today.plusDays(20)));
        assertThrows(ConflictException.class, () -> act(World.STAFF, () -> postings.takeDown(code, seen, WHY)));
        String internship = publishing.internship(firm, "変わった仕事体験", today);
        int seenToo = currentActor
                .as(World.STAFF, () -> internships.published(internship))
                .version();
        publishing.reviseInternship(firm, internship, publishing.internshipSheet("変わった仕事体験二", today));
        assertThrows(
                ConflictException.class, () -> act(World.STAFF, () -> internships.takeDown(internship, seenToo, WHY)));
    }

    /** A change that was under way does not bring it back, from whichever desk it is pushed. */
    @Test
    void it_stays_down() {
        String code = publishing.job(firm, "戻らない求人", today);
        String change = currentActor.as(firm.member(), () -> submissions.revise(code));
        publishing.submit(firm, change, publishing.jobSheet("戻らない求人", today, today.plusDays(20)));
        String later = publishing.job(firm, "あとで変える求人", today);
        String draft = currentActor.as(firm.member(), () -> submissions.revise(later));
        for (String each : List.of(code, later)) {
            act(World.STAFF, () -> postings.takeDown(each, published(each).version(), WHY));
        }
        assertEquals(
                "posting.error.ended",
                refused(
                        World.STAFF,
                        () -> reviews.publish(change, reviews.submission(change).version())));
        assertEquals(
                "posting.error.ended",
                refused(
                        firm.member(),
                        () -> publishing.submit(
                                firm, draft, publishing.jobSheet("あとで変える求人", today, today.plusDays(9)))));
        assertEquals("posting.error.ended", refused(firm.member(), () -> submissions.revise(code)));
        assertEquals(
                "posting.error.ended",
                refused(
                        firm.member(),
                        () -> postings.confirm(code, published(code).version())));
    }

    @Test
    void one_that_is_announced_or_hidden_can_be_taken_down_too() {
        String announced = publishing.job(firm, "来月の求人", today.plusDays(20));
        act(World.STAFF, () -> postings.takeDown(announced, published(announced).version(), WHY));
        assertEquals(
                OwnPosting.State.ENDED,
                currentActor.as(firm.member(), postings::own).get(0).state());
        String hidden = publishing.job(firm, "確かめられていない求人", today);
        world.amend(
                "update posting set opens_on = cast(now() at time zone 'Asia/Tokyo' as date) - 95, confirmed_at = now() - interval '91 days' where code = '"
                        + hidden + "'");
        assertFalse(published(hidden).over());
        act(World.STAFF, () -> postings.takeDown(hidden, published(hidden).version(), WHY));
        assertEquals(
                "posting.error.ended",
                refused(
                        firm.member(),
                        () -> postings.confirm(hidden, published(hidden).version())));
    }

    @Test
    void an_internship_is_gone_everywhere_and_its_company_is_told_why() {
        String code = publishing.internship(firm, "告知と違う体験甲乙丙", today);
        String change = currentActor.as(firm.member(), () -> internshipSubmissions.revise(code));
        publishing.submitInternship(firm, change, publishing.internshipSheet("告知と違う体験甲乙丙", today));
        assertEquals(1, found(Kind.INTERNSHIP, "告知と違う体験甲乙丙"));
        int seen =
                currentActor.as(World.STAFF, () -> internships.published(code)).version();
        assertEquals("review.error.takeDownWhy", refused(World.STAFF, () -> internships.takeDown(code, seen, "")));
        act(World.STAFF, () -> internships.takeDown(code, seen, WHY));
        assertEquals(0, found(Kind.INTERNSHIP, "告知と違う体験甲乙丙"));
        assertFalse(catalogue.internship(code).card().window().isOpenAt(clock.instant()));
        assertEquals(1, letters("【つなぐ】仕事体験の公開を止めました：告知と違う体験甲乙丙"));
        assertEquals(
                WHY,
                world.text("select reason from audit_entry where table_name = 'internship' order by id desc limit 1"));
        assertEquals(
                WHY,
                currentActor
                        .as(firm.member(), internshipSubmissions::own)
                        .get(0)
                        .takenDownWhy());
        assertEquals(
                "internship.error.ended",
                refused(
                        World.STAFF,
                        () -> internshipReviews.publish(
                                change, internshipReviews.submission(change).version())));
        assertEquals("internship.error.ended", refused(firm.member(), () -> internshipSubmissions.revise(code)));
        int now =
                currentActor.as(World.STAFF, () -> internships.published(code)).version();
        assertEquals("internship.error.ended", refused(World.STAFF, () -> internships.takeDown(code, now, WHY)));
    }

    /** Wherever a use case says its reason, before the change or after it. */
    @Test
    void the_trail_says_why_an_event_was_called_off() {
        String event =
                world.event(null, EventType.SEMINAR, (Integer) null).event().code();
        act(World.STAFF, () -> events.cancel(event, events.event(event).version(), "大雪のため"));
        assertEquals(
                "大雪のため",
                world.text(
                        "select coalesce(reason, '') from audit_entry where table_name = 'event' and action = 'UPDATE'"
                                + " and after->>'code' = '" + event + "' order by id desc limit 1"));
    }

    private Published published(String code) {
        return currentActor.as(World.STAFF, () -> postings.published(code));
    }

    private int found(Kind kind, String words) {
        return search.find(SearchQuery.parse(kind, Map.of("q", new String[] {words})))
                .total();
    }

    private long letters(String subject) {
        return world
                .letters(
                        "o.recipient_key = (select email_key from account where id = "
                                + firm.member().accountId() + ") and o.subject = ?1",
                        subject)
                .stream()
                .filter(each -> each.contains(WHY))
                .count();
    }

    private String refused(Actor actor, Runnable work) {
        return assertThrows(DomainException.class, () -> act(actor, work)).key();
    }

    private void act(Actor actor, Runnable work) {
        currentActor.as(actor, () -> {
            work.run();
            return null;
        });
    }
}
