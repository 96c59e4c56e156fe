package tsunagu.company;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.shared.Telephone;
import tsunagu.shared.TelephoneNumber;

/**
 * A company asks to be admitted.
 *
 * @param corporateNumber 法人番号 as typed; "" for those who have none, who then say why
 * @param reading of the name in katakana
 * @param summary what it does, in one sentence
 * @param industry middle group of 日本標準産業分類
 * @param placeName the first 事業所
 * @param employees persons
 */
public record AdmissionForm(
        @NotNull @Size(max = 40, message = "company.error.numberForm") String corporateNumber,
        @NotNull @Size(max = 300, message = "company.error.long") String noNumberWhy,
        @NotBlank(message = "company.error.name") @Size(max = 100, message = "company.error.long") String name,
        @NotBlank(message = "company.error.reading")
                @Size(max = 200, message = "company.error.long")
                @Pattern(regexp = "[\\p{IsKatakana}\u30fc\u30fb\\s]*", message = "company.error.readingKana")
                String reading,
        @NotBlank(message = "company.error.summary") @Size(max = 200, message = "company.error.long") String summary,
        @NotBlank(message = "company.error.industry") @Size(max = 300, message = "web.error.tooLong") String industry,
        @NotBlank(message = "company.error.place") @Size(max = 100, message = "company.error.long") String placeName,
        @NotBlank(message = "company.error.area") @Size(max = 300, message = "web.error.tooLong") String area,
        @NotBlank(message = "company.error.address") @Size(max = 200, message = "company.error.long") String address,
        @NotNull(message = "company.error.employees") @PositiveOrZero(message = "company.error.employees")
                Integer employees,
        @NotNull
                @Size(max = 500, message = "company.error.long")
                @Pattern(regexp = "(https://[^\\s/]+\\S*)?", message = "company.error.website")
                String website,
        @NotBlank(message = "company.error.phone")
                @Telephone(message = "company.error.phone")
                @Size(max = 60, message = "web.error.tooLong")
                String phone,
        @NotNull Set<AdmissionGround> grounds) {

    /** The number as it is kept, however it was typed. */
    public AdmissionForm {
        phone = TelephoneNumber.tidy(phone);
    }

    /** The page a company begins with. */
    CompanyProfile profile() {
        return new CompanyProfile(
                corporateNumber.isEmpty() ? null : corporateNumber,
                name,
                reading,
                industry,
                summary,
                "",
                "",
                "",
                "",
                null,
                null,
                employees,
                website,
                Set.of(),
                Map.of(),
                List.of(new CompanyProfile.Place(placeName, area, address)),
                "",
                List.of(),
                List.of(),
                List.of(),
                "");
    }
}
