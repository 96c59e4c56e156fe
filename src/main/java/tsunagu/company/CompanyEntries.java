package tsunagu.company;

import static tsunagu.search.SearchEntry.Field.core;
import static tsunagu.search.SearchEntry.Field.heading;
import static tsunagu.search.SearchEntry.Field.of;
import static tsunagu.search.SearchEntry.Field.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.search.Facet;
import tsunagu.search.Kind;
import tsunagu.search.SearchEntry;
import tsunagu.search.SearchEntry.Field;
import tsunagu.search.SearchSource;
import tsunagu.shared.Classification;
import tsunagu.shared.OpenWindow;
import tsunagu.shared.Words;

/** Companies as the lists find them. */
@ApplicationScoped
class CompanyEntries implements SearchSource {

    /** Words with their readings: both are found. */
    private static final Pattern PLAIN_MARKS = Pattern.compile("\uff5c([^\u300a]*)\u300a([^\u300b]*)\u300b");

    @Inject
    private CompanyRepository companies;

    @Override
    public Stream<SearchEntry> entries() {
        return companies.all().stream().map(CompanyEntries::entry);
    }

    static SearchEntry entry(Company company) {
        CompanyProfile profile = company.profile();
        Set<String> facets = new HashSet<>(Facet.INDUSTRY.tagsOf(profile.industry()));
        profile.places().forEach(place -> facets.add(Facet.AREA.tag(place.area())));
        profile.features()
                .forEach((feature, offered) -> facets.add(Facet.of(feature).tag(offered)));
        String certificates = profile.certificates().stream()
                .sorted()
                .map(certificate -> Words.japanese("company.certificate." + certificate))
                .collect(Collectors.joining(" "));
        String places = profile.places().stream()
                .map(place -> place.name() + " "
                        + Classification.AREAS.get(place.area()).name() + " " + place.address())
                .collect(Collectors.joining(" / "));
        return new SearchEntry(
                Kind.COMPANY,
                company.id(),
                company.code(),
                OpenWindow.since(company.publishedAt()),
                facets,
                company.publicSince(),
                SearchEntry.Span.since(company.publishedAt()),
                0,
                0,
                profile.reading(),
                List.of(),
                List.of(
                        heading("name", profile.name()),
                        reading("reading", profile.reading()),
                        core("industry", industry(profile.industry())),
                        core("summary", profile.summary()),
                        core("business", profile.business()),
                        of("appeal", profile.appeal()),
                        of("welfare", profile.welfare()),
                        of("places", places),
                        of("certificates", certificates),
                        of("plain", PLAIN_MARKS.matcher(profile.plainWords()).replaceAll("$1 $2 ")),
                        Field.english(english(profile.industry()))));
    }

    private static String english(String code) {
        return Classification.INDUSTRIES.get(code).nameEn() + " "
                + Classification.INDUSTRIES.top(code).nameEn();
    }

    private static String industry(String code) {
        return Classification.INDUSTRIES.get(code).name() + " "
                + Classification.INDUSTRIES.top(code).name();
    }
}
