package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.application.ApplyForm;
import tsunagu.application.ApplyService;
import tsunagu.application.LookAlike;
import tsunagu.application.PlacementService;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyService;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.posting.ApplyTarget;
import tsunagu.posting.PostingService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;

/** One application per person and posting, whatever the person's fingers do. */
@ArquillianTest
class ApplyingIT {

    private static final int AT_ONCE = 8;

    @Inject
    private ApplyService applications;

    @Inject
    private PlacementService placements;

    @Inject
    private CompanyService companies;

    @Inject
    private PostingService postings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private Publishing publishing;

    @Inject
    private World world;

    /** What was read is what is applied to: a posting that got a new edition meanwhile is read again first. */
    @Test
    void an_edition_that_was_not_read_is_not_applied_to() {
        String job = world.text(
                "select code from posting where ended_at is null and opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and closes_on > cast(now() at time zone 'Asia/Tokyo' as date) order by id limit 1");
        ApplyTarget target = postings.target(job);
        List<String> answers = target.questions().stream().map(question -> "答え").toList();
        Actor seeker = world.seeker("読んだ 五郎");
        assertEquals("application.error.edition", refusal(seeker, job, target.edition() + 1, answers));
        List<String> more = new ArrayList<>(answers);
        more.add("聞かれていない答え");
        assertEquals("application.error.edition", refusal(seeker, job, target.edition(), more));
        currentActor.as(seeker, () -> applications.apply(job, form(target.edition(), answers)));
    }

    /** Two accounts and one telephone: staff are shown the pair, however the number is written. */
    @Test
    void who_applies_twice_under_two_accounts_is_shown_to_staff() {
        String job = publishing.job(publishing.firm(), "二度応募される求人", publishing.today());
        ApplyTarget target = postings.target(job);
        List<String> answers = target.questions().stream().map(question -> "答え").toList();
        applyAs("電話 一郎", "one@example.jp", "090-8765-4321", job, target, answers);
        applyAs("電話 二郎", "two@example.jp", "09087654321", job, target, answers);
        applyAs("電話 三郎", "three@example.jp", "09087654322", job, target, answers);
        List<LookAlike> alike = currentActor.as(World.STAFF, placements::lookAlikes).stream()
                .filter(each -> each.posting().equals(job) && each.phone())
                .toList();
        assertEquals(1, alike.size());
        assertFalse(alike.get(0).email() || alike.get(0).name());
        assertTrue(alike.get(0).first().isBefore(alike.get(0).second()));
    }

    private void applyAs(
            String name, String email, String phone, String job, ApplyTarget target, List<String> answers) {
        ApplyForm form = new ApplyForm(target.edition(), name, email, phone, false, "", "応募します", answers, true);
        currentActor.as(world.seeker(name), () -> applications.apply(job, form));
    }

    private String refusal(Actor seeker, String job, int edition, List<String> answers) {
        return assertThrows(
                        DomainException.class,
                        () -> currentActor.as(seeker, () -> applications.apply(job, form(edition, answers))))
                .key();
    }

    private static ApplyForm form(int edition, List<String> answers) {
        return new ApplyForm(edition, "読んだ 五郎", "a@example.jp", "", false, "", "応募します", answers, true);
    }

    @Test
    void eight_presses_at_once_are_one_application() throws Exception {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
        String job = currentActor.as(World.STAFF, () -> {
            DemonstrationCity.Firm firm = DemonstrationCity.drawn(today).firms().stream()
                    .filter(each -> each.jobs().stream()
                            .anyMatch(job1 -> !job1.terms().opensOn().isAfter(today)
                                    && !job1.terms().closesOn().isBefore(today)))
                    .findFirst()
                    .orElseThrow();
            // Without its number: another test of this server may have entered the same company.
            CompanyProfile profile = firm.profile();
            CompanyName company = companies.enter(new CompanyProfile(
                    null,
                    profile.name(),
                    profile.reading(),
                    profile.industry(),
                    profile.summary(),
                    profile.business(),
                    profile.appeal(),
                    profile.plainWords(),
                    profile.welfare(),
                    profile.founded(),
                    profile.capital(),
                    profile.employees(),
                    profile.website(),
                    profile.certificates(),
                    profile.features(),
                    profile.places(),
                    profile.dayOf(),
                    profile.day(),
                    profile.youth(),
                    profile.pictures(),
                    ""));
            return postings.publish(
                    company.id(),
                    firm.jobs().stream()
                            .map(DemonstrationCity.JobOffer::terms)
                            .filter(terms -> !terms.opensOn().isAfter(today)
                                    && !terms.closesOn().isBefore(today))
                            .findFirst()
                            .orElseThrow());
        });
        Actor seeker = world.seeker("急ぎ 四郎");
        ApplyForm form = new ApplyForm(1, "急ぎ 四郎", "a@example.jp", "", false, "", "応募します", List.of(), true);
        // No barrier for all eight: a busy server may have fewer threads to lend at once, and each waits for the others
        // then.
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> tries = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            tries.add(world.executor().submit(() -> {
                start.await();
                try {
                    return currentActor.as(seeker, () -> applications.apply(job, form));
                } catch (DomainException e) {
                    return e.key();
                }
            }));
        }
        start.countDown();
        int made = 0;
        for (Future<String> each : tries) {
            String answer = each.get(60, TimeUnit.SECONDS);
            boolean refused = answer.equals("application.error.twice");
            made += refused ? 0 : 1;
            assertTrue(refused || !answer.startsWith("application."), answer);
        }
        assertEquals(1, made);
        assertEquals(1, world.number("select count(*) from job_application where person_id = " + seeker.personId()));
    }
}
