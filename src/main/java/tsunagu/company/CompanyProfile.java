package tsunagu.company;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.Feature;

/**
 * What a company says about itself.
 *
 * @param corporateNumber 法人番号, or null for those who have none
 * @param reading of the name in full-width katakana
 * @param industry middle group of 日本標準産業分類, "E09"
 * @param summary one sentence for lists
 * @param plainWords for children: words with their reading in 《》 after a ｜ mark, "｜製品《せいひん》を つくる"
 * @param capital yen, at most {@link #MOST_CAPITAL}
 * @param dayOf whose day {@code day} is, "製造・入社2年目"
 * @param features what is missing is not stated
 * @param places the first is the head office
 * @param videos up to three addresses of films, a line each
 */
public record CompanyProfile(
        @Pattern(regexp = "[1-9][0-9]{12}") String corporateNumber,
        @NotBlank(message = "company.error.name") @Size(max = 100, message = "company.error.long") String name,
        @NotBlank(message = "company.error.reading") @Size(max = 200, message = "company.error.long") String reading,
        @NotBlank(message = "company.error.industry") @Size(max = 300, message = "web.error.tooLong") String industry,
        @NotBlank(message = "company.error.summary") @Size(max = 200, message = "company.error.long") String summary,
        @NotNull @Size(max = 4000, message = "company.error.long") String business,
        @NotNull @Size(max = 4000, message = "company.error.long") String appeal,
        @NotNull @Size(max = 1000, message = "company.error.long") String plainWords,
        @NotNull @Size(max = 2000, message = "company.error.long") String welfare,
        @Min(value = 1000, message = "company.error.founded") @Max(value = 2100, message = "company.error.founded")
                Integer founded,
        @Min(value = 0, message = "company.error.capital")
                @Max(value = CompanyProfile.MOST_CAPITAL, message = "company.error.capital")
                Long capital,
        Integer employees,
        @NotNull
                @Size(max = 500, message = "company.error.long")
                @Pattern(regexp = "(https://[^\\s/]+\\S*)?", message = "company.error.website")
                String website,
        @NotNull Set<Certification> certificates,
        @NotNull Map<Feature, Boolean> features,
        @NotEmpty(message = "company.error.place") @Size(max = 1000, message = "web.error.tooLong")
                List<@Valid Place> places,
        @NotNull @Size(max = 100, message = "company.error.long") String dayOf,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") List<@Valid Hour> day,
        @NotNull @Size(max = 1000, message = "web.error.tooLong") List<@Valid YouthFact> youth,
        @NotNull @Size(max = 10, message = "company.error.long") List<@Valid Picture> pictures,
        @NotNull
                @Pattern(
                        regexp = "(https://[^\\s<>\"]{4,300}(\\s+https://[^\\s<>\"]{4,300}){0,2})?",
                        message = "company.error.videos")
                @Size(max = 1000, message = "company.error.videos")
                String videos) {

    /** Yen: ten trillion. */
    public static final long MOST_CAPITAL = 10_000_000_000_000L;

    PublicName publicName() {
        return new PublicName(name, reading, website);
    }

    CompanyProfile with(PublicName other) {
        return new CompanyProfile(
                corporateNumber,
                other.name(),
                other.reading(),
                industry,
                summary,
                business,
                appeal,
                plainWords,
                welfare,
                founded,
                capital,
                employees,
                other.website(),
                certificates,
                features,
                places,
                dayOf,
                day,
                youth,
                pictures,
                videos);
    }

    CompanyProfile withNumber(String number) {
        return new CompanyProfile(
                number,
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
                certificates,
                features,
                places,
                dayOf,
                day,
                youth,
                pictures,
                videos);
    }

    /** 事業所. @param industry "" when it is the company's @param employees there; null when not stated */
    public record Place(
            @NotBlank(message = "company.error.place") @Size(max = 100, message = "company.error.long") String name,
            @NotBlank(message = "company.error.area") String area,
            @NotBlank(message = "company.error.address") @Size(max = 200, message = "company.error.long")
                    String address,
            @NotNull String industry,
            @Min(value = 0, message = "company.error.employees")
                    @Max(value = 1_000_000, message = "company.error.employees")
                    Integer employees) {

        public Place(String name, String area, String address) {
            this(name, area, address, "", null);
        }
    }

    public record Hour(
            @NotNull(message = "company.error.hour") LocalTime at,
            @NotBlank(message = "company.error.what") @Size(max = 200, message = "company.error.long") String what) {}

    /** @param amount or {@code words}, at least one of them; whole where the item counts persons */
    public record YouthFact(
            @NotNull YouthItem item,
            int fiscalYear,
            @DecimalMin(value = "0", message = "company.error.youth")
                    @DecimalMax(value = "1000000", message = "company.error.youth")
                    BigDecimal amount,
            @NotNull @Size(max = 300, message = "company.error.long") String words) {}

    /** @param alt what is to be seen, for those who do not see it */
    public record Picture(
            @NotBlank(message = "company.error.alt") @Size(max = 200, message = "company.error.long") String alt,
            @NotBlank @Size(max = 300, message = "web.error.tooLong") String mediaType,
            int width,
            int height,
            byte[] content) {}
}
