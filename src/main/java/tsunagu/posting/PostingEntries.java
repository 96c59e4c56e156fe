package tsunagu.posting;

import static tsunagu.search.SearchEntry.Field.core;
import static tsunagu.search.SearchEntry.Field.heading;
import static tsunagu.search.SearchEntry.Field.of;
import static tsunagu.search.SearchEntry.Field.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import tsunagu.shared.Words;

/** Postings as the lists find them. */
@ApplicationScoped
class PostingEntries implements SearchSource {

    /** What the work is; everything else is found, too, but comes after. */
    private static final Set<Term> CORE = Set.of(Term.DUTIES);

    @Inject
    private PostingRepository postings;

    @Inject
    private CompanyService companies;

    @Override
    public Stream<SearchEntry> entries() {
        List<Posting> all = postings.all();
        Map<Long, CompanyName> names = companies.namedById(all.stream().map(Posting::companyId).collect(Collectors.toSet()));
        return all.stream().map(posting -> entry(posting, names.get(posting.companyId())));
    }

    static SearchEntry entry(Posting posting, CompanyName company) {
        JobTerms job = posting.job();
        return new SearchEntry(
                Kind.JOB,
                posting.id(),
                posting.code(),
                posting.window(),
                facets(job, company),
                posting.publicSince(),
                posting.window().from(),
                Objects.requireNonNullElse(job.wageUnit().monthly(job.wageMin()), 0),
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
        facets.addAll(Facet.WAGE.tagsUpTo(job.wageUnit().monthly(job.wageMin())));
        facets.addAll(Facet.HOURLY.tagsUpTo(job.wageUnit() == WageUnit.HOUR ? job.wageMin() : null));
        facets.addAll(Facet.DAYS_OFF.tagsUpTo(job.daysOff()));
        facets.add(Facet.RELOCATION.tag(!job.relocationUrl().isEmpty()));
        facets.addAll(Requirements.of(job.terms().getOrDefault(Term.QUALIFICATIONS, "")).tags());
        for (Map.Entry<Feature, Boolean> offer : job.features().entrySet()) {
            facets.add(Facet.of(offer.getKey()).tag(offer.getValue()));
        }
        return facets;
    }

    private static List<Field> fields(JobTerms job, CompanyName company) {
        List<Field> fields = new ArrayList<>(List.of(
                heading("title", job.title()),
                heading("company", company.name()),
                reading("reading", company.reading()),
                core("occupation", both(Classification.OCCUPATIONS, job.occupation())),
                of("industry", both(Classification.INDUSTRIES, company.industry())),
                of("area", Classification.AREAS.get(job.area()).name()),
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
                                .collect(Collectors.joining(" ")))));
        job.terms().forEach((term, words) -> fields.add(
                CORE.contains(term) ? core(term.name(), words) : of(term.name(), words)));
        fields.add(of("english", english(job, company)));
        return fields;
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
