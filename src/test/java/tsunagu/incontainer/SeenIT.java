package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyService;
import tsunagu.company.OwnPageService;
import tsunagu.contractor.MonthlyService;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.internship.InternshipService;
import tsunagu.internship.InternshipTarget;
import tsunagu.participation.HostService;
import tsunagu.participation.InternshipRun;
import tsunagu.participation.SessionPlan;
import tsunagu.posting.OwnPosting;
import tsunagu.posting.PostingService;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;

/** Acts of lists are refused when the record is no longer what was seen, and do not reach what is not one's own. */
@ArquillianTest
class SeenIT {

    private static final String CONFLICT = "web.error.conflict";

    @Inject
    private PostingService postings;

    @Inject
    private HostService host;

    @Inject
    private CompanyService companies;

    @Inject
    private InternshipService internships;

    @Inject
    private Clock clock;

    @Inject
    private MonthlyService monthly;

    @Inject
    private OwnPageService pages;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private World world;

    @Test
    void a_posting_is_confirmed_as_it_was_read() {
        DemonstrationCity.Firm firm = drawn(each -> each.jobs().stream()
                .anyMatch(job -> job.terms().opensOn().isBefore(today())
                        && job.terms().closesOn().isAfter(today())));
        long id = entered(firm);
        firm.jobs().forEach(job -> act(World.STAFF, () -> postings.publish(id, job.terms())));
        Actor company = company(id);
        OwnPosting seen = currentActor.as(company, postings::own).stream()
                .filter(each -> each.state() == OwnPosting.State.OPEN)
                .findFirst()
                .orElseThrow();
        act(company, () -> postings.confirm(seen.code(), seen.version()));
        assertEquals(CONFLICT, refused(company, () -> postings.confirm(seen.code(), seen.version())));
        Actor other = company(entered(firm));
        assertThrows(
                NotFoundException.class, () -> act(other, () -> postings.confirm(seen.code(), seen.version() + 1)));
    }

    @Test
    void a_run_is_planned_as_it_was_seen_and_a_new_one_is_always_a_new_one() {
        // Of one that opens later: its dates are planned before anybody can apply.
        DemonstrationCity.Firm firm = drawn(each ->
                each.internships().stream().anyMatch(plan -> plan.opensOn().isAfter(today())));
        long id = entered(firm);
        act(
                World.STAFF,
                () -> internships.publish(
                        id,
                        firm.internships().stream()
                                .filter(plan -> plan.opensOn().isAfter(today()))
                                .findFirst()
                                .orElseThrow()));
        String internship = world.text("select code from internship where company_id = " + id);
        Actor company = company(id);
        InternshipTarget days =
                currentActor.as(company, () -> host.runs(internship)).internship();
        SessionPlan plan = new SessionPlan(days.startsOn(), days.endsOn(), "", "別の場所", 5);
        act(company, () -> host.add(internship, plan));
        HostService.Runs runs = currentActor.as(company, () -> host.runs(internship));
        InternshipRun first = runs.sessions().get(0).run();
        SessionPlan elsewhere = new SessionPlan(days.startsOn(), days.endsOn(), "", "また別の場所", 5);
        act(company, () -> host.plan(internship, first.id(), first.version(), elsewhere));
        assertEquals(CONFLICT, refused(company, () -> host.plan(internship, first.id(), first.version(), plan)));
        act(company, () -> host.add(internship, plan));
        act(company, () -> host.add(internship, plan));
        assertEquals(
                runs.sessions().size() + 2,
                currentActor.as(company, () -> host.runs(internship)).sessions().size());
    }

    @Test
    void a_contractor_is_given_programmes_as_they_were_seen() {
        Actor partner = world.seeker("委託先の 人");
        world.amend("insert into account_role (account_id, role) values (" + partner.accountId() + ", 'PARTNER')");
        List<String> some = List.of("ichijob");
        act(World.STAFF, () -> monthly.give(partner.accountId(), "", some));
        assertEquals(CONFLICT, refused(World.STAFF, () -> monthly.give(partner.accountId(), "", List.of())));
        act(World.STAFF, () -> monthly.give(partner.accountId(), "ichijob", List.of()));
    }

    @Test
    void the_picture_that_was_seen_is_taken_out_and_no_other() {
        Actor company = company(entered(drawn(each -> true)));
        for (String alt : List.of("一枚目", "二枚目", "三枚目")) {
            act(company, () -> pages.addPicture(new CompanyProfile.Picture(alt, "image/png", 1, 1, new byte[] {1})));
        }
        OwnPageService.OwnPage seen = currentActor.as(company, pages::page);
        int place = seen.page().pictures().size() - 2;
        act(company, () -> pages.removePicture(0, seen.version()));
        assertEquals(CONFLICT, refused(company, () -> pages.removePicture(place, seen.version())));
    }

    private DemonstrationCity.Firm drawn(Predicate<DemonstrationCity.Firm> which) {
        return DemonstrationCity.drawn(today()).firms().stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    /** Without its corporate number: it is entered more than once. */
    private long entered(DemonstrationCity.Firm firm) {
        CompanyProfile p = firm.profile();
        CompanyProfile numberless = new CompanyProfile(
                null,
                p.name(),
                p.reading(),
                p.industry(),
                p.summary(),
                p.business(),
                p.appeal(),
                p.plainWords(),
                p.welfare(),
                p.founded(),
                p.capital(),
                p.employees(),
                p.website(),
                p.certificates(),
                p.features(),
                p.places(),
                p.dayOf(),
                p.day(),
                p.youth(),
                List.of(),
                "");
        return currentActor.as(World.STAFF, () -> companies.enter(numberless)).id();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(FiscalYear.ZONE));
    }

    /** Somebody who acts for a company. */
    private Actor company(long id) {
        Actor person = world.seeker("会社の 人");
        world.amend("insert into account_role (account_id, role) values (" + person.accountId() + ", 'COMPANY')");
        world.amend(
                "insert into company_member (id, company_id, account_id, role, joined_at, version) values (nextval('tsunagu_seq'), "
                        + id + ", " + person.accountId() + ", 'OWNER', now(), 0)");
        return new Actor(person.accountId(), person.personId(), person.name(), Set.of(Role.COMPANY));
    }

    private void act(Actor actor, Runnable act) {
        currentActor.as(actor, () -> {
            act.run();
            return null;
        });
    }

    private String refused(Actor actor, Runnable act) {
        return assertThrows(DomainException.class, () -> act(actor, act)).key();
    }
}
