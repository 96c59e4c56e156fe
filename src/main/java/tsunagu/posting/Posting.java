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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tsunagu.company.CompanyName;
import tsunagu.posting.rules.JobSheet;
import tsunagu.review.Published;
import tsunagu.review.TakeDown;
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
 * open from {@code opensOn} to the end of {@code closesOn}, or until it is ended, or hidden because the company has not said
 * for {@link #CONFIRMED_FOR} that it is still correct. A closed one keeps its address.
 */
@Entity
@Table(name = "posting")
class Posting {

    /** The view finding_job_card has the same number of days. */
    static final Duration CONFIRMED_FOR = Duration.ofDays(90);

    private static final Duration ASKED_BEFORE = Duration.ofDays(14);

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

    @Column(name = "ended_because")
    @Enumerated(EnumType.STRING)
    private EndReason endedBecause;

    /** What the city said when it took it down, or "". */
    @Column(name = "taken_down_why")
    private String takenDownWhy = "";

    /** When the company last said that it is correct (職業安定法5条の4). */
    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "public_since")
    private Instant publicSince;

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

    @ElementCollection
    @CollectionTable(name = "posting_edition_answer", joinColumns = @JoinColumn(name = "posting_id"))
    private List<AnswerRow> answers = new ArrayList<>();

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
        OpenWindow before = publicSince == null ? null : OpenWindow.ofDays(opensOn, closesOn);
        publicSince = OpenWindow.ofDays(job.opensOn(), job.closesOn()).publicSince(before, publicSince, now);
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
        confirmedAt = now;
        audiences.clear();
        audiences.addAll(job.audiences());
        features.clear();
        features.putAll(job.features());
        int edition = editions.size() + 1;
        editions.add(new EditionRow(edition, now));
        job.terms().forEach((term, words) -> terms.add(new TermRow(edition, term, words)));
    }

    /** Keeps the sheet that the edition in force was published from. */
    void writtenAs(JobSheet sheet) {
        sheet.answers().forEach((field, answer) -> answers.add(new AnswerRow(editions.size(), field, answer)));
    }

    /** What was published last; put together from the terms when no sheet was kept. */
    JobSheet sheet() {
        Map<String, String> kept = new TreeMap<>();
        answers.stream().filter(row -> row.edition == editions.size()).forEach(row -> kept.put(row.field, row.answer));
        return kept.isEmpty() ? JobSheet.of(job()) : new JobSheet(kept);
    }

    /** When each edition was published, the newest first. */
    List<Edition> editions() {
        return editions.stream()
                .map(row -> new Edition(row.edition, row.publishedAt, terms(row.edition)))
                .sorted(Comparator.comparingInt(Edition::number).reversed())
                .toList();
    }

    OpenWindow window() {
        OpenWindow days = OpenWindow.ofDays(opensOn, closesOn).endedAt(confirmBefore());
        return endedAt == null ? days : days.endedAt(endedAt);
    }

    /** Seekers see it as new from here on; in the future for one that is published ahead of its first day. */
    Instant publicSince() {
        return publicSince;
    }

    boolean ended() {
        return endedAt != null;
    }

    void end(EndReason because, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBecause = because;
        }
    }

    /**
     * The city takes it down, open, announced, or hidden for want of an answer.
     *
     * @throws DomainException without a reason, or when it is over already
     */
    void takeDown(String why, Instant now) {
        String reason = TakeDown.reason(why);
        if (isOver(now)) {
            throw new DomainException("posting.error.ended");
        }
        end(EndReason.CITY, now);
        takenDownWhy = reason;
    }

    /** Ended, or its days are over. One that is hidden is not over: the company can bring it back with one press. */
    boolean isOver(Instant now) {
        return endedAt != null || OpenWindow.ofDays(opensOn, closesOn).isOverAt(now);
    }

    /** @throws DomainException when it was ended: it stays so, whatever would be published of it */
    void requireNotEnded() {
        if (endedAt != null) {
            throw new DomainException("posting.error.ended");
        }
    }

    Published seenByCity(CompanyName company, Instant now) {
        return new Published(code, title, company, isOver(now), takenDownWhy, version);
    }

    /** @throws DomainException when it has ended */
    void confirm(Instant now) {
        requireNotEnded();
        confirmedAt = now;
        changedAt = now;
    }

    /** A posting that opens later is not asked about before it opens. */
    Instant confirmBefore() {
        Instant opens = opensOn.atStartOfDay(FiscalYear.ZONE).toInstant();
        return (opens.isAfter(confirmedAt) ? opens : confirmedAt).plus(CONFIRMED_FOR);
    }

    /** @param submission the change under way, or null */
    OwnPosting seenByCompany(PostingSubmission submission, Instant now) {
        OpenWindow window = window();
        OwnPosting.State state = window.isOpenAt(now)
                ? OwnPosting.State.OPEN
                : !window.isOverAt(now)
                        ? OwnPosting.State.SCHEDULED
                        : endedAt == null
                                        && OpenWindow.ofDays(opensOn, closesOn).isOpenAt(now)
                                ? OwnPosting.State.HIDDEN
                                : OwnPosting.State.ENDED;
        boolean soon = state == OwnPosting.State.HIDDEN
                || state == OwnPosting.State.OPEN
                        && confirmBefore().isBefore(now.plus(ASKED_BEFORE))
                        && confirmBefore()
                                .isBefore(OpenWindow.ofDays(opensOn, closesOn).until());
        return new OwnPosting(
                code,
                title,
                state,
                opensOn,
                closesOn,
                endedBecause,
                takenDownWhy,
                submission == null ? null : submission.code(),
                submission == null ? null : submission.state(),
                soon,
                confirmBefore(),
                version);
    }

    String title() {
        return title;
    }

    int edition() {
        return editions.size();
    }

    int version() {
        return version;
    }

    Long id() {
        return id;
    }

    /** Its company turned out to be another one's second entry. */
    void belongTo(long company) {
        companyId = company;
    }

    String code() {
        return code;
    }

    long companyId() {
        return companyId;
    }

    Map<Term, String> terms(int edition) {
        Map<Term, String> words = new TreeMap<>();
        terms.stream().filter(row -> row.edition == edition).forEach(row -> words.put(row.term, row.words));
        return words;
    }

    /** The terms in force. */
    JobTerms job() {
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
                terms(editions.size()),
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

    @Embeddable
    static class AnswerRow {
        private int edition;
        private String field;
        private String answer;

        protected AnswerRow() {}

        AnswerRow(int edition, String field, String answer) {
            this.edition = edition;
            this.field = field;
            this.answer = answer;
        }
    }
}
