package tsunagu.posting;

import static tsunagu.search.SearchEntry.Field.aside;
import static tsunagu.search.SearchEntry.Field.core;
import static tsunagu.search.SearchEntry.Field.heading;
import static tsunagu.search.SearchEntry.Field.of;
import static tsunagu.search.SearchEntry.Field.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchEntry;
import tsunagu.search.SearchEntry.Field;
import tsunagu.search.SearchSource;
import tsunagu.shared.Classification;
import tsunagu.shared.Feature;
import tsunagu.shared.OpenWindow;
import tsunagu.shared.Words;

/** Postings as the lists find them. */
@ApplicationScoped
class PostingEntries implements SearchSource {

    /** What the work is, and where. */
    private static final Set<Term> CORE = Set.of(Term.DUTIES, Term.PLACE);

    /** What people choose by. */
    private static final Set<Term> REST = Set.of(Term.QUALIFICATIONS, Term.HOURS, Term.HOLIDAYS, Term.OVERTIME);

    /** How to reach the company says nothing of the job, and letters of mail addresses stand in many words. */
    private static final Set<Term> NOT_SEARCHED = Set.of(Term.CONTACT, Term.EMPLOYER);

    @Inject
    private PostingRepository postings;

    @Inject
    private CompanyService companies;

    @Override
    public Stream<SearchEntry> entries() {
        List<Posting> all = postings.all();
        Map<Long, CompanyName> names =
                companies.namedById(all.stream().map(Posting::companyId).collect(Collectors.toSet()));
        return all.stream().map(posting -> entry(posting, names.get(posting.companyId())));
    }

    static SearchEntry entry(Posting posting, CompanyName company) {
        return entry(posting.id(), posting.code(), posting.window(), posting.publicSince(), posting.job(), company);
    }

    static SearchEntry entry(
            long id, String code, OpenWindow window, Instant publicSince, JobTerms job, CompanyName company) {
        Set<String> facets = facets(job, company);
        return new SearchEntry(
                Kind.JOB,
                id,
                code,
                window,
                facets,
                publicSince,
                SearchEntry.Span.since(window.from()),
                Objects.requireNonNullElse(MonthlyPay.of(job), 0),
                job.daysOff() == null ? 0 : job.daysOff(),
                company.reading(),
                List.of(company.id()),
                fields(job, company));
    }

    private static Set<String> facets(JobTerms job, CompanyName company) {
        Set<String> facets = new HashSet<>(Facet.INDUSTRY.tagsOf(company.industry()));
        facets.addAll(Facet.OCCUPATION.tagsOf(job.occupation()));
        facets.add(Facet.AREA.tag(job.area()));
        facets.add(Facet.EMPLOYMENT.tag(job.employment().name()));
        job.audiences().forEach(audience -> facets.add(Facet.AUDIENCE.tag(audience.name())));
        facets.addAll(Facet.WAGE.tagsUpTo(MonthlyPay.of(job)));
        facets.addAll(Facet.HOURLY.tagsUpTo(job.wageUnit() == WageUnit.HOUR ? job.wageMin() : null));
        facets.addAll(Facet.DAYS_OFF.tagsUpTo(job.daysOff()));
        facets.add(Facet.RELOCATION.tag(!job.relocationUrl().isEmpty()));
        facets.addAll(StatedConditions.of(job));
        facets.addAll(Requirements.of(job.terms().getOrDefault(Term.QUALIFICATIONS, ""))
                .tags());
        for (Map.Entry<Feature, Boolean> offer : job.features().entrySet()) {
            facets.add(Facet.of(offer.getKey()).tag(offer.getValue()));
        }
        return facets;
    }

    private static List<Field> fields(JobTerms job, CompanyName company) {
        List<Field> fields = new ArrayList<>(List.of(
                heading("title", job.title()),
                aside("company", company.name()),
                reading("reading", company.reading()),
                // The middle group only: a major one names everything its occupations do, painting and drawing with
                // every work of a factory.
                of(
                        "occupation",
                        Classification.OCCUPATIONS.get(job.occupation()).name()),
                aside("industry", both(Classification.INDUSTRIES, company.industry())),
                core("area", Classification.AREAS.get(job.area()).name()),
                of("employment", Words.japanese("posting.employment." + job.employment())),
                of(
                        "audience",
                        job.audiences().stream()
                                .sorted()
                                .map(audience -> Words.japanese("web.audience." + audience))
                                .collect(Collectors.joining(" "))),
                of(
                        "features",
                        job.features().entrySet().stream()
                                .filter(Map.Entry::getValue)
                                .map(offer -> Words.japanese("web.feature." + offer.getKey()))
                                .sorted()
                                .collect(Collectors.joining(" "))),
                of("number", number(job.helloWorkNumber()))));
        job.terms().forEach((term, words) -> {
            if (!NOT_SEARCHED.contains(term)) {
                fields.add(
                        CORE.contains(term)
                                ? core(term.name(), words)
                                : REST.contains(term) ? of(term.name(), words) : aside(term.name(), words));
            }
        });
        fields.add(Field.english(english(job, company)));
        return fields;
    }

    /** As it is printed, and as people type it from a phone. */
    private static String number(String helloWork) {
        return helloWork.isEmpty() ? "" : helloWork + " " + helloWork.replace("-", "");
    }

    private static String english(JobTerms job, CompanyName company) {
        return String.join(
                " ",
                Classification.OCCUPATIONS.get(job.occupation()).nameEn(),
                Classification.OCCUPATIONS.top(job.occupation()).nameEn(),
                Classification.INDUSTRIES.get(company.industry()).nameEn(),
                Classification.AREAS.get(job.area()).nameEn());
    }

    private static String both(Classification classification, String code) {
        return classification.get(code).name() + " " + classification.top(code).name();
    }
}
