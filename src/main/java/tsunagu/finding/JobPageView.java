package tsunagu.finding;

import jakarta.json.JsonString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tsunagu.company.CompanyName;
import tsunagu.posting.JobTerms;
import tsunagu.posting.Term;
import tsunagu.shared.Feature;
import tsunagu.shared.FiscalYear;

/**
 * A job's page.
 *
 * @param publicSince when it became public (see {@link tsunagu.search.SearchEntry})
 * @param pictures the first of the company
 * @param offers stated ones only, true or false
 * @param terms of the edition in force, in the law's order
 * @param editions when each edition was published, the first one first
 * @param changes what is different since it was first published
 */
public record JobPageView(
        JobCard card,
        Integer openings,
        String helloWorkNumber,
        String relocationUrl,
        LocalDate relocationSince,
        LocalDate asOf,
        Instant firstPublishedAt,
        Instant publicSince,
        String companyAddress,
        List<CompanyPageView.Picture> pictures,
        Map<Feature, Boolean> offers,
        Map<Term, String> terms,
        List<Instant> editions,
        List<Change> changes) {

    /** The day on which seekers could read it for the first time. */
    public LocalDate publicOn() {
        return LocalDate.ofInstant(publicSince, FiscalYear.ZONE);
    }

    /** Whether the page has a line for it: 固定残業代 always, as whoever reads no word of it would have to guess. */
    public boolean says(Term term) {
        return term == Term.FIXED_OVERTIME || terms.get(term) != null;
    }

    /** As the page of a job would look if these terms were public today. */
    public static JobPageView preview(JobTerms job, CompanyName company, Instant now) {
        return new JobPageView(
                JobCard.preview(job, company, now),
                job.openings(),
                job.helloWorkNumber(),
                job.relocationUrl(),
                job.relocationSince(),
                job.asOf(),
                now,
                now,
                "",
                List.of(),
                job.features(),
                job.terms(),
                List.of(now),
                List.of());
    }

    /** @param before null when the item is new, {@code after} null when it is gone */
    public record Change(Term term, String before, String after) {}

    static JobPageView read(ResultSet row) throws SQLException {
        TreeMap<Integer, Map<Term, String>> byEdition = new TreeMap<>();
        Rows.objects(Rows.array(row, "terms"), each -> byEdition
                .computeIfAbsent(each.getInt("edition"), edition -> new TreeMap<>())
                .put(Term.valueOf(each.getString("term")), each.getString("words")));
        Map<Term, String> first = byEdition.firstEntry().getValue();
        Map<Term, String> current = byEdition.lastEntry().getValue();
        return new JobPageView(
                JobCard.read(row),
                Rows.integer(row, "openings"),
                row.getString("hello_work_number"),
                row.getString("relocation_url"),
                Rows.date(row, "relocation_since"),
                Rows.date(row, "as_of"),
                Rows.instant(row, "first_published_at"),
                Rows.instant(row, "public_since"),
                row.getString("company_address"),
                CompanyPageView.pictures(row, "company_pictures"),
                Rows.answers(Rows.object(row, "offers"), Feature.class),
                current,
                Rows.array(row, "editions").getValuesAs(JsonString.class).stream()
                        .map(at -> OffsetDateTime.parse(at.getString()).toInstant())
                        .toList(),
                changes(first, current));
    }

    private static List<Change> changes(Map<Term, String> first, Map<Term, String> current) {
        List<Change> changes = new ArrayList<>();
        for (Term term : Term.values()) {
            String before = first.get(term);
            String after = current.get(term);
            if (before == null ? after != null : !before.equals(after)) {
                changes.add(new Change(term, before, after));
            }
        }
        return changes;
    }
}
