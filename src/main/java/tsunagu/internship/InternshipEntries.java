package tsunagu.internship;

import static tsunagu.search.SearchEntry.Field.core;
import static tsunagu.search.SearchEntry.Field.heading;
import static tsunagu.search.SearchEntry.Field.of;
import static tsunagu.search.SearchEntry.Field.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchEntry;
import tsunagu.search.SearchSource;
import tsunagu.shared.Classification;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Words;

/** Internships as the lists find them. */
@ApplicationScoped
class InternshipEntries implements SearchSource {

    /** Of an internship of years. */
    private static final int MOST_MONTHS = 24;

    @Inject
    private InternshipRepository internships;

    @Inject
    private CompanyService companies;

    @Override
    public Stream<SearchEntry> entries() {
        return internships.all().stream().map(internship -> entry(internship, companies.named(internship.companyId())));
    }

    static SearchEntry entry(Internship internship, CompanyName company) {
        InternshipPlan plan = internship.plan();
        Set<String> facets = new HashSet<>(Facet.INDUSTRY.tagsOf(company.industry()));
        facets.add(Facet.TYPE.tag(Integer.toString(plan.type().number())));
        facets.add(Facet.AREA.tag(plan.area()));
        facets.add(Facet.LENGTH.tag(length(plan.days())));
        facets.add(Facet.SUBSIDY.tag(!plan.subsidy().isEmpty()));
        InternshipRule.vacations(plan.startsOn(), plan.endsOn())
                .forEach(season -> facets.add(Facet.SEASON.tag(season)));
        months(plan).forEach(month -> facets.add(Facet.MONTH.tag(month.toString())));
        plan.audiences().forEach(audience -> facets.add(Facet.AUDIENCE.tag(audience.name())));
        return new SearchEntry(
                Kind.INTERNSHIP,
                internship.id(),
                internship.code(),
                internship.window(),
                facets,
                internship.publicSince(),
                SearchEntry.Span.since(
                        plan.startsOn().atStartOfDay(FiscalYear.ZONE).toInstant()),
                0,
                0,
                company.reading(),
                List.of(company.id()),
                List.of(
                        heading("title", plan.title()),
                        heading("company", company.name()),
                        reading("reading", company.reading()),
                        core(
                                "type",
                                Words.japanese("internship.type." + plan.type().number())),
                        of(
                                "industry",
                                Classification.INDUSTRIES
                                                .get(company.industry())
                                                .name() + " "
                                        + Classification.INDUSTRIES
                                                .top(company.industry())
                                                .name()),
                        of("area", Classification.AREAS.get(plan.area()).name()),
                        core("content", plan.content()),
                        of("place", plan.place()),
                        core("season", season(plan)),
                        of("subsidy", plan.subsidy()),
                        of(
                                "audience",
                                plan.audiences().stream()
                                        .sorted()
                                        .map(audience -> Words.japanese("web.audience." + audience))
                                        .collect(Collectors.joining(" ")))));
    }

    /** Every month in which a day of it lies. */
    private static Stream<YearMonth> months(InternshipPlan plan) {
        YearMonth last = YearMonth.from(plan.endsOn());
        return Stream.iterate(
                        YearMonth.from(plan.startsOn()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .limit(MOST_MONTHS);
    }

    /** As people look for it: the months, and the vacation it lies in. */
    private static String season(InternshipPlan plan) {
        String months = months(plan)
                .map(month ->
                        Words.japanese("internship.month").replace("{0}", Integer.toString(month.getMonthValue())))
                .collect(Collectors.joining(" "));
        return months + " " + InternshipRule.vacationWords(plan.startsOn(), plan.endsOn());
    }

    private static String length(int days) {
        return days == 1 ? "1" : days < 5 ? "2-4" : days < 10 ? "5-9" : "10-";
    }
}
