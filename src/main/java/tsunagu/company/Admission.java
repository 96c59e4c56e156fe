package tsunagu.company;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tsunagu.shared.Classification;
import tsunagu.shared.CorporateNumber;
import tsunagu.shared.DomainException;
import tsunagu.shared.GivenReason;
import tsunagu.shared.SealedTextConverter;

/**
 * A company's request to be admitted.
 *
 * <p>Life cycle: SUBMITTED; SENT_BACK with a comment and submitted again, as often as needed; ADMITTED, which names the
 * company it became or joined, or REFUSED with a reason.
 */
@Entity
@Table(name = "company_admission")
class Admission {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "applicant_id")
    private long applicantId;

    @Enumerated(EnumType.STRING)
    private AdmissionState state;

    @Column(name = "corporate_number")
    private String corporateNumber;

    @Column(name = "no_number_why")
    private String noNumberWhy;

    private String name;

    private String reading;

    private String summary;

    private String industry;

    @Column(name = "place_name")
    private String placeName;

    private String area;

    private String address;

    private int employees;

    private String website;

    @Convert(converter = SealedTextConverter.class)
    private String phone;

    private String comment = "";

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "company_id")
    private Long companyId;

    @ElementCollection
    @CollectionTable(name = "company_admission_ground", joinColumns = @JoinColumn(name = "admission_id"))
    @Column(name = "ground")
    @Enumerated(EnumType.STRING)
    private Set<AdmissionGround> grounds = new HashSet<>();

    @Version
    private int version;

    protected Admission() {}

    Admission(String code, long applicantId, AdmissionForm form, Instant now) {
        this.code = code;
        this.applicantId = applicantId;
        write(form, now);
    }

    /** @throws DomainException when it was decided already */
    void submitAgain(AdmissionForm form, Instant now) {
        undecided();
        write(form, now);
    }

    /** Everything that is wrong with it beyond the form of its fields, so that it can be said at once. */
    static List<DomainException> faults(AdmissionForm form) {
        List<DomainException> faults = new ArrayList<>();
        if (form.corporateNumber().isBlank()) {
            if (form.noNumberWhy().isBlank()) {
                faults.add(new DomainException("company.error.numberMissing"));
            }
        } else {
            try {
                CorporateNumber.parse(form.corporateNumber());
            } catch (DomainException noNumber) {
                faults.add(noNumber);
            }
        }
        if (!form.industry().isBlank() && !Classification.INDUSTRIES.has(form.industry())) {
            faults.add(new DomainException("company.error.industry"));
        }
        if (!form.area().isBlank() && !Classification.AREAS.has(form.area())) {
            faults.add(new DomainException("company.error.area"));
        }
        if (!form.grounds().containsAll(EnumSet.allOf(AdmissionGround.class))) {
            faults.add(new DomainException("company.error.grounds"));
        }
        return faults;
    }

    private void write(AdmissionForm form, Instant now) {
        List<DomainException> faults = faults(form);
        if (!faults.isEmpty()) {
            throw faults.get(0);
        }
        boolean numberless = form.corporateNumber().isBlank();
        corporateNumber = numberless
                ? null
                : CorporateNumber.parse(form.corporateNumber()).digits();
        noNumberWhy = numberless ? form.noNumberWhy().strip() : "";
        name = form.name().strip();
        reading = form.reading().strip();
        summary = form.summary().strip();
        industry = form.industry();
        placeName = form.placeName().strip();
        area = form.area();
        address = form.address().strip();
        employees = form.employees();
        website = form.website().strip();
        phone = form.phone().strip();
        grounds.clear();
        grounds.addAll(form.grounds());
        state = AdmissionState.SUBMITTED;
        submittedAt = now;
    }

    void sendBack(String why, Instant now) {
        undecided();
        state = AdmissionState.SENT_BACK;
        comment = said(why);
        decidedAt = now;
    }

    void refuse(String why, Instant now) {
        undecided();
        state = AdmissionState.REFUSED;
        comment = said(why);
        decidedAt = now;
    }

    void admit(long company, Instant now) {
        undecided();
        state = AdmissionState.ADMITTED;
        companyId = company;
        decidedAt = now;
    }

    private void undecided() {
        if (state == AdmissionState.ADMITTED || state == AdmissionState.REFUSED) {
            throw new DomainException("company.error.decided");
        }
    }

    private static String said(String why) {
        return GivenReason.of(why, 1000, "company.error.commentMissing", "company.error.long");
    }

    String code() {
        return code;
    }

    long applicantId() {
        return applicantId;
    }

    AdmissionView view() {
        return new AdmissionView(
                code,
                state,
                new AdmissionForm(
                        corporateNumber == null ? "" : corporateNumber,
                        noNumberWhy,
                        name,
                        reading,
                        summary,
                        industry,
                        placeName,
                        area,
                        address,
                        employees,
                        website,
                        phone,
                        Set.copyOf(grounds)),
                comment,
                submittedAt,
                decidedAt,
                version);
    }
}
