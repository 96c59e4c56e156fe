package tsunagu.company;

import jakarta.validation.Valid;
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
 * @param capital yen
 * @param dayOf whose day {@code day} is, "製造・入社2年目"
 * @param features what is missing is not stated
 * @param places the first is the head office
 */
public record CompanyProfile(
        @Pattern(regexp = "[1-9][0-9]{12}") String corporateNumber,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 200) String reading,
        @NotBlank String industry,
        @NotBlank @Size(max = 200) String summary,
        @NotNull @Size(max = 4000) String business,
        @NotNull @Size(max = 4000) String appeal,
        @NotNull @Size(max = 1000) String plainWords,
        @NotNull @Size(max = 2000) String welfare,
        Integer founded,
        Long capital,
        Integer employees,
        @NotNull @Size(max = 500) @Pattern(regexp = "(https?://[^\\s/]+\\S*)?") String website,
        @NotNull Set<Certificate> certificates,
        @NotNull Map<Feature, Boolean> features,
        @NotEmpty List<@Valid Place> places,
        @NotNull @Size(max = 100) String dayOf,
        @NotNull List<@Valid Hour> day,
        @NotNull List<@Valid YouthFact> youth,
        @NotNull @Size(max = 10) List<@Valid Picture> pictures) {

    /** 事業所 */
    public record Place(
            @NotBlank @Size(max = 100) String name, @NotBlank String area, @NotBlank @Size(max = 200) String address) {}

    public record Hour(@NotNull LocalTime at, @NotBlank @Size(max = 200) String what) {}

    /** @param amount or {@code words}, at least one of them */
    public record YouthFact(
            @NotNull YouthItem item, int fiscalYear, BigDecimal amount, @NotNull @Size(max = 300) String words) {}

    /** @param alt what is to be seen, for those who do not see it */
    public record Picture(
            @NotBlank @Size(max = 200) String alt, @NotBlank String mediaType, int width, int height, byte[] content) {}
}
