package tsunagu.posting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagu.shared.Audience;
import tsunagu.shared.Classification;
import tsunagu.shared.DomainException;
import tsunagu.shared.Feature;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.OpenWindow;

/**
 * A job posting.
 *
 * <p>Life cycle: published with its first edition of terms; revised, which adds an edition and keeps the earlier ones;
 * open from {@code opensOn} to the end of {@code closesOn}, or until it is ended. A closed one keeps its address.
 */
@Entity
@Table(name = "posting")
class Posting {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "company_id")
    private long companyId;

    private String title;

    private String occupation;

    @Enumerated(EnumType.STRING)
    private Employment employment;

    private String area;

    @Column(name = "wage_unit")
    @Enumerated(EnumType.STRING)
    private WageUnit wageUnit;

    @Column(name = "wage_min")
    private int wageMin;

    @Column(name = "wage_max")
    private Integer wageMax;

    @Column(name = "days_off")
    private Integer daysOff;

    private Integer openings;

    @Column(name = "hello_work_number")
    private String helloWorkNumber;

    @Column(name = "relocation_url")
    private String relocationUrl;

    @Column(name = "relocation_since")
    private LocalDate relocationSince;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "closes_on")
    private LocalDate closesOn;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "posting_audience", joinColumns = @JoinColumn(name = "posting_id"))
    @Column(name = "audience")
    @Enumerated(EnumType.STRING)
    private Set<Audience> audiences = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "posting_feature", joinColumns = @JoinColumn(name = "posting_id"))
    @MapKeyColumn(name = "feature")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "offered")
    private Map<Feature, Boolean> features = new EnumMap<>(Feature.class);

    @ElementCollection
    @CollectionTable(name = "posting_edition", joinColumns = @JoinColumn(name = "posting_id"))
    private List<EditionRow> editions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "posting_term", joinColumns = @JoinColumn(name = "posting_id"))
    private List<TermRow> terms = new ArrayList<>();

    @Version
    private int version;

    protected Posting() {}

    Posting(String code, long companyId, JobTerms job, Instant now) {
        this.code = code;
        this.companyId = companyId;
        this.firstPublishedAt = now;
        revise(job, now);
    }

    /**
     * The terms from now on; earlier ones stay readable.
     *
     * @throws DomainException when a code is not on the published lists, or the last day lies before the first
     */
    final void revise(JobTerms job, Instant now) {
        if (!Classification.OCCUPATIONS.has(job.occupation())) {
            throw new DomainException("posting.error.occupation");
        }
        if (!Classification.AREAS.has(job.area())) {
            throw new DomainException("posting.error.area");
        }
        if (job.closesOn().isBefore(job.opensOn())) {
            throw new DomainException("posting.error.days");
        }
        title = job.title().strip();
        occupation = job.occupation();
        employment = job.employment();
        area = job.area();
        wageUnit = job.wageUnit();
        wageMin = job.wageMin();
        wageMax = job.wageMax();
        daysOff = job.daysOff();
        openings = job.openings();
        helloWorkNumber = job.helloWorkNumber();
        relocationUrl = job.relocationUrl();
        relocationSince = job.relocationSince();
        opensOn = job.opensOn();
        closesOn = job.closesOn();
        asOf = job.asOf();
        changedAt = now;
        audiences.clear();
        audiences.addAll(job.audiences());
        features.clear();
        features.putAll(job.features());
        int edition = editions.size() + 1;
        editions.add(new EditionRow(edition, now));
        job.terms().forEach((term, words) -> terms.add(new TermRow(edition, term, words)));
    }

    OpenWindow window() {
        OpenWindow days = OpenWindow.ofDays(opensOn, closesOn);
        return endedAt == null ? days : days.endedAt(endedAt);
    }

    /** Seekers see it as new from its first open day. */
    Instant fresh() {
        return opensOn.atStartOfDay(FiscalYear.ZONE).toInstant();
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    long companyId() {
        return companyId;
    }

    /** The terms in force. */
    JobTerms job() {
        Map<Term, String> current = new TreeMap<>();
        terms.stream()
                .filter(row -> row.edition == editions.size())
                .forEach(row -> current.put(row.term, row.words));
        return new JobTerms(
                title,
                occupation,
                employment,
                area,
                wageUnit,
                wageMin,
                wageMax,
                daysOff,
                openings,
                Set.copyOf(audiences),
                Map.copyOf(features),
                current,
                helloWorkNumber,
                relocationUrl,
                relocationSince,
                opensOn,
                closesOn,
                asOf);
    }

    @Embeddable
    static class EditionRow {
        private int edition;

        @Column(name = "published_at")
        private Instant publishedAt;

        protected EditionRow() {}

        EditionRow(int edition, Instant publishedAt) {
            this.edition = edition;
            this.publishedAt = publishedAt;
        }
    }

    @Embeddable
    static class TermRow {
        private int edition;

        @Enumerated(EnumType.STRING)
        private Term term;

        private String words;

        protected TermRow() {}

        TermRow(int edition, Term term, String words) {
            this.edition = edition;
            this.term = term;
            this.words = words;
        }
    }
}
