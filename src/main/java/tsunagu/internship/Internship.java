package tsunagu.internship;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tsunagu.review.TakeDown;
import tsunagu.shared.Audience;
import tsunagu.shared.Classification;
import tsunagu.shared.DomainException;
import tsunagu.shared.OpenWindow;

/** An internship or one of the three other types. Life cycle: published; changed as a whole; open until the last day. */
@Entity
@Table(name = "internship")
class Internship {

    private static final int LEAST_DAYS_OF_TYPE_3 = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "company_id")
    private long companyId;

    private int type;

    private String title;

    private String content;

    private String area;

    private String place;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    private String hours = "";

    private int days;

    @Column(name = "workplace_days")
    private int workplaceDays;

    private String supervision;

    @Column(name = "data_used")
    private boolean dataUsed;

    private String pay;

    private String subsidy;

    private String selection;

    private Integer capacity;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "closes_on")
    private LocalDate closesOn;

    @Column(name = "as_of")
    private LocalDate asOf;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** What the city said when it took it down, or "". */
    @Column(name = "taken_down_why")
    private String takenDownWhy = "";

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "public_since")
    private Instant publicSince;

    @Column(name = "changed_at")
    private Instant changedAt;

    @ElementCollection
    @CollectionTable(name = "internship_audience", joinColumns = @JoinColumn(name = "internship_id"))
    @Column(name = "audience")
    @Enumerated(EnumType.STRING)
    private Set<Audience> audiences = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "internship_disclosure", joinColumns = @JoinColumn(name = "internship_id"))
    @MapKeyColumn(name = "item")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "words")
    private Map<Disclosure, String> disclosures = new EnumMap<>(Disclosure.class);

    @Version
    private int version;

    protected Internship() {}

    Internship(String code, long companyId, InternshipPlan plan, Instant now) {
        this.code = code;
        this.companyId = companyId;
        publishedAt = now;
        change(plan, now);
    }

    /** @throws DomainException when it breaks a condition of its type (三省合意) */
    final void change(InternshipPlan plan, Instant now) {
        if (!Classification.AREAS.has(plan.area())) {
            throw new DomainException("internship.error.area");
        }
        boolean type3 = plan.type() == InternshipType.GENERAL_OR_SPECIAL;
        if (type3 && (plan.days() < LEAST_DAYS_OF_TYPE_3 || plan.workplaceDays() * 2 <= plan.days())) {
            throw new DomainException("internship.error.type3");
        }
        if (type3 && plan.disclosures().size() < Disclosure.values().length) {
            throw new DomainException("internship.error.disclosures");
        }
        if (plan.dataUsed() && !type3) {
            throw new DomainException("internship.error.dataUsed");
        }
        OpenWindow before = publicSince == null ? null : OpenWindow.ofDays(opensOn, closesOn);
        publicSince = OpenWindow.ofDays(plan.opensOn(), plan.closesOn()).publicSince(before, publicSince, now);
        type = plan.type().number();
        title = plan.title().strip();
        content = plan.content().strip();
        area = plan.area();
        place = plan.place();
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        hours = plan.hours().strip();
        days = plan.days();
        workplaceDays = plan.workplaceDays();
        supervision = plan.supervision();
        dataUsed = plan.dataUsed();
        pay = plan.pay();
        subsidy = plan.subsidy();
        selection = plan.selection();
        capacity = plan.capacity();
        opensOn = plan.opensOn();
        closesOn = plan.closesOn();
        asOf = plan.asOf();
        changedAt = now;
        audiences.clear();
        audiences.addAll(plan.audiences());
        disclosures.clear();
        disclosures.putAll(plan.disclosures());
    }

    OpenWindow window() {
        OpenWindow window = OpenWindow.ofDays(opensOn, closesOn);
        return endedAt == null ? window : window.endedAt(endedAt);
    }

    /** As of a posting. */
    Instant publicSince() {
        return publicSince;
    }

    Long id() {
        return id;
    }

    /** Closed before its last day. */
    void end(Instant now) {
        endedAt = now;
    }

    /**
     * The city takes it down.
     *
     * @throws DomainException without a reason, or when it is over already
     */
    void takeDown(String why, Instant now) {
        String reason = TakeDown.reason(why);
        requireNotOver(now);
        end(now);
        takenDownWhy = reason;
    }

    /** @throws DomainException when nobody can apply any more */
    void requireNotOver(Instant now) {
        if (window().isOverAt(now)) {
            throw new DomainException("internship.error.ended");
        }
    }

    /** @throws DomainException when it was ended: it stays so, whatever would be published of it */
    void requireNotEnded() {
        if (endedAt != null) {
            throw new DomainException("internship.error.ended");
        }
    }

    boolean ended() {
        return endedAt != null;
    }

    String takenDownWhy() {
        return takenDownWhy;
    }

    int version() {
        return version;
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

    InternshipPlan plan() {
        return new InternshipPlan(
                InternshipType.of(type),
                title,
                content,
                area,
                place,
                startsOn,
                endsOn,
                hours,
                days,
                workplaceDays,
                supervision,
                dataUsed,
                pay,
                subsidy,
                selection,
                capacity,
                Set.copyOf(audiences),
                Map.copyOf(disclosures),
                opensOn,
                closesOn,
                asOf);
    }
}
