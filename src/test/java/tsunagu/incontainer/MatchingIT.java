package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.matching.MatchingService;
import tsunagu.matching.Suggestion;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.search.Criterion;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.ScoredRecord;
import tsunagu.search.SearchService;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.seeker.Weight;
import tsunagu.seeker.Wish;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;

/** What a suggestion says is what its place was made of, no more and no less. */
@ArquillianTest
class MatchingIT {

    private static final int ALL = 100_000;

    @Inject
    private MatchingService matching;

    @Inject
    private SearchService search;

    @Inject
    private ProfileService profiles;

    @Inject
    private ApplyService applications;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    /** Points, reasons and order, each counted once more from the tags of every posting. */
    @Test
    void points_reasons_and_order_agree_with_a_simple_count() {
        world.city();
        Random dice = new Random(3);
        List<Criterion> pool = List.of(
                criterion("AREA", Facet.AREA, Set.of("SENMAYA", "ICHINOSEKI"), 4, false),
                criterion("EMPLOYMENT", Facet.EMPLOYMENT, Set.of("REGULAR"), 3, true),
                criterion("WAGE", Facet.WAGE, Set.of("220000"), 2, false),
                criterion("DAYS_OFF", Facet.DAYS_OFF, Set.of("120"), 5, true),
                criterion("REMOTE", Facet.REMOTE, Set.of("yes"), 1, false),
                criterion("DORMITORY", Facet.DORMITORY, Set.of("yes"), 0, false),
                new Criterion(
                        "NEEDS",
                        Set.of("needs=CARE_WORKER"),
                        Set.of("needs=DRIVING", "needs=NURSE"),
                        "",
                        true,
                        3,
                        true),
                new Criterion("SAID_NOTHING", Set.of(), Set.of("needs=DRIVING"), "", false, 3, true));
        int compared = 0;
        for (int round = 0; round < 30; round++) {
            List<Criterion> criteria = new ArrayList<>(pool);
            criteria.removeIf(each -> dice.nextInt(3) == 0);
            List<ScoredRecord> weighed = search.weigh(Kind.JOB, criteria, ALL);
            int lackedBefore = 0;
            int silentBefore = 0;
            double shareBefore = 2;
            for (ScoredRecord each : weighed) {
                Set<String> tags = tags(each.found().recordId());
                int points = 0;
                int possible = 0;
                int lacks = 0;
                int silent = 0;
                boolean stated = false;
                Set<String> named = new HashSet<>();
                for (Criterion criterion : criteria) {
                    ScoredRecord.Outcome outcome = outcome(criterion, tags);
                    assertEquals(outcome, each.outcomes().get(criterion.name()), criterion.name() + " of " + tags);
                    if (outcome != null) {
                        named.add(criterion.name());
                        possible += criterion.weight();
                        points += outcome == ScoredRecord.Outcome.FITS ? criterion.weight() : 0;
                        lacks += outcome == ScoredRecord.Outcome.MISSING && criterion.must() ? 1 : 0;
                        silent += outcome == ScoredRecord.Outcome.UNKNOWN && criterion.must() && criterion.known()
                                ? 1
                                : 0;
                        stated |= outcome != ScoredRecord.Outcome.UNKNOWN;
                    }
                }
                assertEquals(named, each.outcomes().keySet());
                assertEquals(possible, each.possible());
                assertEquals(stated ? points : null, each.points(), "no score where nothing is stated");
                double share = possible == 0 ? 0 : (double) points / possible;
                assertTrue(
                        lacks > lackedBefore
                                || lacks == lackedBefore
                                        && (silent > silentBefore || silent == silentBefore && share <= shareBefore),
                        "a mandatory point is never made up for");
                lackedBefore = lacks;
                silentBefore = silent;
                shareBefore = share;
                compared++;
            }
        }
        assertTrue(compared > 2000, "compared " + compared);
    }

    @Test
    void who_says_nothing_gets_a_varied_list_and_who_says_something_gets_reasons() {
        world.city();
        Actor silent = world.seeker("何も 言わない");
        List<Suggestion> usual = currentActor.as(silent, () -> matching.suggestions(Kind.JOB, Locale.JAPANESE));
        assertFalse(usual.isEmpty());
        assertTrue(usual.stream()
                .allMatch(each -> !each.why().isEmpty() && each.fits().isEmpty()));
        assertEquals(usual.size(), usual.stream().map(Suggestion::by).distinct().count(), "one of each company");

        Actor person = world.seeker("希望を 言う");
        currentActor.as(person, () -> {
            profiles.about(null, Stage.SEEKING);
            profiles.wish(Map.of(Wish.AREA, Set.of("SENMAYA"), Wish.DAYS_OFF, Set.of("120")));
            profiles.weigh(Map.of(Wish.AREA, new Weight(5, true)));
            return null;
        });
        List<Suggestion> fitting = currentActor.as(person, () -> matching.suggestions(Kind.JOB, Locale.JAPANESE));
        Suggestion best = fitting.get(0);
        assertTrue(best.why().isEmpty());
        assertTrue(
                best.fits().stream()
                        .anyMatch(each ->
                                each.name().equals("AREA") && each.value().contains("千厩")),
                best.toString());
        assertFalse(best.lacks());
        assertTrue(fitting.stream()
                .flatMap(each -> each.unknown().stream())
                .allMatch(each -> !each.name().equals("NEEDS") || each.fill().equals("licences")));
        fitting.forEach(each -> {
            if (each.missing().stream().anyMatch(Suggestion.Reason::must)) {
                assertTrue(each.missing().get(0).must(), "mandatory first");
            }
        });
        // Moved, the order is another one at once.
        currentActor.as(person, () -> {
            profiles.weigh(Map.of(Wish.AREA, new Weight(0, false)));
            return null;
        });
        List<Suggestion> moved = currentActor.as(person, () -> matching.suggestions(Kind.JOB, Locale.JAPANESE));
        assertFalse(moved.stream()
                .map(Suggestion::path)
                .toList()
                .equals(fitting.stream().map(Suggestion::path).toList()));
        assertNull(usual.get(0).points());
    }

    @Test
    void what_one_has_applied_to_is_marked_and_stands_last() {
        world.city();
        Actor person = world.seeker("応募 済");
        currentActor.as(person, () -> {
            profiles.about(null, Stage.SEEKING);
            profiles.wish(Map.of(Wish.AREA, Set.of("SENMAYA")));
            return null;
        });
        List<Suggestion> before = currentActor.as(person, () -> matching.suggestions(Kind.JOB, Locale.JAPANESE));
        String path = before.get(0).path();
        String job = path.replaceFirst("^/jobs/", "");
        ApplyTarget target = postings.target(job);
        List<String> answers = target.questions().stream().map(question -> "答え").toList();
        ApplyForm form =
                new ApplyForm(target.edition(), "応募 済", "done@example.jp", "", false, "", "応募します", answers, true);
        String code = currentActor.as(person, () -> applications.apply(job, form));

        List<Suggestion> after = currentActor.as(person, () -> matching.suggestions(Kind.JOB, Locale.JAPANESE));
        assertTrue(
                after.stream()
                        .map(Suggestion::path)
                        .toList()
                        .containsAll(before.stream().map(Suggestion::path).toList()),
                "nothing that is still to do is pushed out");
        assertEquals(before.size() + 1, after.size(), "and what had no room moves up");
        Suggestion last = after.get(after.size() - 1);
        assertEquals(path + " applied", last.path() + " " + last.done());
        assertTrue(after.subList(0, after.size() - 1).stream()
                .allMatch(each -> each.done().isEmpty()));
        currentActor.as(person, () -> {
            applications.withdraw(code);
            return null;
        });
        List<Suggestion> again = currentActor.as(person, () -> matching.suggestions(Kind.JOB, Locale.JAPANESE));
        assertEquals("withdrawn", again.get(again.size() - 1).done());
    }

    private static Criterion criterion(String name, Facet facet, Set<String> values, int weight, boolean must) {
        Set<String> tags = new HashSet<>();
        values.forEach(value -> tags.add(facet.tag(value)));
        return new Criterion(name, tags, Set.of(), facet.tag(Facet.UNSTATED), true, weight, must);
    }

    private static ScoredRecord.Outcome outcome(Criterion criterion, Set<String> tags) {
        if (!criterion.known()) {
            return tags.stream().anyMatch(criterion.lacking()::contains) ? ScoredRecord.Outcome.UNKNOWN : null;
        }
        if (criterion.unstated().isEmpty()) {
            return tags.stream().anyMatch(criterion.lacking()::contains)
                    ? ScoredRecord.Outcome.MISSING
                    : tags.stream().anyMatch(criterion.fitting()::contains) ? ScoredRecord.Outcome.FITS : null;
        }
        return tags.stream().anyMatch(criterion.fitting()::contains)
                ? ScoredRecord.Outcome.FITS
                : tags.contains(criterion.unstated()) ? ScoredRecord.Outcome.UNKNOWN : ScoredRecord.Outcome.MISSING;
    }

    private Set<String> tags(long posting) {
        return Set.of(
                world.text("select array_to_string(facets, ' ') from search_entry where kind = 'JOB' and record_id = "
                                + posting)
                        .split(" "));
    }
}
