package tsunagu.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import tsunagu.company.CompanyService;
import tsunagu.company.RegisterService;
import tsunagu.finding.Catalogue;
import tsunagu.plan.Counting;
import tsunagu.plan.DefinitionService;
import tsunagu.plan.Direction;
import tsunagu.plan.MeasureDefinition;
import tsunagu.plan.PlanPeriods;
import tsunagu.plan.PlanService;
import tsunagu.search.Kind;
import tsunagu.search.SearchQuery;
import tsunagu.search.SearchResult;
import tsunagu.search.SearchService;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;

/** 登録の抹消: what a company has open ends, nothing new of it becomes public, and a year's end no longer counts it. */
@ArquillianTest
class RegisterIT {

    private static final String PROGRAMME = "ichijob";
    private static final String MEASURE = "registered";

    @Inject
    private PlanPeriods periods;

    @Inject
    private RegisterService register;

    @Inject
    private CompanyService companies;

    @Inject
    private Catalogue catalogue;

    @Inject
    private SearchService search;

    @Inject
    private PlanService plan;

    @Inject
    private DefinitionService definitions;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    @Inject
    private World world;

    @Test
    void a_company_that_left_is_on_no_list_and_not_registered_at_the_years_end() {
        world.city();
        LocalDate today = LocalDate.now(clock.withZone(FiscalYear.ZONE));
        // After the plan's last year nothing is counted any more: then somebody enters late what was then.
        LocalDate day = today.isAfter(periods.last().lastDay()) ? periods.last().lastDay() : today;
        FiscalYear now = FiscalYear.of(day);
        staff(() -> define(counting(periods.first(), Counting.COMPANIES_REGISTERED)));
        staff(() -> define(counting(now, Counting.COMPANIES_REGISTERED)));
        long id = world.number(
                "select c.id from company c join posting p on p.company_id = c.id where p.ended_at is null"
                        + " and p.opens_on <= cast(now() at time zone 'Asia/Tokyo' as date) and p.closes_on > cast(now() at time zone 'Asia/Tokyo' as date) + 3 and c.merged_into is null order by c.id limit 1");
        String code = world.text("select code from company where id = " + id);
        world.amend("update company set published_at = published_at - interval '2 years' where id = " + id);
        BigDecimal before = actual(now);
        BigDecimal lastYear = actual(now.previous());
        BigDecimal ever = ever(now);
        long leftBefore = world.number("select count(*) from company_leaving l join company c on c.id = l.company_id"
                + " where l.returned_on is null and c.merged_into is null");
        assertEquals(BigDecimal.valueOf(leftBefore), ever.subtract(before), "whoever left in other tests");
        assertTrue(jobs(id) > 0);

        assertEquals("company.error.leavingWhy", refused(() -> register.leave(code, seen(code), day, " ")));
        assertEquals(
                "company.error.leavingDay", refused(() -> register.leave(code, seen(code), today.plusDays(1), "廃業")));
        String registered = seen(code);
        staff(() -> register.leave(code, registered, day, "廃業"));
        assertEquals(
                "web.error.conflict", refused(() -> register.leave(code, registered, day, "廃業")), "seen as registered");
        assertEquals("company.error.left", refused(() -> register.leave(code, seen(code), day, "廃業")));

        assertEquals(before.subtract(BigDecimal.ONE), actual(now));
        assertEquals(ever, ever(now));
        assertEquals(lastYear, actual(now.previous()), "at the end of last year it was there");
        assertEquals(0, jobs(id));
        assertThrows(NotFoundException.class, () -> catalogue.company(code));
        assertFalse(found(id));
        assertEquals("company.error.left", refused(() -> companies.held(id)));

        assertEquals("web.error.conflict", refused(() -> register.comeBack(code, registered)), "seen as registered");
        String gone = seen(code);
        staff(() -> register.comeBack(code, gone));
        assertEquals("web.error.conflict", refused(() -> register.comeBack(code, gone)), "seen as gone");
        assertEquals(before, actual(now));
        assertTrue(found(id));
        assertEquals(code, catalogue.company(code).code());
        assertEquals(0, jobs(id), "what was ended stays ended");
    }

    /** The stamp that a page carries which is opened now. */
    private String seen(String code) {
        return currentActor.as(World.STAFF, () -> world.registerStamp(code));
    }

    private boolean found(long company) {
        return search.all(SearchQuery.ofAddress(Kind.COMPANY, ""), 1000).stream()
                .map(SearchResult.Found::recordId)
                .anyMatch(each -> each == company);
    }

    /** Open postings of the company, as the list finds them. */
    private long jobs(long company) {
        return search.all(SearchQuery.ofAddress(Kind.JOB, ""), 100_000).stream()
                .filter(each -> world.number("select company_id from posting where id = " + each.recordId()) == company)
                .count();
    }

    private BigDecimal actual(FiscalYear year) {
        return currentActor
                .as(World.STAFF, () -> plan.rows(PROGRAMME, MEASURE, year))
                .figure()
                .actual();
    }

    private BigDecimal ever(FiscalYear year) {
        return currentActor.as(World.STAFF, () -> definitions.preview(counting(year, Counting.COMPANIES_EVER))).stream()
                .map(DefinitionService.Effect::after)
                .filter(each -> each.year().equals(year))
                .findFirst()
                .orElseThrow()
                .actual();
    }

    private static MeasureDefinition counting(FiscalYear from, Counting counting) {
        return new MeasureDefinition(
                PROGRAMME, MEASURE, from, counting, true, Set.of(), Set.of(), Direction.HIGHER, null, "test");
    }

    private void staff(Runnable act) {
        currentActor.as(World.STAFF, () -> {
            act.run();
            return null;
        });
    }

    private String refused(Runnable act) {
        return assertThrows(DomainException.class, () -> staff(act)).key();
    }

    private void define(MeasureDefinition definition) {
        definitions.define(definitions.stamp(definition.programmeId(), definition.measure()), definition);
    }
}
