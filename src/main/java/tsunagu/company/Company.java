package tsunagu.company;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tsunagu.shared.Classification;
import tsunagu.shared.DomainException;
import tsunagu.shared.Feature;
import tsunagu.shared.Upload;

/**
 * A company as it shows itself. Life cycle: published when it is entered; changed as a whole; merged into another one when
 * both were the same, which leaves the row and hides it.
 */
@Entity
@Table(name = "company")
class Company {

    static final int MOST_PICTURES = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    private String code;

    @Column(name = "corporate_number")
    private String corporateNumber;

    private String name;

    private String reading;

    private String industry;

    private String summary;

    private String business;

    private String appeal;

    @Column(name = "plain_words")
    private String plainWords;

    private String welfare;

    @Column(name = "day_of")
    private String dayOf;

    private String videos = "";

    private Integer founded;

    private Long capital;

    private Integer employees;

    private String website;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "public_since")
    private Instant publicSince;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "merged_into")
    private Long mergedInto;

    @Column(name = "merged_at")
    private Instant mergedAt;

    @ElementCollection
    @CollectionTable(name = "company_place", joinColumns = @JoinColumn(name = "company_id"))
    @OrderColumn(name = "number")
    private List<PlaceRow> places = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "company_hour", joinColumns = @JoinColumn(name = "company_id"))
    @OrderColumn(name = "number")
    private List<HourRow> day = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "company_feature", joinColumns = @JoinColumn(name = "company_id"))
    @MapKeyColumn(name = "feature")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "offered")
    private Map<Feature, Boolean> features = new EnumMap<>(Feature.class);

    @ElementCollection
    @CollectionTable(name = "company_certificate", joinColumns = @JoinColumn(name = "company_id"))
    @Column(name = "certificate")
    @Enumerated(EnumType.STRING)
    private Set<Certification> certificates = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "company_youth_fact", joinColumns = @JoinColumn(name = "company_id"))
    private List<YouthRow> youth = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "company_picture", joinColumns = @JoinColumn(name = "company_id"))
    @OrderColumn(name = "number")
    private List<PictureRow> pictures = new ArrayList<>();

    @Version
    private int version;

    protected Company() {}

    Company(String code, CompanyProfile profile, Instant now) {
        this.code = code;
        this.publishedAt = now;
        this.publicSince = now;
        describe(profile, now);
        show(profile.pictures());
    }

    /** Everything but the pictures. @throws DomainException when the industry or an area is not on the published lists */
    final void describe(CompanyProfile profile, Instant now) {
        if (!Classification.INDUSTRIES.has(profile.industry())) {
            throw new DomainException("company.error.industry");
        }
        if (profile.places().stream()
                .anyMatch(place -> !place.industry().isEmpty() && !Classification.INDUSTRIES.has(place.industry()))) {
            throw new DomainException("company.error.industry");
        }
        if (profile.places().stream().anyMatch(place -> !Classification.AREAS.has(place.area()))) {
            throw new DomainException("company.error.area");
        }
        corporateNumber = profile.corporateNumber();
        name = profile.name().strip();
        reading = profile.reading().strip();
        industry = profile.industry();
        summary = profile.summary().strip();
        business = profile.business().strip();
        appeal = profile.appeal().strip();
        plainWords = profile.plainWords().strip();
        welfare = profile.welfare().strip();
        dayOf = profile.dayOf().strip();
        videos = profile.videos();
        founded = profile.founded();
        capital = profile.capital();
        employees = profile.employees();
        website = profile.website();
        changedAt = now;
        replace(places, profile.places().stream().map(PlaceRow::new).toList());
        replace(day, profile.day().stream().map(HourRow::new).toList());
        replace(youth, profile.youth().stream().map(YouthRow::new).toList());
        features.clear();
        features.putAll(profile.features());
        certificates.clear();
        certificates.addAll(profile.certificates());
    }

    final void show(List<CompanyProfile.Picture> shown) {
        replace(pictures, shown.stream().map(PictureRow::new).toList());
    }

    /** @throws DomainException when there are ten already */
    void add(CompanyProfile.Picture picture, Instant now) {
        checkRoom(pictures.size());
        pictures.add(new PictureRow(picture));
        changedAt = now;
    }

    /** @throws DomainException when there are ten pictures already */
    static void checkRoom(int pictures) {
        if (pictures >= MOST_PICTURES) {
            throw new DomainException("company.error.pictures", MOST_PICTURES);
        }
    }

    /** @throws DomainException for a drawing, which has no pixels to turn */
    void turnPicture(int number, Instant now) {
        if (number >= 0 && number < pictures.size()) {
            pictures.set(number, pictures.get(number).turned());
            changedAt = now;
        }
    }

    void removePicture(int number, Instant now) {
        if (number >= 0 && number < pictures.size()) {
            pictures.remove(number);
            changedAt = now;
        }
    }

    private static <T> void replace(List<T> old, List<T> fresh) {
        old.clear();
        old.addAll(fresh);
    }

    Long id() {
        return id;
    }

    String code() {
        return code;
    }

    CompanyName named() {
        return new CompanyName(id, code, name, reading, industry);
    }

    PublicName publicName() {
        return new PublicName(name, reading, website);
    }

    /** The city has looked at it. */
    void rename(PublicName next, Instant now) {
        name = next.name();
        reading = next.reading();
        website = next.website();
        changedAt = now;
    }

    Set<YouthItem.Group> youthGroupsSince(int fiscalYear) {
        return youth.stream()
                .filter(fact -> fact.fiscalYear >= fiscalYear)
                .map(fact -> fact.item.group())
                .collect(Collectors.toSet());
    }

    /** When it was registered for the first time: what the register's figures count. */
    Instant publishedAt() {
        return publishedAt;
    }

    /** Since when anyone can find it without a break. */
    Instant publicSince() {
        return publicSince;
    }

    /** It had left the register. */
    void comeBack(Instant now) {
        publicSince = now;
    }

    /** It was another company's second entry; the number goes with it, for only one may have it. */
    String mergeInto(long other, Instant now) {
        String number = corporateNumber;
        corporateNumber = null;
        mergedInto = other;
        mergedAt = now;
        changedAt = now;
        return number;
    }

    /** @param number of the entry that was merged, or null */
    void inherit(String number) {
        if (corporateNumber == null) {
            corporateNumber = number;
        }
    }

    boolean merged() {
        return mergedInto != null;
    }

    int version() {
        return version;
    }

    /** For lists and search: without the day, the numbers and the pictures. */
    CompanyProfile profile() {
        return profile(List.of(), List.of(), List.of());
    }

    /** Everything but what the pictures show. */
    CompanyProfile page() {
        return profile(
                day.stream()
                        .map(row -> new CompanyProfile.Hour(row.at, row.what))
                        .toList(),
                youth.stream()
                        .map(row -> new CompanyProfile.YouthFact(row.item, row.fiscalYear, row.amount, row.words))
                        .toList(),
                pictures.stream()
                        .map(row ->
                                new CompanyProfile.Picture(row.alt, row.mediaType, row.width, row.height, new byte[0]))
                        .toList());
    }

    private CompanyProfile profile(
            List<CompanyProfile.Hour> hours, List<CompanyProfile.YouthFact> facts, List<CompanyProfile.Picture> shown) {
        return new CompanyProfile(
                corporateNumber,
                name,
                reading,
                industry,
                summary,
                business,
                appeal,
                plainWords,
                welfare,
                founded,
                capital,
                employees,
                website,
                Set.copyOf(certificates),
                Map.copyOf(features),
                places.stream().map(PlaceRow::view).toList(),
                dayOf,
                hours,
                facts,
                shown,
                videos);
    }

    @Embeddable
    static class PlaceRow {
        private String name;
        private String area;
        private String address;
        private String industry;
        private Integer employees;

        protected PlaceRow() {}

        PlaceRow(CompanyProfile.Place place) {
            name = place.name();
            area = place.area();
            address = place.address();
            industry = place.industry();
            employees = place.employees();
        }

        CompanyProfile.Place view() {
            return new CompanyProfile.Place(name, area, address, industry, employees);
        }
    }

    @Embeddable
    static class HourRow {
        private LocalTime at;
        private String what;

        protected HourRow() {}

        HourRow(CompanyProfile.Hour hour) {
            at = hour.at();
            what = hour.what();
        }
    }

    @Embeddable
    static class YouthRow {
        @Enumerated(EnumType.STRING)
        private YouthItem item;

        @Column(name = "fiscal_year")
        private int fiscalYear;

        private BigDecimal amount;
        private String words;

        protected YouthRow() {}

        YouthRow(CompanyProfile.YouthFact fact) {
            item = fact.item();
            fiscalYear = fact.fiscalYear();
            amount = fact.amount();
            words = fact.words();
        }
    }

    @Embeddable
    static class PictureRow {
        private String alt;

        @Column(name = "media_type")
        private String mediaType;

        private int width;
        private int height;
        private byte[] content;

        protected PictureRow() {}

        PictureRow(CompanyProfile.Picture picture) {
            alt = picture.alt();
            mediaType = picture.mediaType();
            width = picture.width();
            height = picture.height();
            content = picture.content();
        }

        private PictureRow turned() {
            if (!mediaType.equals("image/jpeg") && !mediaType.equals("image/png")) {
                throw new DomainException("company.error.pictureTurn");
            }
            Upload turned = Upload.turned(content);
            return new PictureRow(new CompanyProfile.Picture(
                    alt, turned.mediaType(), turned.width(), turned.height(), turned.content()));
        }
    }
}
