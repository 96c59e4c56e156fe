package tsunagu.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyName;
import tsunagu.demonstration.DemonstrationCity;
import tsunagu.search.SearchEntry;
import tsunagu.shared.Feature;
import tsunagu.shared.OpenWindow;

/** The postings of the demonstration city as the lists find them, and as they were stated, without a database. */
public final class DemonstrationPostings {

    private DemonstrationPostings() {}

    /** @param stated by the field's name: title, occupation, industry, area, employment, features, and the terms by their names */
    public record Stated(SearchEntry entry, Map<String, String> stated) {}

    /** Those that are open on a day. */
    public static List<Stated> openOn(LocalDate day) {
        List<Stated> postings = new ArrayList<>();
        long company = 0;
        for (DemonstrationCity.Firm firm : DemonstrationCity.drawn(day).firms()) {
            company++;
            CompanyName name = new CompanyName(
                    company,
                    "c" + company,
                    firm.profile().name(),
                    firm.profile().reading(),
                    firm.profile().industry());
            for (DemonstrationCity.JobOffer offer : firm.jobs()) {
                JobTerms job = offer.terms();
                if (!day.isBefore(job.opensOn()) && !day.isAfter(job.closesOn())) {
                    long number = postings.size() + 1;
                    OpenWindow window = OpenWindow.ofDays(job.opensOn(), job.closesOn());
                    postings.add(new Stated(
                            PostingEntries.entry(number, "j" + number, window, window.from(), job, name),
                            stated(job, name)));
                }
            }
        }
        return postings;
    }

    private static Map<String, String> stated(JobTerms job, CompanyName company) {
        Map<String, String> stated = new LinkedHashMap<>();
        stated.put("title", job.title());
        stated.put("company", company.name());
        stated.put("occupation", job.occupation());
        stated.put("industry", company.industry());
        stated.put("area", job.area());
        stated.put("employment", job.employment().name());
        stated.put("unit", job.wageUnit().name());
        stated.put("wage", Integer.toString(job.wageMin()));
        stated.put("daysOff", job.daysOff() == null ? "" : job.daysOff().toString());
        stated.put("audience", job.audiences().toString());
        stated.put("number", job.helloWorkNumber());
        stated.put("relocation", job.relocationUrl().isEmpty() ? "" : "yes");
        for (Feature feature : Feature.values()) {
            Boolean offered = job.features().get(feature);
            stated.put(feature.name(), offered == null ? "" : offered ? "yes" : "no");
        }
        job.terms().forEach((term, words) -> stated.put(term.name(), words));
        return stated;
    }
}
